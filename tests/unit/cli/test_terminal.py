"""Text from articles is shown and never obeyed; width and encoding are those of the terminal."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.cli.terminal import NARROWEST, PIPE_WIDTH, make_line, make_visible, open_console


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J\x1b]0;title\x07", "␛[2J␛]0;title␇"),
        ("a\rb\x08c\x7f", "a␍b␈c␡"),
        ("\x9b31m", "\ufffd31m"),
        ("abc\u202etxt.exe", "abc\ufffdtxt.exe"),
        ("línea 1\nlínea 2", "línea 1\nlínea 2"),
    ],
)
def test_controls_become_signs(hostile: str, shown: str) -> None:
    assert make_visible(hostile) == shown


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = make_visible(text)
    assert len(shown) == len(text)
    assert all(unicodedata.category(char) != "Cc" or char == "\n" for char in shown)


@given(st.text())
def test_a_line_is_one_line(text: str) -> None:
    assert len(make_line(text).splitlines()) <= 1


@pytest.mark.parametrize(("columns", "width"), [("132", 132), ("7", NARROWEST), ("wide", PIPE_WIDTH), ("", PIPE_WIDTH)])
def test_width(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert open_console(io.StringIO()).width == width


def test_markup_of_the_table_library_is_just_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    stream = io.StringIO()
    open_console(stream).print("[red]rojo[/red] :smile: https://example.org")
    assert stream.getvalue() == "[red]rojo[/red] :smile: https://example.org\n"


def test_files_get_no_trailing_white_space() -> None:
    stream = io.StringIO()
    open_console(stream).print("a  \nb   ")
    assert stream.getvalue() == "a\nb\n"
