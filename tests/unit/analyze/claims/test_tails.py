"""Where a content ends and the outlet goes on by itself; promises are no denials."""

from __future__ import annotations

import pytest

from tests.unit.analyze.claims.test_sentences import find_claims

TAILS = [
    (
        "Toro prometió que las obras acabarán en mayo, con lo que dio por cerrada la disputa.",
        "prometió",
        "las obras acabarán en mayo",
    ),
    (
        "La firma reconoció que sabía del fallo, con lo que echó abajo su defensa.",
        "reconoció",
        "sabía del fallo",
    ),
    (
        "El fiscal acusó a la directora de haber firmado la orden, lo que la directora rechazó.",
        "acusó",
        "a la directora de haber firmado la orden",
    ),
    ("El gremio calcula que peligran 400 empleos, extremo que la dirección niega.", "calcula", "peligran 400 empleos"),
    (
        "La liquidadora cifró en 143 los muertos, por encima de los 120 que calculó el hospital.",
        "cifró",
        "en 143 los muertos",
    ),
    (
        "El comité llamó a los vecinos a levantar el campamento, que según los organizadores reunió a 600 personas.",
        "llamó",
        "a los vecinos a levantar el campamento",
    ),
    ("La edil dijo que el muro cede, lo que el perito puso en duda.", "dijo", "el muro cede"),
    # what follows is still the source's
    (
        "El juez dijo que no hay dinero, por lo que cerrará la sala.",
        "dijo",
        "no hay dinero, por lo que cerrará la sala",
    ),
    (
        "El guarda contó que el río creció, con lo que cortó el paso.",
        "contó",
        "el río creció, con lo que cortó el paso",
    ),
    (
        "La edil dijo que el muro cede, lo que pone en riesgo el barrio.",
        "dijo",
        "el muro cede, lo que pone en riesgo el barrio",
    ),
]
PLANS = [
    ("El alcalde anunció que impugnará la sentencia.", "impugnará la sentencia", "assert"),
    ("La central advirtió que no reconocerá el acuerdo.", "no reconocerá el acuerdo", "assert"),
    ("El alcalde dijo que duda de la sentencia.", "duda de la sentencia", "doubt"),
]


@pytest.mark.parametrize(("text", "cue", "content"), TAILS)
def test_contents_end(text: str, cue: str, content: str) -> None:
    assert content in [c.content.text for c in find_claims(text) if c.cue is not None and c.cue.text == cue]


@pytest.mark.parametrize(("text", "content", "stance"), PLANS)
def test_plans_keep_their_stance(text: str, content: str, stance: str) -> None:
    assert [(c.content.text, c.stance) for c in find_claims(text)] == [(content, stance)]
