"""Changes of sides that one sentence tells: sentences of our own, the news in them is invented."""

from __future__ import annotations

import pytest

from careo.link.claims import link_claims
from careo.link.facts import ArticleFacts
from careo.model import Position
from careo.pipeline.analysis import analyze_text

PUBLISHED = "2021-06-20"


def positions_of(text: str) -> list[Position]:
    claims = analyze_text(text, published=PUBLISHED, name="norte").claims
    linked = link_claims(claims, {"norte": ArticleFacts("norte", "norte", PUBLISHED)})
    return [position for position in linked.positions if position.reversals]


TOLD = [
    (
        "Dos semanas después de haberlo negado, la naviera Trasmar reconoció el jueves que el buque perdió 40 contenedores.",
        "Trasmar", ("../2021-06-17", "2021-06-17"),
    ),
    (
        "La naviera Trasmar reconoció el jueves, dos semanas después de haberlo negado, que el buque perdió 40 contenedores.",
        "Trasmar", ("../2021-06-17", "2021-06-17"),
    ),
    (
        "La naviera Trasmar, que en mayo negó cualquier vertido, admitió ayer que el buque derramó aceite en la bahía.",
        "Trasmar", ("2021-05", "2021-06-19"),
    ),
    (
        "Tras desmentirlo durante meses, el alcalde Blas Ferro confirmó este martes que el hospital cerrará en enero.",
        "Blas Ferro", ("../2021-06-15", "2021-06-15"),
    ),
    (
        "El presidente Orlo Banch admitió ayer que sus tropas cruzaron el río, después de que su gobierno negara toda participación.",
        "Orlo Banch", ("../2021-06-19", "2021-06-19"),
    ),
    (
        "La ministra Lía Sorel negó en mayo que el hospital fuera a cerrar y ayer lo confirmó.",
        "Lía Sorel", ("2021-05", "2021-06-19"),
    ),
    (
        "El sindicato denunció que la presa tenía grietas. La compañía Hidrosol lo negó en mayo y ayer lo admitió.",
        "Hidrosol", ("2021-05", "2021-06-19"),
    ),
    (
        "La naviera Trasmar lo admitió ayer tras negarlo en dos ocasiones: el buque perdió 40 contenedores.",
        "Trasmar", ("../2021-06-19", "2021-06-19"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actor", "between"), TOLD)
def test_a_change_of_sides(text: str, actor: str, between: tuple[str, str]) -> None:
    (position,) = positions_of(text)
    assert position.actor == actor
    assert [reversal.between for reversal in position.reversals] == [between]
    assert {stand.polarity for stand in position.stances} == {1, -1}


NOT_TOLD = [
    # another one has denied it, or who denies it admits something else
    "Después de que la empresa negara los hechos, el sindicato reconoció que la huelga fracasó.",
    "El alcalde Blas Ferro reconoció el jueves la rotura de la presa, tres días después de que la empresa lo negara.",
    "El banco Fenor, que en abril negó haber pagado sobornos, admitió ayer que sus oficinas abrirán los sábados.",
    "El alcalde Blas Ferro, que en mayo negó cualquier pacto con los rebeldes, admitió ayer que el paro subió.",
    "El alcalde Blas Ferro, que el jueves rechazó todo pacto, admitió ayer que el paro subió.",
    "El alcalde Blas Ferro negó el cierre del puerto tras reconocer que faltan barcos.",
    # one day, nothing that was denied, nothing that is admitted
    "La ministra Lía Sorel negó ayer que el hospital fuera a cerrar y lo confirmó.",
    "El alcalde Blas Ferro llegó el jueves a Ardal y lo confirmó.",
    "El juez dijo que Ferro mintió. Después de negarlo, el alcalde Blas Ferro dimitió.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_change_of_sides(text: str) -> None:
    assert positions_of(text) == []


def test_the_verb_of_a_pronoun_is_no_content() -> None:
    """A day beside the second verb dates that one, not the first."""
    claims = analyze_text(TOLD[5][0], published=PUBLISHED, name="norte").claims
    assert [claim.said for claim in claims] == ["2021-05", "2021-06-19"]
