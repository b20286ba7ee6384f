"""The project's scorer of disputes: known answers on a small gold, and the same numbers as the scorer of the development set."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from evaluation.dispute_gold import load_gold_disputes
from evaluation.dispute_scoring import MEASURES, load_linked, score_disputes
from evaluation.gold import Names, find_all, load_names
from evaluation.measures import Measure

Rows = dict[str, list[dict[str, Any]]]

TEXTS = {
    "lunes": "Inés Quiroga habló de 40 vecinos evacuados. Los bomberos contaron 90 vecinos. Ella negó el incendio.",
    "martes": "Quiroga contó otros 12 vecinos y 7 casas. Admitió el incendio.",
}
GOLD: dict[str, Any] = {
    "quantities": [
        {
            "question": "How many were evacuated?", "verdict": "contested", "origins": 2,
            "figures": [
                {"article": "lunes", "text": "40 vecinos"},
                {"article": "lunes", "text": "90 vecinos"},
                {"article": "martes", "text": "otros 12 vecinos", "additional": True},
            ],
        },
        {"question": "How many houses?", "verdict": "single", "figures": [{"article": "martes", "text": "7 casas"}]},
    ],
    "positions": [
        {
            "proposition": "There was a fire", "contradiction": True, "reversals": ["Inés Quiroga"],
            "stances": [{"article": "lunes", "who": "Inés Quiroga"}, {"article": "martes", "who": "Inés Quiroga"}],
        }
    ],
}  # fmt: skip
ENTITIES = {"Inés Quiroga": ["Quiroga"], "Bomberos": ["los bomberos"]}


def perfect_export(gold: dict[str, Any], texts: dict[str, str]) -> Rows:
    """What a perfect system would export for a gold, a claim for each row."""
    claims: list[dict[str, Any]] = []
    disputes, positions = [], []
    for number, question in enumerate(gold["quantities"]):
        mine = [make_claim(f"c-{number}-{place}", row, texts) for place, row in enumerate(question["figures"])]
        for claim in mine:
            claim["figures"][0]["dispute"] = f"d-{number}"
        relation = "contradicts" if question["verdict"] == "contested" else "same"
        relations = [make_relation(left, right, relation) for left, right in pairwise(mine)]
        origins = [{"origin": str(n), "claims": [], "reasons": []} for n in range(question.get("origins", 1))]
        disputes.append(
            {"dispute": f"d-{number}", "verdict": question["verdict"], "origins": origins, "relations": relations}
        )
        claims += mine
    for number, proposition in enumerate(gold["positions"]):
        for place, row in enumerate(proposition["stances"]):
            claims.append(make_stance(f"c-p{number}-{place}", row, f"d-p{number}"))
        verdict = "contested" if proposition.get("contradiction") else "compatible"
        disputes.append({"dispute": f"d-p{number}", "verdict": verdict, "origins": [], "relations": []})
        for actor in proposition.get("reversals", []):
            turn = {"from": "a", "to": "b", "between": [None, None]}
            positions.append({"proposition": f"d-p{number}", "actor": actor, "stances": [], "reversals": [turn]})
    return {"claims": claims, "disputes": disputes, "positions": positions, "articles": []}


def make_claim(id_: str, row: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    start, end = find_all(texts[row["article"]], row["text"])[0]
    figure = {
        "start": start, "end": end, "text": row["text"], "additional": bool(row.get("additional")), "part_of": row.get("part_of"),
        "category": row.get("component", "evacuated"),
    }  # fmt: skip
    return {"claim": id_, "article": row["article"], "source": {"name": None, "text": None}, "figures": [figure]}


def make_stance(id_: str, row: dict[str, Any], proposition: str) -> dict[str, Any]:
    source = {"name": row["who"], "text": None}
    return {"claim": id_, "article": row["article"], "source": source, "figures": [], "proposition": proposition}


def make_relation(left: dict[str, Any], right: dict[str, Any], relation: str) -> dict[str, Any]:
    return {"left": left["claim"], "right": right["claim"], "relation": relation, "reason": "made by hand"}


def write_export(folder: Path, rows: Rows) -> Path:
    folder.mkdir(exist_ok=True)
    for name, lines in rows.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return folder


def measure(folder: Path, rows: Rows) -> dict[str, Measure]:
    (folder / "disputes.yaml").write_text(yaml.safe_dump(GOLD, allow_unicode=True), encoding="utf-8")
    gold = load_gold_disputes(folder)
    assert gold is not None
    return score_disputes(load_linked(write_export(folder / "export", rows)), gold, Names(ENTITIES), TEXTS)[0]


def values(measures: dict[str, Measure]) -> dict[str, float]:
    return {name: value.value for name, value in measures.items()}


def test_a_folder_without_disputes_is_not_scored(tmp_path: Path) -> None:
    assert load_gold_disputes(tmp_path) is None


def test_a_perfect_export_scores_one_everywhere(tmp_path: Path) -> None:
    assert values(measure(tmp_path, perfect_export(GOLD, TEXTS))) == dict.fromkeys(MEASURES, 1.0)


def test_an_export_in_which_nothing_is_linked(tmp_path: Path) -> None:
    rows = perfect_export(GOLD, TEXTS) | {"disputes": [], "positions": []}
    for claim in rows["claims"]:
        claim.pop("proposition", None)
        for figure in claim["figures"]:
            figure["dispute"] = None
    measures = measure(tmp_path, rows)
    assert (measures["quantities"].precision, measures["quantities"].recall) == (1.0, pytest.approx((3 / 3 + 1) / 4))
    assert (measures["verdict"].value, measures["origins"].value) == (0.5, 0.0)
    assert (measures["positions"].value, measures["reversals"].recall) == (0.0, 0.0)


def test_questions_thrown_together_cost_precision(tmp_path: Path) -> None:
    rows = perfect_export(GOLD, TEXTS)
    for claim in rows["claims"]:
        for figure in claim["figures"]:
            figure["dispute"] = "d-0"
    measures = measure(tmp_path, rows)
    assert measures["quantities"].recall == 1.0
    assert measures["quantities"].precision == pytest.approx((3 * 3 / 4 + 1 / 4) / 4)


def test_an_invented_reversal_costs_precision(tmp_path: Path) -> None:
    rows = perfect_export(GOLD, TEXTS)
    rows["positions"].append(rows["positions"][0] | {"actor": "Bomberos"})
    assert (measure(tmp_path, rows)["reversals"].precision, measure(tmp_path, rows)["reversals"].recall) == (0.5, 1.0)


def test_an_increment_that_is_not_marked_is_wrong(tmp_path: Path) -> None:
    rows = perfect_export(GOLD, TEXTS)
    rows["claims"][2]["figures"][0]["additional"] = False
    assert measure(tmp_path, rows)["roles"].value == 0.0


def test_the_measures_are_those_of_the_gate() -> None:
    assert tuple(MEASURES) == ("quantities", "verdict", "origins", "roles", "positions", "reversals", "contradictions")


# --- the same numbers as the scorer of the development set -----------------------------------------------------------


def shaken(rows: Rows, chance: random.Random) -> Rows:
    """An export as an imperfect system might give it."""
    rows = copy.deepcopy(rows)
    ids = [row["dispute"] for row in rows["disputes"]]
    claims = []
    for claim in rows["claims"]:
        if chance.random() < 0.1:
            continue
        for figure in claim["figures"]:
            figure["dispute"] = chance.choice([figure["dispute"], figure["dispute"], None, chance.choice(ids)])
            figure["additional"] = chance.choice([figure["additional"], figure["additional"], True, False])
            figure["part_of"] = chance.choice([figure["part_of"], figure["part_of"], None])
            figure["category"] = chance.choice([figure["category"], figure["category"], "killed"])
        if claim.get("proposition"):
            claim["proposition"] = chance.choice([claim["proposition"], claim["proposition"], None, "d-other"])
        claims.append(claim)
    for dispute in rows["disputes"]:
        dispute["verdict"] = chance.choice([dispute["verdict"], "single", "contested"])
        dispute["origins"] = dispute["origins"] * chance.choice([1, 1, 2])
        for relation in dispute["relations"]:
            relation["relation"] = chance.choice([relation["relation"], "contradicts", "same"])
    disputes = [dispute for dispute in rows["disputes"] if chance.random() < 0.9]
    positions = [row for row in rows["positions"] if chance.random() < 0.8]
    positions += [row | {"actor": "NATO"} for row in positions if chance.random() < 0.5]
    return rows | {"claims": claims, "disputes": disputes, "positions": positions}


def run_reference(
    shared: Path, export: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    gold = shared / "gold"
    monkeypatch.syspath_prepend(str(gold))
    monkeypatch.setattr("sys.argv", ["score_disputes.py", str(export), str(gold), str(shared / "seeds")])
    spec = importlib.util.spec_from_file_location("reference_score_disputes", gold / "score_disputes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.main()
    return capsys.readouterr().out


@pytest.mark.gold
@pytest.mark.parametrize("seed", range(12))
def test_scores_equal_those_of_the_reference(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    table = yaml.safe_load((shared / "gold" / "disputes.yaml").read_text("utf-8"))
    texts = {path.stem: path.read_text("utf-8") for path in (shared / "seeds").glob("*.txt")}
    rows = perfect_export(table, texts)
    export = write_export(tmp_path / "export", shaken(rows, random.Random(seed)) if seed else rows)
    theirs = {
        line.split()[0]: [float(number) for number in re.findall(r"\d\.\d{3}", line)]
        for line in run_reference(shared, export, monkeypatch, capsys).splitlines()
    }
    gold = load_gold_disputes(shared / "gold")
    assert gold is not None
    measures, _ = score_disputes(load_linked(export), gold, load_names(shared / "gold"), texts)
    for name in MEASURES:
        mine = measures[name]
        known = [mine.value] if mine.precision is None else [mine.precision, mine.recall, mine.value]
        shown = [round(value or 0.0, 3) for value in known[: len(theirs[name])]]
        assert shown == theirs[name], name
    assert theirs.keys() == set(MEASURES)
