"""The boilerplate of a pack, compiled: what a line can be by its words alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from careo.lang import Pack
from careo.lang.boilerplate import Agency, DateFurniture, Dateline, LinePattern, NameParticle
from careo.lang.dates import CalendarWord

UPPER = "".join(chr(c) for c in range(0x41, 0x250) if unicodedata.category(chr(c)) == "Lu")
"""Capital letters of the Latin blocks."""

_CLOCK = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?(?:[ap]\.?\s?m\.?|hs?\b|hrs\b|horas))?"
_LONGEST = 1_500  # characters of a line that may be boilerplate
_EDGE = 160  # characters at the beginning and the end of a line in which a dateline or an agency stands
_SEPARATORS = re.compile(r"[\s|·•,.:;/()–—-]+")


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: LinePattern
    compiled: re.Pattern[str]


class Boilerplate:
    """The compiled patterns of a pack; use ``pack.derived(make_boilerplate)``."""

    def __init__(self, pack: Pack) -> None:
        particles = _either(w for e in pack.slot(NameParticle) for w in e.words)
        agencies = _either(n for e in pack.slot(Agency) for n in e.names)
        word = rf"[{UPPER}][\w.'’&-]*"
        self._places = {
            "agency": rf"(?-i:(?<!\w)(?:{agencies})(?!\w))",
            "name": rf"(?-i:{word}(?:\s+(?:(?:{particles})\s+){{0,2}}{word}){{0,6}})",
            "caps": rf"(?-i:[{UPPER}][{UPPER}.'’&-]+(?:\s+[{UPPER}][{UPPER}.'’&-]*){{0,5}})",
            "date": make_date_pattern(pack),
            "clock": _CLOCK,
            "weekday": f"(?:{_either(w for e in pack.slot(CalendarWord) if e.kind == 'weekday' for w in e.words)})",
        }
        self.rules = tuple(_Rule(p, self._compile(p)) for p in pack.slot(LinePattern))
        datelines = [p for e in pack.slot(Dateline) for p in e.patterns]
        self.dateline = re.compile("|".join(f"(?:{self._expand(p)})" for p in datelines) or r"(?!)", re.I)
        one = rf"(?>{self._places['name']}|{self._places['caps']})"  # atomic: names never try the other reading
        self.name_line = re.compile(rf"{one}(?:\s*[/|·,-]\s*{one})*+\.?")
        self.full_name = re.compile(rf"(?<!\w){word}(?:\s+{word})+")
        self.date = re.compile(rf"(?<!\w)(?:{self._places['date']}|{_CLOCK}|\d{{1,3}}(?!\w))", re.I)
        self.clock_end = re.compile(rf"{_CLOCK}\.?\s*$", re.I)
        self.furniture = frozenset(w for e in pack.slot(DateFurniture) for w in e.words)
        self.wire = re.compile(rf"(?<=[.!?»”\"’)])\s*({self._places['agency']})\s*$", re.I)

    def _expand(self, pattern: str) -> str:
        return re.sub(r"\{(agency|name|caps|date|clock|weekday)\}", lambda m: self._places[m[1]], pattern)

    def _compile(self, entry: LinePattern) -> re.Pattern[str]:
        body = "|".join(f"(?:{self._expand(p)})" for p in entry.patterns)
        shapes = {
            "start": rf"(?<!\w)(?:{body})",
            "end": rf"(?:{body})\s*$",
            "inside": body,
            "whole": rf"(?:{body})\s*$",
        }
        return re.compile(shapes[entry.match], re.I)

    def find_rule(self, line: str, zone: str, last: bool, ends: bool) -> LinePattern | None:
        """The first pattern that fits a line in ``zone`` (``head``, ``body``, ``tail``); ``ends`` says whether it ends with a stop."""
        if len(line) > _LONGEST:
            return None
        words = len(line.split())
        for rule in self.rules:
            entry = rule.pattern
            if (
                not entry.least <= words <= entry.words
                or (entry.open_end and ends)
                or not _in_zone(entry.zone, zone, last)
            ):
                continue
            if (rule.compiled.match if entry.match in ("start", "whole") else rule.compiled.search)(line):
                return entry
        return None

    def find_dateline(self, line: str) -> int:
        """How many characters at the beginning of a line say from where and from whom it came; 0 where there is no dateline."""
        match = self.dateline.match(line[:_EDGE])
        return match.end() if match and match.end() < len(line) else 0

    def is_clock(self, line: str) -> bool:
        """Whether the line is a time or a length alone (*01:45*): a player's, or that of an entry."""
        return bool(self.clock_end.match(line))

    def ends_with_clock(self, line: str) -> bool:
        """Whether the stop at the end belongs to a time of day (*11:20 a. m.*, *20:45 h.*)."""
        return bool(self.clock_end.search(line[-_EDGE:]))

    def find_wire(self, line: str) -> int | None:
        """Where the name of the agency begins that signs the line at its end."""
        skipped = max(0, len(line) - _EDGE)
        match = self.wire.search(line[skipped:])
        return skipped + match.start(1) if match else None

    def is_name(self, line: str) -> bool:
        """Whether the line holds names alone: people, places, bodies."""
        return len(line.split()) <= 9 and not any(c.isdigit() for c in line) and bool(self.name_line.fullmatch(line))

    def find_full_names(self, line: str) -> frozenset[str]:
        """The names of two words and more in a line."""
        return frozenset(m[0] for m in self.full_name.finditer(line[:_LONGEST]))

    def find_date_rest(self, line: str) -> str | None:
        """What is left of a line without its dates, times and the words around them; None where it holds no date or time."""
        bare, count = self.date.subn(" ", line)
        if not count:
            return None
        words = [w for w in _SEPARATORS.split(bare) if w]
        rest: list[str] = []
        index = 0
        while index < len(words):
            size = next((n for n in (3, 2, 1) if " ".join(words[index : index + n]).lower() in self.furniture), 0)
            if not size and not (len(words[index]) == 2 and words[index].isupper()):  # the code of a country
                rest.append(words[index])
            index += size or 1
        return " ".join(rest)


def _in_zone(wanted: str, zone: str, last: bool) -> bool:
    if wanted == "not_last":
        return not last
    return wanted == "any" or wanted == zone or (wanted == "edge" and zone in ("head", "tail"))


def make_boilerplate(pack: Pack) -> Boilerplate:
    """The compiled boilerplate of ``pack``."""
    return Boilerplate(pack)


def make_date_pattern(pack: Pack) -> str:
    """A regular expression for the dates that stand in furniture, from the names of the calendar."""
    words: dict[str, list[str]] = {}
    for entry in pack.slot(CalendarWord):
        words.setdefault(entry.kind, []).extend(entry.words)
    month = rf"(?:{_either([*words.get('month', []), *words.get('month_short', [])])})"
    weekday = rf"(?:{_either(words.get('weekday', []))})"
    of = rf"(?:{_either(words.get('of', []))})"
    day = r"\d{1,2}(?:\.?[º°])?"
    year = rf"(?:(?:\s+{of}\s+|,?\s+|[/.-]){{0,1}}\d{{4}})"
    forms = [
        rf"{day}(?:\s+{of}\s+|[\s/.-]){month}\b\.?{year}?",
        rf"{month}\b\.?\s+{day}{year}?",
        r"\d{4}-\d{1,2}-\d{1,2}",
        r"\d{1,2}([/.-])\d{1,2}(?:[/.-]\d{2,4})",
        r"\d{1,2}/\d{1,2}",
    ]
    dated = "|".join(forms).replace("([/.-])", "[/.-]")
    return rf"(?:(?:{weekday}\b,?\s+)?(?:{dated})|{weekday}\b)"


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"
