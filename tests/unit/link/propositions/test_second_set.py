"""Precision on the second set: 35 articles on 35 stories. What meets there was read one by one; nothing else may be called contested."""

from __future__ import annotations

from pathlib import Path

import pytest

from careo.link.actors import merge_actors
from careo.link.facts import ArticleFacts
from careo.link.parts import Part
from careo.link.propositions import link_propositions
from careo.model import Claim
from careo.pipeline.analysis import analyze_document, iter_documents
from careo.read import make_article

TEXTS = Path(__file__).resolve().parents[4] / "evaluation" / "second" / "texts"

# Who is against whom, article by article: each is a denial, in the text, of what the other says in it.
CONTESTED = {
    ("101_alud_guarando", "Hernando Quiceno", "vecinos"),
    ("108_cayuco_puerto_bruma", "su abogada de oficio", "Fiscalía"),
    ("121_avion_yanaloma", "Hugo Sandóval", "sindicato boliviano de pilotos"),
    ("124_rumores_golpe", "Rolando Monzón", "familiares de los militares"),
    ("130_vacuna_breve", "Adela Quiroga", "Sanidad Libre"),
    ("134_banco_central", "Esteban Cuadros", "Gustavo Berrío"),
}


@pytest.fixture(scope="module")
def linked() -> tuple[dict[str, Claim], Part]:
    articles = [
        make_article(path.read_text("utf-8"), name=path.stem, language="es") for path in sorted(TEXTS.glob("*.txt"))
    ]
    claims = [claim for pair in iter_documents(articles) for claim in analyze_document(*pair).claims]
    facts = {article.id: ArticleFacts(article.id, article.outlet, article.published) for article in articles}
    return {claim.id: claim for claim in claims}, link_propositions(claims, facts, merge_actors(claims))


def opponents(claims: dict[str, Claim], found: Part) -> set[tuple[str, str, str]]:
    return {
        (
            claims[relation.left.claim].article,
            claims[relation.left.claim].source.name,
            claims[relation.right.claim].source.name,
        )
        for dispute in found.disputes
        for relation in dispute.relations
        if relation.relation in ("denies", "contradicts")
    }


def test_no_contradiction_is_made_up(linked: tuple[dict[str, Claim], Part]) -> None:
    assert opponents(*linked) - CONTESTED == set()


def test_those_in_the_texts_are_found(linked: tuple[dict[str, Claim], Part]) -> None:
    assert CONTESTED - opponents(*linked) == set()


def test_stories_stay_apart(linked: tuple[dict[str, Claim], Part]) -> None:
    claims, found = linked
    assert all(len({claims[name].article for name in dispute.claims}) == 1 for dispute in found.disputes)


def test_nobody_changes_sides(linked: tuple[dict[str, Claim], Part]) -> None:
    _, found = linked
    assert [position for position in found.positions if position.reversals] == []
