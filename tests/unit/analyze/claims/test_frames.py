"""What a verb takes in: predicates, gapped conjuncts, colons behind an object, and other verbs of the same form."""

from __future__ import annotations

import pytest

from tests.unit.analyze.claims.test_sentences import find_claims

CONTENTS = [
    ("La viuda celebró el fallo como «el fin de una pesadilla».", ["el fallo como «el fin de una pesadilla»"]),
    ("El hospital corrigió otro dato: los heridos fueron 17 y no once.", ["los heridos fueron 17 y no once"]),
    ("El jefe matizó lo dicho la víspera: el tren salió tarde.", ["el tren salió tarde"]),
    ("Interrogada ayer, la jefa matizó lo dicho: el tren salió tarde, aceptó.", ["el tren salió tarde"]),
    ("La Cruz Roja hablaba el jueves de 7.500 desplazados.", ["7.500 desplazados"]),
    ("La guardia reportó dos detenidos por desórdenes.", ["dos detenidos por desórdenes"]),
    ("El hospital confirmó tres heridos en la sierra.", ["tres heridos en la sierra"]),
    ("La viuda reclamó indemnizaciones por 12 millones de euros.", ["indemnizaciones por 12 millones de euros"]),
    ("El gerente insistió, en declaraciones a la radio, en que la planta es segura.", ["la planta es segura"]),
    ("La canciller llamó a las partes a la moderación.", ["a las partes a la moderación"]),
    ("La sentencia da por probado que el contable cobró dos veces.", ["el contable cobró dos veces"]),
    ("La edil rindió homenaje a los bomberos del pueblo.", ["a los bomberos del pueblo"]),
    ("La firma salió a desmentir la quiebra.", ["la quiebra"]),
    ("La sección sindical calcula que peligran 400 empleos.", ["peligran 400 empleos"]),
    ("La firma salió a descartar una crisis.", ["una crisis"]),
    ("En la sala, señala el documento, no había mesas.", ["En la sala, señala el documento, no había mesas"]),
    ("El club calculó en 12 mil los asistentes al partido.", ["en 12 mil los asistentes al partido"]),
    (
        "El juez precisó que la ley permite abrir las cajas con fallos, que estimó en 310.",
        ["la ley permite abrir las cajas con fallos", "en 310"],
    ),
    (
        "La junta reconoció que el pozo fue cerrado por los técnicos y que, pese a ello, siguió abierto.",
        ["el pozo fue cerrado por los técnicos y que, pese a ello, siguió abierto"],
    ),
    (
        "Dos de los cuerpos ya fueron identificados, según el forense, que teme más bajas.",
        ["Dos de los cuerpos ya fueron identificados"],
    ),
    (
        "Los gastos divergen: 480 millones, a juicio de la Cámara de Comercio; menos de 200, para el Gobierno.",
        ["480 millones", "menos de 200"],
    ),
    # no claims
    ("La versión no pudo ser verificada por fuentes independientes.", []),
    ("Los fiscales cuentan con fotos que prueban el cobro.", []),
    ("La obra demandará «entre siete y diez días».", []),
    ("El sindicato llama a una huelga.", []),
]
GAPPED = [
    (
        "La Junta cifró los afectados en 3.500, y la Cruz Roja de la ciudad, dirigida por médicos, en «no menos de 8.000».",
        {"Junta": "los afectados en 3.500", "Cruz Roja": "en «no menos de 8.000»"},
    ),
    ("El gobierno los estimó en 300; el sindicato, en 900.", {"gobierno": "en 300", "sindicato": "en 900"}),
    ("El comité cifró en 30 los heridos, y la radio, en 50.", {"comité": "en 30 los heridos", "radio": "en 50"}),
    (
        "La policía cifró en 300 los heridos, y en 20 los muertos.",
        {"policía": "en 300 los heridos, y en 20 los muertos"},
    ),
]


@pytest.mark.parametrize(("text", "contents"), CONTENTS)
def test_contents(text: str, contents: list[str]) -> None:
    assert [c.content.text for c in find_claims(text) if c.source.kind != "author"] == contents


@pytest.mark.parametrize(("text", "said"), GAPPED)
def test_one_verb_for_two_sources(text: str, said: dict[str, str]) -> None:
    assert {c.source.name: c.content.text for c in find_claims(text)} == said
