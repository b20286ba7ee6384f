"""Bare numbers that answer an earlier figure inherit what it counts; numbers that are named to be denied are none."""

from __future__ import annotations

import pytest

from careo.analyze.actors import find_actor
from careo.analyze.figures import find_figures
from careo.lang import load_pack
from careo.model import Span
from careo.parse import load_parser

Fact = tuple[str, str | None, str | None]

CASES: list[tuple[str, list[Fact]]] = [
    (
        "En la villa hay unos 9.400 pisos vacíos; los dueños dicen que no llegan a 3.000.",
        [("unos 9.400 pisos vacíos", "piso", None), ("no llegan a 3.000", "piso", None)],
    ),
    ("El gremio contó 40 barcos parados. La empresa dice que son 12.", [("40 barcos parados", "barco", None), ("12", "barco", None)]),
    (
        "El gremio afirma que seis barcos se han marchado. El puerto lo niega: solo se ha ido uno.",
        [("seis barcos", "barco", None), ("uno", "barco", None)],
    ),
    ("El gremio afirma que seis barcos se han marchado. Ayer se fue uno.", [("seis barcos", "barco", None)]),
    (
        "La marcha reunió a 70.000 personas. La policía contó a 18.000. Llovió. Hizo frío. “Setenta mil, ni uno menos”, dijo Ana.",
        [("70.000 personas", "persona", "attended"), ("18.000", None, "attended"), ("Setenta mil", "persona", "attended")],
    ),
    ("Los despedidos no son 140, sino 210.", [("210", None, "laid_off")]),
    ("No hubo 12 muertos, sino 15.", [("15", "muerto", "killed")]),
    ("Hay 300 detenidos, y no 140, según la policía.", [("300 detenidos", "detenido", "detained")]),
    ("No solo hubo 12 muertos, sino también 15 heridos.", [("12 muertos", "muerto", "killed"), ("15 heridos", "herido", "wounded")]),
    ("Los heridos no llegan a 30, sino que rondan los 20.", [("no llegan a 30", None, "wounded"), ("rondan los 20", None, "wounded")]),
    ("El gremio contó 40 barcos parados. La empresa los reduce a 12.", [("40 barcos parados", "barco", None), ("12", "barco", None)]),
    ("Hay 40 grúas paradas. El lunes vinieron 300.", [("40 grúas", "grúa", None)]),
    ("El plan cuesta 1.250 millones diarios.", [("1.250 millones", None, "cost")]),
    (
        "Unas 400 viviendas quedaron inhabitables, según el municipio, y 1.000 según los vecinos.",
        [("Unas 400 viviendas", "vivienda", "damaged"), ("1.000", "vivienda", "damaged")],
    ),
    ("Murieron 12 bomberos. El gremio habla de 15.", [("12 bomberos", "bombero", "killed"), ("15", "bombero", "killed")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), CASES, ids=[text for text, _ in CASES])
def test_what_a_bare_number_counts(text: str, facts: list[Fact]) -> None:
    figures = find_figures(load_parser("es").parse(text, [Span(0, len(text))]), load_pack("es"), find_actor)
    assert [figure.category for figure in figures] == [category for *_, category in facts], figures
    for figure, (words, counts, _) in zip(figures, facts, strict=True):
        assert figure.text.startswith(words)
        assert counts is None or figure.counts == counts


@pytest.mark.parametrize(
    "text",
    [
        "Hay 40 grúas paradas. Los vecinos no llegan a 3.000.",
        "Hay 40 grúas paradas. Los vecinos son más de 3.000.",
        "Hay 40 grúas paradas. La empresa redujo las visitas a 3.000.",
    ],
)
def test_a_number_with_a_noun_of_its_own_answers_nothing(text: str) -> None:
    figures = find_figures(load_parser("es").parse(text, [Span(0, len(text))]), load_pack("es"), find_actor)
    assert not [figure for figure in figures if figure.counts == "grúa" and "40" not in figure.text], figures


CORRECTED = [
    ("En la fábrica no había 44 obreros, como dijo la empresa, sino 57.", [("57", "obrero")]),
    ("No hay 30 máquinas paradas, sino 45, según el sindicato.", [("45", "máquina")]),
    ("No había 44 obreros. Dijo que no iban 12, sino que cobraban.", [("44 obreros", "obrero")]),
    ("No son 40 vecinos. No hay pan, sino agua.", [("40 vecinos", "vecino")]),
    ("No iban 12, sino 57.", []),
    ("En la fábrica no había 44 obreros. El alcalde no vio 12 coches, sino 57.", [("44 obreros", "obrero"), ("57", "coche")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counts"), CORRECTED)
def test_what_is_put_in_the_place_of_a_denied_number_counts_what_that_one_does(
    text: str, counts: list[tuple[str, str]]
) -> None:
    figures = find_figures(load_parser("es").parse(text, [Span(0, len(text))]), load_pack("es"), find_actor)
    assert [(figure.text, figure.counts) for figure in figures] == counts
