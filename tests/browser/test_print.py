"""On paper: everything is open, nothing is cut off, with and without scripts."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from careo.pipeline.dossier import write_dossier
from careo.report.dossier import make_dossier
from tests.browser.tabs import Tab, open_tab
from tests.unit.report.stories import make_crowd, make_story

pytestmark = pytest.mark.browser

MARGIN = 40
"""CSS pixels around what is printed."""
VOICES = 40
A4 = 794
"""Its width in CSS pixels."""


def print_page(tab: Tab) -> PdfReader:
    margins = dict.fromkeys(("top", "right", "bottom", "left"), f"{MARGIN}px")
    return PdfReader(BytesIO(tab.page.pdf(format="A4", margin=margins)))  # type: ignore[arg-type]


def squeeze(text: str) -> str:
    """Without white space and hyphens, which printing moves about."""
    return "".join(text.replace("\u00ad", "").replace("-", "").replace("\u2010", "").split())


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_folded_is_open_on_paper(browser: Browser, tmp_path: Path, scripts: bool) -> None:
    """Each voice of a dispute that the screen folds is printed."""
    tab = open_tab(browser, java_script_enabled=scripts)
    tab.visit(
        write_dossier(make_dossier(make_crowd(VOICES, name="Testiga{n}x"), "es"), tmp_path / "crowd.html").as_uri()
    )
    still = "document.querySelectorAll('details[open]').length"
    before = tab.evaluate(still)
    text = squeeze("".join(page.extract_text() for page in print_page(tab).pages))
    rarest = min(text.count(f"Testiga{n}x") for n in range(VOICES))
    assert rarest >= 5, "each in the dispute, beside the chart, in the table of claims, in the article and beside it"
    assert tab.evaluate(still) == before < tab.evaluate("document.querySelectorAll('details').length"), (
        "and folded again on the screen"
    )
    tab.page.context.close()


def test_the_words_of_every_table_are_printed(tab: Tab, tmp_path: Path) -> None:
    tab.visit(write_dossier(make_dossier(make_story(), "es"), tmp_path / "small.html").as_uri())
    tab.evaluate("document.querySelectorAll('.unseen').forEach((hidden) => hidden.remove())")
    tab.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    cells = tab.evaluate("[...document.querySelectorAll('td, th, caption')].map((cell) => cell.innerText)")
    printed = print_page(tab)
    text = squeeze("".join(page.extract_text() for page in printed.pages))
    wanted = {squeeze(word) for cell in cells for word in cell.split() if word.isalnum()}
    assert len(wanted) > 80
    assert sorted(word for word in wanted if word not in text) == []
    for number, page in enumerate(printed.pages, 1):
        starts: list[float] = []

        def note(text: str, page: list[float], line: list[float], *_: Any, starts: list[float] = starts) -> None:
            if text.strip():
                starts.append(line[4] * page[0] + line[5] * page[2] + page[4])

        page.extract_text(visitor_text=note)
        assert all(0 <= x <= float(page.mediabox.width) for x in starts), f"page {number}"


def test_nothing_is_wider_than_the_paper(tab: Tab, story: Path) -> None:
    width = A4 - 2 * MARGIN
    tab.visit((story / "es.html").as_uri(), width=width, media="print")
    tab.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    beyond = tab.evaluate(
        """(width) => [...document.querySelectorAll('td, th, p, li, h3, svg, .scroll > *')]
          .filter((e) => e.checkVisibility() && !e.closest('.unseen') && e.getBoundingClientRect().right > width + 1)
          .map((e) => e.outerHTML.slice(0, 150))""",
        width,
    )
    assert beyond == []


def test_paper_is_white_in_the_dark(tab: Tab, demo: Path) -> None:
    tab.visit((demo / "es.html").as_uri(), dark=True, media="print")
    colors = tab.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
    assert colors == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
