"""Gold positions: they stand in their articles, and are scored by what the ledger holds together and against each other."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from evaluation import gate
from evaluation.dispute_scoring import LinkedExport
from evaluation.gold import Names, find_all
from evaluation.measures import Measure
from evaluation.position_gold import GoldStand, GoldTopic, load_gold_topics
from evaluation.position_scoring import MEASURES, score_positions

SETS = [gold_set for gold_set in gate.SETS if gold_set.name in ("positions", "untuned")]
LEAST = 12

TEXTS = {
    "1_lunes": "La alcaldesa dijo que hubo un incendio en Arda. El jefe negó el incendio. El jefe negó la riada de Belmo.",
    "2_martes": "El jefe admitió el incendio de Arda.",
}
TOPICS = (
    GoldTopic(
        "There was a fire",
        (
            GoldStand("1_lunes", "alcaldesa", 1, "hubo un incendio en Arda", "alcaldesa"),
            GoldStand("1_lunes", "jefe", -1, "el incendio.", "jefe"),
            GoldStand("2_martes", "jefe", 1, "el incendio de Arda", "jefe"),
        ),
        ("jefe",),
        "revised",
    ),
    GoldTopic("There was a flood", (GoldStand("1_lunes", "jefe", -1, "la riada de Belmo", "jefe"),)),
)


def make_export(**changes: Any) -> LinkedExport:
    """What a perfect system would export, but for ``changes``: sides by claim, the proposition of the flood, more relations."""
    sides = {"a": 1, "b": -1, "c": 1, "d": -1} | changes.get("sides", {})
    texts = {"a": TOPICS[0].stands[0], "b": TOPICS[0].stands[1], "c": TOPICS[0].stands[2], "d": TOPICS[1].stands[0]}
    claims: dict[str, list[dict[str, Any]]] = {}
    for name, stand in texts.items():
        start = TEXTS[stand.article].index(stand.text)
        claim = {
            "claim": name,
            "article": stand.article,
            "source": {"name": stand.who},
            "content": {"start": start, "end": start + len(stand.text), "text": stand.text},
            "proposition": changes.get("flood", "e") if name == "d" else "f",
        }
        claims.setdefault(stand.article, []).append(claim)
    pairs = [("b", "a"), *changes.get("relations", [])]
    relations = [{"left": left, "right": right, "relation": "denies", "reason": "r"} for left, right in pairs]
    dispute = {"dispute": "f", "kind": "proposition", "verdict": "revised", "relations": relations}
    turns = [] if "still" in changes else [{"from": "b", "to": "c"}]
    stances = [{"claim": name, "polarity": sides[name]} for name in texts]
    return LinkedExport(claims, {"f": dispute}, [{"actor": "jefe", "stances": stances, "reversals": turns}])


def score(export: LinkedExport) -> dict[str, Measure]:
    return score_positions(export, TOPICS, Names({}), TEXTS)[0]


@pytest.mark.parametrize("gold_set", SETS, ids=lambda s: s.name)
def test_every_stance_stands_in_its_article(gold_set: gate.GoldSet) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in gold_set.texts.glob("*.txt")}
    topics = load_gold_topics(gold_set.gold, tuple(texts))
    assert [s for topic in topics for s in topic.stands if not find_all(texts[s.article], s.text)] == []
    parties = [{stand.party for stand in topic.stands} for topic in topics]
    assert [t.proposition for t, known in zip(topics, parties, strict=True) if not known.issuperset(t.reversals)] == []
    assert len(texts) // 2 >= LEAST
    with (gold_set.texts / "articles.csv").open(encoding="utf-8") as table:
        assert {row["file"] for row in csv.DictReader(table)} == {f"{name}.txt" for name in texts}


def test_a_perfect_export_has_everything() -> None:
    assert {name: measure.value for name, measure in score(make_export()).items()} == dict.fromkeys(MEASURES, 1.0)


def test_a_stance_on_the_wrong_side_does_not_stand() -> None:
    assert score(make_export(sides={"c": -1}))["stands"].value == pytest.approx(2 / 3)


def test_another_matter_in_the_dispute_is_seen() -> None:
    assert score(make_export(flood="f"))["apart"].value == 0.0


def test_a_denial_that_is_not_in_the_gold_is_made_up() -> None:
    measure = score(make_export(relations=[("d", "a")]))["denials"]
    assert (measure.precision, measure.recall) == (0.5, 1.0)


def test_a_turn_that_is_not_found_is_missed() -> None:
    measure = score(make_export(still=True))["turns"]
    assert (measure.precision, measure.recall) == (1.0, 0.0)


def test_a_gold_row_that_is_wrong_says_so(tmp_path: Any) -> None:
    (tmp_path / "positions.yaml").write_text("- {proposition: P, stances: [[1, x, perhaps, y]]}", encoding="utf-8")
    with pytest.raises(ValueError, match="perhaps"):
        load_gold_topics(tmp_path, ("1_a",))
