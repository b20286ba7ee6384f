"""Blocks: which claims are compared. In a small block each with each, in a large one those that could be one; none is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from careo.link.propositions.features import can_be_one
from careo.link.propositions.points import Key, Point, can_meet, make_keys
from careo.link.propositions.sieve import sieve_pairs

LARGE = 40
"""Claims of a block up to which each is compared with each."""

PointsOf = Callable[[Sequence[str]], Mapping[str, Mapping[str, Point]]]
"""The points of some articles, by article and claim."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Which claims can meet, by article: each with the keys of its blocks. ``contexts``: the actors of each article."""

    keys: Mapping[str, Sequence[tuple[str, Sequence[Key]]]]
    contexts: Mapping[str, Collection[str]]


def make_roster(points: Iterable[Point]) -> Roster:
    """The roster of points that are all at hand."""
    keys: dict[str, list[tuple[str, Sequence[Key]]]] = defaultdict(list)
    contexts: dict[str, Collection[str]] = {}
    for point in points:
        contexts[point.article] = point.context
        if can_meet(point):
            keys[point.article].append((point.id, make_keys(point)))
    return Roster(keys, contexts)


def iter_pairs(
    roster: Roster, changed: Collection[str], points_of: PointsOf, notices: list[str]
) -> Iterator[tuple[Point, Point]]:
    """All pairs that could be one and of which at least one claim is of a ``changed`` article, each pair once, in a fixed order.

    ``notices`` gets a line for every large block, whatever has changed.
    """
    blocks: dict[Key, list[tuple[str, str]]] = {}
    keys: dict[str, frozenset[Key]] = {}
    for article in sorted(roster.keys):
        for claim, own in roster.keys[article]:
            keys[claim] = frozenset(own)
            for key in own:
                blocks.setdefault(key, []).append((claim, article))
    for key in sorted(key for key, block in blocks.items() if len(block) > 1):
        block = sorted(blocks[key])
        large = len(block) > LARGE and key[0] != "in"
        if large:
            notices.append(
                f"block:sieved: {' '.join(key)}: {len(block)} claims; only pairs that could be one were compared"
            )
        if not any(article in changed for _, article in block):
            continue
        find = _sieve if large else _list_pairs
        for left, right in find(block, changed, roster.contexts, points_of):
            shared = keys[left.id] & keys[right.id]
            inside = {own for own in shared if own[0] == "in"}
            if min(inside or shared) == key:
                yield left, right


def _list_pairs(
    block: Sequence[tuple[str, str]],
    changed: Collection[str],
    contexts: Mapping[str, Collection[str]],
    points_of: PointsOf,
) -> Iterator[tuple[Point, Point]]:
    """The pairs of a small block."""
    found: list[tuple[tuple[str, str], tuple[str, str]]] = []
    for place, one in enumerate(block):
        for other in block[place + 1 :]:
            if (one[1] in changed or other[1] in changed) and (
                one[1] == other[1] or not set(contexts[one[1]]).isdisjoint(contexts[other[1]])
            ):
                found.append((one, other))
    points = points_of(sorted({article for pair in found for _, article in pair}))
    for (left, home), (right, away) in found:
        pair = points[home][left], points[away][right]
        if can_be_one(*pair):
            yield pair


def _sieve(
    block: Sequence[tuple[str, str]],
    changed: Collection[str],
    contexts: Mapping[str, Collection[str]],
    points_of: PointsOf,
) -> Iterator[tuple[Point, Point]]:
    """The pairs of a large block that could be one; two of one article meet in a block of their own."""
    points = points_of(sorted({article for _, article in block}))
    rows = [points[article][claim] for claim, article in block]
    for left, right in sieve_pairs(rows, [row.article in changed for row in rows]):
        if can_be_one(rows[left], rows[right]):
            yield rows[left], rows[right]
