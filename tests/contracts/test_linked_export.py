"""The contract of what is linked holds for a story that has everything in it, and its checks see what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from careo.ledger import export_ledger, write_linked
from careo.model import Judgment, make_judgment
from tests.contracts.linked_files import (
    check_actors,
    check_disputes,
    check_judgments,
    check_places,
    check_positions,
    read,
)
from tests.unit.ledger.linked import make_copies, make_linked, write_articles


def make_log() -> list[Judgment]:
    """A merge and what takes it back."""
    sides = [[("Simón Arregui", "")], [("Arregui", "balance")]]
    merge = make_judgment("merge", sides, by="Vera", when="2024-05-10", why="uno")
    return [merge, make_judgment("undo", undoes=merge.id, by="Vera", when="2024-05-11", why="dos")]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The export of a story made by hand."""
    write_articles(tmp_path / "story.db")
    write_linked(tmp_path / "story.db", make_linked(), make_copies(), make_log())
    export_ledger(tmp_path / "story.db", tmp_path / "out")
    return tmp_path / "out"


def test_a_story_with_everything_in_it_keeps_the_contract(out: Path) -> None:
    assert (check_disputes(out), check_positions(out), check_actors(out), check_places(out)) == (2, 1, 3, 9)
    assert check_judgments(out) == 2


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("disputes", lambda row: row.pop("notes")),
        ("disputes", lambda row: row.update(verdict="true")),
        ("disputes", lambda row: row["relations"][0].update(left="gone")),
        ("disputes", lambda row: row["members"][0].update(figure=4)),
        ("disputes", lambda row: row["origins"][0].update(claims=["gone"])),
        ("disputes", lambda row: row["claims"].pop()),
        ("positions", lambda row: row.update(proposition="d-1f0c2a9be3d45566")),
        ("positions", lambda row: row["stances"].pop()),
        ("actors", lambda row: row.update(party="a-none")),
        ("judgments", lambda row: row.update(undoes="j-1")),
        ("judgments", lambda row: row.update(sides=[])),
        ("judgments", lambda row: row.pop("why")),
        ("articles", lambda row: row["copies"].append({"article": "none", "kind": "", "reason": ""})),
    ],
)
def test_the_checks_see_what_is_wrong(out: Path, name: str, change: Any) -> None:
    rows = read(out, name)
    change(rows[0])
    (out / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with pytest.raises((AssertionError, KeyError)):
        [check(out) for check in (check_disputes, check_positions, check_actors, check_places, check_judgments)]
