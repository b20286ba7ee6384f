"""The log of what people decided: it comes back as it was, only grows, and stays where articles and links are replaced."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from careo.errors import LedgerError
from careo.ledger import export_ledger, open_ledger, verify_ledger, write_linked
from careo.model import Judgment, make_judgment
from tests.unit.ledger.linked import make_copies, make_linked, write_articles

ODD = "'\"; -- \x1b[31m=SUM(1)\u2028日本 @"
FIRST = make_judgment("merge", [[("Ana Ríos", "")], [("Ríos", "a"), ("Ríos", "b")]], by=ODD, when="2024-05-10", why=ODD)
SECOND = make_judgment("undo", undoes=FIRST.id, by="Vera", when="2024-05-11T10:00:00Z", why="=1+1")


def add(path: Path, *judgments: Judgment) -> None:
    write_linked(path, make_linked(), make_copies(), judgments)


def log_of(path: Path) -> tuple[Judgment, ...]:
    with open_ledger(path) as ledger:
        return ledger.judgments()


def test_the_log_comes_back_in_its_order(linked_ledger: Path) -> None:
    add(linked_ledger, FIRST)
    add(linked_ledger, SECOND)
    assert log_of(linked_ledger) == (FIRST, SECOND)
    assert list(verify_ledger(linked_ledger)) == []


def test_the_log_stays_where_all_else_is_replaced(linked_ledger: Path) -> None:
    add(linked_ledger, FIRST, SECOND)
    before = linked_ledger.read_bytes()
    write_articles(linked_ledger, ("cable",))
    assert log_of(linked_ledger) == (FIRST, SECOND)
    add(linked_ledger)
    assert linked_ledger.read_bytes() == before


def test_an_entry_is_logged_once(linked_ledger: Path) -> None:
    add(linked_ledger, FIRST)
    before = linked_ledger.read_bytes()
    with pytest.raises(LedgerError, match=f"{FIRST.id}: in the log already"):
        add(linked_ledger, FIRST)
    assert linked_ledger.read_bytes() == before
    assert [path.name for path in linked_ledger.parent.iterdir()] == [linked_ledger.name]


def test_an_entry_that_takes_back_what_is_not_there_is_reported(linked_ledger: Path) -> None:
    add(linked_ledger, SECOND)
    (mismatch,) = verify_ledger(linked_ledger)
    assert (mismatch.article, mismatch.field, mismatch.expected) == (SECOND.id, "judgments.undoes", FIRST.id)


def test_a_mention_of_nobody_is_reported(linked_ledger: Path) -> None:
    with closing(sqlite3.connect(linked_ledger)) as connection:
        connection.execute("INSERT INTO mentions VALUES ('Nadie', 'riada', 'nadie')")
        connection.commit()
    (mismatch,) = verify_ledger(linked_ledger)
    assert (mismatch.article, mismatch.field, mismatch.expected) == ("Nadie", "mentions.actor", "nadie")


def test_the_log_is_exported(linked_ledger: Path, tmp_path: Path) -> None:
    add(linked_ledger, FIRST, SECOND)
    export_ledger(linked_ledger, tmp_path / "out")
    first, second = (
        json.loads(line) for line in (tmp_path / "out" / "judgments.jsonl").read_text("utf-8").split("\n")[:-1]
    )
    assert first == {
        "judgment": FIRST.id, "kind": "merge",
        "sides": [[{"name": "Ana Ríos", "article": None}], [{"name": "Ríos", "article": "a"}, {"name": "Ríos", "article": "b"}]],
        "undoes": None, "by": ODD, "when": "2024-05-10", "why": ODD, "from": [], "to": [], "in_force": False,
    }  # fmt: skip
    assert (second["undoes"], second["in_force"]) == (FIRST.id, True)


def test_the_log_as_a_sheet_runs_no_formula(linked_ledger: Path, tmp_path: Path) -> None:
    add(linked_ledger, FIRST, SECOND)
    export_ledger(linked_ledger, tmp_path / "out", "csv")
    with (tmp_path / "out" / "judgments.csv").open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert first["sides"] == "Ana Ríos / Ríos@a | Ríos@b"
    assert (first["in_force"], second["in_force"], second["why"]) == ("false", "true", "'=1+1")
