"""Who goes on speaking where the subject is left out, and who cannot: things, places, captions, people whom another one quotes."""

from __future__ import annotations

import pytest

from careo.analyze.cast import build_cast
from careo.analyze.mentions import find_mention
from careo.analyze.speakers import Mention, resolve_speakers
from careo.lang import parse_example

from .reading import PACK, read, resolve

CHAINS = [
    # newcomers and things do not go on
    (
        (
            "El alcalde de Villaseca, Pau Ferrer, visitó el barrio. Una persona pendiente de localizar vivía en "
            "el bajo. «No hay más daños», {none:añadió}."
        ),
        "Pau Ferrer",
    ),
    (
        "{who:La secretaria Nuria Font} {say:dijo} que irá despacio. El escrutinio comenzó el lunes. {none:Comentó} que faltan mesas.",
        "Nuria Font",
    ),
    (
        "{who:La alcaldesa Gloria Prado} {say:informó} de diez derrumbes. Juchipán sigue en alerta. {none:Añadió} que habrá albergues.",
        "Gloria Prado",
    ),
    (
        "{who:El rector Pablo Nieto} {say:dijo} que {who:el plazo} {say:vence}. {none:Agregó} que no dimite.",
        "Pablo Nieto",
    ),
    ("{who:El informe} {say:señala} que faltan fondos. «Es grave», {none:lamentó}.", ""),
    # the paragraph before all else
    (
        (
            "{who:El párroco Celso Irala} {say:lamentó} los daños.\nEl director de Protección Civil, Fidel Marín, "
            "salió por la tarde. Los muertos, {none:explicó}, son cuatro."
        ),
        "Fidel Marín",
    ),
    (
        (
            "{who:El jefe de bomberos, Raúl Salas}, {say:habló} de errores.\nEl alcalde, Jacinto Baldovín, no se "
            "fía. {none:Insiste} en que faltan veinte."
        ),
        "Jacinto Baldovín",
    ),
    # what another one says
    (
        "{who:La directora Inés Paz} {say:explicó} que {who:su equipo} {say:contó} cien. «Solo contamos», {none:subrayó}.",
        "Inés Paz",
    ),
    ("Radio Sur habló con Omar Prats, {who:quien} {say:dijo} que hay bajas. {none:Negó} que sean cien.", "Omar Prats"),
    # number and gender
    (
        (
            "La ministra Casilda Vera llegó tarde. {who:Su rival Ramón Luque} {say:dijo} que no. Preguntada por "
            "la huelga, {none:reiteró} que no la habrá."
        ),
        "Casilda Vera",
    ),
    (
        "{who:Ana Robledo} {say:dijo} que no. {who:Los vecinos} {say:dijeron} que sí. También {none:pidió} calma.",
        "Ana Robledo",
    ),
    # clauses that share a subject
    (
        (
            "{who:La Secretaría del Trabajo} {say:habló} de la mitad, y el Sindicato de Mareantes se retiró de la "
            "mesa y {none:aseguró} que fueron todos."
        ),
        "Sindicato de Mareantes",
    ),
    # those around a person
    ("Rubén Galarza llegó. Cerca de Galarza {none:aseguran} que no firmó.", "entorno de Rubén Galarza"),
    (
        "{who:Dos fuentes militares} {say:hablaron} ayer. {who:Una de ellas} {say:calcula} que son cien.",
        "una de dos fuentes militares",
    ),
]


@pytest.mark.parametrize(("marked", "name"), CHAINS)
def test_who_goes_on(marked: str, name: str) -> None:
    source = resolve(marked)[-1]
    assert source.name == name
    assert name or source.kind == "unnamed"


def test_nobody_of_a_caption_goes_on_in_the_body() -> None:
    marked = (
        "La concejala Irene Prats {a:dijo} que no.\nEl rector Pablo Nieto {b:dijo} que sí.\nLlovió. {c:Añadió} que irá."
    )
    example = parse_example(marked)
    document = read(example.text)
    cues = [document.tokens_in(example.spans(mark)[0])[0].index for mark in "abc"]
    body, caption = document.blocks[0], document.blocks[1]
    heads = [document.tokens_in(body)[1], document.tokens_in(caption)[1]]
    mentions = [Mention(find_mention(document, h, PACK), h.index, cue) for h, cue in zip(heads, cues, strict=False)]
    mentions.append(Mention(None, None, cues[2]))
    everywhere = resolve_speakers(document, mentions, PACK, build_cast(document, PACK))
    aside = resolve_speakers(document, mentions, PACK, build_cast(document, PACK, [caption]))
    assert everywhere[-1].name == "Pablo Nieto"
    assert aside[-1].name == "Irene Prats"
