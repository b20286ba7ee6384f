"""Names of those who only pass a claim on, and sources that share a subject or stand behind figures."""

from __future__ import annotations

import pytest

from careo.analyze.cast import build_cast
from careo.analyze.speakers import Mention, resolve_name, resolve_speakers
from careo.lang import parse_example

from .reading import PACK, head_of, read, resolve

RELAYS = [
    ("El pacto está cerca, informó {x:Reuters}.", "Reuters"),
    ("El pacto está cerca, según {x:la agencia EFE}.", "EFE"),
    ("El pacto está cerca, informaron {x:los medios estatales rusos}.", "medios estatales rusos"),
    ("El pacto está cerca, informó {x:la prensa local}.", "prensa local"),
    ("El pacto está cerca, contó {x:The Washington Post}.", "The Washington Post"),
    ("El país espera. El pacto está cerca, contó {x:El País}.", "El País"),
    ("El pacto está cerca, contó {x:Rosaura Medina}.", "Rosaura Medina"),
]

MAKERS = [
    ("La Fiscalía abrió una causa. {say:Según} {who:cálculos de la Fiscalía}, faltan dos millones.", "Fiscalía"),
    ("{say:Según} {who:estimaciones de Seúl}, hay más envíos.", "Corea del Sur"),
    ("{say:Según} {who:datos difundidos por el Ministerio de Salud}, hay más casos.", "Ministerio de Salud"),
    ("{say:Según} {who:las cifras oficiales}, hay más casos.", "cifras oficiales"),
]

PLACES = [
    ("Desde la Casa Rosada {none:aseguran} que no habrá cambios.", "Casa Rosada"),
    ("En Moncloa {none:niegan} que haya un pacto.", "Moncloa"),
    ("Desde el Ministerio de Salud {none:insisten} en que no hay casos.", "Ministerio de Salud"),
]


@pytest.mark.parametrize(("marked", "name"), RELAYS)
def test_relays(marked: str, name: str) -> None:
    example = parse_example(marked)
    document = read(example.text)
    head = head_of(document, example.spans("x")[0])
    assert resolve_name(document, head, PACK, build_cast(document, PACK)) == name
    assert resolve_name(document, head, PACK) == name


@pytest.mark.parametrize(("marked", "name"), [*MAKERS, *PLACES])
def test_makers_of_figures_and_seats_that_speak(marked: str, name: str) -> None:
    assert resolve(marked)[-1].name == name


def test_a_shared_subject_is_one_source() -> None:
    example = parse_example("{who:El rector Pablo Nieto} {say:negó} el plagio y {say:anunció} un recurso.")
    document = read(example.text)
    span, cues = example.spans("who")[0], [document.tokens_in(cue)[0].index for cue in example.spans("say")]
    mentions = [Mention(span, head_of(document, span).index, cues[0]), Mention(None, None, cues[1], shared=0)]
    first, second = resolve_speakers(document, mentions, PACK)
    assert first.name == second.name == "Pablo Nieto"
    assert (first.span, second.span) == (span, None)
