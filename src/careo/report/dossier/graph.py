"""Where the nodes and edges of the graph of who leans on whom stand on paper."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from careo.report.dossier.values import Edge, Leaning, Node

WIDTH = 1060.0
COLUMNS = (270.0, 530.0, 790.0)
"""Where the names of outlets end, where those in between are centered, where those of sources begin."""
LINE, GAP, MARGIN = 19.0, 17.0, 10.0
MOST_NAMES = 4
_CHARACTER = 3.7
"""Half the width of a character, about."""
_CHARACTERS = (36, 26, 36)
_SWEEPS = 4
WORDS_AT = 0.68
"""How far along an edge its words stand: nearer to the end, where edges that began together are apart."""


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node with the middle of its name; ``lines`` are cut to what fits, each with the height of its base line."""

    node: Node
    x: float
    y: float
    lines: tuple[tuple[float, str], ...]
    half: float

    @property
    def height(self) -> float:
        """Of all its lines."""
        return LINE * len(self.lines)


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """A curve (SVG path data), its width in pixels, and where its words stand."""

    edge: Edge
    path: str
    width: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Graph:
    """The graph on paper."""

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    width: float
    height: float


def draw_graph(leaning: Leaning) -> Graph:
    """Columns of names, ordered so that edges cross little, and curves between them."""
    columns = _order([node for node in leaning.nodes if _has_edge(node, leaning.edges)], leaning.edges)
    height = max((_measure(column) for column in columns), default=0.0) + 2 * MARGIN
    drawn: dict[int, DrawnNode] = {}
    for number, column in enumerate(columns):
        spare = (height - 2 * MARGIN - _measure(column)) / max(len(column), 1)
        y = MARGIN + spare / 2
        for node in column:
            lines = _cut_lines(node, _CHARACTERS[number])
            tall = LINE * len(lines)
            y += GAP / 2
            bases = tuple((round(y + LINE * (place + 0.72), 1), line) for place, line in enumerate(lines))
            half = max(len(line) for line in lines) * _CHARACTER + 8
            drawn[node.number] = DrawnNode(node, COLUMNS[number], round(y + tall / 2, 1), bases, half)
            y += tall + GAP / 2 + spare
    return Graph(tuple(drawn.values()), tuple(_draw_edges(leaning.edges, drawn)), WIDTH, round(height, 1))


def _has_edge(node: Node, edges: Iterable[Edge]) -> bool:
    return any(node.number in (edge.left, edge.right) for edge in edges)


def _measure(column: Iterable[Node]) -> float:
    return sum(LINE * min(len(node.names), MOST_NAMES) + GAP for node in column)


def _order(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[list[Node]]:
    """Each node near the middle of those that it is joined to, by a few sweeps over the columns (barycenter heuristic)."""
    columns = [[node for node in nodes if node.column == number] for number in range(3)]
    for sweep in range(_SWEEPS):
        for number in (1, 2) if sweep % 2 == 0 else (1, 0):
            places = {n.number: (p + 0.5) / len(c) for c in columns for p, n in enumerate(c)}
            others = {n.number for c in columns for n in c if n.column != number}
            columns[number].sort(key=lambda node: (_center(node, edges, places, others), node.number))
    return columns


def _center(node: Node, edges: Sequence[Edge], places: Mapping[int, float], others: set[int]) -> float:
    joined = [
        (edge.right if edge.left == node.number else edge.left, edge.times)
        for edge in edges
        if node.number in (edge.left, edge.right)
    ]
    pulls = [(places[number], times) for number, times in joined if number in others]
    total = sum(times for _, times in pulls)
    return sum(place * times for place, times in pulls) / total if total else 1.0


def _draw_edges(edges: Sequence[Edge], drawn: Mapping[int, DrawnNode]) -> Iterable[DrawnEdge]:
    """Edges leave and reach a node side by side, in the order of where they go."""
    for edge in edges:
        left, right = drawn[edge.left], drawn[edge.right]
        y1 = _dock(edge, left, [drawn[e.right].y for e in edges if e.left == edge.left], right.y)
        y2 = _dock(edge, right, [drawn[e.left].y for e in edges if e.right == edge.right], left.y)
        yield _draw_edge(edge, (left, y1), (right, y2))


def _dock(edge: Edge, node: DrawnNode, ends: Sequence[float], end: float) -> float:
    room = min(node.height, 4.0 * len(ends))
    place = sorted(ends).index(end) + 0.5
    return round(node.y + (place / len(ends) - 0.5) * room, 1)


def _draw_edge(edge: Edge, start: tuple[DrawnNode, float], end: tuple[DrawnNode, float]) -> DrawnEdge:
    (left, y1), (right, y2) = start, end
    x1 = left.x + (8 if left.node.column == 0 else left.half)
    x2 = right.x - (8 if right.node.column == 2 else right.half)
    width = round(min(8.0, 1.2 + 1.3 * math.sqrt(edge.times - 1)), 1)
    if x2 <= x1:  # two that stand between, one behind the other
        x1, x2 = left.x + left.half, right.x + right.half
        bulge = max(x1, x2) + 44
        path = f"M{x1:.1f} {y1}C{bulge:.1f} {y1} {bulge:.1f} {y2} {x2:.1f} {y2}"
        return DrawnEdge(edge, path, width, round(bulge - 8, 1), round((y1 + y2) / 2, 1))
    middle = (x1 + x2) / 2
    path = f"M{x1:.1f} {y1}C{middle:.1f} {y1} {middle:.1f} {y2} {x2:.1f} {y2}"
    x, y = (_bend(*ends) for ends in ((x1, middle, middle, x2), (y1, y1, y2, y2)))
    return DrawnEdge(edge, path, width, round(x, 1), round(y, 1))


def _bend(*points: float) -> float:
    """Where a Bézier curve of these four coordinates is, :data:`WORDS_AT` of the way along it."""
    t, s = WORDS_AT, 1 - WORDS_AT
    return s**3 * points[0] + 3 * s * s * t * points[1] + 3 * s * t * t * points[2] + t**3 * points[3]


def _cut_lines(node: Node, length: int) -> tuple[str, ...]:
    names = (
        node.names
        if len(node.names) <= MOST_NAMES
        else (*node.names[: MOST_NAMES - 1], f"+ {len(node.names) - MOST_NAMES + 1}")
    )
    return tuple(name if len(name) <= length else name[: length - 1].rstrip() + "…" for name in names)
