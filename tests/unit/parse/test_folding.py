from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.model import Span
from careo.parse.folding import PIECE_LIMIT, fold_marks, iter_pieces


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("dijo «no»", 'dijo "no"'),
        ("dijo “no” y ‟sí„", 'dijo "no" y "sí"'),
        ("la ‘tregua’, dijo", 'la "tregua", dijo'),
        ("la 'tregua', dijo", 'la "tregua", dijo'),
        ("O’Higgins y d'Alessio", "O'Higgins y d'Alessio"),
        ("en el minuto 45' del partido", "en el minuto 45' del partido"),
        ("desde el ’98", "desde el '98"),
        ("—No —dijo Elsa Marún—, nunca", "—No —dijo Elsa Marún—, nunca"),
        ("-No -dijo Elsa Marún-, nunca", "—No —dijo Elsa Marún—, nunca"),
        ("– No – dijo", "— No — dijo"),
        ("entre 10–12 grados", "entre 10-12 grados"),
        ("a −5 grados", "a -5 grados"),
        ("el eje París‑Berlín", "el eje París-Berlín"),
        ("SAN TELMO (AIP) - El", "SAN TELMO (AIP) — El"),
    ],
)
def test_marks_are_folded_by_what_they_do(typed: str, folded: str) -> None:
    assert fold_marks(typed) == folded


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold_marks(text)) == len(text)


def _pieces(text: str, limit: int = PIECE_LIMIT) -> list[str]:
    return [piece.text for piece in iter_pieces(text, 0, Span(0, len(text)), limit)]


def test_white_space_and_invisible_characters_shrink() -> None:
    assert _pieces("  El\u00a0\u00a0puente\n\tca\u00adyó\u200b.  ") == ["El puente cayó."]


def test_a_loose_accent_joins_its_letter() -> None:
    text = "cayo\u0301 ayer"
    (piece,) = iter_pieces(text, 0, Span(0, len(text)))
    assert piece.text == "cayó ayer"
    assert piece.locate(0, 4) == (0, 5)
    assert piece.locate(5, 9) == (6, 10)


@pytest.mark.parametrize("text", ["", "   ", "\n\u200b\n", "\ud800"])
def test_nothing_to_read_gives_no_piece(text: str) -> None:
    assert _pieces(text) == []


def test_a_long_block_is_cut_after_a_stop() -> None:
    text = "El río subió. " * 10
    assert _pieces(text, 40) == ["El río subió. El río subió."] * 5


def test_without_stops_it_is_cut_at_white_space() -> None:
    assert all(set(piece.split()) == {"palabra"} for piece in _pieces("palabra " * 50, 30))


def test_without_white_space_it_is_cut_anywhere() -> None:
    assert _pieces("x" * 95, 30) == ["x" * 30, "x" * 30, "x" * 30, "x" * 5]


def test_a_span_that_reaches_beyond_the_text_ends_with_it() -> None:
    assert [piece.text for piece in iter_pieces("hola", 0, Span(0, 9), 2)] == ["ho", "la"]


@given(st.text(st.characters(), max_size=200), st.integers(2, 40))
def test_pieces_are_bounded_and_lie_in_order(text: str, limit: int) -> None:
    ends = [0]
    for piece in iter_pieces(text, 0, Span(0, len(text)), limit):
        assert 0 < len(piece.text) <= limit
        start, end = piece.locate(0, len(piece.text))
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
