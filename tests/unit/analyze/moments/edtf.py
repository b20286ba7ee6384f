"""What a value may look like: EDTF (ISO 8601-2:2019, level 1 with quarters and halves), and ISO weeks."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d{2})")
_OPEN = re.compile(r"\d{3}X|\d{2}XX")
_SUB_YEAR = {*range(1, 13), 21, 22, 23, 24, 33, 34, 35, 36, 40, 41}


def is_edtf(value: str) -> bool:
    """Whether ``value`` is one date or an interval of two, in order, one of which may be open (``..``)."""
    if "/" not in value:
        return is_point(value)
    left, _, right = value.partition("/")
    if ".." in (left, right):
        return left != right and all(is_point(side) for side in (left, right) if side != "..")
    return is_point(left) and is_point(right) and left.rstrip("~")[:4] <= right.rstrip("~")[:4]


def is_point(value: str) -> bool:
    bare = value.removesuffix("~")
    if _OPEN.fullmatch(bare):
        return True
    if week := _WEEK.fullmatch(bare):
        return is_day(lambda: date.fromisocalendar(int(week["year"]), int(week["week"]), 1))
    match = _DATE.fullmatch(bare)
    if not match or match["year"] == "0000":
        return False
    if match["day"]:
        return is_day(lambda: date.fromisoformat(bare))
    return match["month"] is None or int(match["month"]) in _SUB_YEAR


def is_day(make: object) -> bool:
    try:
        make()  # type: ignore[operator]
    except ValueError:
        return False
    return True
