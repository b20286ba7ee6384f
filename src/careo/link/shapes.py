"""Shapes: under which keys the claims of an article can meet others, and no more. Blocks are found from them without a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careo.lang.taxonomy import Taxonomy
from careo.link.propositions.points import Key, Point, can_meet, find_answers, make_keys
from careo.link.quantities.groups import FigureShape, make_figure_shapes
from careo.link.quantities.readings import Reading


@dataclass(frozen=True, slots=True)
class Shape:
    """What the claims of an article can meet others by. ``points``: ids of claims with the keys of their blocks; ``context``: the actors
    of the article; ``answers``: claims that answer another one and claim no event themselves, with that one.
    """

    figures: tuple[FigureShape, ...]
    points: tuple[tuple[str, tuple[Key, ...]], ...]
    context: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]


def make_shape(readings: Sequence[Reading], points: Mapping[str, Point], taxonomy: Taxonomy) -> Shape:
    """The shape of an article, from the readings and the points of its claims."""
    context = next(iter(points.values())).context if points else frozenset()
    return Shape(
        make_figure_shapes(readings, taxonomy),
        tuple((name, make_keys(point)) for name, point in sorted(points.items()) if can_meet(point)),
        tuple(sorted(context)),
        tuple(sorted(find_answers(points).items())),
    )
