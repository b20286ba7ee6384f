"""Linking a ledger: what it is given, what becomes of what it finds, and what is kept where it fails."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

import careo
from careo.errors import LedgerError
from careo.ledger import open_ledger, verify_ledger
from careo.link.facts import ArticleFacts
from careo.model import Claim, Dispute, Linked, Member, Relation
from careo.pipeline import relink
from careo.pipeline.relink import link_ledger
from tests.unit.ledger.linked import make_linked_articles, make_linked_claims, write_articles

NEWS = {
    "riada.txt": "El gobernador Simón Arregui dijo el lunes que la riada dejó 12 muertos.\n",
    "balance.txt": "La vecina Alba Ruiz aseguró que la riada dejó 30 muertos y 4 desaparecidos.\n",
}


def link_by_category(claims: Iterable[Claim], facts: Mapping[str, ArticleFacts], **_: object) -> Linked:
    """A stand-in that puts all figures of a category into one dispute; it tells the order of its input in nothing."""
    groups: dict[str, list[Member]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        assert claim.article in facts
        for number, figure in enumerate(claim.figures):
            groups.setdefault(figure.category or "none", []).append(Member(claim.id, number))
    disputes = []
    for category, members in sorted(groups.items()):
        id_ = "d-" + hashlib.sha256(category.encode()).hexdigest()[:16]
        relations = tuple(Relation(left, right, "contradicts", "test:all") for left, right in pairwise(members))
        verdict = "contested" if relations else "single"
        disputes.append(Dispute(id_, "quantity", "", {"category": category}, tuple(members), relations, verdict))  # type: ignore[arg-type]
    return Linked(tuple(disputes), figures={m: d.id for d in disputes for m in d.members})


@pytest.fixture
def linking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relink, "link_claims", link_by_category)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("linking")
def test_a_build_links_what_it_read(tmp_path: Path, news: Path) -> None:
    stages: list[str] = []
    summary = careo.build([news], tmp_path / "story.db", stage=stages.append)
    assert stages == ["copies", "claims", "ledger"]
    assert summary.linked is not None
    assert (summary.link_problem, summary.linked.contested) == (None, 1)
    with open_ledger(tmp_path / "story.db") as ledger:
        (dead,) = (d for d in ledger.links.iter_disputes() if d.verdict == "contested")
        assert len(dead.claims) == 2
        assert dead.question == "¿Cuántos muertos hubo?"
    assert list(verify_ledger(tmp_path / "story.db")) == []


@pytest.mark.usefixtures("linking")
def test_articles_that_come_later_give_the_same_bytes(tmp_path: Path, news: Path) -> None:
    careo.build([news], tmp_path / "whole.db")
    for name in sorted(NEWS):
        careo.build([news / name], tmp_path / "parts.db")
    assert (tmp_path / "parts.db").read_bytes() == (tmp_path / "whole.db").read_bytes()
    link_ledger(tmp_path / "parts.db")
    assert (tmp_path / "parts.db").read_bytes() == (tmp_path / "whole.db").read_bytes()


def test_linking_takes_claims_as_if_they_were_never_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[list[Claim], dict[str, ArticleFacts]]] = []

    def look(claims: Iterable[Claim], facts: Mapping[str, ArticleFacts], **_: object) -> Linked:
        taken = list(claims)
        assert taken == list(claims), "claims can be gone through again"
        seen.append((taken, dict(facts)))
        return link_by_category(taken, facts)

    monkeypatch.setattr(relink, "link_claims", look)
    write_articles(tmp_path / "a.db")
    link_ledger(tmp_path / "a.db")
    link_ledger(tmp_path / "a.db")
    assert seen[0] == seen[1]
    claims, facts = seen[0]
    assert [claim.id for claim in claims] == sorted(c.id for a in make_linked_articles() for c in make_linked_claims(a))
    assert facts["riada"] == ArticleFacts("riada", "El Correo de Valdeoro", "2024-05-07", "es")


def test_where_linking_fails_what_was_read_is_kept(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> Linked:
        raise ZeroDivisionError("a hole in a rule")

    monkeypatch.setattr(relink, "link_claims", stumble)
    summary = careo.build([news], tmp_path / "story.db", out=tmp_path / "pages")
    assert summary.linked is None
    assert "ZeroDivisionError: a hole in a rule" in (summary.link_problem or "")
    assert summary.failures == ()
    assert summary.pages is not None
    with open_ledger(tmp_path / "story.db") as ledger:
        assert ledger.count().articles == 2
        assert not ledger.links.exist


def test_where_linking_anew_fails_the_ledger_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_articles(tmp_path / "a.db")
    link_ledger(tmp_path / "a.db")
    before = (tmp_path / "a.db").read_bytes()
    dangling = Linked((Dispute("d-1", "quantity", "?", {}, ()),) * 2)
    monkeypatch.setattr(relink, "link_claims", lambda *_, **__: dangling)
    with pytest.raises(LedgerError, match="the ledger is as it was"):
        link_ledger(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_bytes() == before


def test_nothing_read_links_nothing(tmp_path: Path) -> None:
    summary = careo.build([tmp_path / "none.txt"], tmp_path / "none.db")
    assert (summary.linked, summary.link_problem) == (None, None)
    assert not (tmp_path / "none.db").exists()
