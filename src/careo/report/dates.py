"""Dates (EDTF) in the words of the page's language."""

from __future__ import annotations

import re
from datetime import date

from careo.report.labels import Labels

_SINGLE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(W?\d{2})(?:-(\d{2}))?)?(?:[T ].*)?([~?%]?)")


def format_date(value: str | None, labels: Labels, *, short: bool = False) -> str:
    """An EDTF value in words; empty for None, and the value itself where it is none. ``short``: months by their abbreviations."""
    if not value:
        return ""
    left, slash, right = value.strip().partition("/")
    if not slash:
        return _format_single(value.strip(), labels, short=short)
    if not all(side in ("..", "") or _SINGLE.fullmatch(side) for side in (left, right)):
        return value
    first, last = left not in ("..", ""), right not in ("..", "")
    sides = [(left, "from" if last else "since")] if first else []
    sides += [(right, "to" if first else "until")] if last else []
    return " ".join(_format_side(side, key, labels, short=short) for side, key in sides) or value


def _format_side(value: str, key: str, labels: Labels, *, short: bool) -> str:
    """An end of an interval with its preposition: another one before a day or a week."""
    found = _SINGLE.fullmatch(value)
    kind = "" if found is None else "_day" if found[3] else "_week" if (found[2] or "").startswith("W") else ""
    return labels("dates", key + kind).format(date=_format_single(value, labels, short=short))


def _format_single(value: str, labels: Labels, *, short: bool) -> str:
    found = _SINGLE.fullmatch(value)
    if found is None:
        return value
    year, part, day, mark = found.groups()
    try:
        words = _name(year, part, day, labels, short=short)
    except ValueError:
        return value
    if mark in ("~", "%"):
        words = labels("dates", "about").format(date=words)
    return labels("dates", "unsure").format(date=words) if mark in ("?", "%") else words


def _name(year: str, part: str | None, day: str | None, labels: Labels, *, short: bool) -> str:
    if "X" in year:
        key = "century" if year.endswith("XX") else "decade"
        return labels("dates", key).format(year=year.replace("X", "0"))
    if part is None:
        return year
    if part.startswith("W"):
        monday = date.fromisocalendar(int(year), int(part[1:]), 1)
        return labels("dates", "week").format(date=_format_single(monday.isoformat(), labels, short=short))
    number = str(int(part))
    if number in labels.tables["seasons"]:
        return labels("seasons", number).format(year=year)
    if number not in labels.tables["months"]:
        raise ValueError(part)
    month = labels("months_short" if short else "months", number)
    if day is None:
        return f"{month} {year}" if short else labels("dates", "month").format(month=month, year=year)
    return labels("dates", "day_short" if short else "day").format(day=int(day), month=month, year=year)
