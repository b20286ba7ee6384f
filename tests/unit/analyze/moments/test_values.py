"""A table of expressions and what they mean on a publication date."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from tests.unit.analyze.moments.edtf import is_edtf, is_point
from tests.unit.analyze.moments.reading import Reader

TABLE = tomllib.loads(Path(__file__).with_name("table.toml").read_text("utf-8"))
ROWS = [
    pytest.param(*(cell.strip() for cell in row.split(" | ")), id=f"{family}-{row[:60]}")
    for family, rows in TABLE.items()
    for row in rows.strip().split("\n")
]


@pytest.mark.parametrize(("sentence", "published", "values"), ROWS)
def test_value(sentence: str, published: str, values: str, read: Reader) -> None:
    _, found = read(sentence, None if published == "-" else published)
    assert [m.value for m in found] == [v for v in values.split(", ") if v != "-"], [m.span.of(sentence) for m in found]
    assert all(is_edtf(m.value) for m in found)


def test_the_table_is_large() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize(
    "value", ["2024", "2024-10-28", "2024-W41", "2024-23", "195X", "18XX", "2022/..", "../2022-03", "1950~"]
)
def test_the_validator_accepts(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value", ["", "2024-13", "2024-02-30", "0000", "2024-W60", "../..", "2025/2024", "2024-W41~x", "XXXX"]
)
def test_the_validator_rejects(value: str) -> None:
    assert not is_edtf(value)
    assert not is_point(value)


def test_part_and_token(read: Reader) -> None:
    document, (moment,) = read("La fábrica cerró a finales de octubre.", "2025-05-14")
    assert moment.part == "late"
    assert moment.precision == "month"
    assert moment.span.of(document.text) == "a finales de octubre"
    assert moment.span.contains(document.tokens[moment.token].span)


def test_moments_are_in_order_and_apart(read: Reader) -> None:
    text = "Ayer por la noche, a las 22:00 del lunes 12 de mayo de 2025, entre marzo y mayo, desde el 3 de abril, habló hoy."
    _, found = read(text, "2025-05-13")
    assert len(found) >= 4
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
