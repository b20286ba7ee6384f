"""From scores of attachment to the best well-formed tree: one root, every word reached, no cycle.

Chu & Liu 1965, Edmonds 1967, with the single root of Universal Dependencies: where the best heads one by one are no such tree, arcs from
the root are made so dear that the best arborescence has exactly one (Zmigrod, Vieira & Cotterell 2020 discuss why a search is needed).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]


def find_tree(scores: npt.NDArray[np.floating]) -> Heads:
    """The head of each place in the best tree over ``scores[dependent, head]``; place 0 is the root and its own head.

    At least one word (place 1); scores are finite; ties go to the place further left.
    """
    table = scores.astype(np.float64)
    np.fill_diagonal(table, -np.inf)
    heads: Heads = table.argmax(1)
    heads[0] = 0
    if int((heads[1:] == 0).sum()) == 1 and _find_cycle(heads.tolist()) is None:
        return heads
    finite = table[np.isfinite(table)]
    table[1:, 0] -= (float(finite.max()) - float(finite.min()) + 1.0) * len(table)
    return _find_arborescence(table)


def _find_arborescence(table: Scores) -> Heads:
    """Greedy heads; while they hold a cycle, it is contracted to one node; then all is expanded again."""
    contracted: list[tuple[Heads, npt.NDArray[np.int64], Heads, Heads]] = []
    while True:
        heads: Heads = table.argmax(1)
        heads[0] = 0
        cycle = _find_cycle(heads.tolist())
        if cycle is None:
            break
        inside = np.array(cycle)
        rest = np.setdiff1d(np.arange(len(table)), inside)
        leaving = table[np.ix_(rest, inside)]
        entering = table[np.ix_(inside, rest)] - table[inside, heads[inside]][:, None]
        smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
        smaller[:-1, :-1] = table[np.ix_(rest, rest)]
        smaller[:-1, -1] = leaving.max(1)
        smaller[-1, :-1] = entering.max(0)
        outer = heads.copy()
        contracted.append((outer, rest, inside[leaving.argmax(1)], inside[entering.argmax(0)]))
        table = smaller
    for outer, rest, source, entry in reversed(contracted):
        node = len(rest)
        for place in range(1, node):
            outer[rest[place]] = source[place] if heads[place] == node else rest[heads[place]]
        outer[entry[heads[node]]] = rest[heads[node]]
        heads = outer
    return heads


def _find_cycle(heads: Sequence[int]) -> list[int] | None:
    """The places of a cycle, if following heads from some place does not end at place 0."""
    state = [0] * len(heads)
    state[0] = -1
    for start in range(1, len(heads)):
        place = start
        while state[place] == 0:
            state[place] = start
            place = heads[place]
        if state[place] == start:
            cycle = [place]
            while heads[cycle[-1]] != place:
                cycle.append(heads[cycle[-1]])
            return cycle
        place = start
        while state[place] == start:
            state[place] = -1
            place = heads[place]
    return None
