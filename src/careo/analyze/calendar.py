"""Stretches of the calendar and their EDTF (ISO 8601-2:2019; weeks as in ISO 8601-1: ``2024-W41``).

Seasons carry the EDTF codes 21-24 of both hemispheres, quarters 33-36, halves 40-41; decades and centuries leave digits open
(``195X``, ``19XX``). All functions are total: what the calendar does not hold (year 0, 31 February) gives None.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

Precision = Literal[
    "day", "weekend", "week", "fortnight", "month", "season", "quarter", "semester", "year", "decade", "century"
]

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?[~?%]?")
_SEASON_STARTS: Final = ((21, 3, 20), (22, 6, 21), (23, 9, 23), (24, 12, 21))  # of the northern half, astronomical


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days ``start`` to ``end`` (both in it), as one EDTF value; ``open`` is ``start`` or ``end`` where that side is unknown."""

    start: date
    end: date
    edtf: str
    precision: Precision
    open: Literal["", "start", "end"] = ""

    @property
    def is_interval(self) -> bool:
        """Whether the value is an interval of two dates."""
        return "/" in self.edtf


def parse_published(value: str | None) -> Stretch | None:
    """A publication date, at the precision given (``2024-10-28``, ``2024-10``, ``2024``, a timestamp); None where it is none."""
    match = _PUBLISHED.fullmatch((value or "").strip())
    if not match:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    if year is None:
        return None
    if month is None:
        return make_year(year)
    return make_month(year, month) if day is None else make_date(year, month, day)


def make_date(year: int, month: int, day: int) -> Stretch | None:
    """One day of the calendar."""
    try:
        return make_day(date(year, month, day))
    except ValueError:
        return None


def make_day(day: date) -> Stretch:
    """One day."""
    return Stretch(day, day, day.isoformat(), "day")


def make_week(day: date) -> Stretch | None:
    """The ISO week that holds ``day``."""
    iso = day.isocalendar()
    start = shift_days(day, 1 - iso.weekday)
    end = shift_days(day, 7 - iso.weekday)
    return Stretch(start, end, f"{iso.year:04}-W{iso.week:02}", "week") if start and end else None


def make_month(year: int, month: int) -> Stretch | None:
    """One month."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    last = calendar.monthrange(year, month)[1]
    return Stretch(date(year, month, 1), date(year, month, last), f"{year:04}-{month:02}", "month")


def make_months(year: int, first: int, count: int, code: int) -> Stretch | None:
    """``count`` months from ``first`` on under one EDTF code: a quarter or a half of a year."""
    start, end = make_month(year, first), make_month(year, first + count - 1)
    if not start or not end:
        return None
    return Stretch(start.start, end.end, f"{year:04}-{code}", "quarter" if count == 3 else "semester")


def make_quarter(year: int, number: int) -> Stretch | None:
    """Quarter 1 to 4 of a year."""
    return make_months(year, 3 * number - 2, 3, 32 + number)


def make_semester(year: int, number: int) -> Stretch | None:
    """Half 1 or 2 of a year."""
    return make_months(year, 6 * number - 5, 6, 39 + number)


def make_season(year: int, code: int) -> Stretch | None:
    """The season that begins in ``year`` (winter ends in the next), as in the northern half."""
    starts = {c: (m, d) for c, m, d in _SEASON_STARTS}
    if code not in starts or not 1 <= year < 9999:
        return None
    start = date(year, *starts[code])
    following = starts[21 if code == 24 else code + 1]
    end = date(year + (code == 24), *following) - timedelta(1)
    return Stretch(start, end, f"{year:04}-{code}", "season")


def make_year(year: int) -> Stretch | None:
    """One year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), f"{year:04}", "year") if 1 <= year <= 9999 else None


def make_decade(year: int) -> Stretch | None:
    """The ten years that share the first three digits of ``year``."""
    first = year - year % 10
    if not 10 <= first <= 9990:
        return None
    return Stretch(date(first, 1, 1), date(first + 9, 12, 31), f"{first // 10:03}X", "decade")


def make_century(year: int) -> Stretch | None:
    """The hundred years that share the first two digits of ``year``."""
    first = year - year % 100
    if not 100 <= first <= 9900:
        return None
    return Stretch(date(first, 1, 1), date(first + 99, 12, 31), f"{first // 100:02}XX", "century")


def make_interval(first: Stretch | None, last: Stretch | None, precision: Precision | None = None) -> Stretch | None:
    """From the beginning of ``first`` to the end of ``last``; a missing side stays open. None where they are in the wrong order."""
    known = first or last
    if known is None:
        return None
    if first and last:
        if first.start > last.end:
            return None
        left, right = first.edtf.split("/")[0], last.edtf.split("/")[-1]
        return Stretch(first.start, last.end, f"{left}/{right}", precision or last.precision)
    if first:
        return replace(first, edtf=first.edtf.split("/")[0] + "/..", open="end", precision=precision or first.precision)
    return replace(known, edtf="../" + known.edtf.split("/")[-1], open="start", precision=precision or known.precision)


def make_approximate(stretch: Stretch) -> Stretch:
    """The same value marked as approximate, where EDTF can (days, months and years)."""
    if stretch.is_interval or stretch.precision not in ("day", "month", "year"):
        return stretch
    return replace(stretch, edtf=stretch.edtf + "~")


def shift_days(day: date, count: int) -> date | None:
    """``day`` moved by ``count`` days."""
    try:
        return day + timedelta(count)
    except OverflowError:
        return None


def shift_months(day: date, count: int) -> date | None:
    """``day`` moved by ``count`` months; the last of the month where that day does not exist there."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_DAYS: Final = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 15}
_MONTHS: Final = {"month": 1, "quarter": 3, "semester": 6, "year": 12, "five_years": 60, "decade": 120, "century": 1200}


def shift_units(day: date, unit: str, count: float) -> date | None:
    """``day`` moved by ``count`` units; 24 hours make a day, fewer stay on it."""
    if abs(count) > 100_000:
        return None
    if unit == "hour":
        return shift_days(day, int(count / 24))
    if unit in _DAYS:
        return shift_days(day, int(count * _DAYS[unit]))
    return shift_months(day, int(count * _MONTHS[unit])) if unit in _MONTHS else None


def _weekend(day: date) -> Stretch | None:
    """The weekend of the week that holds ``day``."""
    week = make_week(day)
    if week is None:
        return None
    saturday = week.end - timedelta(1)
    return Stretch(saturday, week.end, f"{saturday.isoformat()}/{week.end.isoformat()}", "weekend")


def _fortnight(day: date) -> Stretch | None:
    """The half of the month that holds ``day``."""
    month = make_month(day.year, day.month)
    if month is None:
        return None
    middle = date(day.year, day.month, 15)
    start, end = (month.start, middle) if day <= middle else (middle + timedelta(1), month.end)
    return Stretch(start, end, f"{start.isoformat()}/{end.isoformat()}", "fortnight")


_HOLDING: Final[dict[str, Callable[[date], Stretch | None]]] = {
    **dict.fromkeys(("second", "minute", "hour", "day", "night"), make_day),
    "week": make_week,
    "weekend": _weekend,
    "fortnight": _fortnight,
    "month": lambda day: make_month(day.year, day.month),
    "quarter": lambda day: make_quarter(day.year, (day.month + 2) // 3),
    "semester": lambda day: make_semester(day.year, (day.month + 5) // 6),
    "year": lambda day: make_year(day.year),
    "five_years": lambda day: make_year(day.year),
    "decade": lambda day: make_decade(day.year),
    "century": lambda day: make_century(day.year),
}


def make_unit(day: date, unit: str) -> Stretch | None:
    """The unit (``week``, ``month`` …) that holds ``day``."""
    make = _HOLDING.get(unit)
    return make(day) if make else None


_ORDER: Final = (
    "day",
    "weekend",
    "week",
    "fortnight",
    "month",
    "season",
    "quarter",
    "semester",
    "year",
    "decade",
    "century",
)


def at_least_as_fine(stretch: Stretch, unit: str) -> bool:
    """Whether ``stretch`` is known well enough to count units of ``unit`` from it."""
    held = {"second": "day", "minute": "day", "hour": "day", "night": "day", "five_years": "year"}.get(unit, unit)
    return held in _ORDER and _ORDER.index(stretch.precision) <= _ORDER.index(held)
