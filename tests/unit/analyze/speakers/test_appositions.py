"""Who speaks where the name stands in apposition, is a noun itself, or was last told of by a verb further up."""

from __future__ import annotations

import pytest

from careo.analyze import analyze_article
from careo.lang import load_pack
from careo.model import Article, Passage, Span
from careo.parse import load_parser

APPOSED = [
    ("Su director general, el belga Jan Maes, admitió el fallo.", "admitió", "Jan Maes"),
    ("Los pasajeros bajaron. Uno de ellos, el carpintero Luis Toro, contó que nadie les avisó.", "contó", "Luis Toro"),
    ("La más joven, la estudiante Vera Lund, recordó que nadie abrió la puerta.", "recordó", "Vera Lund"),
    ("El ministerio lo negó. «Nadie ha muerto», declaró el portavoz, coronel Luis Toro.", "declaró", "Luis Toro"),
    ("La dueña protestó. Su partido, el PLR, anunció que recurrirá la multa.", "anunció", "PLR"),
    ("El jurado premió a su hija. Su club, el Atlético Rayo, negó la venta.", "negó", "Atlético Rayo"),
    ("Según el alcalde, el belga Jan Maes, de 40 años, murió ahogado.", "Según", "alcalde"),
    ("Según el fiscal, el sastre Jan Maes, que conducía, está herido.", "Según", "fiscal"),
    ("El alcalde, el concejal Luis Toro y la edil Ana Gil dijeron que no.", "dijeron", "Luis Toro y Ana Gil"),
]
SURNAMES = [
    ("El general Javier Rey habló a la tropa. Rey advirtió que habrá más bajas.", "advirtió", "Javier Rey"),
    ("La senadora Ana Alcalde visitó la presa. Alcalde aseguró que el muro resiste.", "aseguró", "Ana Alcalde"),
    ("La senadora Ana Alcalde calló. El alcalde aseguró que el muro resiste.", "aseguró", "alcalde"),
    ("El cirujano Pablo Junta calló. La Junta aseguró que hay camas.", "aseguró", "Junta"),
]
CAPITALS = [
    (
        "EN DIRECTO | Ceden los pozos de Aguas Lesa\nEl gerente de Aguas Lesa, Luis Toro, dejó el cargo, informó la compañía.",
        "informó",
        "Aguas Lesa",
    ),
]
JOINED = [
    ("La ministra dijo que la cuenta de camas «no cuadra» y no descartó una multa.", "descartó", "ministra"),
    (
        "El grupo Almar perdió dinero. La asociación Lesa pidió cuentas. El grupo aseguró que pagará.",
        "aseguró",
        "Almar",
    ),
]
ROLES = [
    (
        "El gobernador Saúl Peña gastó de más. La candidata Nora Gil pidió calma. El mandatario estatal negó el gasto.",
        "negó",
        "Saúl Peña",
    ),
    ("«Hay cuatro heridos», informó el alcalde Lucio Vera. «Arde», señaló la autoridad.", "señaló", "Lucio Vera"),
    ("«Hay cuatro heridos», informó el pastor Lucio Vera. «Arde», señaló la autoridad.", "señaló", "autoridad"),
    ("La senadora Eva Paz visitó el muro. La autoridad portuaria negó el robo.", "negó", "autoridad portuaria"),
    (
        "El alcalde Lucio Vera dijo que no. Luis Toro no lo ve así. El aspirante acusó al alcalde de mentir.",
        "acusó",
        "Luis Toro",
    ),
    (
        "La Secretaría de Salud calla. Fuentes de la Fiscalía dicen que hay un preso. La dependencia negó la versión.",
        "negó",
        "Fiscalía",
    ),
    (
        "El presidente de Noruega, Ole Dahl, admitió los hechos, un mes después de que su gobierno negara toda participación.",
        "negara",
        "gobierno de Noruega",
    ),
    (
        "El líder local, Luis Toro, habló. El líder nacional, Iván Coto, calló. El líder local pidió calma.",
        "pidió",
        "Luis Toro",
    ),
]


def find_speaker(text: str, cue: str) -> str:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Span(at, at + len(line)))
        at += len(line) + 1
    passages = tuple(Passage(b, "body" if b is blocks[-1] else "title") for b in blocks)
    article = Article("text", text, "", passages=passages, published="2024-05-15")
    claims = analyze_article(article, load_parser("es").parse(text, blocks), load_pack("es"))
    return next((c.source.name for c in reversed(claims) if c.cue is not None and c.cue.text == cue), "")


@pytest.mark.parametrize(("text", "cue", "name"), [*APPOSED, *SURNAMES, *CAPITALS, *JOINED, *ROLES])
def test_who_speaks(text: str, cue: str, name: str) -> None:
    assert find_speaker(text, cue) == name
