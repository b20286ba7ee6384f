"""Claims in a few words: amounts in the way of writing of a language."""

from __future__ import annotations

import pytest

from careo.cli.words import describe_bounds
from careo.model import Figure, Span
from careo.report.labels import load_labels


@pytest.mark.parametrize(
    ("figure", "en", "es"),
    [
        (Figure(Span(0, 1), "x", 12000, 12000, "="), "12,000", "12.000"),
        (Figure(Span(0, 1), "x", 1200.5, None, ">="), ">= 1,200.5", ">= 1.200,5"),
        (Figure(Span(0, 1), "x", 25000, 30000, "range"), "25,000-30,000", "25.000-30.000"),
        (Figure(Span(0, 1), "x", 38.5, 38.5, "~", unit="percent"), "~ 38.5%", "~ 38,5\u00a0%"),
        (Figure(Span(0, 1), "x", 60, 60, "=", additional=True), "60 more", "60 más"),
    ],
)
def test_amounts_follow_the_language(figure: Figure, en: str, es: str) -> None:
    assert describe_bounds(figure) == describe_bounds(figure, load_labels("en")) == en
    assert describe_bounds(figure, load_labels("es")) == es
