"""Charts as pictures (PNG): drawn from their SVG by resvg, in letters that come with the extra ``png``.

The same SVG gives the same bytes, wherever it is drawn, as long as its letters are among those of Lato; others (Arabic, Chinese …)
are taken from the fonts of the machine.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.util import find_spec

ZOOM = 2.0
"""Pixels of the picture to a pixel of the drawing."""
NEEDED = ("resvg_py", "font_lato")
REMEDY = "no PNG was drawn, since {missing} {is_or_are} not installed; pip install 'careo[png]' brings what is needed"
FONT = "Lato"


def explain_missing() -> str:
    """What has to be installed before pictures can be drawn; empty where nothing is missing."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    return (
        REMEDY.format(missing=" and ".join(missing), is_or_are="is" if len(missing) == 1 else "are") if missing else ""
    )


def draw_picture(svg: str) -> bytes:
    """``svg`` as PNG. ImportError where :func:`explain_missing` has something to say."""
    import resvg_py

    picture = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=ZOOM, font_files=list(_list_fonts()), sans_serif_family=FONT, font_family=FONT,
    )  # fmt: skip
    return bytes(picture)


@cache
def _list_fonts() -> tuple[str, ...]:
    folder = resources.files("font_lato") / "files"
    return tuple(str(folder / f"{FONT}-{weight}.ttf") for weight in ("Regular", "Bold"))
