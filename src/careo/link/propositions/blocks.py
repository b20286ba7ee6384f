"""Blocks: which points are compared. No block is compared pair by pair where it is large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from careo.link.propositions.features import can_be_one
from careo.link.propositions.points import Key, Point, can_meet, make_keys

LARGE = 40
"""Points of a block up to which each is compared with each."""
WINDOW = 12
"""In a block that is still larger when it is divided, each is compared with as many that follow it by words and again by date (sorted
neighborhood, Hernández & Stolfo 1995)."""


def iter_pairs(points: Mapping[str, Point], notices: list[str]) -> Iterator[tuple[Point, Point]]:
    """All pairs worth comparing, each once, in a fixed order; ``notices`` gets a line for every block of which pairs are left out.

    A large block is divided by the actors of its points' articles: what shares none of them is never one thing, so nothing is lost.
    """
    blocks: dict[Key, list[Point]] = {}
    for name in sorted(points):
        if can_meet(points[name]):
            for key in make_keys(points[name]):
                blocks.setdefault(key, []).append(points[name])
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for left, right in _pairs_of(key, blocks[key], notices):
            pair = (left.id, right.id) if left.id < right.id else (right.id, left.id)
            if can_be_one(left, right) and pair not in seen:
                seen.add(pair)
                yield points[pair[0]], points[pair[1]]


def _pairs_of(key: Key, block: list[Point], notices: list[str]) -> Iterator[tuple[Point, Point]]:
    if len(block) <= LARGE:
        yield from _all_pairs(block)
        return
    for actor, part in sorted(_divide(block).items()):
        if len(part) <= LARGE:
            yield from _all_pairs(part)
        else:
            notices.append(f"block:neighborhood: {' '.join((*key, actor))}: {len(part)}")
            yield from _neighbors(part)


def _divide(block: Iterable[Point]) -> dict[str, list[Point]]:
    parts: dict[str, list[Point]] = {}
    for point in block:
        for actor in point.context:
            parts.setdefault(actor, []).append(point)
    return parts


def _all_pairs(block: list[Point]) -> Iterator[tuple[Point, Point]]:
    return ((left, right) for i, left in enumerate(block) for right in block[i + 1 :])


def _neighbors(block: list[Point]) -> Iterator[tuple[Point, Point]]:
    by_words = sorted(block, key=lambda p: (p.place or "", sorted(p.names), sorted(p.terms), p.id))
    by_date = sorted(block, key=lambda p: (p.day or 0, p.article, p.id))
    for ordered in (by_words, by_date):
        for i, left in enumerate(ordered):
            yield from ((left, right) for right in ordered[i + 1 : i + 1 + WINDOW])
