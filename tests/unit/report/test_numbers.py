"""Numbers as the page's language writes them."""

from __future__ import annotations

import pytest

from careo.report.numbers import format_bounds, format_number, is_plain


@pytest.mark.parametrize(
    ("value", "spanish", "english"),
    [(0, "0", "0"), (999, "999", "999"), (12000, "12.000", "12,000"), (1234567.5, "1.234.567,5", "1,234,567.5"), (78.0, "78", "78"),
     (10**30, "1" + ".000" * 10, "1" + ",000" * 10), (-4200, "-4.200", "-4,200")],
)  # fmt: skip
def test_thousands_and_decimals(value: float, spanish: str, english: str) -> None:
    assert format_number(value, "es") == spanish
    assert format_number(value, "en") == english


@pytest.mark.parametrize(
    ("low", "high", "shown"), [(5, 5, "5"), (5, 7, "5–7"), (5, None, "5"), (None, 7, "7"), (None, None, "")]
)
def test_bounds(low: int | None, high: int | None, shown: str) -> None:
    assert format_bounds(low, high, "es") == shown


@pytest.mark.parametrize(
    ("text", "low", "high", "plain"),
    [
        ("12.000 hogares", 12000, 12000, True),
        ("al menos 20,000", 20000, None, True),
        ("23.5 %", 23.5, 23.5, True),
        ("1,5 millones", 1500000, 1500000, False),
        ("decenas", 20, None, False),
        ("entre 25 y 30", 25, 30, False),
        ("nada", None, None, False),
    ],
)
def test_what_needs_no_other_writing(text: str, low: float | None, high: float | None, plain: bool) -> None:
    assert is_plain(text, low, high) is plain
