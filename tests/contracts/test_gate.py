"""The gate: what passes, what does not, and floors that cannot sink unnoticed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evaluation import gate
from evaluation.dispute_scoring import MEASURES as DISPUTE_MEASURES
from evaluation.floors import (
    Lowering,
    Rules,
    find_unexplained,
    find_unrecorded,
    load_highest,
    load_rules,
    render_highest,
)
from evaluation.measures import Measure, compute_measures
from evaluation.pair_scoring import MEASURES as PAIR_MEASURES
from evaluation.position_scoring import MEASURES as POSITION_MEASURES

REASON = "two gold rows were wrong, see the change that mended them"


def rules(floor: float | None, *lowered: Lowering) -> Rules:
    return Rules({"second": {} if floor is None else {"stance": floor}}, {}, lowered)


def result(value: float, broken: int = 0) -> gate.Result:
    return gate.Result("second", {"stance": Measure("stance", value, 50)}, broken, [])


def test_a_value_on_its_floor_passes() -> None:
    assert gate.find_failures(result(0.9), rules(0.9)) == []


def test_a_value_under_its_floor_fails_by_name() -> None:
    [problem] = gate.find_failures(result(0.8999), rules(0.9))
    assert "second stance" in problem
    assert "UNDER ITS FLOOR" in gate.render_result(result(0.8999), rules(0.9))


def test_one_broken_span_fails_whatever_the_floors() -> None:
    [problem] = gate.find_failures(result(1.0, broken=1), rules(None))
    assert "reproduce" in problem


def test_an_article_that_is_not_in_the_ledger_fails() -> None:
    lost = gate.Result("second", {}, 0, [], ("puente",))
    [problem] = gate.find_failures(lost, rules(None))
    assert "puente" in problem


def test_a_floor_under_an_unknown_measure_fails() -> None:
    [problem] = gate.find_failures(result(1.0), Rules({"second": {"stence": 0.5}}, {}, ()))
    assert "stence" in problem


@pytest.mark.parametrize("floor", [0.85, None], ids=["lowered", "removed"])
def test_a_floor_cannot_sink_in_silence(floor: float | None) -> None:
    assert len(find_unexplained(rules(floor), {"second": {"stance": 0.9}})) == 1


def test_a_floor_may_sink_with_a_reason() -> None:
    highest = {"second": {"stance": 0.9}}
    assert find_unexplained(rules(0.85, Lowering("second", "stance", 0.85, REASON)), highest) == []
    assert find_unexplained(rules(0.80, Lowering("second", "stance", 0.85, REASON)), highest) != []
    assert find_unexplained(rules(0.85, Lowering("second", "stance", 0.85, "why not")), highest) != []


def test_a_floor_that_rose_has_to_be_recorded(tmp_path: Path) -> None:
    highest = {"second": {"stance": 0.9, "via": 0.7}}
    risen = rules(0.95)
    assert len(find_unrecorded(risen, highest)) == 1
    path = tmp_path / "highest.toml"
    path.write_text(render_highest(risen.floors, highest), encoding="utf-8")
    assert load_highest(path) == {"second": {"stance": 0.95, "via": 0.7}}
    assert find_unrecorded(risen, load_highest(path)) == []


def test_the_floors_of_the_project_are_recorded_and_explained() -> None:
    today, highest = load_rules(gate.FLOORS), load_highest(gate.HIGHEST)
    assert find_unexplained(today, highest) == []
    assert find_unrecorded(today, highest) == []
    known = {*compute_measures(Counter()), *DISPUTE_MEASURES, *PAIR_MEASURES, *POSITION_MEASURES}
    for row in (*today.floors.values(), *today.aims.values()):
        assert set(row) <= known


def test_an_unknown_table_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("[flors.second]\nstance = 0.9\n", encoding="utf-8")
    with pytest.raises(ValueError, match="flors"):
        load_rules(path)


def test_a_set_that_is_not_there_is_said_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(gate, "SETS", (gate.GoldSet("second", tmp_path / "texts", tmp_path / "gold"),))
    monkeypatch.delenv("CI", raising=False)
    assert gate.main([]) == 0
    assert "NOT SCORED" in capsys.readouterr().err
    monkeypatch.setenv("CI", "true")
    assert gate.main([]) == 1
