"""Entry types for the words of time: the names of the calendar, the shapes of dates, and what stands before and after them.

A ``pattern`` is a regular expression (case is ignored, a space is any white space, word boundaries are added at both ends) in which
``{weekday}`` stands for any calendar word of that kind. ``{count}`` is a number in digits or words or a vague one, ``{day}`` a day of the
month, ``{year}`` four digits, ``{clock}`` a time of day, ``{roman}`` a roman numeral. A second of a kind is written ``{day2}``.

In the examples a sentence is followed by its publication date and the values of its moments, in order:
``Habló {moment:el lunes}. | 2025-05-14 | 2025-05-12``. A ``reject`` sentence gives no moment at all, or where values follow just these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

CalendarKind = Literal[
    "weekday", "month", "month_short", "season", "unit", "number", "ordinal", "vague", "decade",
    "the", "of", "past", "last", "next", "this", "that", "mod", "year_shift", "week_shift",
]  # fmt: skip
"""``unit`` values are ``second minute hour day night week weekend fortnight month quarter semester year five_years decade century``;
``year_shift`` and ``week_shift`` are phrases such as *del año pasado* with the number of years or weeks they stand away from the
publication. ``that`` refers back in the text (*ese, aquel, mismo*); ``mod`` are words that may stand around a number without
changing it."""

Rule = Literal[
    "none", "day", "weekday", "date", "month", "season", "part", "year", "decade", "century",
    "unit", "ago", "last", "same", "part_of_day",
]  # fmt: skip
"""How the value is computed:

``none`` claims the words, so that nothing else does (*por la mañana* is not tomorrow). ``day`` is ``shift`` days from the
publication, ``weekday`` the nearest one in the direction asked for, ``date`` a day of a month, ``part`` an ordinal part of a year
(*primer trimestre*), ``unit`` the unit ``shift`` units away (*la semana pasada*), ``ago`` ``count`` units away (*hace dos días*),
``last`` the stretch of ``count`` units up to the reference, ``same`` the unit that the text spoke of last (*ese mes*),
``part_of_day`` the day that it spoke of last (*por la tarde*)."""


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """Words of one kind with one value (ISO numbers: Monday is 1; seasons as in EDTF: spring is 21)."""

    FILE: ClassVar[str] = "dates.toml"
    TABLE: ClassVar[str] = "calendar_word"

    kind: CalendarKind
    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    value: int | str = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class DatePattern:
    """One shape of a temporal expression and the rule that gives its value.

    ``shift`` is in units of the rule, negative for the past. ``reference``: what it counts from, the publication or the moment that
    the text spoke of last. ``direction``: for names that come round (*lunes, octubre*) whether the past or the next one is meant;
    ``open`` leaves it to the tense. ``prefixed``: only where a preposition of ``DatePrefix`` stands before it (*en 1994*).
    ``triggers``: lower-case words of which one has to stand in the paragraph; needed where the pattern holds no name of the calendar.
    ``requires``: lower-case words of which one has to stand there in any case, so that a slow pattern is tried only where it can fit.
    """

    FILE: ClassVar[str] = "dates.toml"
    TABLE: ClassVar[str] = "date_pattern"

    name: str
    rule: Rule
    pattern: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    shift: int = 0
    reference: Literal["published", "narrative"] = "published"
    direction: Literal["open", "past", "next"] = "open"
    prefixed: bool = False
    triggers: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DatePrefix:
    """Words right before a date. ``effect``: ``none`` only belongs to it, ``forward`` looks to the next one (*para el lunes*),
    ``since until before after`` open an interval, ``early middle late`` name a part of it, ``about`` makes it approximate.
    """

    FILE: ClassVar[str] = "dates.toml"
    TABLE: ClassVar[str] = "date_prefix"

    patterns: tuple[str, ...]
    effect: Literal["none", "forward", "since", "until", "early", "middle", "late", "about"]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DateSuffix:
    """Words right after a date that belong to it and change nothing: parts of the day, clock times."""

    FILE: ClassVar[str] = "dates.toml"
    TABLE: ClassVar[str] = "date_suffix"

    patterns: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DateRange:
    """Words that make an interval of two dates: ``first`` before the one (may be empty), ``middle`` between them."""

    FILE: ClassVar[str] = "dates.toml"
    TABLE: ClassVar[str] = "date_range"

    middle: tuple[str, ...]
    accept: tuple[str, ...]
    first: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DatedNoun:
    """Nouns whose date is the date of what they say: *un informe del lunes señala*, *en una carta fechada el 3 de mayo*.

    Participles too: *el alcalde, consultado el lunes, negó …*.
    """

    FILE: ClassVar[str] = "dates.toml"
    TABLE: ClassVar[str] = "dated_noun"

    lemmas: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Venue:
    """Prepositions before where or by what something is said: the date of such a noun is that of the saying.

    *en un acto celebrado el lunes*, *a través de una nota difundida ayer*; but not *conforme al plan aprobado el lunes*.
    """

    FILE: ClassVar[str] = "dates.toml"
    TABLE: ClassVar[str] = "venue"

    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class FutureMarker:
    """A verb that turns the infinitive it governs into a future (*va a*, *prevé*, *planea*): its weekday is the next one."""

    FILE: ClassVar[str] = "dates.toml"
    TABLE: ClassVar[str] = "future_marker"

    lemmas: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""
