"""What speaks for two cells answering one question, and what against it: names of features, whose scores are data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from careo.lang.taxonomy import Taxonomy
from careo.link.quantities.cells import Cell, Key, find_span, is_lasting, is_loose
from careo.link.quantities.relations import are_set_against

COUNTRY: Final = "country:"
"""What the ids of countries begin with (see ``careo.link.actors``)."""

SCALE: Final = 100.0
"""A factor that no single count covers."""

_ODD_FROM: Final = 20
"""Smaller numbers come back by chance."""


@dataclass(frozen=True, slots=True)
class Context:
    """What cells are compared by, beside themselves. ``apart``: pairs of owners that one article sets apart, by key."""

    taxonomy: Taxonomy
    apart: Mapping[Key, frozenset[frozenset[str]]] = field(default_factory=dict)


def find_features(one: Cell, other: Cell, context: Context) -> tuple[str, ...]:
    """The features that hold of two cells of one key, in the order of the table."""
    found = [_owner(one, other, context), _story(one, other, context), _place(one, other), _time(one, other, context)]
    found += [_value(one, other), _scale(one, other, context)]
    if is_loose(one.key, context.taxonomy):
        found += ["unclassified", _answer(one, other)]
    return tuple(feature for feature in found if feature)


def _owner(one: Cell, other: Cell, context: Context) -> str | None:
    if one.owner == other.owner:
        return "owner-same" if one.owner else None
    if not one.owner or not other.owner:
        return "owner-one-unknown"
    if one.owner.startswith(COUNTRY) and other.owner.startswith(COUNTRY):
        return "owner-parties"
    if frozenset((one.owner, other.owner)) in context.apart.get(one.key, frozenset()):
        return "owner-set-apart"
    return "owner-different"


def _story(one: Cell, other: Cell, context: Context) -> str | None:
    if one.story == other.story:
        return "story-same"
    category = context.taxonomy.categories.get(one.key[0])
    if all(is_lasting(cell.readings[0], category) for cell in (one, other)) and one.owner == other.owner:
        return None
    return "story-different"


def _place(one: Cell, other: Cell) -> str | None:
    return "place-different" if one.place and other.place and one.place != other.place else None


def _time(one: Cell, other: Cell, context: Context) -> str | None:
    if one.event_day is not None and other.event_day is not None and abs(one.event_day - other.event_day) > 1:
        return "day-different"
    if _is_before(one, other) or _is_before(other, one):
        return "day-different"
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return None
    dated = [all(r.dating == "as_of" for r in cell.readings) for cell in (one, other)]
    if not all(dated) and is_loose(one.key, context.taxonomy) and _answer(one, other):
        return None  # 400 at the end of last year, said one; not more than 150, answered the other
    gap = max(one.first - other.last, other.first - one.last)
    span = max(find_span(cell.readings[0], context.taxonomy) for cell in (one, other))
    return "time-apart" if gap > span else None


def _is_before(one: Cell, other: Cell) -> bool:
    """Whether all of one was said before the day of the event that the other counts."""
    if one.event_day is not None or other.event_day is None or one.last is None:
        return False
    return one.last < other.event_day - 1


def _value(one: Cell, other: Cell) -> str | None:
    left, right = (
        {(r.range.low, r.range.high) for r in cell.readings if abs(r.range.point) >= _ODD_FROM} for cell in (one, other)
    )
    return "value-same" if left & right else None


def _answer(one: Cell, other: Cell) -> str | None:
    pairs = ((left, right) for left in one.readings for right in other.readings)
    return "answered" if any(are_set_against(left, right) for left, right in pairs) else None


def _scale(one: Cell, other: Cell, context: Context) -> str | None:
    category = context.taxonomy.categories.get(one.key[0])
    if category is None or category.nature != "cumulative":
        return None
    highs = [max(r.range.point for r in cell.readings) for cell in (one, other)]
    return "scale-different" if min(highs) > 0 and max(highs) / min(highs) > SCALE else None
