"""Questions: cells that ask for one quantity, joined by the table of weights.

Pairs are joined from the surest down, never against a veto that holds between any two cells of the groups. A cell whose owner is left
out joins last, and only where a single group is left for it: ambiguity stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from careo.lang.taxonomy import Taxonomy
from careo.link.clusters import Unions
from careo.link.quantities.cells import Cell, Key, is_lasting
from careo.link.quantities.features import COUNTRY, Context, find_features
from careo.link.quantities.readings import Reading
from careo.link.weights import Weights, load_weights

WINDOW: Final = 64
"""Cells of one block that a cell is compared with, at most: those before it in time. A larger block is reported."""


def find_apart(readings: Iterable[tuple[Key, Reading]]) -> dict[Key, frozenset[frozenset[str]]]:
    """Pairs of owners, by key, for each of which one article gives a figure: it tells them apart.

    Same figures do not count: *23 muertos en la ciudad* and *23 muertos en la provincia* of one article may well be one.
    """
    owners: dict[tuple[Key, str], dict[str, set[tuple[float, float]]]] = defaultdict(lambda: defaultdict(set))
    for key, reading in readings:
        if reading.of and not reading.part_of:
            owners[key, reading.article][reading.of].add((reading.range.low, reading.range.high))
    apart: dict[Key, set[frozenset[str]]] = defaultdict(set)
    for (key, _), found in owners.items():
        names = sorted(found)[:WINDOW]
        for place, name in enumerate(names):
            apart[key].update(frozenset((name, other)) for other in names[:place] if not found[name] & found[other])
    return {key: frozenset(pairs) for key, pairs in apart.items()}


def split_blocks(cells: Sequence[Cell], taxonomy: Taxonomy) -> list[list[Cell]]:
    """The cells of one key in groups that share neither story nor owner, so that each can be worked on by itself."""
    unions: Unions[int] = Unions(range(len(cells)))
    for block in _find_blocks(cells, taxonomy).values():
        for index in block[1:]:
            unions.join(block[0], index)
    return [[cells[index] for index in group] for group in unions.groups().values()]


def find_questions(cells: Sequence[Cell], context: Context) -> tuple[list[list[Cell]], list[str]]:
    """Groups of cells (all of one key) that ask for one quantity, and notices of blocks too large to compare in full."""
    weights = load_weights()
    blocks = _find_blocks(cells, context.taxonomy)
    notices = [
        f"block {name}: {len(block)} cells; each was compared with the {WINDOW} before it"
        for name, block in blocks.items()
        if len(block) > WINDOW
    ]
    scores: dict[tuple[int, int], float] = {}
    for block in blocks.values():
        for place, index in enumerate(block):
            for other in block[max(0, place - WINDOW) : place]:
                if (other, index) not in scores:
                    scores[other, index] = weights.score(find_features(cells[other], cells[index], context))
    groups = _Groups(cells, context)
    _join_known(cells, scores, weights, groups)
    _join_unknown(cells, scores, weights, groups)
    found = [[cells[i] for i in group] for group in groups.unions.groups().values()]
    return sorted(found, key=lambda group: group[0].order), sorted(notices)


def _find_blocks(cells: Sequence[Cell], taxonomy: Taxonomy) -> dict[str, list[int]]:
    """The places of the cells that lie in one story, or have one owner, by what they share."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, cell in enumerate(cells):
        blocks[f"{'/'.join(cell.key)} story {cell.story}"].append(index)
        if cell.owner and is_lasting(cell.readings[0], taxonomy.categories.get(cell.key[0])):
            blocks[f"{'/'.join(cell.key)} owner {cell.owner}"].append(index)
    return blocks


class _Groups:
    """Groups in the making, with what no group may hold twice: countries, owners set apart, days of an event."""

    def __init__(self, cells: Sequence[Cell], context: Context) -> None:
        self._pairs = context.apart.get(cells[0].key, frozenset()) if cells else frozenset()
        self.unions: Unions[int] = Unions(range(len(cells)))
        self._owners = {i: {cell.owner} - {None} for i, cell in enumerate(cells)}
        self._days = {i: {cell.event_day} - {None} for i, cell in enumerate(cells)}

    def fits(self, one: int, other: int) -> bool:
        """Whether nothing in the two groups forbids that they are one."""
        left, right = self.unions.find(one), self.unions.find(other)
        owners = self._owners[left] | self._owners[right]
        if sum(1 for name in owners if name and name.startswith(COUNTRY)) > 1:
            return False
        if any(frozenset((a, b)) in self._pairs for a in self._owners[left] for b in self._owners[right] if a and b):
            return False
        days = [day for day in self._days[left] | self._days[right] if day is not None]
        return not days or max(days) - min(days) <= 1

    def join(self, one: int, other: int) -> None:
        left, right = self.unions.find(one), self.unions.find(other)
        if left == right:
            return
        owners, days = self._owners[left] | self._owners[right], self._days[left] | self._days[right]
        self.unions.join(one, other)
        root = self.unions.find(one)
        self._owners[root], self._days[root] = owners, days


def _join_known(
    cells: Sequence[Cell], scores: Mapping[tuple[int, int], float], weights: Weights, groups: _Groups
) -> None:
    for _, one, other in sorted((-score, *pair) for pair, score in scores.items() if score >= weights.threshold):
        if (cells[one].owner is None) == (cells[other].owner is None) and groups.fits(one, other):
            groups.join(one, other)


def _join_unknown(
    cells: Sequence[Cell], scores: Mapping[tuple[int, int], float], weights: Weights, groups: _Groups
) -> None:
    """Cells without an owner: to the one group that they fit, or to the one that scores highest alone."""
    wanted: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        if score >= weights.threshold and (cells[one].owner is None) != (cells[other].owner is None):
            unknown, known = (one, other) if cells[one].owner is None else (other, one)
            source, target = groups.unions.find(unknown), groups.unions.find(known)
            wanted[source][target] = max(score, wanted[source].get(target, score))
    for source in sorted(wanted):
        best = max(wanted[source].values())
        targets = [target for target, score in wanted[source].items() if score == best]
        if len(targets) == 1 and groups.fits(source, targets[0]):
            groups.join(source, targets[0])
