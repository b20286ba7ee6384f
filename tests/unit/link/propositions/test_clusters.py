"""Clusters against a brute-force oracle, and guarded against chains."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from careo.link.actors import merge_actors
from careo.link.propositions.clusters import Edge, cluster_points
from careo.link.propositions.points import Point, make_points
from careo.model import Claim
from tests.unit.link.claims import make_claim

SIZE = 7


def make_members(agents: list[str | None]) -> dict[str, Point]:
    claims: list[Claim] = []
    for number, agent in enumerate(agents):
        names = (agent,) if agent else ()
        claims.append(
            make_claim("a", f"Voz{number}", predicate="abrir", agent=agent, names=names, terms=(f"t{number}",))
        )
    return make_points(claims, {}, merge_actors(claims))


def components(names: list[str], edges: list[Edge]) -> list[tuple[str, ...]]:
    """Connected components by transitive closure over all pairs: the oracle."""
    reached = {name: {name} for name in names}
    for _ in names:
        for _, left, right in edges:
            both = reached[left] | reached[right]
            for name in both:
                reached[name] = both
    return sorted({tuple(sorted(group)) for group in reached.values() if len(group) > 1})


PAIRS = list(combinations(range(SIZE), 2))


@given(st.lists(st.tuples(st.sampled_from([1.0, 2.0, 3.0]), st.sampled_from(PAIRS)), max_size=14), st.randoms())
def test_without_roles_clusters_are_connected_components(
    rows: list[tuple[float, tuple[int, int]]], chance: object
) -> None:
    points = make_members([None] * SIZE)
    names = sorted(points)
    edges = [(score, names[i], names[j]) for score, (i, j) in rows]
    shuffled = list(edges)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cluster_points(points, shuffled) == components(names, edges)


@given(
    st.lists(st.sampled_from([None, "Ambrania", "Lestria"]), min_size=SIZE, max_size=SIZE),
    st.lists(st.tuples(st.sampled_from([1.0, 2.0]), st.sampled_from(PAIRS)), max_size=14),
    st.randoms(),
)
def test_no_cluster_holds_two_doers(
    agents: list[str | None], rows: list[tuple[float, tuple[int, int]]], chance: object
) -> None:
    points = make_members(agents)
    names = sorted(points)
    edges = [(score, names[i], names[j]) for score, (i, j) in rows]
    found = cluster_points(points, edges)
    shuffled = list(edges)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cluster_points(points, shuffled) == found
    whole = components(names, edges)
    for cluster in found:
        assert len({points[name].agent for name in cluster} - {None}) < 2
        assert any(set(cluster) <= set(component) for component in whole)
    for component in whole:
        if len({points[name].agent for name in component} - {None}) < 2:
            assert component in found


def test_the_stronger_pair_takes_the_vague_one() -> None:
    points = make_members(["Ambrania", None, "Lestria"])
    by_agent = {point.agent: name for name, point in points.items()}
    ambrania, vague, lestria = by_agent["ambrania"], by_agent[None], by_agent["lestria"]
    edges = [(4.0, min(ambrania, vague), max(ambrania, vague)), (5.0, min(vague, lestria), max(vague, lestria))]
    assert cluster_points(points, edges) == [tuple(sorted((vague, lestria)))]
