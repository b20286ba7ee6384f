"""The tables of weights: what is in them, what is wrong with a bad one, and that they are what the code goes by."""

from __future__ import annotations

import inspect
import re

import pytest

from careo.link.propositions import features as propositions
from careo.link.quantities import features as quantities
from careo.link.weights import PROPOSITIONS, QUANTITIES, find_problems, load_weights

TABLES = {QUANTITIES: quantities, PROPOSITIONS: propositions}
VETO = -99


@pytest.mark.parametrize("file", TABLES)
def test_every_weight_has_a_reason(file: str) -> None:
    assert all(len(weight.reason) > 10 for weight in load_weights(file).features.values())


@pytest.mark.parametrize("file", TABLES)
def test_a_veto_weighs_more_than_all_the_rest(file: str) -> None:
    scores = [weight.score for weight in load_weights(file).features.values()]
    assert sum(score for score in scores if score > 0) + VETO < load_weights(file).threshold
    assert any(score <= VETO for score in scores)
    assert not any(VETO < score < -20 for score in scores)


@pytest.mark.parametrize(("file", "module"), TABLES.items())
def test_the_table_has_the_features_that_are_computed_and_no_others(file: str, module: object) -> None:
    source = inspect.getsource(module)  # type: ignore[arg-type]
    mark = ":" if file == PROPOSITIONS else "-"
    named = {name for name in re.findall(r'"([a-z-]+(?::[a-z-]+)?)"', source) if mark in name}
    known = load_weights(file).features
    assert {name for name in named if name.split(mark)[0] in {k.split(mark)[0] for k in known}} <= known.keys()
    assert all(f'"{name}"' in source for name in known)


def test_a_score_does_not_depend_on_the_order_of_the_features() -> None:
    weights = load_weights(PROPOSITIONS)
    names = ["event:same", "names:none", "days:distant", "place:same", "names:bare"]
    assert weights.score(names) == weights.score(reversed(names)) == 1.75
    assert weights.decide(["event:same", "place:same"])
    assert not weights.decide(["event:same", "patient:same"])


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ({"feature": []}, "threshold = None: give a number"),
        ({"threshold": 1, "feature": [{"name": "a", "score": 1}]}, "number 1 (a): keys are name, reason, score"),
        ({"threshold": 1, "feature": [{"name": "a", "score": "1", "reason": "x"}]}, "score = '1': give a number"),
        ({"threshold": 1, "feature": [{"name": "a", "score": 1, "reason": " "}]}, "say why"),
        ({"threshold": 1, "feature": [{"name": "a", "score": 1, "reason": "x"}] * 2}, "number 2 (a): stands twice"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_with_its_row(table: dict[str, object], problem: str) -> None:
    assert any(problem in found for found in find_problems(table))
