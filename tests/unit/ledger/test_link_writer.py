"""What linking found: it comes back as it was, its bytes depend on it alone, and it never outlives the claims it was found in."""

from __future__ import annotations

import itertools
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from careo.errors import LedgerError
from careo.ledger import open_ledger, verify_ledger, write_ledger, write_linked
from careo.ledger.migrations import APPLICATION_ID, MIGRATIONS
from careo.model import Actor, Copy, Dispute, Estimate, Linked, Member, Position, Relation
from tests.unit.ledger.linked import (
    ALARM,
    TOLL,
    make_copies,
    make_linked,
    make_linked_articles,
    make_linked_claims,
    write_articles,
)


def test_what_was_found_comes_back_equal(linked_ledger: Path) -> None:
    expected = make_linked()
    with open_ledger(linked_ledger) as ledger:
        assert tuple(ledger.links.iter_disputes()) == expected.disputes
        assert tuple(ledger.links.iter_positions()) == expected.positions
        assert tuple(ledger.links.iter_actors()) == expected.actors
        assert ledger.links.notices == expected.notices
        assert {a.id: a.copies for a in ledger.iter_articles() if a.copies} == make_copies()
    assert list(verify_ledger(linked_ledger)) == []


def test_claims_and_figures_know_their_disputes(linked_ledger: Path) -> None:
    with open_ledger(linked_ledger) as ledger:
        toll, part, alarm = ledger.claims_of("riada")
        assert [toll.figures[0].dispute, part.figures[0].dispute, alarm.proposition] == [TOLL, TOLL, ALARM]
        assert toll.proposition is None
        article = make_linked_articles()[0]
        assert sorted(ledger.iter_unlinked(), key=lambda c: c.id) == sorted(
            (replace(claim, reasons=()) for article in make_linked_articles() for claim in make_linked_claims(article)),
            key=lambda claim: claim.id,
        )
        assert {claim.article for claim in ledger.iter_unlinked()} >= {article.id}


@pytest.mark.parametrize("order", list(itertools.permutations(("riada", "balance", "cable"))))
def test_articles_that_come_one_by_one_give_the_same_bytes(
    linked_ledger: Path, tmp_path: Path, order: tuple[str, ...]
) -> None:
    path = tmp_path / "bit_by_bit.db"
    for name in order:
        write_articles(path, (name,))
        write_linked(path, Linked(notices=(f"before {name}",)), {})
    write_linked(path, make_linked(), make_copies())
    write_linked(path, make_linked(), make_copies())
    assert path.read_bytes() == linked_ledger.read_bytes()


def test_the_order_of_what_was_found_leaves_no_trace(linked_ledger: Path) -> None:
    before, linked = linked_ledger.read_bytes(), make_linked()
    shuffled = replace(
        linked,
        disputes=linked.disputes[::-1],
        actors=linked.actors[::-1],
        figures=dict(reversed(linked.figures.items())),  # type: ignore[call-overload]
    )
    write_linked(linked_ledger, shuffled, dict(reversed(make_copies().items())))
    assert linked_ledger.read_bytes() == before


def test_a_ledger_that_changes_forgets_what_was_found(linked_ledger: Path, tmp_path: Path) -> None:
    write_articles(linked_ledger, ("cable",))
    write_articles(tmp_path / "never.db")
    assert linked_ledger.read_bytes() == (tmp_path / "never.db").read_bytes()
    with open_ledger(linked_ledger) as ledger:
        assert not ledger.links.exist
        assert ledger.claims_of("riada")[0].figures[0].dispute is None


def test_numbers_stay_what_they_are(tmp_path: Path) -> None:
    write_articles(tmp_path / "a.db")
    bounds = [(None, 10**30, None), (0.5, 33.25, 2**63), (-1, None, 3.0)]
    estimates = tuple(Estimate(f"r{n}", *three) for n, three in enumerate(bounds))
    dispute = Dispute("d-1", "quantity", "", {"place": None}, (), estimates=estimates)
    write_linked(tmp_path / "a.db", Linked((dispute,)), {})
    with open_ledger(tmp_path / "a.db") as ledger:
        assert ledger.links.dispute("d-1") == dispute


def test_odd_texts_are_stored(tmp_path: Path) -> None:
    odd = "'\"; -- \x00\x1b[31m=SUM(1)\u2028日本"
    write_articles(tmp_path / "a.db")
    member = Member(odd)
    dispute = Dispute(
        f"d-{odd}", "proposition", odd, {odd: odd}, (member,), (Relation(member, member, "same", odd, odd),), notes=(odd,)
    )  # fmt: skip
    linked = Linked((dispute,), actors=(Actor(odd, odd, (odd,), odd, (odd,)),), notices=(odd,))
    write_linked(tmp_path / "a.db", linked, {odd: (Copy(odd, odd, odd),)})
    with open_ledger(tmp_path / "a.db") as ledger:
        assert list(ledger.links.iter_disputes()) == [dispute]
        assert list(ledger.links.iter_actors()) == list(linked.actors)


def test_what_cannot_be_stored_leaves_the_ledger(linked_ledger: Path) -> None:
    before = linked_ledger.read_bytes()
    twice = make_linked().disputes[:1] * 2
    lone = (Dispute("d-\ud800", "quantity", "", {}, ()),)
    for disputes in (twice, lone):
        with pytest.raises(LedgerError, match=r"cannot be written.*the ledger is as it was"):
            write_linked(linked_ledger, Linked(disputes), {})
    assert linked_ledger.read_bytes() == before
    assert [path.name for path in linked_ledger.parent.iterdir()] == ["linked.db"]


def test_only_a_ledger_can_be_linked(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        write_linked(tmp_path / "none.db", Linked(), {})
    (tmp_path / "thesis.db").write_text("a thesis")
    with pytest.raises(LedgerError, match="not a ledger"):
        write_linked(tmp_path / "thesis.db", Linked(), {})
    assert not (tmp_path / "none.db").exists()


def test_a_ledger_of_an_earlier_version_is_read_and_linked(linked_ledger: Path, tmp_path: Path) -> None:
    """Version 1 had no disputes: it is as if they had not been looked for."""
    old = tmp_path / "old.db"
    write_articles(tmp_path / "new.db")
    with sqlite3.connect(old) as connection:
        for statement in MIGRATIONS[0]:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("ATTACH ? AS new", (str(tmp_path / "new.db"),))
        for table in ("articles", "passages", "claims", "via", "figures", "reasons"):
            columns = [f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})")]
            connection.execute(f"INSERT INTO {table} SELECT {', '.join(columns)} FROM new.{table}")
    with open_ledger(old) as ledger:
        assert not ledger.links.exist
        assert (
            list(ledger.links.iter_disputes())
            == list(ledger.links.iter_positions())
            == list(ledger.links.iter_actors())
            == []
        )
        assert ledger.claims_of("riada") == make_linked_claims(make_linked_articles()[0])
        with pytest.raises(LedgerError, match=r"have not been linked; link them with: careo link .*old\.db"):
            ledger.links.dispute(TOLL)
    assert list(verify_ledger(old)) == []
    write_linked(old, make_linked(), make_copies())
    assert old.read_bytes() == linked_ledger.read_bytes()


def test_an_interruption_leaves_the_ledger(linked_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = linked_ledger.read_bytes()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("careo.ledger.link_writer.take_place", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_linked(linked_ledger, Linked(), {})
    assert linked_ledger.read_bytes() == before
    assert [path.name for path in linked_ledger.parent.iterdir()] == ["linked.db"]


def test_a_ledger_without_articles_can_be_linked(tmp_path: Path) -> None:
    with write_ledger(tmp_path / "empty.db"):
        pass
    write_linked(tmp_path / "empty.db", Linked(), {})
    with open_ledger(tmp_path / "empty.db") as ledger:
        assert ledger.links.exist
        assert ledger.links.count().disputes == 0


def test_two_actors_of_one_name_keep_their_positions(tmp_path: Path) -> None:
    write_articles(tmp_path / "a.db")
    linked = make_linked()
    (position,) = linked.positions
    twin = replace(position, stances=position.stances[1:], reversals=())
    write_linked(tmp_path / "a.db", replace(linked, positions=(twin, position)), {})
    with open_ledger(tmp_path / "a.db") as ledger:
        assert sorted(ledger.links.iter_positions(), key=len_of) == sorted((twin, position), key=len_of)


def len_of(position: Position) -> int:
    return len(position.stances)
