"""Quotations are found in the text alone: marks nested, mixed, odd and unbalanced, and dash-led speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.analyze.quotations import find_quotations
from careo.model import Span

CASES = [
    ('"No cederemos", dijo la alcaldesa.', ["No cederemos"]),
    ("«No cederemos», dijo la alcaldesa.", ["No cederemos"]),
    ("“No cederemos”, dijo la alcaldesa.", ["No cederemos"]),
    ("‘No cederemos’, dijo la alcaldesa.", ["No cederemos"]),
    ("'No cederemos', dijo la alcaldesa.", ["No cederemos"]),
    ("«El lema “agua para todos” es viejo», dijo.", ["El lema “agua para todos” es viejo", "agua para todos"]),
    ('«Leí "basta" en el muro», contó.', ['Leí "basta" en el muro', "basta"]),
    ("Una visita a O'Higgins y a d'Arcy no es cita.", []),
    ("El puente 'Viejo' y el río.", ["Viejo"]),
    ("“Uno. Dos. Tres”, contó el árbitro.", ["Uno. Dos. Tres"]),
    ("«¿Quién lo pagó?», preguntó.", ["¿Quién lo pagó?"]),
    ("Dijo que es un acto contra el pueblo «.", []),
    ("Dijo: “No hay dinero para la obra.", ["No hay dinero para la obra."]),
    ("La frase queda abierta «sin remedio", ["sin remedio"]),
    ("»Seguimos así», dijo.", ["Seguimos así"]),
    ("—Es mentira —insistió la jueza—, y lo saben.", ["Es mentira", "y lo saben"]),
    ("—No vengas mañana.", ["No vengas mañana"]),
    ("- No vengas, que llueve y el camino está cortado", []),
    ("El «sí» y el «no» empataron.", ["sí", "no"]),
    ("Es «muy, muy grave», y «nadie» lo duda.", ["muy, muy grave", "nadie"]),
    ("“No cederemos″, dijo la alcaldesa.", ["No cederemos"]),
    ("″No cederemos″, dijo la alcaldesa.", ["No cederemos"]),
    ('“No cederemos", dijo la alcaldesa.', ["No cederemos"]),
    ("``No cederemos'', dijo la alcaldesa.", ["No cederemos"]),
    ("La alcaldesa habló de ``un pacto roto'' y de ''mala fe''.", ["un pacto roto", "mala fe"]),
    ("Crece la protesta en los puertos“No cederemos”, dijo ella. “Jamás”, insistió.", ["No cederemos", "Jamás"]),
    ("“No cederemos, sumó la alcaldesa. Luego admitió que hay retrasos.", ["No cederemos, sumó la alcaldesa."]),
    ("“No cederemos″, sumó la alcaldesa. Luego admitió que hay retrasos.", ["No cederemos"]),
    ("", []),
    ('"" «» “”', []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations(text: str, expected: list[str]) -> None:
    found = find_quotations(text, [Span(0, len(text))])
    assert [q.inner.of(text) for q in found] == expected


def test_depth_counts_the_quotations_around() -> None:
    text = "«El lema “agua para todos” es viejo», dijo."
    assert [q.depth for q in find_quotations(text, [Span(0, len(text))])] == [0, 1]


OVER_PARAGRAPHS = [
    ("«Primero. Otro.\nSegundo», dijo. Nada más.", [("Primero. Otro.", False), ("Segundo", True)]),
    ('"Primero. Otro.\nSegundo", dijo. Nada más.', [("Primero. Otro.", False), ("Segundo", True)]),
    ("«Primero. Otro.\n»Segundo», dijo.", [("Primero. Otro.", False), ("Segundo", True)]),
    ("«Primero, dijo ella. Luego se fue.\nEl pleno siguió.", [("Primero, dijo ella.", False)]),
    ("«Primero, dijo ella. Luego se fue.\nOtro «calló» y nada.", [("Primero, dijo ella.", False), ("calló", True)]),
]


@pytest.mark.parametrize(("text", "expected"), OVER_PARAGRAPHS)
def test_a_mark_left_open(text: str, expected: list[tuple[str, bool]]) -> None:
    cut = text.index("\n")
    found = find_quotations(text, [Span(0, cut), Span(cut + 1, len(text))])
    assert [(q.inner.of(text), q.closed) for q in found] == expected


def test_both_characters_of_a_typewriter_mark_are_outside() -> None:
    text = "Dijo: ``no cederemos''."
    assert [q.outer.of(text) for q in find_quotations(text, [Span(0, len(text))])] == ["``no cederemos''"]


@given(st.text(alphabet="ab .,:;—-\"'`″«»“”‘’¿?\n", max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for quotation in find_quotations(text, [Span(0, len(text))]):
        assert (
            0
            <= quotation.outer.start
            <= quotation.inner.start
            <= quotation.inner.end
            <= quotation.outer.end
            <= len(text)
        )
