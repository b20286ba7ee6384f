"""Every cell proves itself, and what does not is found wherever it is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from careo.ledger import verify_ledger


def test_a_sound_ledger_has_no_mismatch(ledger: Path) -> None:
    assert list(verify_ledger(ledger)) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ("UPDATE claims SET text = text || '!' WHERE article = 'presa' AND position = 0", "content"),
        ("UPDATE claims SET cue = 'dijó' WHERE article = 'presa' AND position = 0", "cue"),
        ("UPDATE claims SET source_start = source_start + 1 WHERE article = 'presa' AND position = 0", "source"),
        ("UPDATE claims SET parts = '[[0,99999]]' WHERE article = 'presa' AND position = 1", "content.parts[0]"),
        ("UPDATE figures SET text = '13 muertos' WHERE claim IN (SELECT claim FROM claims WHERE article = 'presa')", "figures[0]"),
        ("UPDATE via SET text = 'Radio' WHERE claim IN (SELECT claim FROM claims WHERE article = 'presa')", "via[0]"),
        ("UPDATE claims SET event = replace(event, 'riada', 'ria') WHERE article = 'presa' AND position = 0", "event.trigger"),
        ("UPDATE reasons SET \"end\" = 99999 WHERE figure = 0 AND claim IN (SELECT claim FROM claims WHERE article = 'presa')",
         "figures[0].reasons[0]"),
        ("UPDATE passages SET \"end\" = 99999 WHERE article = 'presa' AND position = 0", "passages[0]"),
    ],
)  # fmt: skip
def test_each_cell_is_checked(ledger: Path, change: str, field: str) -> None:
    with sqlite3.connect(ledger) as connection:
        assert connection.execute(change).rowcount >= 1
    before = ledger.read_bytes()
    (mismatch,) = verify_ledger(ledger)
    assert (mismatch.article, mismatch.field) == ("presa", field)
    assert ledger.read_bytes() == before, "a mismatch is reported, never mended"


def test_a_changed_text_is_found(ledger: Path) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("UPDATE articles SET text = 'x' || text WHERE article = 'riada'")
    found = list(verify_ledger(ledger))
    assert {mismatch.article for mismatch in found} == {"riada"}
    assert {"content", "cue", "source", "figures[0]", "via[0]"} <= {mismatch.field for mismatch in found}


def test_claims_of_no_article_are_found(ledger: Path) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("DELETE FROM articles WHERE article = 'aviso'")
    assert [m.field for m in verify_ledger(ledger)] == ["article", "article"]


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ("UPDATE members SET claim = 'gone' WHERE position = 3 AND dispute = 'd-1f0c2a9be3d45566'",
         {"members.claim", "relations.right", "series.member", "origins.claims"}),
        ("UPDATE members SET figure = 7 WHERE position = 3 AND dispute = 'd-1f0c2a9be3d45566'",
         {"members.figure", "relations.right", "series.member"}),
        ("UPDATE relations SET left_figure = 1 WHERE relation = 'supersedes'", {"relations.left"}),
        ("UPDATE relations SET \"right\" = 'gone' WHERE relation = 'supersedes'", {"relations.right"}),
        ("UPDATE origins SET claims = '[\"gone\"]' WHERE origin = 'o-neighbors'", {"origins.claims"}),
        ("UPDATE series SET claim = 'gone' WHERE claimant = 'a-vecinos'", {"series.member"}),
        ("UPDATE placements SET figure = 4 WHERE figure = 0", {"placements.figure"}),
        ("UPDATE placements SET dispute = 'd-none' WHERE figure = 0", {"placements.dispute"}),
        ("DELETE FROM disputes WHERE kind = 'proposition'",
         {"members.dispute", "relations.dispute", "origins.dispute", "placements.dispute", "positions.proposition",
          "stands.proposition", "reversals.proposition"}),
        ("UPDATE stands SET claim = 'gone' WHERE step = 0", {"stands.claim"}),
        ("UPDATE reversals SET \"right\" = 'gone'", {"reversals.right"}),
        ("UPDATE copies SET copy = 'gone' WHERE article = 'cable'", {"copies.copy"}),
    ],
)  # fmt: skip
def test_each_link_is_checked(linked_ledger: Path, change: str, fields: set[str]) -> None:
    with sqlite3.connect(linked_ledger) as connection:
        assert connection.execute(change).rowcount >= 1
    found = list(verify_ledger(linked_ledger))
    assert {mismatch.field for mismatch in found} == fields
    assert all(mismatch.link for mismatch in found)
