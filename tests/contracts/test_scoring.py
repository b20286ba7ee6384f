"""The project's scorer: known answers on a small gold, and the same numbers as the scorer of the development set."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from evaluation.gold import Names, find_all, fold, load_gold, load_names
from evaluation.measures import Measure, compute_measures
from evaluation.scoring import load_export, overlap, tally_export, trim

TEXT = """El puente de Orlada, cerrado
La alcaldesa Inés Quiroga afirmó que "el puente es seguro". "Nadie corrió peligro", agregó.
Según los bomberos, unos 40 vecinos fueron evacuados.
"""
GOLD: dict[str, Any] = {
    "article": "puente",
    "passages": [{"role": "title", "text": "El puente de Orlada, cerrado"}],
    "attributions": [
        {"source": "La alcaldesa Inés Quiroga", "who": "Inés Quiroga", "cue": ["afirmó"], "quote": "direct",
         "stance": ["assert"], "content": "el puente es seguro", "said": "2031-05"},
        {"source": None, "who": "Inés Quiroga", "cue": ["agregó"], "quote": "direct", "stance": ["assert"],
         "content": "Nadie corrió peligro"},
        {"source": "los bomberos", "who": "Bomberos de Orlada", "cue": ["Según"], "quote": "indirect",
         "stance": ["assert", "estimate"], "content": "unos 40 vecinos fueron evacuados"},
    ],
    "figures": [
        {"text": "unos 40 vecinos", "low": 40, "high": 40, "comparator": "~", "counts": "vecino",
         "category": "displaced", "of": "Orlada", "who": "Bomberos de Orlada"},
    ],
}  # fmt: skip
ENTITIES = {"Inés Quiroga": ["Quiroga"], "Bomberos de Orlada": ["los bomberos"], "Orlada": []}


def span(text: str, needle: str, **more: Any) -> dict[str, Any]:
    start, end = find_all(text, needle)[0]
    return {"start": start, "end": end, "text": needle, **more}


def claim_of(gold: dict[str, Any], row: dict[str, Any], text: str) -> dict[str, Any]:
    """The claim that a perfect system would give for a gold row."""
    source = {"start": None, "end": None, "text": None, "name": row["who"], "kind": "person"}
    if row["source"]:
        source |= span(text, row["source"])
    return {
        "article": gold["article"],
        "content": span(text, row["content"]),
        "cue": span(text, next(cue for cue in row["cue"] if cue in text)),
        "source": source,
        "via": [{"text": step, "name": step} for step in row.get("via", [])],
        "quotation": row["quote"],
        "stance": row["stance"][0],
        "said": str(row["said"]) if row.get("said") else None,
        "figures": [],
    }


def figure_of(row: dict[str, Any], text: str) -> dict[str, Any]:
    return span(text, row["text"]) | {key: row[key] for key in ("low", "high", "comparator", "category", "of")}


def perfect_claims(gold: dict[str, Any], text: str) -> list[dict[str, Any]]:
    claims = [claim_of(gold, row, text) for row in gold["attributions"]]
    for row in gold["figures"]:
        kind = "author" if row["who"] is None else "person"
        claims.append(
            {
                "article": gold["article"],
                "content": span(text, row["text"]),
                "cue": None,
                "source": {"start": None, "end": None, "text": None, "name": row["who"], "kind": kind},
                "figures": [figure_of(row, text)],
            }
        )
    return claims


def perfect_passages(gold: dict[str, Any], text: str) -> list[dict[str, Any]]:
    return [span(text, row["text"], role=row["role"]) for row in gold["passages"]]


def write_export(folder: Path, claims: list[dict[str, Any]], passages: dict[str, list[dict[str, Any]]]) -> Path:
    folder.mkdir(exist_ok=True)
    articles = [{"article": name, "passages": rows} for name, rows in passages.items()]
    for name, rows in (("claims", claims), ("articles", articles)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "puente.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "puente.yaml").write_text(yaml.safe_dump(GOLD, allow_unicode=True), encoding="utf-8")
    (tmp_path / "entities.yaml").write_text(yaml.safe_dump(ENTITIES, allow_unicode=True), encoding="utf-8")
    return tmp_path


def measures_of(folder: Path, claims: list[dict[str, Any]], passages: list[dict[str, Any]]) -> dict[str, Measure]:
    export = load_export(write_export(folder / "export", claims, {"puente": passages}))
    return compute_measures(tally_export(export, load_gold(folder, folder), load_names(folder)).n)


def small_claims() -> list[dict[str, Any]]:
    claims = [claim_of(GOLD, row, TEXT) for row in GOLD["attributions"]]
    claims[2]["figures"] = [figure_of(GOLD["figures"][0], TEXT)]
    return claims


def test_a_perfect_export_scores_one_everywhere(small: Path) -> None:
    measures = measures_of(small, small_claims(), perfect_passages(GOLD, TEXT))
    assert {name: measure.value for name, measure in measures.items()} == dict.fromkeys(measures, 1.0)


def test_an_empty_export_scores_nothing(small: Path) -> None:
    measures = measures_of(small, [], [])
    assert (measures["content"].recall, measures["content"].value) == (0.0, 0.0)
    assert (measures["figure"].recall, measures["figure+"].value, measures["passage"].value) == (0.0, 0.0, 0.0)


def test_a_wrong_source_costs_precision_and_recall_of_the_attribution_alone(small: Path) -> None:
    claims = small_claims()
    claims[1]["source"]["name"] = "Bomberos de Orlada"
    measures = measures_of(small, claims, perfect_passages(GOLD, TEXT))
    assert measures["content"].value == 1.0
    assert measures["attribution"].precision == measures["attribution"].recall == pytest.approx(2 / 3)


def test_an_invented_claim_costs_precision(small: Path) -> None:
    claims = small_claims()
    claims.append(claims[0] | {"content": span(TEXT, "fueron evacuados"), "cue": span(TEXT, "Según")})
    measures = measures_of(small, claims, perfect_passages(GOLD, TEXT))
    assert (measures["content"].precision, measures["content"].recall) == (0.75, 1.0)


def test_a_claim_in_a_headline_is_neither_asked_for_nor_held_against_anybody(small: Path) -> None:
    claims = [*small_claims(), small_claims()[0] | {"content": span(TEXT, "El puente de Orlada")}]
    assert measures_of(small, claims, perfect_passages(GOLD, TEXT))["content"].value == 1.0


def test_a_wrong_range_is_a_missed_figure(small: Path) -> None:
    claims = small_claims()
    claims[2]["figures"][0]["high"] = None
    measures = measures_of(small, claims, perfect_passages(GOLD, TEXT))
    assert (measures["figure"].recall, measures["figure"].precision) == (0.0, 1.0)


def test_spans_that_do_not_reproduce_their_text_are_counted(small: Path) -> None:
    claims = small_claims()
    claims[0]["cue"]["start"] += 1
    export = load_export(write_export(small / "export", claims, {}))
    assert tally_export(export, load_gold(small, small), load_names(small)).n["broken spans"] == 1


def test_names_are_told_apart_by_more_than_case_accents_and_articles() -> None:
    names = Names({"Inés Quiroga": ["Quiroga"], "ONU": []})
    assert names.same("Inés Quiroga", ["la alcaldesa INES QUIROGA, de Orlada"])
    assert names.same("Inés Quiroga", ["Quiroga"])
    assert not names.same("ONU", ["un enviado de la ONU"])
    assert not names.same("Inés Quiroga", [None, "Quirogas"])
    assert fold("«La Unión» Europea") == "union europea"


def test_edges_of_a_content_do_not_count() -> None:
    text = '—que "es falso",'
    start, end = trim(text, (0, len(text)))
    assert text[start:end] == '"es falso'
    assert overlap((0, 10), (5, 15)) == pytest.approx(1 / 3)


# --- the same numbers as the scorer of the development set -------------------------------------------------------------


def load_reference(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shaken(claims: list[dict[str, Any]], text: str, chance: random.Random) -> list[dict[str, Any]]:
    """Claims as an imperfect system might give them: moved, renamed, dropped, doubled, with wrong facets."""
    out = []
    for claim in json.loads(json.dumps(claims)):
        roll = chance.random()
        if roll < 0.1:
            continue
        if roll < 0.4:
            content = claim["content"]
            content["start"] = max(0, content["start"] + chance.randint(-15, 15))
            content["end"] = min(len(text), max(content["start"] + 1, content["end"] + chance.randint(-15, 15)))
            content["text"] = text[content["start"] : content["end"]] if chance.random() < 0.8 else "?"
        if roll > 0.8:
            claim["source"]["name"] = chance.choice(["Rusia", "Kremlin", "Reuters", "", None])
            claim["source"]["kind"] = chance.choice(["person", "author", "unnamed", None])
        if "stance" in claim and chance.random() < 0.3:
            claim["stance"] = chance.choice(["assert", "deny", "commit"])
            claim["quotation"] = chance.choice(["direct", "mixed", "indirect"])
            claim["said"] = chance.choice([None, "2024-10-28", claim["said"]])
            claim["via"] = claim["via"][:-1]
        for figure in claim["figures"]:
            figure["category"] = chance.choice([figure["category"], "deployed", None])
            figure["low"] = chance.choice([figure["low"], figure["low"], 7])
            figure["comparator"] = chance.choice([figure["comparator"], "~", ">=", "range", None])
        if chance.random() < 0.2:
            content = claim["content"]
            middle = (content["start"] + content["end"]) // 2
            content["parts"] = [{"start": content["start"], "end": middle}, {"start": middle, "end": content["end"]}]
        out += [claim] * chance.choice([1, 1, 1, 2])
    return out


@pytest.mark.gold
@pytest.mark.parametrize("seed", range(12))
def test_scores_equal_those_of_the_reference(shared: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    claims: list[dict[str, Any]] = []
    passages: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((shared / "gold").glob("0*.yaml")):
        gold = yaml.safe_load(path.read_text("utf-8"))
        text = (shared / "seeds" / f"{gold['article']}.txt").read_text("utf-8")
        mine = perfect_claims(gold, text)
        claims += shaken(mine, text, chance) if seed else mine
        rows = perfect_passages(gold, text)
        passages[gold["article"]] = [row for row in rows if chance.random() < 0.8]
    export = write_export(tmp_path / "export", claims, passages)

    theirs, _ = load_reference(shared).score(export, shared / "gold", shared / "seeds")
    tally = tally_export(load_export(export), load_gold(shared / "gold", shared / "seeds"), load_names(shared / "gold"))
    mine_by_name = compute_measures(tally.n)
    ours: dict[str, Any] = {
        name: measure.value
        if measure.precision is None
        else {"p": measure.precision, "r": measure.recall, "f1": measure.value}
        for name, measure in mine_by_name.items()
    }
    expected = {name: value for name, value in theirs.items() if name in ours}
    assert len(expected) == len(ours) == 12
    assert ours == expected
    assert tally.n["broken spans"] == theirs["spans that do not reproduce their text"]
