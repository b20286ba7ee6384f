"""Which texts are worth comparing: those that share fingerprints. Never all with all, however many copies one text has.

Texts come in order, originals first. Each fingerprint leads only to the first few texts that have it: five thousand copies
of a dispatch are each compared with its first printings and not with one another, and what one of them adds leads to it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

HOLDERS = 2
SHARED = 2

_PARTS = 64
_LOW = 0xFFFFFFFF


def iter_candidates(keys: Iterable[Sequence[int]], shared: int = SHARED) -> Iterator[tuple[int, list[int]]]:
    """For each text (by position) that has some, the earlier ones, rising, that share at least ``shared`` of its keys (32 bits).

    Each text comes once, in no order that means anything. Time and memory grow with the number of keys, not of pairs.
    """
    meetings = _make_parts()
    for part in _partition(keys):
        for meeting in _meet(part):
            meetings[(meeting >> 32) % _PARTS].append(meeting)
    while meetings:
        for later, group in groupby(sorted(meetings.pop()), lambda meeting: meeting >> 32):
            earlier = [(holder, len(list(same))) for holder, same in groupby(meeting & _LOW for meeting in group)]
            if found := [holder for holder, count in earlier if count >= shared]:
                yield later, found


def _make_parts() -> list[array[int]]:
    return [array("Q") for _ in range(_PARTS)]


def _partition(keys: Iterable[Sequence[int]]) -> Iterator[array[int]]:
    """Key and position in one number each, in parts by key, so that only a part at a time is sorted."""
    parts = _make_parts()
    for position, row in enumerate(keys):
        for key in row:
            parts[key % _PARTS].append(key << 32 | position)
    while parts:
        yield parts.pop()


def _meet(part: array[int]) -> Iterator[int]:
    """Every later text with each of the first holders of one of its keys, as ``later << 32 | earlier``."""
    last, holders = -1, [0]
    for entry in sorted(part):
        key, position = entry >> 32, entry & _LOW
        if key != last:
            last, holders = key, [position]
            continue
        for holder in holders:
            yield position << 32 | holder
        if len(holders) < HOLDERS:
            holders.append(position)
