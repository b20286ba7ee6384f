"""Where the nodes and edges of the graph of sources stand on paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from careo.report.dossier.values import Edge, Leaning, Node

WIDTH = 940.0
ROW = 34.0
COLUMNS = (238.0, 470.0, 702.0)
"""Where the names of outlets end, where those in between are centered, where those of sources begin."""
_CHARACTER = 3.6
"""Half the width of a character, about."""
_CHARACTERS = (33, 24, 33)


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A name with its place; ``words`` are cut to what fits."""

    node: Node
    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """A curve (SVG path data) and its width in pixels."""

    edge: Edge
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Graph:
    """The graph on paper."""

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    width: float
    height: float


def draw_graph(leaning: Leaning) -> Graph:
    """Three columns of names, ordered so that edges cross little, and curves between them."""
    columns = _order(leaning)
    height = ROW * max((len(column) for column in columns), default=0) + ROW
    drawn: dict[int, DrawnNode] = {}
    for number, column in enumerate(columns):
        room = (height - ROW) / max(len(column), 1)
        for place, node in enumerate(column):
            y = ROW / 2 + room * (place + 0.5)
            drawn[node.number] = DrawnNode(node, COLUMNS[number], round(y, 1), _cut(node.name, _CHARACTERS[number]))
    edges = tuple(_draw_edge(edge, drawn[edge.left], drawn[edge.right]) for edge in leaning.edges)
    return Graph(tuple(drawn.values()), edges, WIDTH, height)


def _order(leaning: Leaning) -> list[list[Node]]:
    """Outlets as they come; in the other columns each node near the middle of those that lean on it."""
    places: dict[int, float] = {}
    columns = []
    for number in range(3):
        column = [node for node in leaning.nodes if node.column == number]
        if number:
            column.sort(key=lambda node: (_center(node, leaning.edges, places), node.number))
        for place, node in enumerate(column):
            places[node.number] = (place + 0.5) / len(column)
        columns.append(column)
    return columns


def _center(node: Node, edges: Sequence[Edge], places: dict[int, float]) -> float:
    pulls = [(places[edge.left], edge.times) for edge in edges if edge.right == node.number and edge.left in places]
    total = sum(times for _, times in pulls)
    return sum(place * times for place, times in pulls) / total if total else 1.0


def _draw_edge(edge: Edge, left: DrawnNode, right: DrawnNode) -> DrawnEdge:
    x1 = left.x + (6 if left.node.column == 0 else _half(left))
    x2 = right.x - (6 if right.node.column == 2 else _half(right))
    if x2 <= x1:  # two that stand between, one behind the other
        bulge = x1 + 40
        path = f"M{x1:.1f} {left.y}C{bulge:.1f} {left.y} {bulge:.1f} {right.y} {right.x + _half(right):.1f} {right.y}"
    else:
        middle = (x1 + x2) / 2
        path = f"M{x1:.1f} {left.y}C{middle:.1f} {left.y} {middle:.1f} {right.y} {x2:.1f} {right.y}"
    return DrawnEdge(edge, path, round(min(9.0, 1.0 + 1.4 * math.sqrt(edge.times - 1)), 1))


def _half(node: DrawnNode) -> float:
    """From the middle of a centered name to where edges meet it."""
    return len(node.words) * _CHARACTER + 8


def _cut(name: str, length: int) -> str:
    return name if len(name) <= length else name[: length - 1].rstrip() + "…"
