"""Stories that lack nearly everything, or have too much of something: each gives a page that makes sense."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careo.ledger import write_ledger
from careo.pipeline.dossier import load_dossier, write_dossier
from careo.report.dossier import Story, make_dossier
from careo.report.labels import load_labels
from tests.browser.conftest import LANGUAGES
from tests.browser.tabs import Tab
from tests.unit.ledger.samples import make_article, make_claims, make_own_claim
from tests.unit.report.stories import make_crowd, make_quarrel, make_story

pytestmark = pytest.mark.browser

WIDTHS = (390, 820, 1440)
SECTIONS = ["disputes", "figures", "positions", "leaning", "events", "claims", "articles", "method"]


def make_lonely() -> Story:
    """One article that says one thing itself, without a figure, a date or a name of its outlet."""
    article = make_article("sola", "La presa de Valdeoro cede.", outlet=None, published=None, copies=())
    return Story((article,), (make_own_claim(article, "La presa de Valdeoro cede"),))


def make_single() -> Story:
    """One article of several claims, never compared with another."""
    article = make_article("riada")
    return Story((article,), make_claims(article))


def make_undated() -> Story:
    """Nothing has a date."""
    return make_crowd(5, dated=False)


def make_rightward() -> Story:
    """Names and text that run from right to left, or mix both; and one that tries to turn the rest of the line around."""
    return make_quarrel("وزارة الصحة", "משרד הבריאות 12", "\u202eغرق الحي كله (3)\u2066")


def make_unbroken() -> Story:
    """Names and sentences that a line cannot be broken in."""
    return make_quarrel("Ministerio" * 30, "https://example.org/" + "a/" * 300, "Desoxirribonucleico" * 40)


def make_heap() -> Story:
    """Three hundred voices about one count."""
    return make_crowd(300)


STORIES: dict[str, Callable[[], Story]] = {
    make.__name__.removeprefix("make_"): make
    for make in (Story, make_lonely, make_single, make_undated, make_rightward, make_unbroken, make_heap, make_story)
}


@pytest.mark.parametrize("name", STORIES)
def test_the_page_makes_sense(tab: Tab, tmp_path: Path, name: str) -> None:
    """All sections stand, say what they have or that they have nothing, and lie on the screen; each link leads somewhere."""
    tab.complaints.clear()
    for language in LANGUAGES:
        page = write_dossier(make_dossier(STORIES[name](), language), tmp_path / "page.html")
        tab.visit(page.as_uri())
        for width in (390, 1440):
            tab.resize(width)
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
            assert tab.evaluate("document.querySelector('h1').checkVisibility()")
        assert tab.evaluate("[...document.querySelectorAll('section.part > h2')].map((h) => h.id)") == SECTIONS
        bare = tab.evaluate(
            "[...document.querySelectorAll('section.part')].filter((p) =>"
            " p.innerText.trim() === p.querySelector('h2').innerText.trim()).length"
        )
        assert bare == 0, "a section without anything says so"
        lost = tab.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')]"
            ".filter((a) => !document.getElementById(a.getAttribute('href').slice(1))).length"
        )
        assert lost == 0
        words = tab.evaluate("document.body.innerText")
        empty = {"nan", "NaN", "undefined", "null", *(["None"] if language == "es" else [])}
        assert not empty & set(words.split())
    assert tab.complaints == []


def test_an_empty_ledger_says_what_it_has_not(tab: Tab, tmp_path: Path) -> None:
    with write_ledger(tmp_path / "empty.db"):
        pass
    for language in LANGUAGES:
        labels = load_labels(language)
        page = write_dossier(load_dossier(tmp_path / "empty.db", language=language), tmp_path / "page.html")
        tab.visit(page.as_uri())
        words = " ".join(tab.evaluate("document.body.innerText").split())
        for label in ("no_figures", "no_positions", "no_leaning", "no_events", "no_claims", "no_articles"):
            assert labels("dossier", label) in words


def test_names_from_right_to_left_leave_the_line_alone(tab: Tab, tmp_path: Path) -> None:
    """Each foreign name is isolated: what follows it in the line stands to the right of it."""
    page = write_dossier(make_dossier(make_rightward(), "es"), tmp_path / "page.html")
    tab.visit(page.as_uri())
    pairs = tab.evaluate(
        """[...document.querySelectorAll('.card .voice')].map((voice) => {
          const name = voice.querySelector('bdi').getBoundingClientRect(), badge = voice.querySelector('.badge').getBoundingClientRect();
          return [name.right, badge.left, name.top, badge.bottom] })"""
    )
    assert len(pairs) == 3
    assert all(right <= left + 1 or top >= bottom for right, left, top, bottom in pairs)


def test_a_dispute_of_three_hundred_is_folded_and_whole(tab: Tab, tmp_path: Path) -> None:
    tab.visit(write_dossier(make_dossier(make_heap(), "es"), tmp_path / "page.html").as_uri())
    rows = "[...document.querySelectorAll('.dispute [id^=\"d1-\"]')]"
    assert tab.evaluate(f"{rows}.length") == 300
    assert 0 < tab.evaluate(f"{rows}.filter((row) => row.checkVisibility()).length") < 60
    tab.page.locator(".dispute details > summary").first.click()
    assert tab.evaluate(f"{rows}.filter((row) => row.checkVisibility()).length") == 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_sticks_out(tab: Tab, demo: Path, language: str) -> None:
    tab.visit((demo / f"{language}.html").as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    for width in WIDTHS:
        tab.resize(width)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
