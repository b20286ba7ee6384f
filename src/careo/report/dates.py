"""Dates (EDTF) in the words of the page's language.

Days, months and spans of them are written as the Unicode CLDR has it (by Babel). For what the CLDR does not know (seasons, halves,
decades, open ends, how sure a date is) there are templates among the labels.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from careo.report.labels import Labels
from careo.report.numbers import load_locale

_SINGLE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(W?\d{2})(?:-(\d{2}))?)?(?:[T ].*)?([~?%]?)")
_QUARTERS = {"33": 1, "34": 4, "35": 7, "36": 10}
"""EDTF's codes of quarters with the month in which each begins."""
_SKELETONS = {"day": ("yMMMMd", "yMMMd"), "month": ("yMMMM", "yMMM"), "quarter": ("yQQQQ", "yQQQ"), "year": ("y", "y")}
"""What is shown of a date by its precision, in full and short (date field symbols of the CLDR)."""
_SPACES = {ord("\u2009"): " ", ord("\u202f"): " "}
_Day = tuple[date, str]
"""The day on which a date begins, and how precise the date is: ``day month quarter year``."""


def format_date(value: str | None, labels: Labels, *, short: bool = False) -> str:
    """An EDTF value in words; empty for None, and the value itself where it is none. ``short``: months by their abbreviations."""
    if not value:
        return ""
    left, slash, right = value.strip().partition("/")
    if not slash:
        return _format_single(value.strip(), labels, short=short)
    if not all(side in ("..", "") or _SINGLE.fullmatch(side) for side in (left, right)):
        return value
    if span := _format_span(left, right, labels, short=short):
        return span
    first, last = left not in ("..", ""), right not in ("..", "")
    if first and last and any(mark in value for mark in "~?%"):
        begin, end = (_format_single(side, labels, short=short) for side in (left, right))
        return _write_range(begin, end, labels.language)
    sides = [(left, "from" if last else "since")] if first else []
    sides += [(right, "to" if first else "until")] if last else []
    return " ".join(_format_side(side, key, labels, short=short) for side, key in sides) or value


def _format_span(left: str, right: str, labels: Labels, *, short: bool) -> str:
    """Two dates of one precision, of which the later one is the later; else empty."""
    first, last = _find_day(left), _find_day(right)
    if first is None or last is None or first[1] != last[1] or first[1] == "quarter" or first[0] > last[0]:
        return ""
    return _write_span(first[0], last[0], _SKELETONS[first[1]][short], labels.language)


def _format_side(value: str, key: str, labels: Labels, *, short: bool) -> str:
    """An end of an interval with its preposition: another one before a day or a week."""
    found = _SINGLE.fullmatch(value)
    kind = "" if found is None else "_day" if found[3] else "_week" if (found[2] or "").startswith("W") else ""
    return labels("dates", key + kind).format(date=_format_single(value, labels, short=short))


def _format_single(value: str, labels: Labels, *, short: bool) -> str:
    found = _SINGLE.fullmatch(value)
    if found is None:
        return value
    year, part, named, mark = found.groups()
    day = _find_day(value.rstrip("~?%"))
    if day is None and named:
        return value
    words = _write(*day, labels.language, short) if day else _name(year, part, labels, short=short)
    if not words:
        return value
    if mark in ("~", "%"):
        words = labels("dates", "about_day" if named else "about").format(date=words)
    return labels("dates", "unsure").format(date=words) if mark in ("?", "%") else words


def _find_day(value: str) -> _Day | None:
    """Of a date that the CLDR has words for; None for others, and for dates that do not exist."""
    found = _SINGLE.fullmatch(value)
    if found is None or found[4] or "X" in found[1] or found[1] == "0000":
        return None
    year, part, day, _ = found.groups()
    precision = "day" if day else "quarter" if part in _QUARTERS else "month" if part else "year"
    if part is not None and (not part.isdecimal() or (day and part in _QUARTERS)):
        return None
    try:
        return date(int(year), _QUARTERS.get(part, int(part)) if part else 1, int(day or 1)), precision
    except ValueError:
        return None


def _name(year: str, part: str | None, labels: Labels, *, short: bool) -> str:
    """Decades, centuries, weeks, seasons and halves by their templates; empty for what is none."""
    if "X" in year:
        key = "century" if year.endswith("XX") else "decade"
        return labels("dates", key).format(year=year.replace("X", "0"))
    if part and part.startswith("W"):
        try:
            monday = date.fromisocalendar(int(year), int(part[1:]), 1)
        except ValueError:
            return ""
        return labels("dates", "week").format(date=_format_single(monday.isoformat(), labels, short=short))
    return labels("seasons", part).format(year=year) if part in labels.tables["seasons"] else ""


@lru_cache(maxsize=8192)
def _write(day: date, precision: str, language: str, short: bool) -> str:
    from babel import dates

    locale = load_locale(language)
    if precision == "day":
        words = dates.format_date(day, "medium" if short else "long", locale)
    else:
        words = dates.format_skeleton(_SKELETONS[precision][short], day, locale=locale)
    return words.translate(_SPACES)


@lru_cache(maxsize=2048)
def _write_span(first: date, last: date, skeleton: str, language: str) -> str:
    from babel.dates import format_interval

    return format_interval(first, last, skeleton, locale=load_locale(language)).translate(_SPACES)


@cache
def _load_range(language: str) -> str:
    return str(load_locale(language).interval_formats[None])


def _write_range(first: str, last: str, language: str) -> str:
    """Two dates, however they are written, from one to the other."""
    return _load_range(language).format(first, last).translate(_SPACES)
