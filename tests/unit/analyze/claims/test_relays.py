"""Who stands between the outlet and the source, and formulas that share a sentence."""

from __future__ import annotations

import pytest

from tests.unit.analyze.claims.test_sentences import find_claims

RELAYED = [
    ("La radio de Lesa informó, citando a desertores, que el barco se hundió.", "desertores", "radio de Lesa"),
    ("«No habrá guerra», dijo Toro en un discurso, reproducido por la agencia Norpress.", "Toro", "Norpress"),
    ("El obispo renunció. En su nota, de la que informó la agencia Sur, admite que mintió.", "obispo", "Sur"),
    ("«Nadie nos avisó», contó el sastre, según la traducción de una monja.", "sastre", "monja"),
    ("El obispo renunció. En su nota, de la que habló el notario, admite que mintió.", "obispo", ""),
    ("El ciclista informó, citando el reglamento, que la prueba sigue.", "ciclista", ""),
]
SHARED = [
    (
        "La marcha, que según los convocantes reunió a 600 personas y según la policía nunca pasó de 150, acabó en paz.",
        {"convocantes": "reunió a 600 personas", "policía": "nunca pasó de 150"},
    ),
    (
        "Eran trescientos según la policía y más del doble a juicio de los organizadores.",
        {"policía": "Eran trescientos", "organizadores": "más del doble"},
    ),
    (
        "La ministra dijo que faltan camas y según el sindicato hay 200 enfermos en los pasillos.",
        {"ministra": "faltan camas", "sindicato": "hay 200 enfermos en los pasillos"},
    ),
    (
        "La cuenta coincide con la de Drevo Press, según la cual faltan tres casas.",
        {"Drevo Press": "faltan tres casas"},
    ),
    ("El perito está fuera de peligro, según sus colegas.", {"sus colegas": "El perito está fuera de peligro"}),
    (
        "Unas 200 personas rezaron en la plaza, según la parroquia.",
        {"parroquia": "Unas 200 personas rezaron en la plaza"},
    ),
]


@pytest.mark.parametrize(("text", "name", "via"), RELAYED)
def test_relays(text: str, name: str, via: str) -> None:
    chains = [[step.name for step in c.via] for c in find_claims(text) if c.source.name == name]
    assert chains == [[via] if via else []]


@pytest.mark.parametrize(("text", "said"), SHARED)
def test_formulas_of_one_sentence(text: str, said: dict[str, str]) -> None:
    assert {c.source.name: c.content.text for c in find_claims(text) if c.source.kind != "author"} == said
