"""EDTF values (ISO 8601-2:2019) as ranges of days, so that they can be ordered and held against each other.

Read are the forms that careo writes: dates, months, years, weeks (``2024-W41``), seasons and parts of the year (codes 21-24,
33-36, 40-41), decades and centuries (``195X``, ``19XX``), intervals, open ones included (``2022/..``), and the marks ``~ ? %``.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

_VALUE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(W?\d{2})(?:-(\d{2}))?)?(?:[T ].*)?[~?%]?")
_MONTHS: Final = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""The first month of an EDTF season, quarter or half, and how many it has; seasons by whole months, as meteorologists count."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days ``first`` to ``last`` (proleptic ordinals, both in it); None where that side is open."""

    first: int | None
    last: int | None

    @property
    def length(self) -> int | None:
        """How many days; None where a side is open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1


def find_days(value: str | None) -> tuple[int, int] | None:
    """The first and the last day that an EDTF value may mean; None where it is none, or open on a side."""
    found = parse_edtf(value)
    return None if found is None or found.first is None or found.last is None else (found.first, found.last)


@lru_cache(maxsize=65536)
def parse_edtf(value: str | None) -> Days | None:
    """The days of an EDTF value; None where it is none, or where the calendar does not hold it."""
    if not value:
        return None
    left, mark, right = value.strip().partition("/")
    if not mark:
        return _parse_single(left)
    first, last = _parse_side(left), _parse_side(right)
    if first is None or last is None or (first.first is None and last.last is None):
        return None
    if first.first is not None and last.last is not None and first.first > last.last:
        return None
    return Days(first.first, last.last)


def _parse_side(value: str) -> Days | None:
    return Days(None, None) if value in ("..", "") else _parse_single(value)


def _parse_single(value: str) -> Days | None:
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year, part, day = match.groups()
    try:
        if part is None:
            return Days(_ordinal(int(year.replace("X", "0")) or 1, 1, 1), _ordinal(int(year.replace("X", "9")), 12, 31))
        if "X" in year:
            return None
        if part.startswith("W"):
            return Days(*(date.fromisocalendar(int(year), int(part[1:]), weekday).toordinal() for weekday in (1, 7)))
        if day is not None:
            return Days(*[_ordinal(int(year), int(part), int(day))] * 2)
        start, count = _MONTHS.get(int(part), (int(part), 1))
        return Days(_ordinal(int(year), start, 1), _end_of(int(year), start + count - 1))
    except ValueError:
        return None


def _ordinal(year: int, month: int, day: int) -> int:
    return date(year, month, day).toordinal()


def _end_of(year: int, month: int) -> int:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return _ordinal(year, month, calendar.monthrange(year, month)[1])
