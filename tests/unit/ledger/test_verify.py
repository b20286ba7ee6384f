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
