"""The lines below a text tell what each character is for a claim."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careo.cli.tracks import find_parts, iter_lines, make_track
from careo.model import Span
from tests.unit.ledger.samples import make_article, make_claims


def tracks(text: str, width: int, number: int) -> list[str]:
    parts = find_parts(make_claims(make_article())[number])
    return [
        line
        for span in iter_lines(text, Span(0, len(text)), width)
        for line in (span.of(text), make_track(text, span, parts))
    ]


def test_every_part_has_its_sign() -> None:
    lines = tracks(make_article().text, 100, 0)
    assert lines[2:4] == [
        "El gobernador Simón Arregui dijo que la riada dejó 12 muertos, según Radio Ombú.",
        "^^^^^^^^^^^^^^^^^^^^^^^^^^^ ====     --------------##########        >>>>>>>>>>",
    ]


def test_an_interrupted_content_has_a_gap() -> None:
    lines = tracks(make_article().text, 100, 1)
    assert lines[4:6] == [
        "“No hubo aviso”, negó la vecina Alba Ruiz, “ni sirenas”.",
        " -------------   ==== ^^^^^^^^^^^^^^^^^^^   ----------",
    ]


def test_wide_characters_keep_the_track_below_the_text() -> None:
    from careo.cli.tracks import Part

    text = "東京 dijo"
    assert make_track(text, Span(0, 7), [Part("source", Span(0, 2)), Part("cue", Span(3, 7))]) == "^^^^ ===="


@given(st.text(alphabet="ab \n東e\u0301", max_size=60), st.integers(1, 20))
def test_lines_cover_the_text_and_fit(text: str, width: int) -> None:
    from rich.cells import cell_len

    lines = list(iter_lines(text, Span(0, len(text)), width))
    assert "".join(line.of(text) for line in lines) == text.replace("\n", "")
    assert all(cell_len(line.of(text).rstrip()) <= width or len(line) == 1 for line in lines)
