"""Which pairs of a dispute are held against each other: all of them, as long as they are few.

Readings that nothing tells apart stand for one another, the first for all. Where the rest is still too many, only those pairs are
compared that can matter: the next figure of each claimant, and of all figures that a rule might call a contradiction the nearest one
that does not meet. That is enough to find a contradiction wherever there is one; every other pair can be compared on demand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from careo.lang.taxonomy import Category
from careo.link.quantities.readings import Reading
from careo.link.quantities.relations import COMMON_TIME, compare_readings, is_total
from careo.model import Relation

ALL_PAIRS: Final = 16
"""Readings of a dispute up to which every pair is compared."""


def find_relations(
    readings: Sequence[Reading], category: Category | None, limit: int = ALL_PAIRS
) -> tuple[tuple[Relation, ...], bool]:
    """The relations of a dispute, sorted, and whether every pair of unlike readings was compared."""
    groups: dict[object, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: r.order):
        groups[_signature(reading, category)].append(reading)
    heads = [group[0] for group in groups.values()]
    pairs = [(group[0], twin) for group in groups.values() for twin in group[1:]]
    complete = len(heads) <= limit
    pairs += _iter_all(heads) if complete else _find_telling(heads, category)
    found = (compare_readings(one, other, category) for one, other in pairs)
    return tuple(sorted((relation for relation in found if relation is not None), key=_order)), complete


def _order(relation: Relation) -> tuple[str, int, str, int]:
    return (relation.left.claim, relation.left.figure, relation.right.claim, relation.right.figure)


def _signature(reading: Reading, category: Category | None) -> object:
    """All that relations depend on; the article only where it could decide."""
    undated = reading.dating in ("said", "published", "none") and (
        category is None or category.loose or category.nature != "event"
    )
    return (
        reading.party, reading.range, reading.as_of, reading.dating, reading.category, reading.additional,
        bool(reading.part_of), reading.denied, reading.retracted, reading.ahead, reading.local, reading.stance == "request", reading.event,
        reading.article if undated or reading.event or reading.same_day else None,
    )  # fmt: skip


def _iter_all(heads: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    for place, head in enumerate(heads):
        for other in heads[:place]:
            yield other, head


def _find_telling(heads: Sequence[Reading], category: Category | None) -> list[tuple[Reading, Reading]]:
    places = {id(head): place for place, head in enumerate(heads)}  # heads stand in their order
    pairs: set[tuple[int, int]] = set()
    near: list[Iterable[tuple[Reading, Reading]]] = [pairwise(heads)]
    near += [pairwise(group) for group in _group(heads, lambda r: [r.party])]
    near += [_find_nearest(group, category) for group in _iter_rivals(heads, category)]
    for one, other in chain.from_iterable(near):
        left, right = places[id(one)], places[id(other)]
        pairs.add((left, right) if left <= right else (right, left))
    return [(heads[left], heads[right]) for left, right in sorted(pairs)]


def _iter_rivals(heads: Sequence[Reading], category: Category | None) -> Iterator[list[Reading]]:
    """Groups within which a rule may find a contradiction."""
    if category is not None and category.nature == "event" and (not category.loose or heads[0].per is not None):
        yield list(heads)
        return
    yield from _group(heads, lambda r: [r.article])
    dated = [reading for reading in heads if reading.dating in ("as_of", "said")]
    yield from _group(dated, lambda r: [r.as_of or ""])
    weeks = {r.when.first // 7 for r in dated if r.when and r.when.length == 7 and r.when.first is not None}
    for group in _group(dated, lambda r: [r.when.first // 7] if r.when and r.when.first is not None else []):
        if group[0].when and group[0].when.first is not None and group[0].when.first // 7 in weeks:
            for week in [r for r in group if r.when and r.when.length == 7]:
                yield [week, *(r for r in group if r.when and r.when.length == 1)]


def _group(heads: Iterable[Reading], keys: Callable[[Reading], Iterable[object]]) -> list[list[Reading]]:
    groups: dict[object, list[Reading]] = defaultdict(list)
    for head in heads:
        for key in keys(head):
            groups[key].append(head)
    return [group for group in groups.values() if len(group) > 1]


def _find_nearest(group: Sequence[Reading], category: Category | None) -> Iterator[tuple[Reading, Reading]]:
    """For each total the nearest one above that contradicts it. Those of one party are skipped together."""
    rows = sorted((r for r in group if is_total(r, category)), key=lambda r: (r.range.reach, r.order))
    lows = [row.range.reach[0] for row in rows]
    following = [len(rows)] * (len(rows) + 1)
    for place in range(len(rows) - 2, -1, -1):
        same = rows[place].party == rows[place + 1].party
        following[place] = following[place + 1] if same else place + 1
    for row in rows:
        place = bisect_right(lows, row.range.reach[1])
        while place < len(rows):
            relation = compare_readings(row, rows[place], category)
            if relation is not None and relation.relation == "contradicts":
                yield row, rows[place]
            if relation is not None and relation.rule in ("far-apart", *COMMON_TIME):
                break
            place = place + 1 if rows[place].party != row.party else following[place]
