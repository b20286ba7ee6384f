"""Reading: what is asked for, and what to say where it is not there."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from careo.errors import LedgerError
from careo.ledger import ClaimFilter, Counts, open_ledger, write_ledger
from careo.ledger.migrations import VERSION
from careo.model import Gist
from tests.unit.ledger.samples import make_article, make_claims, make_own_claim


def test_counts(ledger: Path) -> None:
    with open_ledger(ledger) as opened:
        assert opened.count() == Counts(articles=3, claims=6, sources=2, figures=3)
        assert opened.count_sources() == {"Alba Ruiz": 3, "Simón Arregui": 3}


@pytest.mark.parametrize(
    ("chosen", "number"),
    [
        (ClaimFilter(), 6),
        (ClaimFilter(source="simon"), 3),
        (ClaimFilter(source="GOBIERNO de valdeoro"), 3),
        (ClaimFilter(source="vecina"), 3),
        (ClaimFilter(source="nadie"), 0),
        (ClaimFilter(source="%"), 0),
        (ClaimFilter(stance="deny"), 3),
        (ClaimFilter(figures=True), 3),
        (ClaimFilter(article="riada"), 2),
        (ClaimFilter(article="ria", stance="deny"), 1),
        (ClaimFilter(figures=True, stance="deny"), 0),
    ],
)
def test_filters(ledger: Path, chosen: ClaimFilter, number: int) -> None:
    with open_ledger(ledger) as opened:
        assert len(list(opened.iter_claims(chosen))) == number


def test_what_outlets_say_themselves_can_be_left_out(tmp_path: Path) -> None:
    article = make_article()
    with write_ledger(tmp_path / "a.db") as writer:
        writer.append(article, [*make_claims(article), make_own_claim(article, "La presa de Valdeoro cede")])
    with open_ledger(tmp_path / "a.db") as opened:
        assert len(list(opened.iter_claims())) == 3
        assert {c.source.kind for c in opened.iter_claims(ClaimFilter(attributed=True))} == {"person"}


def test_the_beginning_of_an_id_is_enough(ledger: Path) -> None:
    claim = make_claims(make_article("presa"))[1]
    with open_ledger(ledger) as opened:
        assert opened.claim(claim.id) == claim
        assert opened.claim(claim.id[:8]) == claim


def test_ids_that_are_missing_or_several(ledger: Path) -> None:
    article = make_article("presas")
    with write_ledger(ledger) as writer:
        writer.append(article, make_claims(article))
    with open_ledger(ledger) as opened:
        assert opened.article("presa").id == "presa"
        with pytest.raises(LedgerError, match="could be any of presa, presas"):
            opened.article("pre")
        for missing in ("", "zz", "%", "\ud800"):
            with pytest.raises(LedgerError, match=r"no claim .* in this ledger"):
                opened.claim(missing)


def test_no_ledger(tmp_path: Path) -> None:
    with (
        pytest.raises(LedgerError, match="no such ledger; make one with: careo build"),
        open_ledger(tmp_path / "none.db"),
    ):
        pytest.fail("there is no file")
    with pytest.raises(LedgerError, match="a folder"), open_ledger(tmp_path):
        pytest.fail("a folder")
    empty = tmp_path / "empty.db"
    empty.touch()
    with pytest.raises(LedgerError, match="not a ledger"), open_ledger(empty):
        pytest.fail("an empty file")


def test_a_newer_ledger(ledger: Path) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("PRAGMA user_version = 99")
    with (
        pytest.raises(LedgerError, match=f"version 99, and this careo knows up to {VERSION}; upgrade"),
        open_ledger(ledger),
    ):
        pytest.fail("a newer ledger")


def test_a_damaged_ledger(ledger: Path) -> None:
    data = bytearray(ledger.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    ledger.write_bytes(data)
    with pytest.raises(LedgerError, match=r"damaged .*build it anew"), open_ledger(ledger) as opened:
        list(opened.iter_claims())


def test_reading_changes_nothing(ledger: Path) -> None:
    ledger.chmod(0o444)
    before = ledger.read_bytes(), sorted(path.name for path in ledger.parent.iterdir())
    with open_ledger(ledger) as opened:
        list(opened.iter_claims_by_id())
    assert (ledger.read_bytes(), sorted(path.name for path in ledger.parent.iterdir())) == before


def test_a_ledger_made_before_gists_were_kept_is_read_and_written_on(ledger: Path) -> None:
    connection = sqlite3.connect(ledger)
    connection.execute("ALTER TABLE claims DROP COLUMN gist")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    with open_ledger(ledger) as old:
        claims = [claim for claim, _, _ in old.iter_claims_by_id()]
        assert claims
        assert {claim.gist for claim in claims} == {None}
    article = make_article("nueva")
    gist = Gist("ceder", -1, "deed", "Valdeoro", "presa", ("Valdeoro",), ("presa",), "Valdeoro", claims[0].id)
    with write_ledger(ledger) as writer:
        writer.append(article, [replace(claim, gist=gist) for claim in make_claims(article)])
    with open_ledger(ledger) as new:
        assert {claim.gist for claim in new.claims_of("nueva")} == {gist}
        assert {claim.gist for claim in new.claims_of("riada")} == {None}
