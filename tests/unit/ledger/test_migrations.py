"""A ledger of an earlier careo stays readable, takes new articles, and is itself left alone until something joins it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from careo.errors import LedgerError
from careo.ledger import export_ledger, open_ledger, verify_ledger, write_ledger
from careo.ledger.migrations import APPLICATION_ID, MIGRATIONS, VERSION
from tests.unit.ledger.samples import make_article, make_claims

TEXT = "El alcalde contó 30 heridos."


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger as the first version wrote it: one article, one claim, one figure."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute(
            "INSERT INTO articles VALUES ('vieja', 'Eco', NULL, NULL, '2001', 'es', ?, 'ab', '{}', '[]')", (TEXT,)
        )
        claim = [
            "c-1",
            "vieja",
            0,
            "body",
            11,
            27,
            "contó 30 heridos",
            "[]",
            *[None] * 4,
            "Eco",
            "author",
            *[None] * 4,
            "none",
            0,
        ]
        values = [*claim, "assert", "CT+", None, None, None, None]
        connection.execute(f"INSERT INTO claims VALUES ({','.join('?' * 26)})", values)
        figure = ["c-1", 0, 17, 27, "30 heridos", 30, 30, "=", "herido", "wounded", None, 0, None, 0, None]
        connection.execute(f"INSERT INTO figures VALUES ({','.join('?' * 15)})", figure)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    return path


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_an_older_ledger_is_read_and_left_as_it_is(old: Path, tmp_path: Path) -> None:
    before = old.read_bytes(), sorted(tmp_path.iterdir())
    with open_ledger(old) as ledger:
        (claim,) = ledger.claims_of("vieja")
    (figure,) = claim.figures
    assert (figure.low, figure.category, figure.unit, figure.per) == (30, "wounded", None, None)
    assert (old.read_bytes(), sorted(tmp_path.iterdir())) == before
    assert "figures.csv" in {file.name for file in export_ledger(old, tmp_path / "out", "csv")}
    assert list(verify_ledger(old)) == []


def test_new_articles_join_an_older_ledger(old: Path) -> None:
    article = make_article()
    first, second = make_claims(article)
    daily = replace(first.figures[0], unit="percent", per="day")
    with write_ledger(old) as writer:
        writer.append(article, [replace(first, figures=(daily,)), second])
    assert version_of(old) == VERSION
    assert [path.name for path in old.parent.iterdir()] == ["old.db"]
    with open_ledger(old) as ledger:
        assert ledger.article_ids() == ["riada", "vieja"]
        assert [f.text for claim in ledger.claims_of("vieja") for f in claim.figures] == ["30 heridos"]
        assert ledger.claims_of(article.id)[0].figures == (daily,)


def test_an_older_ledger_that_was_joined_has_the_bytes_of_a_new_one(old: Path, tmp_path: Path) -> None:
    with open_ledger(old) as ledger:
        article, claims = ledger.article("vieja"), ledger.claims_of("vieja")
    new = tmp_path / "new.db"
    for path in (old, new):
        with write_ledger(path) as writer:
            writer.append(make_article(), make_claims(make_article()))
    with write_ledger(new) as writer:
        writer.append(article, claims)
    assert old.read_bytes() == new.read_bytes()


def test_a_damaged_older_ledger(old: Path) -> None:
    data = bytearray(old.read_bytes())
    data[200:4096] = b"\xff" * (4096 - 200)
    old.write_bytes(data)
    with pytest.raises(LedgerError, match=r"damaged .*build it anew|not a ledger"), open_ledger(old):
        pytest.fail("a damaged file")


def test_a_ledger_linked_by_an_earlier_careo_has_no_log_and_no_mentions(linked_ledger: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(linked_ledger)) as connection:
        connection.execute("DROP TABLE mentions")
        connection.execute("DROP TABLE judgments")
        connection.execute(f"PRAGMA user_version = {VERSION - 1}")
        connection.commit()
    with open_ledger(linked_ledger) as ledger:
        assert ledger.judgments() == ()
        assert list(ledger.links.iter_actors())
        with pytest.raises(LedgerError, match="linked by an earlier careo; link it anew with: careo link"):
            ledger.links.mentions()
    assert list(verify_ledger(linked_ledger)) == []
    assert (tmp_path / "out" / "judgments.jsonl") in export_ledger(linked_ledger, tmp_path / "out")
