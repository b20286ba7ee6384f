"""Which mark separates decimals in an article."""

from __future__ import annotations

from decimal import Decimal

import pytest

from careo.analyze.separators import decide_separators, parse_digits


@pytest.mark.parametrize(
    ("text", "decimal", "reason"),
    [
        ("Pagó 1.234,5 euros.", ",", "both"),
        ("Pagó 1,234.5 pesos.", ".", "both"),
        ("Vendió 1.250.000 cajas.", ",", "repeated"),
        ("Vendió 1,250,000 cajas.", ".", "repeated"),
        ("Creció 3,5 % este año.", ",", "decimals"),
        ("Creció 3.5 por ciento este año.", ".", "decimals"),
        ("Había 12.500 personas.", ",", "group"),
        ("Había 12,500 personas.", ".", "group"),
        ("Había 300 personas.", ",", "default"),
        ("", ",", "default"),
        ("Fueron 4.000, no 10,000 ni 12.000.", ",", "group"),
        ("La versión 1.2.3 del acta salió el 3.5.2024.", ",", "default"),
    ],
)
def test_decision(text: str, decimal: str, reason: str) -> None:
    found = decide_separators(text)
    assert (found.decimal, found.reason) == (decimal, reason)
    assert found.group != found.decimal
    for piece in found.evidence:
        assert piece.rule == f"separators:{reason}"
        assert any(c.isdigit() for c in piece.span.of(text))


@pytest.mark.parametrize(
    ("article", "number", "value"),
    [
        ("", "1.500", "1500"),
        ("", "1,500", "1500"),
        ("4.000 y 5.000", "10,000", "10000"),
        ("", "0,125", "0.125"),
        ("", "3,5", "3.5"),
        ("3.5 y 4.25", "3.5", "3.5"),
        ("", "12 000", "12000"),
        ("", "12'500", "12500"),
        ("", "3'5", "3.5"),
        ("", "1234,56", "1234.56"),
        ("", "1.2.3", None),
        ("", "1.23.456", None),
    ],
)
def test_values(article: str, number: str, value: str | None) -> None:
    assert parse_digits(number, decide_separators(article)) == (None if value is None else Decimal(value))


def test_before_a_scale_word_three_decimals_need_evidence() -> None:
    spanish = decide_separators("Son 12.500.000 y 3,5 %.")
    assert parse_digits("1,234", spanish, scaled=True) == Decimal("1.234")
    assert parse_digits("1.234", spanish, scaled=True) == 1234
    assert parse_digits("1,234", decide_separators(""), scaled=True) == 1234
