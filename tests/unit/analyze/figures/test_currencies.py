"""Whose money a sign stands for that several countries share, and that of a sum that leaves it out."""

from __future__ import annotations

import pytest

from careo.analyze.actors import find_actor
from careo.analyze.figures import find_figures
from careo.lang import load_pack
from careo.model import Figure, Span
from careo.parse import load_parser

SHARED = [
    ("La Contraloría de Chile halló un déficit de $84 mil millones en la caja.", ["peso"]),
    ("La alcaldía de Bogotá calculó las pérdidas en $4.500 millones; el gremio las elevó a $9.000 millones.", ["peso"] * 2),
    ("El Gobierno ecuatoriano pagó $ 300 millones por la obra.", ["dólar"]),
    ("La alcaldía de San Salvador pagó $ 300 millones por la obra.", ["dólar"]),
    ("La empresa española pagó $ 300 millones por la filial de Uruguay y 40 millones de euros por la de Francia.", ["peso", "euro"]),
    ("La empresa perdió $ 300 millones.", ["dólar"]),
    ("El sindicato reclamó un salario de 900 pesos. La empresa ofreció $ 700.", ["peso", "peso"]),
    ("La multa costó $ 3.000 pesos y las obras $ 90.000.", ["peso", "peso"]),
]  # fmt: skip

TELLING = [
    ("La provincia de Córdoba, en Argentina, gastó $ 300 millones y pidió un crédito de US$ 40 millones.", ["peso", "dólar"]),
    ("El ministro argentino dijo que la deuda es de $5 millones de dólares. La multa costó $ 3.000.", ["dólar", "dólar"]),
    ("El municipio de Montevideo, en Uruguay, gastó $ 400 (unos 10 dólares) por entrada.", ["peso", "dólar"]),
    ("La obra costó U$S 300 millones, según el Gobierno de México.", ["dólar"]),
]  # fmt: skip

ELLIPTIC = [
    ("El déficit llega a 190.000 millones de pesos (unos 255 millones de euros). Otros dicen 220.000 millones.", ["peso", "euro", "peso"]),
    ("Las pérdidas son de 40 millones de euros. La patronal las elevó a 60 millones.", ["euro", "euro"]),
    ("Las pérdidas (40 millones de euros, que en junio eran 30 millones) son altas.", ["euro", "euro"]),
]  # fmt: skip


def _figures(text: str) -> tuple[Figure, ...]:
    document = load_parser("es").parse(text, [Span(0, len(text))])
    return find_figures(document, load_pack("es"), find_actor)


@pytest.mark.parametrize(("text", "counts"), [*SHARED, *TELLING, *ELLIPTIC])
def test_the_money_of_a_sum(text: str, counts: list[str]) -> None:
    assert [figure.counts for figure in _figures(text)] == counts


@pytest.mark.parametrize(
    ("outlet", "counts"), [("Clarín", "peso"), ("Univision", "dólar"), ("El País", "dólar"), (None, "dólar")]
)
def test_where_the_article_is_silent_its_outlet_tells(outlet: str | None, counts: str) -> None:
    text = "La empresa perdió $ 300 millones."
    document = load_parser("es").parse(text, [Span(0, len(text))])
    assert [f.counts for f in find_figures(document, load_pack("es"), find_actor, outlet=outlet)] == [counts]


def test_letters_glued_to_a_sign_of_money_name_no_country() -> None:
    assert [figure.of for figure in _figures("La empresa consiguió un crédito de US$ 40 millones.")] == [None]
