"""Copies in another language: the same numbers, names and quotations in the same order. Conservative: few figures prove nothing.

Two reports on one event share some figures and names too; a translation shares nearly all of them, in order, at a like length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from careo.link.copies.comparisons import Verdict
from careo.link.copies.sketches import Sketch

LEAST_NUMBERS, NUMBERS = 4, 0.75
LEAST_NAMES, NAMES = 3, 0.5
ORDER = 0.8
QUOTES = 0.6
LENGTH = 0.55
DAYS = 7

_FACTOR = 0x9E3779B1


def translation_keys(sketch: Sketch) -> list[int]:
    """Two numbers that are near one another, whichever comes first: what the parts of a translation have in common."""
    numbers = sketch.numbers
    if len(numbers) < LEAST_NUMBERS:
        return []
    pairs = {(min(a, b), max(a, b)) for step in (1, 2) for a, b in zip(numbers, numbers[step:], strict=False)}
    return sorted({(a * _FACTOR + b) >> 7 & 0xFFFFFFFF for a, b in pairs})


def compare_translations(left: Sketch, right: Sketch) -> Verdict | None:
    """Whether one of two texts in different languages translates the other; None where that is not near certain."""
    if left.language == right.language or not _like_in_length(left, right) or not _like_in_time(left, right):
        return None
    numbers = _in_common(left.numbers, right.numbers)
    names = _in_common(left.names, right.names)
    if len(numbers) < LEAST_NUMBERS or len(numbers) < NUMBERS * min(len(left.numbers), len(right.numbers)):
        return None
    if len(names) < LEAST_NAMES or len(names) < NAMES * min(len(left.names), len(right.names)):
        return None
    if min(left.quotes, right.quotes) < QUOTES * max(left.quotes, right.quotes):
        return None
    order = _in_order(numbers) / len(numbers)
    if order < ORDER or _in_order(names) < ORDER * len(names) * ORDER:
        return None
    return Verdict(
        "translation",
        order * len(numbers) / max(len(left.numbers), len(right.numbers)),
        f"{len(numbers)} numbers and {len(names)} words of names in the same order, "
        f"{left.quotes} and {right.quotes} quotations, {left.language} and {right.language}",
    )


def _like_in_length(left: Sketch, right: Sketch) -> bool:
    return min(left.words, right.words) >= LENGTH * max(left.words, right.words)


def _like_in_time(left: Sketch, right: Sketch) -> bool:
    try:
        return abs((date.fromisoformat(left.published) - date.fromisoformat(right.published)).days) <= DAYS
    except ValueError:
        return True  # not known to the day


def _in_common(left: Sequence[int], right: Sequence[int]) -> list[int]:
    """The positions in ``right`` of what both have, in the order of ``left``."""
    places = {value: position for position, value in enumerate(right)}
    return [places[value] for value in left if value in places]


def _in_order(positions: Sequence[int]) -> int:
    """The length of the longest rising subsequence."""
    ends: list[int] = []
    for position in positions:
        place = bisect_left(ends, position)
        ends[place : place + 1] = [position]
    return len(ends)
