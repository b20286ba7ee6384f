"""Clusters: connected components of the pairs that are about one thing, in which no two known roles or places contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from careo.link.propositions.features import compare_places, is_part
from careo.link.propositions.points import Point

Edge = tuple[float, str, str]
"""Score and the two claims, the smaller id first."""


@dataclass
class _Component:
    members: list[str]
    agents: set[str] = field(default_factory=set)
    patients: set[str] = field(default_factory=set)
    places: dict[str, Point] = field(default_factory=dict)


def cluster_points(points: Mapping[str, Point], edges: Iterable[Edge]) -> list[tuple[str, ...]]:
    """The clusters with two or more members, each sorted, in order of their first member.

    The strongest pairs are joined first. Two clusters are not joined where they hold known agents, known patients or places that
    exclude each other, so that a vague claim between them makes no chain. The result depends on the set of edges alone.
    """
    components = {name: _make_component(points[name]) for name in sorted(points)}
    for _, left, right in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        mine, yours = components[left], components[right]
        if mine is yours or not _agree(mine, yours):
            continue
        if len(mine.members) < len(yours.members):
            mine, yours = yours, mine
        _merge(mine, yours)
        for name in yours.members:
            components[name] = mine
    distinct = {id(c): c for c in components.values() if len(c.members) > 1}
    return sorted(tuple(sorted(c.members)) for c in distinct.values())


def _make_component(point: Point) -> _Component:
    component = _Component([point.id])
    if point.agent is not None and point.agent_known:
        component.agents.add(point.agent)
    if point.patient is not None and point.patient_known:
        component.patients.add(point.patient)
    if point.place is not None:
        component.places[point.place] = point
    return component


def _agree(mine: _Component, yours: _Component) -> bool:
    for left, right in ((mine.agents, yours.agents), (mine.patients, yours.patients)):
        if any(not is_part(a, b) for a in left for b in right):
            return False
    return all(compare_places(a, b) != "place:other" for a in mine.places.values() for b in yours.places.values())


def _merge(mine: _Component, yours: _Component) -> None:
    mine.members += yours.members
    mine.agents |= yours.agents
    mine.patients |= yours.patients
    for place, point in yours.places.items():
        kept = mine.places.get(place)
        if kept is None or point.id < kept.id:
            mine.places[place] = point
