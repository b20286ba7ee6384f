"""What a person decides about actors: it is logged, takes effect at once, outlives every rebuilding, and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careo.errors import CareoError, LedgerError, LinkError
from careo.ledger import export_ledger, open_ledger, verify_ledger, write_ledger
from careo.pipeline.explain_links import explain_actor
from careo.pipeline.judgments import read_log
from careo.pipeline.relink import link_ledger, try_link
from careo.pipeline.review import Reviewed, Signature, find_actors, merge_named, split_named, undo_judgment
from tests.unit.ledger.linked import make_linked_articles, make_linked_claims, write_articles
from tests.unit.ledger.samples import make_article, make_own_claim

ARREGUI, VECINOS, BOMBEROS = "Simón Arregui", "Vecinos de La Vega", "Bomberos de Valdeoro"
VERA = Signature("Vera Lodo", "2024-05-10T09:00:00Z", "lo dice su ficha")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Three articles on one flood, linked."""
    path = tmp_path / "story.db"
    write_articles(path)
    link_ledger(path)
    return path


def sign(when: str, why: str = "otra vez") -> Signature:
    return Signature("Omar Ruz", when, why)


def merge(path: Path, *names: str) -> Reviewed:
    return merge_named(path, names, VERA)


def split(path: Path, *names: str) -> Reviewed:
    return split_named(path, names, VERA)


def ids_of(path: Path) -> set[str]:
    with open_ledger(path) as opened:
        return {actor.id for actor in opened.links.iter_actors()}


def export(path: Path) -> dict[str, bytes]:
    files = export_ledger(path, path.parent / f"out-{path.stem}")
    return {file.name: file.read_bytes() for file in files}


def test_a_merge_takes_effect_and_is_logged(ledger: Path) -> None:
    reviewed = merge(ledger, "simon arregui", VECINOS)
    (entry,) = read_log(ledger)
    assert entry.judgment == reviewed.judgment
    assert entry.judgment.kind == "merge"
    assert entry.judgment.sides[0] == ((ARREGUI, ""),)
    assert (entry.judgment.by, entry.judgment.when, entry.judgment.why) == (VERA.by, VERA.when, VERA.why)
    assert len(entry.judgment.before) == 2
    assert len(entry.judgment.after) == 1
    (actor,) = reviewed.after
    assert {ARREGUI, VECINOS} <= set(actor.names)
    assert ids_of(ledger) >= set(entry.judgment.after)
    assert list(verify_ledger(ledger)) == []


def test_a_split_speaks_of_one_article(ledger: Path) -> None:
    reviewed = split(ledger, f"{ARREGUI}@balance", ARREGUI)
    assert reviewed.judgment.before == ("simon arregui",)
    assert reviewed.judgment.after == ("simon arregui", "simon arregui@balance")
    with open_ledger(ledger) as opened:
        assert opened.links.mentions()[ARREGUI, "balance"] == "simon arregui@balance"
        assert opened.links.mentions()[ARREGUI, ""] == "simon arregui"
        counts = opened.links.count_claims()
    assert (counts["simon arregui"], counts["simon arregui@balance"]) == (4, 2)


def test_taking_it_back_restores_what_was_found_to_the_byte(ledger: Path) -> None:
    before = export(ledger)
    first = merge(ledger, ARREGUI, VECINOS)
    second = split_named(ledger, [f"{BOMBEROS}@riada", f"{BOMBEROS}@cable"], sign("2024-05-11"))
    changed = export(ledger)
    assert changed["actors.jsonl"] != before["actors.jsonl"]
    undo_judgment(ledger, first.judgment.id[:8], sign("2024-05-12"))
    undo_judgment(ledger, second.judgment.id, sign("2024-05-12"))
    after = export(ledger)
    assert {name for name in after if after[name] != before[name]} == {"judgments.jsonl"}
    log = [json.loads(line) for line in after["judgments.jsonl"].splitlines()]
    assert [row["in_force"] for row in log] == [False, False, True, True]
    assert [row["undoes"] for row in log] == [None, None, first.judgment.id, second.judgment.id]
    assert (log[2]["from"], log[2]["to"]) == (log[0]["to"], log[0]["from"])


def test_an_undo_can_be_undone(ledger: Path) -> None:
    done = merge(ledger, ARREGUI, VECINOS)
    merged = export(ledger)
    back = undo_judgment(ledger, done.judgment.id, sign("2024-05-11"))
    again = undo_judgment(ledger, back.judgment.id, sign("2024-05-12"))
    assert export(ledger)["actors.jsonl"] == merged["actors.jsonl"]
    assert again.judgment.after == done.judgment.after
    assert [bool(entry.undone_by) for entry in read_log(ledger)] == [False, True, False]


def test_the_same_articles_and_the_same_decisions_give_the_same_bytes(ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    for name in ("cable", "riada", "balance"):
        write_articles(other, [name])
    link_ledger(other)
    for path in (ledger, other):
        merge(path, VECINOS, ARREGUI)
        split(path, f"{BOMBEROS}@riada", f"{BOMBEROS}@cable")
    assert ledger.read_bytes() == other.read_bytes()


def test_decisions_outlive_linking_and_building(ledger: Path) -> None:
    merge(ledger, ARREGUI, VECINOS)
    before = ledger.read_bytes()
    link_ledger(ledger)
    assert ledger.read_bytes() == before
    for fresh in (False, True):
        with write_ledger(ledger, fresh=fresh) as writer:
            for article in make_linked_articles():
                writer.append(article, make_linked_claims(article))
        link_ledger(ledger)
        assert ledger.read_bytes() == before


def test_a_decision_waits_for_names_that_are_gone(ledger: Path) -> None:
    reviewed = merge(ledger, ARREGUI, VECINOS)
    article = make_linked_articles()[0]
    with write_ledger(ledger, fresh=True) as writer:
        writer.append(article, make_linked_claims(article))
    link_ledger(ledger)
    assert [entry.judgment for entry in read_log(ledger)] == [reviewed.judgment]
    write_articles(ledger)
    link_ledger(ledger)
    assert set(reviewed.judgment.after) <= ids_of(ledger)


def test_a_contradiction_is_an_error_that_names_the_decisions_and_changes_nothing(ledger: Path) -> None:
    first = merge(ledger, ARREGUI, VECINOS)
    second = merge_named(ledger, [VECINOS, BOMBEROS], sign("2024-05-11"))
    before = ledger.read_bytes()
    with pytest.raises(LinkError, match="not decided, and the ledger is as it was") as error:
        split(ledger, ARREGUI, BOMBEROS)
    assert all(done.judgment.id in str(error.value) for done in (first, second))
    assert "Omar Ruz" in str(error.value)
    assert ledger.read_bytes() == before
    undo_judgment(ledger, second.judgment.id, sign("2024-05-12"))
    split(ledger, ARREGUI, BOMBEROS)


def test_what_is_one_already_may_be_confirmed(ledger: Path) -> None:
    reviewed = merge(ledger, f"{ARREGUI}@riada", ARREGUI)
    assert reviewed.judgment.before == reviewed.judgment.after == ("simon arregui",)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([ARREGUI], "1 name; give two or more"),
        ([ARREGUI, "SIMON ARREGUI"], "are one name; say in which article"),
        ([ARREGUI, "Simon Areguy"], r"nearest: .*'Simón Arregui'"),
        ([ARREGUI, "Radio Ombú@balance"], r"no actor is called 'Radio Ombú@balance'; nearest: 'Radio Ombú'"),
        ([ARREGUI, VECINOS, ""], "no actor is called ''"),
    ],
)
def test_what_cannot_be_decided_changes_nothing(ledger: Path, names: list[str], message: str) -> None:
    before = ledger.read_bytes()
    with pytest.raises(CareoError, match=message):
        split(ledger, *names)
    assert ledger.read_bytes() == before


def test_a_name_is_not_looked_for_in_an_article_that_has_it_not(ledger: Path) -> None:
    article = make_article("suelto", "Todo sigue igual.", copies=())
    with write_ledger(ledger) as writer:
        writer.append(article, [make_own_claim(article, "Todo sigue igual")])
    link_ledger(ledger)
    with pytest.raises(LinkError, match="no claim has the name 'Simón Arregui' in suelto"):
        split(ledger, ARREGUI, f"{ARREGUI}@suelto")


@pytest.mark.parametrize(
    ("signed", "message"),
    [
        (Signature(" ", "2024-05-10", "x"), "--by: nothing given"),
        (Signature("Vera", "2024-05-10", ""), "--why: nothing given"),
        (Signature("Vera", "ayer", "x"), "--when: 'ayer' is no date"),
        (Signature("Vera", "2024-05-10", "\ud800"), "cannot be written"),
    ],
)
def test_a_decision_says_who_when_and_why(ledger: Path, signed: Signature, message: str) -> None:
    before = ledger.read_bytes()
    with pytest.raises(CareoError, match=message):
        merge_named(ledger, [ARREGUI, VECINOS], signed)
    assert ledger.read_bytes() == before


def test_the_same_entry_is_not_logged_twice(ledger: Path) -> None:
    done = merge(ledger, ARREGUI, VECINOS)
    with pytest.raises(LedgerError, match=f"{done.judgment.id}: in the log already"):
        merge(ledger, ARREGUI, VECINOS)
    with pytest.raises(LedgerError, match="is no entry of the log"):
        undo_judgment(ledger, "j-none", VERA)
    undo_judgment(ledger, done.judgment.id, sign("2024-05-11"))
    with pytest.raises(LedgerError, match="is taken back already"):
        undo_judgment(ledger, done.judgment.id, sign("2024-05-12"))


def test_a_ledger_that_was_not_linked_says_so(tmp_path: Path) -> None:
    write_articles(tmp_path / "new.db")
    with pytest.raises(LedgerError, match="careo link"):
        merge(tmp_path / "new.db", ARREGUI, VECINOS)


def test_an_explanation_says_who_decided(ledger: Path) -> None:
    done = merge(ledger, ARREGUI, VECINOS)
    explanation = explain_actor(ledger, VECINOS)
    assert [entry.judgment for entry in explanation.entries] == [done.judgment]
    assert any(reason.startswith(f"decided: {done.judgment.id}: ") for reason in explanation.actor.reasons)
    undo_judgment(ledger, done.judgment.id, sign("2024-05-11"))
    (entry,) = explain_actor(ledger, VECINOS).entries
    assert entry.undone_by[0].by == "Omar Ruz"
    assert explain_actor(ledger, BOMBEROS).entries == ()


def test_actors_are_listed_with_their_claims(ledger: Path) -> None:
    lines = find_actors(ledger)
    assert [(line.actor.name, line.claims) for line in lines][:2] == [(ARREGUI, 6), (BOMBEROS, 2)]
    assert lines[0].party == "Gobierno de Valdeoro"
    assert all(line.claims for line in lines)
    assert {line.actor.name for line in find_actors(ledger, every=True)} > {line.actor.name for line in lines}
    assert [line.actor.name for line in find_actors(ledger, search="VEGA vecinos")] == []
    assert [line.actor.name for line in find_actors(ledger, search="VECINOS")] == [VECINOS]
    assert find_actors(ledger, several=True) == []
    merge(ledger, ARREGUI, VECINOS)
    assert [line.claims for line in find_actors(ledger, several=True)] == [7]


def test_a_ledger_that_holds_a_contradiction_is_read_and_says_so(ledger: Path) -> None:
    """As where two desks joined their logs by hand: what was read stays, and linking names the decisions."""
    import sqlite3

    merge(ledger, ARREGUI, VECINOS)
    with sqlite3.connect(ledger) as connection:
        connection.execute(
            "INSERT INTO judgments SELECT 1, 'j-other', 'split', by, \"when\", why, sides, undoes, before, after FROM judgments"
        )
    counts, problem = try_link(ledger)
    assert counts is None
    assert "j-other" in (problem or "")
    assert "mistake of careo" not in (problem or "")
