"""Exports: complete, sorted, the same bytes every time, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from careo.errors import LedgerError
from careo.ledger import export_ledger, write_ledger
from careo.model import Content, Source, Span
from tests.unit.ledger.samples import make_article, make_claims


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_jsonl_holds_everything(ledger: Path, tmp_path: Path) -> None:
    files = export_ledger(ledger, tmp_path / "out")
    assert [file.name for file in files] == ["articles.jsonl", "claims.jsonl", "disputes.jsonl", "positions.jsonl"]
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
    articles, claims, figures = map(read_csv, export_ledger(ledger, tmp_path, "csv"))
    assert [row["article"] for row in articles] == ["aviso", "presa", "riada"]
    assert {row["via"] for row in claims if row["stance"] == "assert"} == {"Radio Ombú"}
    assert [(row["text"], row["low"], row["additional"]) for row in figures] == [("12 muertos", "12", "false")] * 3


def test_what_cannot_be_written(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(LedgerError, match="taken: cannot be written"):
        export_ledger(ledger, tmp_path / "taken")
    with pytest.raises(LedgerError, match="no export format 'xlsx'; choose one of jsonl, csv"):
        export_ledger(ledger, tmp_path / "out", "xlsx")
