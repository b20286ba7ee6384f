"""Asking for disputes, positions and actors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from careo.errors import LedgerError
from careo.ledger import DisputeFilter, Ledger, LinkCounts, open_ledger, write_ledger, write_linked
from careo.model import Actor, Dispute, Joint, Linked, Member, Origin
from tests.unit.ledger.linked import ALARM, TOLL, make_linked, make_linked_articles, make_linked_claims, write_articles
from tests.unit.ledger.samples import make_article, make_claims


def test_counts(linked_ledger: Path) -> None:
    with open_ledger(linked_ledger) as ledger:
        assert ledger.links.count() == LinkCounts(1, 1, contested=1, reversals=1, actors=3, copied=2)
        assert ledger.links.count(DisputeFilter(verdict="revised")).disputes == 1


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (DisputeFilter(), [TOLL, ALARM]),
        (DisputeFilter(kind="quantity"), [TOLL]),
        (DisputeFilter(kind="proposition", verdict="contested"), []),
        (DisputeFilter(verdict="revised"), [ALARM]),
        (DisputeFilter(several=True, heaviest=True), [TOLL, ALARM]),
        (DisputeFilter(article="bal"), [TOLL, ALARM]),
        (DisputeFilter(claim="CLAIM"), [ALARM]),
    ],
)
def test_filters(linked_ledger: Path, chosen: DisputeFilter, found: list[str]) -> None:
    if chosen.claim:
        chosen = replace(chosen, claim=make_linked_claims(make_linked_articles()[0])[2].id[:9])
    with open_ledger(linked_ledger) as ledger:
        assert [dispute.id for dispute in ledger.links.iter_disputes(chosen)] == found


def test_reasons_that_an_older_version_wrote_are_read(linked_ledger: Path) -> None:
    with closing(sqlite3.connect(linked_ledger)) as database, database:
        database.execute("UPDATE origins SET reasons = ?", ('["voice: Simón Arregui", "wire"]',))
    with open_ledger(linked_ledger) as ledger:
        origin = next(ledger.links.iter_disputes()).origins[0]
    assert origin.joints == (Joint("voice", "", "", "Simón Arregui"), Joint("wire", "", ""))
    assert origin.reasons == ("voice: Simón Arregui", "wire")


def test_the_contested_come_first_then_those_of_most_origins(tmp_path: Path) -> None:
    def make(id_: str, verdict: str, origins: int) -> Dispute:
        return Dispute(
            id_,
            "quantity",
            "",
            {},
            (),
            verdict=verdict,
            origins=tuple(Origin(str(n), ()) for n in range(origins)),  # type: ignore[arg-type]
        )

    write_articles(tmp_path / "a.db")
    disputes = [
        make("d-1", "single", 1), make("d-2", "compatible", 9), make("d-3", "revised", 2), make("d-4", "contested", 2),
        make("d-5", "contested", 3), make("d-6", "contested", 2),
    ]  # fmt: skip
    write_linked(tmp_path / "a.db", Linked(tuple(disputes)), {})
    with open_ledger(tmp_path / "a.db") as ledger:
        found = [dispute.id for dispute in ledger.links.iter_disputes(DisputeFilter(heaviest=True))]
        assert found == ["d-5", "d-4", "d-6", "d-3", "d-2", "d-1"]
        assert [d.id for d in ledger.links.iter_disputes(DisputeFilter(several=True))] == [
            "d-2",
            "d-3",
            "d-4",
            "d-5",
            "d-6",
        ]


def test_the_beginning_of_an_id_is_enough(linked_ledger: Path) -> None:
    with open_ledger(linked_ledger) as ledger:
        assert ledger.links.dispute("d-1f").id == TOLL
        with pytest.raises(LedgerError, match=f"could be any of {TOLL}, {ALARM}; give more"):
            ledger.links.dispute("d-")
        for missing in ("", "d-0", "\ud800"):
            with pytest.raises(LedgerError, match=r"no dispute .*careo show .*--disputes --all"):
                ledger.links.dispute(missing)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("a-arregui", "a-arregui"),
        ("Simón Arregui", "a-arregui"),
        ("ARREGUI", "a-arregui"),
        ("gobierno de VALDEORO", "a-gobierno"),
        ("vecinos", "a-vecinos"),
    ],
)
def test_actors_by_id_or_name(linked_ledger: Path, name: str, id_: str) -> None:
    with open_ledger(linked_ledger) as ledger:
        assert ledger.links.actor(name).id == id_


def test_actors_that_are_missing_or_several(linked_ledger: Path) -> None:
    with open_ledger(linked_ledger) as ledger:
        for missing in ("nadie", "", "%", "\ud800"):
            with pytest.raises(LedgerError, match="no actor"):
                ledger.links.actor(missing)
        with pytest.raises(LedgerError, match=r"'de' could be any of Gobierno de Valdeoro \(a-gobierno\), Vecinos"):
            ledger.links.actor("de")


def test_positions_of_an_actor_or_on_a_proposition(linked_ledger: Path) -> None:
    with open_ledger(linked_ledger) as ledger:
        (mine,) = ledger.links.iter_positions(actor="Gobierno de Valdeoro")
        assert list(ledger.links.iter_positions(proposition=ALARM)) == [mine] == list(make_linked().positions)
        assert (
            list(ledger.links.iter_positions(actor="Nadie"))
            == list(ledger.links.iter_positions(proposition=TOLL))
            == []
        )


def test_actors_named(linked_ledger: Path) -> None:
    with open_ledger(linked_ledger) as ledger:
        found: tuple[Actor, ...] = ledger.links.actors_named(["Los vecinos", "Arregui", "nadie"])
        assert [actor.id for actor in found] == ["a-arregui", "a-vecinos"]
        assert ledger.links.name_of("a-gobierno") == "Gobierno de Valdeoro"
        assert ledger.links.name_of("a-none") == "a-none"


@contextmanager
def counted(path: Path) -> Iterator[tuple[Ledger, list[str]]]:
    """A ledger, and the statements that it runs."""
    statements: list[str] = []
    connection = sqlite3.connect(path)
    ledger = Ledger(path, connection)
    connection.set_trace_callback(statements.append)
    yield ledger, statements
    connection.close()


def test_many_claims_are_read_with_few_queries(tmp_path: Path) -> None:
    article = make_article()
    (claim, _) = make_claims(article)
    claims = [replace(claim, id=f"c-{number:06}") for number in range(2000)]
    with write_ledger(tmp_path / "a.db") as writer:
        writer.append(article, claims)
    members = tuple(Member(claim.id, 0) for claim in claims)
    disputes = tuple(Dispute(f"d-{n:06}", "quantity", "", {}, (member,)) for n, member in enumerate(members))
    write_linked(
        tmp_path / "a.db", Linked(disputes, figures={m: d.id for m, d in zip(members, disputes, strict=True)}), {}
    )
    with counted(tmp_path / "a.db") as (ledger, statements):
        assert len(list(ledger.iter_unlinked())) == 2000
        assert len(statements) < 20
        assert [claim.figures[0].dispute for claim, *_ in ledger.iter_claims_by_id()] == [d.id for d in disputes]
        assert len(list(ledger.links.iter_disputes())) == 2000
        assert len(statements) < 90
