"""Words: the pieces of text that a tree is made of, cut as the treebanks cut them.

Text is taken apart at white space first. What stands between two spaces is a *chunk*; how it divides hardly ever depends on its
neighbors, so plans are made once a chunk and kept. The one thing that does is a dot at the end (*Rojas llegó a las 5 p.m.*):
whether it belongs to its word is left open in the plan, and decided where the next chunk is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from careo.lang.writing import Abbreviation, Writing

STOPS: Final = frozenset(".!?\u2026")
"""Last characters of the words that may end a sentence."""

CLOSERS: Final = frozenset('")]}\u00bb\u201d\u2019')
"""Words that may follow a stop and still belong to its sentence."""

_LONGEST_KEPT = 40  # characters of a chunk whose plan is kept; longer ones hardly ever come back
_SHORTEST_LINKED = 3  # letters at most between the dots of an acronym: EE.UU., a.m., Ph.D.

_TOKEN = re.compile(
    r"(?P<url>(?i:(?:https?|ftp)://|mailto:|www\.(?=\w))[^\s\"<>]+)"
    r"|(?P<mail>\w[\w.+-]{0,63}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+)*+)"
    r"|(?P<handle>@\w+(?:\.\w+)*+|#[^\W\d]\w*)"
    r"|(?P<money>[A-Z]{1,3}\$(?![^\W\d]))"
    r"|(?P<word>(?:(?<![\w%)\]])(?:[+\u00b1-]?\.?|')(?=\d))?\w+(?:(?:(?<=\d)[,:](?=\d)|[-'./&+*=\u00b7](?=\w))\w+)*+"
    r"(?:(?<=\d)(?:%|'(?!\w)|\.?\u00b0(?!\w)))?)"
    r"|(?P<run>\.{2,}|[!?]{2,}|(?P<same>[=*~#<>+|/\u2014-])(?P=same)+)"
    r"|(?P<mark>\S)"
)
_LINK = re.compile(r"[^\w%]")
_NUMBER_AND_REST = re.compile(r"([+\u00b1-]?[\d.,:]*\d)(%|[^\W\d_].*)")
_AFTER_URL = ".,;:!?\u2026)]}'*"

Follows = Literal["anything", "figure", "inside", "capital"]
Pair = tuple[int, int]


class Word(NamedTuple):
    """A word: its characters ``text[start:end]``, code points, half-open."""

    start: int
    end: int


class Plan(NamedTuple):
    """How a chunk divides. All places are relative to its start.

    ``stops`` are the indexes in ``pairs`` of the marks that may end a sentence, ``dot`` that of the one which an abbreviation
    may keep, -1 for none: ``before`` and ``ends`` say when (see :class:`~careo.lang.writing.Abbreviation`).
    """

    pairs: tuple[Pair, ...]
    stops: tuple[int, ...] = ()
    dot: int = -1
    before: Follows = "anything"
    ends: bool = False


class Tokenizer:
    """Divides the chunks of one language. Plans are kept between texts, so one tokenizer serves a process."""

    def __init__(self, writing: Writing) -> None:
        self._whole = _make_pattern(word for entry in writing.wholes for word in entry.words)
        self._abbreviations = {form: e for e in writing.abbreviations for word in e.words for form in _forms(word)}
        self._contractions = {
            word.replace("|", ""): word.index("|") for entry in writing.contractions for word in entry.words
        }
        self._endings = tuple(sorted((w for e in writing.endings for w in e.words), key=len, reverse=True))
        self._prefixes = frozenset(word for entry in writing.prefixes for word in entry.words)
        self._units = frozenset(word for entry in writing.units for word in entry.words)
        self._joins = {entry.mark: entry.joins for entry in writing.marks}
        self._plan_short = lru_cache(maxsize=1 << 15)(self._make_plan)

    def plan(self, chunk: str) -> Plan:
        """How ``chunk``, not empty and without white space, divides."""
        return self._plan_short(chunk) if len(chunk) <= _LONGEST_KEPT else self._make_plan(chunk)

    def _make_plan(self, chunk: str) -> Plan:
        if chunk.isalpha() and not self._contractions and not self._endings:
            return Plan(((0, len(chunk)),))
        pairs: list[Pair] = []
        place, size = 0, len(chunk)
        while place < size:
            whole = self._whole.match(chunk, place) if self._whole else None
            if whole is not None and not (place and chunk[place].isalnum() and chunk[place - 1].isalnum()):
                pairs.append(whole.span())
                place = whole.end()
                continue
            match = _TOKEN.match(chunk, place)
            assert match is not None  # the last alternative takes any character
            place = self._append(match, pairs)
        return self._settle_dots(chunk, pairs)

    def _append(self, match: re.Match[str], pairs: list[Pair]) -> int:
        """Add what ``match`` gives; where to go on."""
        start, end = match.span()
        if match.lastgroup == "url":
            end = start + len(match[0].rstrip(_AFTER_URL))
        if match.lastgroup != "word":
            pairs.append((start, end))
            return end
        text = match[0]
        if text.isalnum():
            pairs.extend(self._part_word(text, start))
            return end
        first, is_code = 0, _is_code(text)
        for link in _LINK.finditer(text, 1):
            place = link.start()
            if place + 1 < len(text) and not self._is_joined(text, first, place, is_code):
                pairs.extend(self._part_word(text[first:place], start + first))
                pairs.append((start + place, start + place + 1))
                first = place + 1
        pairs.extend(self._part_word(text[first:], start + first))
        return end

    def _is_joined(self, text: str, first: int, place: int, is_code: bool) -> bool:
        """Whether the mark at ``place`` joins the words around it, the left of which begins at ``first``."""
        mark, before, after = text[place], text[place - 1], text[place + 1]
        if mark == ".":
            return not self._is_missed_space(text, first, place)
        joins = self._joins.get(mark)
        if mark in ",:\u00b7" or joins == "all":
            return True
        if not (before.isdigit() and after.isdigit()):
            return joins == "prefixes" and text[first:place].lower() in self._prefixes
        return joins == "figures" or (joins == "prefixes" and is_code)

    def _is_missed_space(self, text: str, first: int, place: int) -> bool:
        """Whether the dot at ``place`` ends a sentence and its space was forgotten: *fin.La*, but *At.Madrid*, *EE.UU*."""
        if not (text[place + 1].isupper() and text[place + 2 : place + 3].islower()) or place - first < 2:
            return False
        before = text[place - 1]
        return (before.islower() or before.isdigit()) and text[first:place] not in self._abbreviations

    def _part_word(self, text: str, start: int) -> list[Pair]:
        """The words in ``text``, which no mark parts: contractions, endings, figures and their units."""
        end = start + len(text)
        if text[0].isdigit() or text[-1] == "%" or not text[0].isalpha():
            match = _NUMBER_AND_REST.fullmatch(text)
            parted = match is not None and (
                self._joins.get("%") != "all" if match[2] == "%" else match[2] in self._units
            )
            cut = start + match.end(1) if match is not None and parted else start
        else:
            cut = start + self._find_cut(text)
        return [(start, cut), (cut, end)] if start < cut < end else [(start, end)]

    def _find_cut(self, text: str) -> int:
        """Where a contraction parts; 0 if it is none."""
        if not self._endings and not self._contractions:
            return 0
        lower = text.lower()
        if len(lower) != len(text):
            return 0
        if "'" in lower:
            for ending in self._endings:
                if lower.endswith(ending):
                    return len(text) - len(ending)
        return self._contractions.get(lower, 0)

    def _settle_dots(self, chunk: str, pairs: list[Pair]) -> Plan:
        """Give abbreviations the dot that follows them, or leave it open where the chunk ends with it or a closing mark."""
        if "." not in chunk:
            return Plan(tuple(pairs), _find_stops(chunk, pairs))
        settled: list[Pair] = []
        dot, open_entry = -1, _LETTER
        last = next((n for n in range(len(pairs) - 1, 0, -1) if chunk[pairs[n][0]] not in CLOSERS), 0)
        for number, (start, end) in enumerate(pairs):
            if end - start != 1 or chunk[start] != "." or not settled or settled[-1][1] != start:
                settled.append((start, end))
                continue
            entry = self._find_abbreviation(chunk[settled[-1][0] : start])
            if entry is None:
                settled.append((start, end))
            elif number >= last:
                settled.append((start, end))
                dot, open_entry = len(settled) - 1, entry
            elif entry.before == "anything" or (entry.before in {"figure", "inside"} and chunk[end].isdigit()):
                settled[-1] = (settled[-1][0], end)
            else:
                settled.append((start, end))
        return Plan(tuple(settled), _find_stops(chunk, settled), dot, open_entry.before, open_entry.ends)

    def _find_abbreviation(self, word: str) -> Abbreviation | None:
        """The entry that lets ``word`` keep its dot; acronyms with dots and single letters need none."""
        head, _, tail = word.rpartition("/")
        if head and tail[:1].isupper():
            word = tail
        entry = self._abbreviations.get(word)
        if entry is not None:
            return entry
        if len(word) == 1:
            return _LETTER if word.isalpha() else None
        parts = word.split(".")
        if len(parts) > 1 and all(len(part) <= _SHORTEST_LINKED and part.isalpha() for part in parts):
            return _LETTER
        return None


_LETTER = Abbreviation((), (), (), ends=True)


def _forms(word: str) -> tuple[str, ...]:
    """The ways in which an abbreviation is typed: as listed, and longer ones in capitals or with one."""
    return (word,) if len(word) == 1 else (word, word.upper(), word[:1].upper() + word[1:])


def _find_stops(chunk: str, pairs: list[Pair]) -> tuple[int, ...]:
    """The indexes of the words made of nothing but stops."""
    return tuple(n for n, (s, e) in enumerate(pairs) if chunk[s] in STOPS and chunk[e - 1] in STOPS)


def _make_pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """What matches any of ``words``, the longest first; None where there is none."""
    listed = sorted(words, key=len, reverse=True)
    if not listed:
        return None
    return re.compile("|".join(re.escape(w) + (r"(?!\w)" if w[-1].isalnum() else "") for w in listed))


def _is_code(text: str) -> bool:
    """Whether figures with hyphens are a date or a number of something, not a range: *02-05-12*, *555-0142*, not *5-10*."""
    parts = text.split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts):
        return False
    first, last = len(parts[0]), len(parts[-1])
    return len(parts) > 2 or last > first > 2 or first > last > 3
