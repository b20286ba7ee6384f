"""Clusters: connected components of the pairs that are about one thing, in which no two known roles or places contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Any, Final

from careo.link.clusters import Question, Unions, join_ranked
from careo.link.propositions.features import compare_places, is_part
from careo.link.propositions.points import Point

Edge = tuple[float, str, str]
"""Score and the two claims, the smaller id first."""
_Places = Mapping[str, Point]
"""By place: of the points there the one with the least id."""
_Named = Set[tuple[frozenset[str], frozenset[str]]]
"""The names in each content, and the known roles in it."""


def cluster_points(points: Mapping[str, Point], edges: Iterable[Edge]) -> list[tuple[str, ...]]:
    """The clusters with two or more members, each sorted, in order of their first member.

    The strongest pairs are joined first. Two clusters are not joined where they hold known agents, known patients, places, other
    names or modes that exclude each other, so that a vague claim between them makes no chain. The result depends on the set of edges
    alone.
    """
    unions = Unions((), {name: _make_labels(point) for name, point in points.items()}, _QUESTIONS)
    join_ranked(unions, edges)
    return sorted(tuple(sorted(group)) for group in unions.groups().values() if len(group) > 1)


def _make_labels(point: Point) -> dict[str, Any]:
    labels: dict[str, Any] = {}
    if point.agent is not None and point.agent_known:
        labels["agent"] = frozenset({point.agent})
    if point.patient is not None and point.patient_known:
        labels["patient"] = frozenset({point.patient})
    if point.place is not None:
        labels["place"] = {point.place: point}
    if point.gist.mode != "named":
        labels["mode"] = frozenset({point.gist.mode})
    if point.event is None:
        known = {role for question in ("agent", "patient") for role in labels.get(question, ())}
        labels["names"] = frozenset({(point.names, frozenset(known))})
    return labels


def _are_strangers(mine: Set[str], yours: Set[str]) -> bool:
    return any(not is_part(left, right) for left in mine for right in yours)


def _are_elsewhere(mine: _Places, yours: _Places) -> bool:
    return any(compare_places(a, b) == "place:other" for a in mine.values() for b in yours.values())


def _name_others(mine: _Named, yours: _Named) -> bool:
    """*A spill* is not the link between one in Corvera and one in Anllares."""
    roles = {role for one in (mine, yours) for _, known in one for role in known}
    left, right = ({names - roles for names, _ in one} - {frozenset()} for one in (mine, yours))
    return any(a.isdisjoint(b) for a in left for b in right)


def _merge_places(mine: _Places, yours: _Places) -> _Places:
    merged = dict(mine)
    for place, point in yours.items():
        merged[place] = min(merged.get(place, point), point, key=lambda held: held.id)
    return merged


_QUESTIONS: Final = {
    "agent": Question(_are_strangers),
    "patient": Question(_are_strangers),
    "place": Question(_are_elsewhere, _merge_places),
    "names": Question(_name_others),
}
