"""Questions: cells that ask for one quantity, joined by the table of weights.

Pairs are joined from the surest down, never against a veto that holds between any two cells of the groups. A cell whose owner is left
out joins last, and only where a single group is left for it: ambiguity stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, Final

from careo.lang.taxonomy import Taxonomy
from careo.link.clusters import Question, Unions, join_ranked
from careo.link.quantities.cells import Cell, is_lasting
from careo.link.quantities.features import COUNTRY, Context, find_features
from careo.link.quantities.readings import Reading
from careo.link.weights import QUANTITIES, Weights, load_weights

WINDOW: Final = 64
"""Cells of one block that a cell is compared with, at most: those before it in time. A larger block is reported."""


def find_apart(readings: Iterable[Reading]) -> list[tuple[str, str]]:
    """Pairs of owners for each of which one article (whose readings of one key these are) gives a figure: it tells them apart.

    Same figures do not count: *23 muertos en la ciudad* and *23 muertos en la provincia* of one article may well be one.
    """
    found: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for reading in readings:
        if reading.of and not reading.part_of:
            found[reading.of].add((reading.range.low, reading.range.high))
    names = sorted(found)[:WINDOW]
    return [
        (other, name) for place, name in enumerate(names) for other in names[:place] if not found[name] & found[other]
    ]


@dataclass(frozen=True, slots=True)
class Parcel:
    """Cells of one key that share neither story nor owner with any others, and ``blocks``: the places of those that share one of them."""

    cells: list[Cell]
    blocks: dict[str, list[int]]


def split_blocks(cells: Sequence[Cell], taxonomy: Taxonomy) -> list[Parcel]:
    """The cells of one key in parcels, each of which can be worked on by itself."""
    blocks = _find_blocks(cells, taxonomy)
    unions: Unions[int] = Unions(range(len(cells)))
    for block in blocks.values():
        for index in block[1:]:
            unions.join(block[0], index)
    parcels: dict[int, Parcel] = {}
    places: list[int] = []
    for index, cell in enumerate(cells):
        parcel = parcels.setdefault(unions.find(index), Parcel([], {}))
        places.append(len(parcel.cells))
        parcel.cells.append(cell)
    for name, block in blocks.items():
        parcels[unions.find(block[0])].blocks[name] = [places[index] for index in block]
    return list(parcels.values())


def find_questions(parcel: Parcel, context: Context) -> tuple[list[list[Cell]], list[str]]:
    """Groups of cells that ask for one quantity, and notices of blocks too large to compare in full."""
    weights, cells = load_weights(QUANTITIES), parcel.cells
    notices = [
        f"block {name}: {len(block)} cells; each was compared with the {WINDOW} before it"
        for name, block in parcel.blocks.items()
        if len(block) > WINDOW
    ]
    scores: dict[tuple[int, int], float] = {}
    for block in parcel.blocks.values():
        for place, index in enumerate(block):
            for other in block[max(0, place - WINDOW) : place]:
                if (other, index) not in scores:
                    scores[other, index] = weights.score(find_features(cells[other], cells[index], context))
    groups = _make_groups(cells, context)
    _join_known(cells, scores, weights, groups)
    _join_unknown(cells, scores, weights, groups)
    found = [[cells[i] for i in group] for group in groups.groups().values()]
    return sorted(found, key=lambda group: group[0].order), sorted(notices)


def _find_blocks(cells: Sequence[Cell], taxonomy: Taxonomy) -> dict[str, list[int]]:
    """The places of the cells that lie in one story, or have one owner, by what they share."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, cell in enumerate(cells):
        blocks[f"{'/'.join(cell.key)} story {cell.story}"].append(index)
        if cell.owner and is_lasting(cell.readings[0], taxonomy.categories.get(cell.key[0])):
            blocks[f"{'/'.join(cell.key)} owner {cell.owner}"].append(index)
    return blocks


_Days = tuple[int, int]
"""The first and the last day of an event, as counts of days."""


def _make_groups(cells: Sequence[Cell], context: Context) -> Unions[int]:
    """Groups in the making, with what no group may hold twice: countries, owners set apart, days of an event."""
    pairs = context.apart.get(cells[0].key, frozenset()) if cells else frozenset()

    def are_rivals(mine: Set[str], yours: Set[str]) -> bool:
        if sum(name.startswith(COUNTRY) for name in mine | yours) > 1:
            return True
        return any(frozenset((left, right)) in pairs for left in mine for right in yours)

    labels: dict[int, dict[str, Any]] = {}
    for index, cell in enumerate(cells):
        labels[index] = {"owner": frozenset({cell.owner})} if cell.owner else {}
        if cell.event_day is not None:
            labels[index]["day"] = (cell.event_day, cell.event_day)
    questions = {"owner": Question(are_rivals), "day": Question(_are_days_apart, _cover_days)}
    return Unions(range(len(cells)), labels, questions)


def _cover_days(mine: _Days, yours: _Days) -> _Days:
    return min(mine[0], yours[0]), max(mine[1], yours[1])


def _are_days_apart(mine: _Days, yours: _Days) -> bool:
    first, last = _cover_days(mine, yours)
    return last - first > 1


def _join_known(
    cells: Sequence[Cell], scores: Mapping[tuple[int, int], float], weights: Weights, groups: Unions[int]
) -> None:
    sure = ((score, *pair) for pair, score in scores.items() if score >= weights.threshold)
    join_ranked(groups, (edge for edge in sure if (cells[edge[1]].owner is None) == (cells[edge[2]].owner is None)))


def _join_unknown(
    cells: Sequence[Cell], scores: Mapping[tuple[int, int], float], weights: Weights, groups: Unions[int]
) -> None:
    """Cells without an owner: to the one group that they fit, or to the one that scores highest alone."""
    wanted: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        if score >= weights.threshold and (cells[one].owner is None) != (cells[other].owner is None):
            unknown, known = (one, other) if cells[one].owner is None else (other, one)
            source, target = groups.find(unknown), groups.find(known)
            wanted[source][target] = max(score, wanted[source].get(target, score))
    for source in sorted(wanted):
        best = max(wanted[source].values())
        targets = [target for target, score in wanted[source].items() if score == best]
        if len(targets) == 1:
            groups.join(source, targets[0])
