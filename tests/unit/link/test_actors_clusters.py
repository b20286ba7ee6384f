"""Clusters under constraints are those that an oracle finds without any structure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careo.link.actors.clusters import Clusters

NODES = st.integers(0, 9)
LABELS = st.dictionaries(
    NODES, st.lists(st.tuples(st.sampled_from("pq"), st.sampled_from("xyz")), max_size=1), max_size=8
)
JOINS = st.lists(st.tuples(NODES, NODES, st.booleans()), max_size=25)
Sets = list[set[int]]


def oracle(labels: dict[int, list[tuple[str, str]]], joins: list[tuple[int, int, bool]]) -> tuple[Sets, list[bool]]:
    """Sets of nodes, each join tried on all labels of all members."""
    sets: Sets = [{node} for node in range(10)]
    done = []
    for left, right, force in joins:
        a = next(found for found in sets if left in found)
        b = next(found for found in sets if right in found)
        if a is b:
            done.append(True)
            continue
        answers = [{q: {y for n in part for x, y in labels.get(n, ()) if x == q} for q in "pq"} for part in (a, b)]
        clash = any(
            answers[0][q]
            and answers[1][q]
            and len(answers[0][q] | answers[1][q]) > 1
            and answers[0][q] != answers[1][q]
            for q in "pq"
        )
        done.append(force or not clash)
        if done[-1]:
            sets = [found for found in sets if found is not a and found is not b] + [a | b]
    return sets, done


@given(LABELS, JOINS)
def test_clusters_are_those_of_the_oracle(
    labels: dict[int, list[tuple[str, str]]], joins: list[tuple[int, int, bool]]
) -> None:
    clusters = Clusters(labels)
    done = [clusters.join(left, right, force=force) for left, right, force in joins]
    sets, expected = oracle(labels, joins)
    assert done == expected
    for found in sets:
        assert len({clusters.root(node) for node in found}) == 1
    assert len({clusters.root(node) for node in range(10)}) == len(sets)


def test_a_conflict_names_the_first_question() -> None:
    clusters = Clusters({1: [("whose", "x"), ("kind", "k")], 2: [("whose", "y"), ("kind", "l")]})
    assert clusters.conflict(1, 2) == "kind"
    assert not clusters.join(1, 2)
    assert clusters.answers(1, "whose") == {"x"}


def test_a_label_of_later_counts() -> None:
    clusters: Clusters[int] = Clusters({})
    clusters.join(1, 2)
    clusters.label(2, "whose", "x")
    clusters.label(3, "whose", "y")
    assert not clusters.join(1, 3)
