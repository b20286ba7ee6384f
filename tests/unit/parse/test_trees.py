from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from careo.parse.trees import find_tree

Table = npt.NDArray[np.float64]


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every place leads to place 0, by way of the one word that hangs on it."""
    for place in range(1, len(heads)):
        steps, at = 0, place
        while at and steps < len(heads):
            at, steps = heads[at], steps + 1
        if at:
            return False
    return heads[1:].count(0) == 1


def best_by_trying(scores: Table) -> float:
    """The score of the best tree of all."""
    size = len(scores)
    choices = product(*([head for head in range(size) if head != place] for place in range(1, size)))
    trees = [(0, *heads) for heads in choices if is_tree((0, *heads))]
    return max(sum(scores[n, heads[n]] for n in range(1, size)) for heads in trees)


tables = st.integers(2, 5).flatmap(
    lambda size: arrays(np.float64, (size, size), elements=st.floats(-9, 9).map(lambda value: round(value, 1)))
)


@given(tables)
def test_no_tree_scores_higher(scores: Table) -> None:
    heads = tuple(int(head) for head in find_tree(scores))
    assert is_tree(heads)
    assert sum(scores[n, heads[n]] for n in range(1, len(heads))) == pytest.approx(best_by_trying(scores))


@given(st.integers(2, 120), st.integers(0, 1000))
def test_long_sentences_give_trees(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    assert is_tree(tuple(int(head) for head in find_tree(scores)))


def test_the_scores_stay_as_they_are() -> None:
    scores = np.zeros((4, 4))
    find_tree(scores)
    assert not scores.any()


def test_two_words_that_want_each_other_are_parted_where_it_costs_least() -> None:
    scores = np.array([[0, 0, 0], [1, 0, 9], [4, 9, 0]], dtype=float)
    assert find_tree(scores).tolist() == [0, 2, 0]


def test_of_two_that_want_to_be_root_the_better_one_is() -> None:
    scores = np.array([[0, 0, 0], [9, 0, 1], [8, 2, 0]], dtype=float)
    assert find_tree(scores).tolist() == [0, 0, 1]
