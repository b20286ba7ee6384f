"""Exports: complete, sorted, the same bytes every time, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from careo.errors import LedgerError
from careo.ledger import export_ledger, write_ledger, write_linked
from careo.model import Actor, Content, Source, Span
from tests.unit.ledger.linked import ALARM, TOLL, make_linked
from tests.unit.ledger.samples import make_article, make_claims


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_jsonl_holds_everything(ledger: Path, tmp_path: Path) -> None:
    files = export_ledger(ledger, tmp_path / "out")
    assert [file.name for file in files] == [
        "articles.jsonl",
        "claims.jsonl",
        "disputes.jsonl",
        "positions.jsonl",
        "actors.jsonl",
        "judgments.jsonl",
    ]
    articles = [json.loads(line) for line in files[0].read_text("utf-8").splitlines()]
    claims = [json.loads(line) for line in files[1].read_text("utf-8").splitlines()]
    assert [a["article"] for a in articles] == ["aviso", "presa", "riada"]
    assert [p["role"] for p in articles[0]["passages"]] == ["title", "credit"]
    assert [c["claim"] for c in claims] == sorted(c["claim"] for c in claims)
    (toll,) = (c for c in claims if c["article"] == "riada" and c["stance"] == "assert")
    assert toll["outlet"] == "El Correo de Valdeoro"
    assert toll["via"] == [{"text": "Radio Ombú", "name": "Radio Ombú"}]
    assert toll["source"]["acts_for"] == "Gobierno de Valdeoro"
    assert (toll["figures"][0]["low"], toll["figures"][0]["category"], toll["figures"][0]["dispute"]) == (
        12,
        "killed",
        None,
    )
    assert [r["rule"] for r in toll["reasons"]] == ["cue:verb", "source:subject", "figure:cardinal"]
    text = articles[2]["text"]
    for cell in (toll["content"], toll["cue"], toll["source"], *toll["figures"]):
        assert text[cell["start"] : cell["end"]] == cell["text"]
    (sirens,) = (c for c in claims if c["article"] == "riada" and c["stance"] == "deny")
    assert [text[p["start"] : p["end"]] for p in sirens["content"]["parts"]] == ["No hubo aviso", "ni sirenas"]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_the_same_ledger_gives_the_same_bytes(ledger: Path, tmp_path: Path, form: str) -> None:
    first = [file.read_bytes() for file in export_ledger(ledger, tmp_path / "a", form)]
    second = [file.read_bytes() for file in export_ledger(ledger, tmp_path / "b", form)]
    again = [file.read_bytes() for file in export_ledger(ledger, tmp_path / "a", form)]
    assert first == second == again
    assert not [path for path in (tmp_path / "a").iterdir() if path.name.startswith(".")]


def test_one_line_for_each_record_whatever_the_text(tmp_path: Path) -> None:
    article = make_article("rara", "Uno\u2028dos\u2029tres\u0085cuatro\x0b\x0c\x1c\nFin")
    with write_ledger(tmp_path / "a.db") as writer:
        writer.append(article, ())
    (file, *_) = export_ledger(tmp_path / "a.db", tmp_path / "out")
    (line,) = file.read_text("utf-8").splitlines()
    assert json.loads(line)["text"] == article.text


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t=", " =", "\u00a0@", "\r", "\n="])
def test_no_cell_runs_as_a_formula(tmp_path: Path, beginning: str) -> None:
    hostile = f"{beginning}HYPERLINK(1)"
    article = make_article("hostil", f"{hostile} sigue\n{make_article().text}", outlet=hostile, title=hostile)
    claim = replace(
        make_claims(article)[0],
        content=Content(Span(0, len(hostile)), hostile),
        source=Source(hostile, "person", Span(0, len(hostile)), hostile, hostile),
    )
    with write_ledger(tmp_path / "a.db") as writer:
        writer.append(article, [claim])
    for file in export_ledger(tmp_path / "a.db", tmp_path / "out", "csv"):
        for row in read_csv(file):
            for value in row.values():
                harmless = value == "="  # the comparator: an equals sign alone is no formula
                assert harmless or not value.strip().startswith(("=", "+", "-", "@")), (file.name, row)


def test_csv_is_flat(ledger: Path, tmp_path: Path) -> None:
    articles, claims, figures, *linked = map(read_csv, export_ledger(ledger, tmp_path, "csv"))
    assert linked == [[], [], [], []]
    assert [row["article"] for row in articles] == ["aviso", "presa", "riada"]
    assert {row["via"] for row in claims if row["stance"] == "assert"} == {"Radio Ombú"}
    assert [(row["text"], row["low"], row["additional"]) for row in figures] == [("12 muertos", "12", "false")] * 3


def test_what_cannot_be_written(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(LedgerError, match="taken: cannot be written"):
        export_ledger(ledger, tmp_path / "taken")
    with pytest.raises(LedgerError, match="no export format 'xlsx'; choose one of jsonl, csv"):
        export_ledger(ledger, tmp_path / "out", "xlsx")


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_what_was_linked_is_exported(linked_ledger: Path, tmp_path: Path) -> None:
    files = {file.stem: read_jsonl(file) for file in export_ledger(linked_ledger, tmp_path / "out")}
    toll, alarm = files["disputes"]
    assert (toll["dispute"], alarm["dispute"]) == (TOLL, ALARM)
    assert set(toll["claims"]) == {member["claim"] for member in toll["members"]}
    contradiction = next(r for r in toll["relations"] if r["relation"] == "contradicts")
    assert (contradiction["left_figure"], contradiction["right_figure"]) == (0, 0)
    assert contradiction["reason"] == "quantity:disjoint: 15 against more than 30, 2024-05-07"
    assert alarm["relations"][0]["left_figure"] is None
    assert toll["estimates"]["ucdp"] == {"low": 15, "best": 15, "high": 30, "as_of": "2024-05-07"}
    assert [step["event"] for step in toll["series"][0]["steps"]] == ["first", "supersession"]
    (position,) = files["positions"]
    assert (position["proposition"], position["actor"]) == (ALARM, "Gobierno de Valdeoro")
    assert position["reversals"][0]["between"] == ["2024-05-06", "2024-05-07"]
    claims = {claim["claim"]: claim for claim in files["claims"]}
    assert {claims[m["claim"]]["figures"][m["figure"]]["dispute"] for m in toll["members"]} == {TOLL}
    assert {claims[id_]["proposition"] for id_ in alarm["claims"]} == {ALARM}
    assert [actor["actor"] for actor in files["actors"]] == ["a-arregui", "a-gobierno", "a-vecinos"]
    copies = {article["article"]: [copy["article"] for copy in article["copies"]] for article in files["articles"]}
    assert copies == {"balance": [], "cable": ["riada"], "riada": ["cable"]}


def test_disputes_are_flat_in_csv(linked_ledger: Path, tmp_path: Path) -> None:
    files = {file.stem: read_csv(file) for file in export_ledger(linked_ledger, tmp_path, "csv")}
    linked = make_linked()
    assert len(files["disputes"]) == sum(len(dispute.members) for dispute in linked.disputes)
    thirty = next(row for row in files["disputes"] if row["text"] == "más de 30 muertos")
    fifteen = next(row for row in files["disputes"] if row["text"] == "15 muertos")
    assert (thirty["low"], thirty["verdict"], thirty["origins"]) == ("30", "contested", "3")
    assert (thirty["origin"], thirty["source"], thirty["outlet"]) == (
        "o-neighbors",
        "Vecinos de La Vega",
        "La Voz de Ombú",
    )
    assert thirty["relations"] == f"contradicts {fifteen['claim']}"
    assert f"contradicts {thirty['claim']}" in fifteen["relations"]
    (admitted,) = (row for row in files["disputes"] if row["stance"] == "confirm")
    assert (admitted["figure"], admitted["text"], admitted["low"]) == ("", "las sirenas fallaron", "")
    turned = [row["reversal"] for row in files["positions"]]
    assert turned == ["", "", linked.positions[0].reversals[0].left]
    assert files["actors"][0]["names"] == "Arregui | Simón Arregui"
    assert {row["dispute"] for row in files["figures"]} == {TOLL}


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t=", " ="])
def test_no_cell_of_a_dispute_runs_as_a_formula(linked_ledger: Path, tmp_path: Path, beginning: str) -> None:
    hostile = f"{beginning}HYPERLINK(1)"
    linked = make_linked()
    disputes = tuple(replace(dispute, question=hostile, notes=(hostile,)) for dispute in linked.disputes)
    actors = (Actor(hostile, hostile, (hostile,), hostile, (hostile,)),)
    positions = tuple(replace(position, actor=hostile) for position in linked.positions)
    write_linked(linked_ledger, replace(linked, disputes=disputes, actors=actors, positions=positions), {})
    seen = 0
    for file in export_ledger(linked_ledger, tmp_path / "out", "csv"):
        for row in read_csv(file):
            for value in row.values():
                seen += "HYPERLINK" in value
                assert value == "=" or not value.strip().startswith(("=", "+", "-", "@")) or value == "-1", (
                    file.name,
                    row,
                )
    assert seen > 10
