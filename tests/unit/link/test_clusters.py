"""Clusters, with labels and without, are those that an oracle finds by trying every pair of members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from careo.link.clusters import Question, Unions, join_ranked

SIZE = 10
NODES = st.integers(0, SIZE - 1)
ANSWERS = st.dictionaries(
    NODES, st.dictionaries(st.sampled_from("pq"), st.sampled_from("xyz").map(lambda x: frozenset({x}))), max_size=8
)
JOINS = st.lists(st.tuples(NODES, NODES, st.booleans()), max_size=25)
SCORED = st.lists(st.tuples(st.sampled_from([1.0, 2.0, 3.0]), NODES, NODES), max_size=25)
DAYS = st.dictionaries(NODES, st.integers(1, 4), max_size=SIZE)
Sets = list[set[int]]
Labels = Mapping[int, Mapping[str, Any]]


def clash(question: str, one: Any, other: Any) -> bool:
    """Two keys by themselves: other words, days more than one apart."""
    return abs(one[0] - other[0]) > 1 if question == "day" else bool(one != other)


def oracle(labels: Labels, joins: Iterable[tuple[int, int, bool]]) -> tuple[Sets, list[bool]]:
    """Sets of keys, each join tried on all labels of all members."""
    sets: Sets = [{key} for key in range(SIZE)]
    done = []
    for one, other, force in joins:
        a, b = (next(found for found in sets if key in found) for key in (one, other))
        if a is b:
            done.append(True)
            continue
        apart = any(
            clash(question, labels[left][question], labels[right][question])
            for left, right in product(a, b)
            for question in labels.get(left, {}).keys() & labels.get(right, {}).keys()
        )
        done.append(force or not apart)
        if done[-1]:
            sets = [found for found in sets if found is not a and found is not b] + [a | b]
    return sets, done


def sets_of(unions: Unions[int]) -> Sets:
    found: dict[int, set[int]] = {}
    for key in range(SIZE):
        found.setdefault(unions.find(key), set()).add(key)
    return sorted(found.values(), key=min)


def cover(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0], other[0]), max(one[1], other[1])


DAY = Question(lambda one, other: cover(one, other)[1] - cover(one, other)[0] > 1, cover)


@given(ANSWERS, st.lists(st.tuples(NODES, NODES), max_size=25))
def test_clusters_are_those_of_the_oracle(labels: Labels, joins: list[tuple[int, int]]) -> None:
    unions: Unions[int] = Unions((), labels)
    tried = [(one, other, False) for one, other in joins]
    done = [unions.join(one, other) for one, other in joins]
    sets, expected = oracle(labels, tried)
    assert done == expected
    assert sets_of(unions) == sorted(sets, key=min)


@given(JOINS)
def test_what_is_forced_is_joined(joins: list[tuple[int, int, bool]]) -> None:
    """A cluster that was forced to hold two answers takes either of them, and no third."""
    labels = {key: {"p": frozenset({key % 3})} for key in range(SIZE)}
    unions: Unions[int] = Unions((), labels)
    held = {key: {key} for key in range(SIZE)}
    for one, other, force in joins:
        a, b = held[one], held[other]
        answers = [frozenset(key % 3 for key in part) for part in (a, b)]
        allowed = a is b or force or answers[0] <= answers[1] or answers[1] <= answers[0]
        assert unions.join(one, other, force=force) == allowed
        if allowed:
            a |= b
            held.update(dict.fromkeys(a, a))
    assert sets_of(unions) == sorted({min(part): part for part in held.values()}.values(), key=min)


@given(ANSWERS, DAYS, SCORED, st.randoms(use_true_random=False))
def test_ranked_joins_do_not_depend_on_the_order_of_the_edges(
    answers: Labels, days: Mapping[int, int], edges: list[tuple[float, int, int]], chance: Random
) -> None:
    """Words and days together, against the oracle that goes through the edges from the strongest down."""
    labels: dict[int, dict[str, Any]] = {key: dict(found) for key, found in answers.items()}
    for key, day in days.items():
        labels.setdefault(key, {})["day"] = (day, day)
    shuffled = chance.sample(edges, len(edges))
    keys = chance.sample(range(SIZE), SIZE)
    unions: Unions[int] = Unions(keys, {key: labels[key] for key in keys if key in labels}, {"day": DAY})
    join_ranked(unions, shuffled)
    ranked = sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2]))
    sets, _ = oracle(labels, [(one, other, False) for _, one, other in ranked])
    assert sets_of(unions) == sorted(sets, key=min)
    assert sorted(map(sorted, unions.groups().values())) == sorted(map(sorted, sets))


@given(st.lists(st.tuples(NODES, NODES), max_size=25), st.randoms(use_true_random=False))
def test_without_labels_no_order_counts(edges: list[tuple[int, int]], chance: Random) -> None:
    """Against a search that walks every edge."""
    unions: Unions[int] = Unions(range(SIZE))
    for one, other in chance.sample(edges, len(edges)):
        assert unions.join(one, other)
    for start in range(SIZE):
        reached, waiting = {start}, [start]
        while waiting:
            key = waiting.pop()
            near = {b for a, b in edges if a == key} | {a for a, b in edges if b == key}
            waiting += near - reached
            reached |= near
        assert {key for key in range(SIZE) if unions.find(key) == unions.find(start)} == reached


def test_a_conflict_names_the_first_question() -> None:
    labels = {
        1: {"whose": frozenset("x"), "kind": frozenset("k")},
        2: {"whose": frozenset("y"), "kind": frozenset("l")},
    }
    unions: Unions[int] = Unions((), labels)
    assert unions.conflict(1, 2) == "kind"
    assert not unions.join(1, 2)
    assert unions.answer(1, "whose") == {"x"}
    assert unions.answer(3, "whose") == frozenset()


def test_a_label_given_later_counts() -> None:
    unions: Unions[int] = Unions()
    unions.join(1, 2)
    unions.label(2, "whose", frozenset("x"))
    unions.label(3, "whose", frozenset("y"))
    assert not unions.join(1, 3)


def test_groups_come_in_the_order_in_which_their_keys_were_given() -> None:
    unions = Unions("dbca")
    unions.join("a", "c")
    unions.join("e", "b")
    assert list(unions.groups().values()) == [["d"], ["b", "e"], ["c", "a"]]


def test_what_was_given_stays_as_it_was() -> None:
    labels = {1: {"p": frozenset("x")}, 2: {"p": frozenset("x"), "q": frozenset("z")}}
    unions = Unions((), labels)
    unions.join(1, 2)
    unions.label(1, "q", frozenset("w"))
    assert labels == {1: {"p": frozenset("x")}, 2: {"p": frozenset("x"), "q": frozenset("z")}}
