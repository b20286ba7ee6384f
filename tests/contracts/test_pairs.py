"""Reviewed pairs: they stand in their articles, are enough, and are scored by what the ledger holds against each other."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evaluation import gate
from evaluation.dispute_scoring import LinkedExport
from evaluation.gold import find_all
from evaluation.pair_gold import FIGURES, STATEMENTS, GoldPair, GoldSide, Judgment, load_gold_pairs
from evaluation.pair_scoring import MEASURES, score_pairs

LEAST_ALIKE = 200
SETS = [gold_set for gold_set in gate.SETS if gold_set.name in ("second", "pairs")]
TEXT = "Hay 40 muertos, dijo el alcalde. Son 12, dijo la radio. La radio negó el incendio que vio el alcalde."


@pytest.mark.parametrize("gold_set", SETS, ids=lambda s: s.name)
def test_every_pair_stands_in_its_articles(gold_set: gate.GoldSet) -> None:
    pairs = load_gold_pairs(gold_set.gold)
    for side in (side for pair in pairs for side in (pair.left, pair.right)):
        text = (gold_set.texts / f"{side.article}.txt").read_text(encoding="utf-8")
        assert find_all(text, side.text), side
    judged = Counter(frozenset(((pair.about, pair.left), (pair.about, pair.right))) for pair in pairs)
    assert [pair for pair, count in judged.items() if count > 1] == []


def test_the_second_set_has_enough_pairs_that_only_look_like_contradictions() -> None:
    [second] = [gold_set for gold_set in SETS if gold_set.name == "second"]
    pairs = load_gold_pairs(second.gold)
    assert sum(pair.judgment == "alike" for pair in pairs) >= LEAST_ALIKE
    assert {pair.about for pair in pairs} == {FIGURES, STATEMENTS}


def make_export(relation: str | None, *, figures: bool = True) -> LinkedExport:
    def claim(name: str, text: str) -> dict[str, Any]:
        start = TEXT.index(text)
        span = {"start": start, "end": start + len(text), "text": text}
        return {"claim": name, "article": "a", "content": span, "figures": [span] if figures else []}

    texts = ("40 muertos", "12") if figures else ("el incendio que", "el alcalde.")
    number = 0 if figures else None
    row = {
        "left": "x",
        "right": "y",
        "left_figure": number,
        "right_figure": number,
        "relation": relation,
        "reason": "r: d",
    }
    disputes = {"d": {"dispute": "d", "relations": [row] if relation else []}}
    return LinkedExport({"a": [claim("x", texts[0]), claim("y", texts[1])]}, disputes, [])


def make_pair(judgment: Judgment, about: str = FIGURES) -> GoldPair:
    texts = ("Hay 40 muertos", "12") if about == FIGURES else ("el incendio", "el alcalde.")
    return GoldPair(about, judgment, GoldSide("a", texts[0]), GoldSide("a", texts[1]), "part")


def values(export: LinkedExport, pair: GoldPair) -> list[float]:
    measures, _ = score_pairs(export, [pair], {"a": TEXT})
    return [measures[name].value for name in MEASURES]


@pytest.mark.parametrize("about", [FIGURES, STATEMENTS])
@pytest.mark.parametrize("relation", ["contradicts", "denies"])
def test_a_contradiction_is_upheld_or_made_up(about: str, relation: str) -> None:
    export = make_export(relation, figures=about == FIGURES)
    assert values(export, make_pair("rivals", about)) == [1.0, 1.0, 1.0, 1.0]
    assert values(export, make_pair("alike", about)) == [1.0, 0.0, 0.0, 1.0]
    assert values(export, make_pair("open", about)) == [1.0, 1.0, 1.0, 1.0]


@pytest.mark.parametrize("relation", ["supersedes", "part_of", None])
def test_what_is_not_held_against_each_other_is_missed_or_told_apart(relation: str | None) -> None:
    assert values(make_export(relation), make_pair("rivals")) == [0.0, 1.0, 1.0, 1.0]
    assert values(make_export(relation), make_pair("alike")) == [1.0, 1.0, 1.0, 1.0]


def test_a_contradiction_that_nobody_reviewed_is_made_up() -> None:
    measures, misses = score_pairs(make_export("contradicts"), [], {"a": TEXT})
    assert measures["upheld"].value == 0.0
    assert [miss.kind for miss in misses] == ["made up"]


def test_a_reversal_is_a_contradiction() -> None:
    export = make_export(None, figures=False)
    position = {"proposition": "d", "actor": "Radio", "reversals": [{"from": "x", "to": "y"}]}
    turned = LinkedExport(export.claims, export.disputes, [position])
    assert values(turned, make_pair("alike", STATEMENTS)) == [1.0, 0.0, 0.0, 1.0]


def test_a_text_that_answers_nothing_in_the_ledger_is_no_evidence() -> None:
    lost = GoldPair(FIGURES, "alike", GoldSide("a", "dijo el alcalde"), GoldSide("a", "12"))
    assert values(make_export(None), lost) == [1.0, 1.0, 1.0, 0.5]


def test_a_pair_of_two_texts_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "contradictions.yaml").write_text("figures: {rivals: [[a, b]]}", encoding="utf-8")
    with pytest.raises(ValueError, match="three or four"):
        load_gold_pairs(tmp_path)
