"""Figures that their source takes back in the same article, without another in their place."""

from __future__ import annotations

import pytest

from tests.unit.analyze.claims.test_sentences import find_claims

TAKEN_BACK = [
    "Radio Sur informó de 153 muertos en la riada. La emisora rectificó a las tres y pidió disculpas.",
    "El portal Mundo Claro publicó que asistieron 90.000 personas. Horas después, el portal se retractó.",
    "La consejera Ana Ruiz dijo que hay 300 evacuados. Ruiz se desdijo por la tarde.",
    "El sindicato afirmó que la acería despidió a 900 obreros. El sindicato ha rectificado la cifra.",
]

UPHELD = [
    "La consejera Ana Ruiz dijo que hay 300 evacuados. Ruiz no rectificó.",
    "La consejera Ana Ruiz dijo que hay 300 evacuados. Ruiz rectificó la ley de aguas.",
    "La consejera Ana Ruiz dijo que hay 300 evacuados. Ruiz rectificará mañana.",
    "La consejera Ana Ruiz dijo que hay 300 evacuados. El alcalde se retractó.",
    "La consejera Ana Ruiz se retractó. Ruiz dijo que hay 300 evacuados.",
    "La consejera Ana Ruiz dijo que hay 300 evacuados. Ruiz añadió que los muertos son 12. Ruiz rectificó.",
]


def _retracted(text: str) -> list[str]:
    return [
        figure.text for claim in find_claims(text) for figure in claim.figures if claim.gist and claim.gist.retracted
    ]


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_a_figure_is_taken_back(text: str) -> None:
    assert len(_retracted(text)) == 1


@pytest.mark.parametrize("text", UPHELD)
def test_a_figure_is_not_taken_back(text: str) -> None:
    assert _retracted(text) == []


def test_the_verb_is_the_reason() -> None:
    [claim] = [c for c in find_claims(TAKEN_BACK[0]) if c.figures]
    assert [
        TAKEN_BACK[0][r.start : r.end]
        for rule, r in ((r.rule, r.span) for r in claim.reasons)
        if rule == "claim:retracted"
    ] == ["rectificó"]
