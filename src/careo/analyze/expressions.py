"""Temporal expressions as they stand in the text, before anybody asks what day they mean.

The patterns of a pack are compiled once. A paragraph is searched only where a word of the calendar stands, and only with the patterns
that need that kind of word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from careo.lang import Pack
from careo.lang.dates import CalendarWord, DatePattern, DatePrefix, DateRange, DateSuffix
from careo.model import Span

_PLACE = re.compile(r"\{([a-z_]+?)(\d?)\}")
_CLOCK = r"\d{1,2}(?:[:.]\d{2})?(?:\s?(?:horas?|hs|hrs|h|[ap]\.?\s?m\.?))?"
_FIXED = {
    "year": r"(?:1[1-9]|20)\d\d(?![\d%]|[.,]\d|\s?%)",
    "year_short": r"\d\d(?!\d)",
    "month_number": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "day_number": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "tens": r"[2-9]0(?!\d)",
    "roman": r"(?-i:[IVX]+)",
    "clock": _CLOCK,
}
_DAY_DIGITS = r"(?:3[01]|[12]\d|0?[1-9])(?:\.?[º°]|ro)?(?![\d.,]*\d)"
_COUNT_DIGITS = r"\d{1,4}(?![\d.,]*\d)"
_ANCHORS = ("weekday", "month", "month_short", "season", "unit")
_PREFIX_WINDOW = 48
_DIGIT = "#digit"


@dataclass(frozen=True, slots=True)
class Expression:
    """A temporal expression: where it stands, the pattern that found it, and its pieces as calendar values.

    ``values`` maps a kind (``weekday``, ``month``, ``count`` …) to its value; ``effects`` are those of the prefixes, outermost last.
    ``core`` is the match without prefixes and suffixes.
    """

    core: Span
    span: Span
    pattern: DatePattern
    values: dict[str, int | str | float | None] = field(default_factory=dict)
    effects: tuple[str, ...] = ()


class Vocabulary:
    """The compiled dates of a pack."""

    def __init__(self, pack: Pack) -> None:
        self.words: dict[str, dict[str, int | str]] = {}
        for entry in pack.slot(CalendarWord):
            self.words.setdefault(entry.kind, {}).update(dict.fromkeys(entry.words, entry.value))
        self.patterns = [(p, self._compile(p.pattern), self._needs(p)) for p in pack.slot(DatePattern)]
        triggers = {t for p in pack.slot(DatePattern) for t in p.triggers if t != _DIGIT}
        anchors = {w: k for k in _ANCHORS for w in self.words.get(k, {})}
        self.kinds = {**anchors, **{t: t for t in triggers if t not in anchors}}
        self.also = {t: t for t in triggers}
        self.anchor = self._alternation([*self.kinds])
        prefixes = [(p, e.effect) for e in pack.slot(DatePrefix) for p in e.patterns]
        self.prefixes = [(re.compile(rf"(?<!\w)(?:{self._expand(p)})\s+\Z", re.I), effect) for p, effect in prefixes]
        suffixes = "|".join(self._expand(p) for e in pack.slot(DateSuffix) for p in e.patterns)
        self.suffix = re.compile(rf",?\s+(?:{suffixes})(?!\w)", re.I) if suffixes else None
        self.ranges = [
            (_either(r.first), re.compile(rf"\s*(?:{_either(r.middle)})\s*", re.I)) for r in pack.slot(DateRange)
        ]

    def _alternation(self, words: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_either(words)}|(?P<digit>\d{{1,4}}))(?!\w)", re.I)

    def _needs(self, pattern: DatePattern) -> frozenset[str]:
        """Any of these has to be seen; for a pattern of names, all alternatives it could need."""
        kinds = {m[1] for m in _PLACE.finditer(pattern.pattern)} & set(_ANCHORS)
        return frozenset({*pattern.triggers, *kinds})

    def _compile(self, pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self._expand(pattern)})(?!\w)", re.I)

    def _expand(self, pattern: str) -> str:
        """The regular expression of a pattern; a piece that is filled in becomes a named group."""
        seen: dict[str, int] = {}

        def fill(match: re.Match[str]) -> str:
            kind, label = match[1], match[1] + match[2]
            body = self._body(kind)
            if kind == "clock":
                return f"(?:{body})"
            again = seen[label] = seen.get(label, 0) + 1
            return f"(?P<{label}>{body})" if again == 1 else f"(?P<{label}__{again}>{body})"

        return _PLACE.sub(fill, pattern).replace(" ", r"\s+").replace(r"\s+?", r"\s*").replace(r"[\s+", "[ ")

    def _body(self, kind: str) -> str:
        if kind in _FIXED:
            return _FIXED[kind]
        if kind == "day":
            days = [w for w, v in self.words.get("number", {}).items() if isinstance(v, int) and v <= 31]
            first = [w for w, v in self.words.get("ordinal", {}).items() if v == 1]
            return f"{_DAY_DIGITS}|{_either([*days, *first])}"
        if kind == "count":
            return f"{_COUNT_DIGITS}|{_either([*self.words.get('vague', {}), *self.words.get('number', {})])}"
        return _either(self.words.get(kind, {}))

    def value_of(self, kind: str, text: str) -> int | str | None:
        """The calendar value of the words that filled a place; None for a vague count."""
        word = re.sub(r"\s+", " ", text.lower())
        if kind in ("year", "year_short", "month_number", "day_number", "tens"):
            return int(word)
        if kind == "roman":
            return parse_roman(text)
        if kind in ("day", "count"):
            if word[0].isdigit():
                return int(re.match(r"\d+", word)[0])  # type: ignore[index]
            return self.words["number"].get(word, self.words.get("ordinal", {}).get(word))
        return self.words.get(kind, {}).get(word, 0)


def find_expressions(
    text: str, blocks: Iterable[Span], pack: Pack, admits: Callable[[Expression], bool]
) -> tuple[Expression, ...]:
    """All temporal expressions in ``blocks`` of ``text`` that ``admits`` lets pass, in order, none overlapping another."""
    vocabulary = pack.derived(make_vocabulary)
    return tuple(e for block in blocks for e in _find_in_block(text, block, vocabulary, admits))


def make_vocabulary(pack: Pack) -> Vocabulary:
    """The compiled dates of ``pack``; use ``pack.derived(make_vocabulary)``."""
    return Vocabulary(pack)


def _find_in_block(
    text: str, block: Span, vocabulary: Vocabulary, admits: Callable[[Expression], bool]
) -> list[Expression]:
    kinds: set[str] = set()
    for match in vocabulary.anchor.finditer(text, block.start, block.end):
        word = match[0].lower()
        kinds.add(_DIGIT if match["digit"] else vocabulary.kinds[word])
        kinds.add(vocabulary.also.get(word, ""))
    if not kinds:
        return []
    found: list[tuple[int, int, int, Expression]] = []
    lower = block.of(text).lower()
    for order, (pattern, compiled, needs) in enumerate(vocabulary.patterns):
        if needs and not needs & kinds:
            continue
        if pattern.requires and not any(word in lower for word in pattern.requires):
            continue
        for match in compiled.finditer(text, block.start, block.end):
            expression = _make_expression(match, pattern, vocabulary, block)
            if expression is not None and admits(expression):
                found.append((-len(expression.core), order, match.start(), expression))
    chosen: list[Expression] = []
    taken = bytearray(len(block))
    for *_, expression in sorted(found, key=lambda f: f[:3]):
        place = slice(expression.core.start - block.start, expression.core.end - block.start)
        if not any(taken[place]):
            taken[place] = bytes([1]) * len(expression.core)
            chosen.append(expression)
    kept = sorted((e for e in chosen if e.pattern.rule != "none"), key=lambda e: e.core)
    return _drop_overlaps(kept)


def _drop_overlaps(expressions: list[Expression]) -> list[Expression]:
    """A prefix or suffix gives way to the expression beside it."""
    result: list[Expression] = []
    for number, expression in enumerate(expressions):
        following = expressions[number + 1] if number + 1 < len(expressions) else None
        if expression.pattern.rule == "part_of_day" and (
            (result and result[-1].span.contains(expression.core))
            or (following and following.span.overlaps(expression.core))
        ):
            continue
        if result and result[-1].span.end > expression.span.start:
            if result[-1].span.end > expression.core.start:
                previous = result[-1]
                result[-1] = replace(previous, span=Span(previous.span.start, previous.core.end))
            start = max(expression.span.start, result[-1].span.end)
            expression = replace(expression, span=Span(start, expression.span.end))
        result.append(expression)
    return result


def _make_expression(
    match: re.Match[str], pattern: DatePattern, vocabulary: Vocabulary, block: Span
) -> Expression | None:
    text, core = match.string, Span(*match.span())
    if not len(core) or _is_name(text, core, pattern, block):
        return None
    values: dict[str, int | str | float | None] = {}
    for label, piece in match.groupdict().items():
        if piece is None or label == "mark":
            continue
        label = label.partition("__")[0]
        kind = label.rstrip("0123456789")
        values[label] = 0.5 if kind.startswith("half") else vocabulary.value_of(kind, piece)
    if pattern.rule == "none":
        return Expression(core, core, pattern, values)
    start, effects = _find_prefixes(text, core.start, block.start, vocabulary)
    if pattern.prefixed and not effects:
        return None
    suffix = vocabulary.suffix.match(text, core.end, block.end) if vocabulary.suffix else None
    return Expression(core, Span(start, suffix.end() if suffix else core.end), pattern, values, effects)


def _find_prefixes(text: str, end: int, floor: int, vocabulary: Vocabulary) -> tuple[int, tuple[str, ...]]:
    """Where the words before an expression begin, and their effects from the inside out."""
    effects: list[str] = []
    for _ in range(4):
        window = text[max(floor, end - _PREFIX_WINDOW) : end]
        matches = [(m.start(), effect) for compiled, effect in vocabulary.prefixes if (m := compiled.search(window))]
        if not matches:
            break
        first = min(start for start, _ in matches)
        effects += [effect for start, effect in matches if start == first]
        end -= len(window) - first
    return end, tuple(effects)


def _is_name(text: str, core: Span, pattern: DatePattern, block: Span) -> bool:
    """Whether a capital in the middle of a sentence makes a proper name of it (*Julio*, *el diario Hoy*)."""
    word = core.of(text).split()[0] if core.of(text).split() else ""
    if not (word[:1].isupper() and (len(word) == 1 or not word[1:].isupper())) or pattern.rule == "none":
        return False
    if any(c.isdigit() for c in core.of(text)):
        return False
    before = text[max(block.start, core.start - _PREFIX_WINDOW) : core.start].rstrip()
    if not before:
        return pattern.rule == "month" and core.of(text) == word
    return before[-1].isalnum() or before[-1] == ","


def iter_ranges(text: str, expressions: tuple[Expression, ...], pack: Pack) -> Iterator[tuple[int, Span]]:
    """Pairs of neighbors that make an interval: the index of the first, and the span of both with the words before it."""
    vocabulary = pack.derived(make_vocabulary)
    for index, (left, right) in enumerate(pairwise(expressions)):
        between = text[left.core.end : right.core.start]
        if len(between) > 12:
            continue
        for first, middle in vocabulary.ranges:
            whole = f"{between}" if between.strip() else " "
            contracted = re.match(r"\s*(\w+)", text[right.core.start : right.core.end])
            joined = middle.fullmatch(whole) or (not between.strip() and contracted and middle.fullmatch(contracted[1]))
            start = _first_word(text, left, first)
            if joined and start is not None:
                yield index, Span(start, right.span.end)
                break


def _first_word(text: str, left: Expression, first: str) -> int | None:
    if not first:
        return None
    before = text[max(0, left.core.start - 12) : left.core.start]
    if match := re.search(rf"(?<!\w)(?:{first})\s+\Z", before, re.I):
        return left.core.start - len(before) + match.start()
    own = re.match(rf"(?:{first})(?!\w)", left.core.of(text), re.I)
    return left.core.start if own else None


def parse_roman(text: str) -> int | None:
    """The number of a roman numeral up to 39; None where it is none."""
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    tens = ("", "X", "XX", "XXX")
    values = {t + u: 10 * i + j for i, t in enumerate(tens) for j, u in enumerate(units)}
    return values.get(text) or None


def _either(words: Iterable[str]) -> str:
    """Words as alternatives, longest first; a space is any white space."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"
