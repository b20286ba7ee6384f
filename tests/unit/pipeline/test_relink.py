"""Linking a ledger: what it is given, what becomes of what it finds, and what is kept where it fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import careo
from careo.errors import LedgerError
from careo.ledger import open_ledger, verify_ledger
from careo.link.claims import link_archive
from careo.link.desk import Fetch
from careo.link.facts import ArticleFacts
from careo.link.memory import Memory
from careo.model import Claim, Dispute, Linked
from careo.pipeline import relink
from careo.pipeline.relink import link_ledger
from tests.unit.ledger.linked import make_linked_articles, make_linked_claims, write_articles

NEWS = {
    "riada.txt": "El gobernador Simón Arregui dijo el lunes que la riada dejó 12 muertos. La vecina Alba Ruiz lo negó.\n",
    "balance.txt": "La vecina Alba Ruiz aseguró que la riada dejó 30 muertos y 4 desaparecidos. El gobernador Simón Arregui dijo "
    "que la riada dejó 12 muertos.\n",
    "otra.txt": "El alcalde Bruno Salas dijo que el incendio dejó 7 heridos.\n",
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_build_links_what_it_read(tmp_path: Path, news: Path) -> None:
    stages: list[str] = []
    summary = careo.build([news], tmp_path / "story.db", stage=stages.append)
    assert stages == ["copies", "claims", "ledger"]
    assert summary.linked is not None
    assert summary.link_problem is None
    with open_ledger(tmp_path / "story.db") as ledger:
        (dead,) = (d for d in ledger.links.iter_disputes() if d.key.get("category") == "killed")
        assert len(dead.claims) == 3
        assert dead.question.startswith("¿Cuántos muertos hubo?")
    assert list(verify_ledger(tmp_path / "story.db")) == []


@pytest.mark.parametrize("order", list(permutations(NEWS)))
def test_articles_that_come_later_give_the_same_bytes(tmp_path: Path, news: Path, order: tuple[str, ...]) -> None:
    careo.build([news], tmp_path / "whole.db")
    for name in order:
        careo.build([news / name], tmp_path / "parts.db")
    assert (tmp_path / "parts.db").read_bytes() == (tmp_path / "whole.db").read_bytes()
    for anew in (False, True):
        link_ledger(tmp_path / "parts.db", anew=anew)
        assert (tmp_path / "parts.db").read_bytes() == (tmp_path / "whole.db").read_bytes()


def test_a_run_reads_the_new_articles_and_those_that_they_meet(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    careo.build([news / "riada.txt", news / "otra.txt"], tmp_path / "story.db")
    fetched = watch_fetching(monkeypatch)
    careo.build([news / "balance.txt"], tmp_path / "story.db")
    assert fetched == {"balance", "riada"}
    fetched.clear()
    link_ledger(tmp_path / "story.db")
    assert fetched == set()
    link_ledger(tmp_path / "story.db", anew=True)
    assert fetched == {"balance", "riada", "otra"}


def watch_fetching(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The ids of the articles whose claims linking asks for from now on."""
    fetched: set[str] = set()

    def link(fetch: Fetch, *others: Any, **more: Any) -> Any:
        def look(articles: Iterable[str]) -> Mapping[str, Sequence[Claim]]:
            wanted = list(articles)
            fetched.update(wanted)
            return fetch(wanted)

        return link_archive(look, *others, **more)

    monkeypatch.setattr(relink, "link_archive", link)
    return fetched


def test_what_another_careo_found_is_not_taken_up(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    careo.build([news], tmp_path / "story.db")
    before = (tmp_path / "story.db").read_bytes()
    with closing(sqlite3.connect(tmp_path / "story.db")) as connection, connection:
        connection.execute("UPDATE memory SET made_by = 'another careo'")
    fetched = watch_fetching(monkeypatch)
    link_ledger(tmp_path / "story.db")
    assert fetched == {"balance", "riada", "otra"}
    assert (tmp_path / "story.db").read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE notes SET note = '[]'",
        "UPDATE notes SET note = 'x'",
        "UPDATE notes SET shape = '[[1]]'",
        "UPDATE notes SET sketch = x'00'",
        "UPDATE notes SET note = 7, sketch = 'text'",
        "DELETE FROM notes WHERE article = 'riada'",
        "DELETE FROM outcomes",
        "DELETE FROM disputes",
        "DELETE FROM memory",
        "UPDATE outcomes SET kind = 'odd'",
    ],
)
def test_remains_that_cannot_be_read_are_as_good_as_none(tmp_path: Path, news: Path, damage: str) -> None:
    careo.build([news], tmp_path / "story.db")
    before = (tmp_path / "story.db").read_bytes()
    with closing(sqlite3.connect(tmp_path / "story.db")) as connection, connection:
        connection.execute(damage)
    link_ledger(tmp_path / "story.db")
    assert (tmp_path / "story.db").read_bytes() == before


def test_an_article_that_is_replaced_is_read_anew(tmp_path: Path, news: Path) -> None:
    careo.build([news], tmp_path / "story.db")
    (news / "riada.txt").write_text(
        "El gobernador Simón Arregui dijo que la riada dejó 50 muertos.\n", encoding="utf-8"
    )
    careo.build([news / "riada.txt"], tmp_path / "story.db")
    careo.build([news], tmp_path / "whole.db")
    assert (tmp_path / "story.db").read_bytes() == (tmp_path / "whole.db").read_bytes()


def test_linking_takes_claims_as_if_they_were_never_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[Mapping[str, Sequence[Claim]], dict[str, ArticleFacts]]] = []

    def look(fetch: Fetch, facts: Mapping[str, ArticleFacts], *_: object, **__: object) -> Any:
        seen.append((fetch(facts), dict(facts)))
        return link_archive(fetch, facts, Memory())

    monkeypatch.setattr(relink, "link_archive", look)
    write_articles(tmp_path / "a.db")
    link_ledger(tmp_path / "a.db")
    link_ledger(tmp_path / "a.db")
    assert seen[0] == seen[1]
    claims, facts = seen[0]
    assert {a: [claim.id for claim in rows] for a, rows in claims.items()} == {
        a.id: sorted(claim.id for claim in make_linked_claims(a))
        for a in make_linked_articles()
        if make_linked_claims(a)
    }
    assert facts["riada"] == ArticleFacts("riada", "El Correo de Valdeoro", "2024-05-07", "es")


def test_where_linking_fails_what_was_read_is_kept(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> Linked:
        raise ZeroDivisionError("a hole in a rule")

    monkeypatch.setattr(relink, "link_archive", stumble)
    summary = careo.build([news], tmp_path / "story.db", out=tmp_path / "pages")
    assert summary.linked is None
    assert "ZeroDivisionError: a hole in a rule" in (summary.link_problem or "")
    assert summary.failures == ()
    assert summary.pages is not None
    with open_ledger(tmp_path / "story.db") as ledger:
        assert ledger.count().articles == 3
        assert not ledger.links.exist


def test_where_linking_anew_fails_the_ledger_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_articles(tmp_path / "a.db")
    link_ledger(tmp_path / "a.db")
    before = (tmp_path / "a.db").read_bytes()
    dangling = Linked((Dispute("d-1", "quantity", "?", {}, ()),) * 2)
    monkeypatch.setattr(relink, "merge_parts", lambda *_: dangling)
    with pytest.raises(LedgerError, match="the ledger is as it was"):
        link_ledger(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == before


def test_nothing_read_links_nothing(tmp_path: Path) -> None:
    summary = careo.build([tmp_path / "none.txt"], tmp_path / "none.db")
    assert (summary.linked, summary.link_problem) == (None, None)
    assert not (tmp_path / "none.db").exists()
