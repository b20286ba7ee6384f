"""Charts as pictures: letters that are drawn, the same bytes each time, and what is said where nothing draws them."""

from __future__ import annotations

import struct
import zlib
from importlib import util

import pytest

from careo.report.dossier import explain_missing, iter_assets, make_dossier
from careo.report.dossier.pictures import ZOOM, draw_picture
from tests.unit.report.stories import make_crowd, make_story

TEXT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><text x="5" y="28" font-size="24">{}</text></svg>'
)


def read_size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def count_ink(png: bytes) -> int:
    """Bytes other than 0 in the pixels: filters turn what is empty into zeros."""
    data, place = b"", 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        data += png[place + 8 : place + 8 + length] if png[place + 4 : place + 8] == b"IDAT" else b""
        place += length + 12
    return sum(byte != 0 for byte in zlib.decompress(data))


def test_letters_are_drawn_in_the_font_that_comes_along() -> None:
    empty, spanish = (draw_picture(TEXT.format(words)) for words in ("", "¿Cuántos?"))
    assert read_size(spanish) == (120 * ZOOM, 40 * ZOOM)
    assert count_ink(spanish) > count_ink(empty) + 500
    assert len({draw_picture(TEXT.format(char)) for char in "aáñ¿–○→"}) == 7, "no letter is a box"


@pytest.mark.parametrize("language", ["es", "en"])
def test_each_chart_is_drawn_the_same_each_time(language: str) -> None:
    dossier = make_dossier(make_story(), language)
    assets = dict(iter_assets(dossier))
    assert sorted(assets) == ["figures-001.csv", "figures-001.png", "figures-001.svg"]
    assert assets == dict(iter_assets(dossier))
    width, height = read_size(assets["figures-001.png"])
    svg = assets["figures-001.svg"].decode()
    assert f'width="{width // 2}" height="{height // 2}"' in svg
    assert "Vecinos de La Vega" in svg, "the key stands beside it"
    assert "var(" not in svg, "resvg knows no variables"


def test_what_is_missing_is_said_and_the_rest_is_still_made(monkeypatch: pytest.MonkeyPatch) -> None:
    assert explain_missing() == ""
    find = util.find_spec
    monkeypatch.setattr(
        "careo.report.dossier.pictures.find_spec", lambda name: None if name == "resvg_py" else find(name)
    )
    assert "resvg_py is not installed" in explain_missing()
    assert "pip install 'careo[png]'" in explain_missing()
    assert {name.rpartition(".")[2] for name, _ in iter_assets(make_dossier(make_story(), "es"))} == {"svg", "csv"}


def test_hostile_names_are_drawn_as_text() -> None:
    for name in ("<script>{n}</script>", "&{n};", "]]>{n}", "وزارة {n}", "\x00\x0b{n}"):
        assets = dict(iter_assets(make_dossier(make_crowd(2, name=name), "es")))
        assert read_size(assets["figures-001.png"])[0] > 0
