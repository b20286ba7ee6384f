"""What *una de ellas* is one of, and what a denial of the wider word denies: sentences of our own, invented."""

from __future__ import annotations

import pytest

from careo.link.actors import merge_actors
from careo.link.facts import ArticleFacts
from careo.link.propositions import link_propositions
from careo.model import Claim, Gist
from careo.pipeline.analysis import analyze_text


def claims_of(text: str) -> tuple[Claim, ...]:
    return analyze_text(text, published="2024-05-15", name="norte").claims


def gist_with(text: str, words: str) -> Gist:
    gist = next(c for c in claims_of(text) if words in c.content.text).gist
    assert gist is not None
    return gist


ROLES = [
    ("El gerente habló de las turbinas y reconoció que una de ellas se abrió.", "una de ellas", "turbina"),
    ("El gerente revisó los hornos. El alcalde dijo que tres de ellos fueron destruidos.", "tres de ellos", "horno"),
    # two could be meant, another gender, too far back, a time
    ("El gerente habló de las turbinas y las válvulas y dijo que una de ellas se abrió.", "una de ellas", None),
    ("El gerente habló de los hornos y dijo que una de ellas se abrió.", "una de ellas", None),
    ("El gerente revisó las turbinas. Llovió. El alcalde dijo que una de ellas se abrió.", "una de ellas", None),
    ("El gerente esperó dos semanas y dijo que una de ellas se abrió.", "una de ellas", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "patient"), ROLES)
def test_one_of_them(text: str, words: str, patient: str | None) -> None:
    assert gist_with(text, words).patient == patient


OPENED = " El alcalde afirmó que las compuertas se abrieron de noche."
DENIALS = [
    ("La gerente negó que las compuertas se hubieran movido." + OPENED, "movido", "abrir"),
    ("La gerente dijo que las compuertas se han movido." + OPENED, "movido", "mover"),  # who says so has not said that they opened
    ("La gerente negó que las turbinas se hubieran movido." + OPENED, "movido", "mover"),
    ("La gerente negó que las compuertas se hubieran movido. El alcalde afirmó que las compuertas se pintaron.", "movido", "mover"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "predicate"), DENIALS)
def test_what_the_denial_of_the_wider_word_denies(text: str, words: str, predicate: str) -> None:
    gist = gist_with(text, words)
    assert gist.predicate == predicate
    assert predicate in gist.terms


def reversals(text: str) -> list[str]:
    claims = claims_of(text)
    found = link_propositions(claims, {"norte": ArticleFacts("norte", "norte", "2024-05-15")}, merge_actors(claims))
    return [position.actor for position in found.positions if position.reversals]


def test_who_denied_the_wider_and_admits_the_particular_has_gone_over() -> None:
    denied = "Nilova, que el lunes negaba que las compuertas se hubieran movido, "
    village = " El pescador Ramón Soto acusó a Nilova de abrir las compuertas."
    assert reversals(denied + "reconoció ayer que una de ellas se abrió." + village) == ["Nilova"]
    assert reversals(denied + "reconoció ayer que una de ellas se oxidó." + village) == []
    assert reversals(denied + "insistió ayer en que ninguna de ellas se abrió." + village) == []
