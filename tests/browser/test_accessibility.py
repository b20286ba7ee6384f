"""For everybody: axe-core finds nothing, and what it cannot see holds, too (keyboard, focus, headings, headers of tables)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from careo.pipeline.dossier import write_dossier
from careo.pipeline.publish import publish_pages
from careo.report.dossier import make_dossier
from tests.browser.conftest import LANGUAGES
from tests.browser.tabs import Tab
from tests.unit.report.stories import make_crowd, make_story

pytestmark = pytest.mark.browser

WIDTHS = (390, 1440)
COLOR_RULES = ("color-contrast", "link-in-text-block")
"""The rules of axe-core that the colors of a page can break."""

_THIN = """
(most) => {
  document.querySelectorAll('details').forEach((fold) => { fold.open = true; });
  const thin = (element) => {
    const counts = {};
    for (const child of [...element.children]) {
      const kind = `${child.tagName} ${child.className.baseVal ?? child.className}`;
      counts[kind] = (counts[kind] || 0) + 1;
      if (counts[kind] > most && !child.matches('.part')) child.remove(); else thin(child);
    }
  };
  thin(document.body);
  const told = document.querySelector('.content[id]');
  if (told) location.hash = told.id;
  return document.querySelectorAll('*').length;
}
"""
"""Of siblings of one kind (element and classes) only so many stay, since axe-core takes seconds for thousands of elements."""


@pytest.fixture
def small(tmp_path: Path) -> str:
    """The address of a small dossier that has everything."""
    return write_dossier(make_dossier(make_story(), "es"), tmp_path / "small.html").as_uri()


@pytest.fixture(scope="module")
def pages(demo: Path) -> tuple[str, ...]:
    """A dossier, the index of a ledger's pages, and the largest page of an article."""
    index = publish_pages(demo / "story.db", demo / "pages", language="en")
    article = max((index.parent / "articles").iterdir(), key=lambda path: path.stat().st_size)
    return tuple(path.as_uri() for path in (demo / "es.html", index, article))


def find_violations(tab: Tab, rules: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Rules of axe-core that the open page breaks, each with the first element that does."""
    options: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
    if rules:
        options["runOnly"] = list(rules)
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE_SCRIPT)
    result = tab.evaluate("(options) => axe.run(document, options)", options)
    assert not rules or {rule["id"] for rule in result["passes"]} & set(rules), "something was looked at"
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_a_dossier(tab: Tab, story: Path, language: str) -> None:
    tab.visit((story / f"{language}.html").as_uri())
    assert tab.evaluate(_THIN, 2) > 400
    for width in WIDTHS:
        tab.resize(width)
        assert find_violations(tab) == [], f"{width} wide, light"
        tab.page.emulate_media(color_scheme="dark")
        assert find_violations(tab, COLOR_RULES) == [], f"{width} wide, dark"
        tab.page.emulate_media(color_scheme="light")


@pytest.mark.gold
def test_axe_finds_nothing_in_a_whole_dossier(tab: Tab, shelf: Callable[[str, Path], Path], seeds: Path) -> None:
    """Every element of one, so that nothing is missed for being thinned out above."""
    tab.visit((shelf("seeds", seeds) / "es.html").as_uri(), width=WIDTHS[0])
    elements = tab.evaluate("document.querySelectorAll('*').length")
    assert tab.evaluate(_THIN, elements) == elements > 4000
    assert find_violations(tab) == []


def test_axe_finds_nothing_in_the_pages_of_a_ledger(tab: Tab, pages: tuple[str, ...]) -> None:
    _, index, article = pages
    for page, width in product((index, article), WIDTHS):
        tab.visit(page, width=width)
        tab.evaluate(_THIN, 4)
        assert find_violations(tab) == []
        tab.page.emulate_media(color_scheme="dark")
        assert find_violations(tab, COLOR_RULES) == []


def test_axe_does_find_what_is_wrong(tab: Tab, small: str) -> None:
    tab.visit(small)
    tab.evaluate("document.documentElement.removeAttribute('lang')")
    tab.evaluate("document.querySelector('.lead').style.setProperty('color', 'rgb(230, 230, 230)')")
    assert {rule for rule, _ in find_violations(tab)} == {"html-has-lang", "color-contrast"}


def test_headings_go_down_one_by_one(tab: Tab, pages: tuple[str, ...]) -> None:
    for page in pages:
        tab.visit(page)
        heads = tab.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => [Number(h.tagName[1]), h.textContent.trim()])"
        )
        levels = [level for level, _ in heads]
        assert (levels[0], levels.count(1)) == (1, 1)
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert all(words for _, words in heads)


def test_tables_say_what_they_are_and_what_their_cells_are(tab: Tab, pages: tuple[str, ...]) -> None:
    """Also on a phone, where the row of headers is out of sight."""
    told = []
    for width in WIDTHS:
        counted = 0
        for page in pages:
            tab.visit(page, width=width)
            wrong = tab.evaluate(
                """[...document.querySelectorAll('table')].filter((table) => {
                  const named = table.caption || document.getElementById(table.getAttribute('aria-labelledby'));
                  const heads = [...table.querySelectorAll('th')];
                  return !named?.textContent.trim() || !heads.length || !heads.every((h) =>
                    ['row', 'col', 'rowgroup', 'colgroup'].includes(h.scope));
                }).map((table) => table.outerHTML.slice(0, 200))"""
            )
            assert wrong == []
            counted += tab.evaluate(
                "[...document.querySelectorAll('th[scope=col]')].filter((h) => getComputedStyle(h).display !== 'none'"
                " && getComputedStyle(h.closest('thead')).display !== 'none').length"
            )
        told.append(counted)
    assert told[0] == told[1] > 100


def test_controls_and_links_have_names(tab: Tab, pages: tuple[str, ...]) -> None:
    for page in pages:
        tab.visit(page)
        nameless = tab.evaluate(
            "[...document.querySelectorAll('a[href], summary')]"
            ".filter((a) => !(a.textContent.trim() || a.getAttribute('aria-label'))).length"
            " + [...document.querySelectorAll('input, select')].filter((i) => !i.labels.length).length"
        )
        assert nameless == 0


def test_the_first_key_offers_to_skip_to_the_content(tab: Tab, small: str) -> None:
    tab.visit(small)
    tab.page.keyboard.press("Tab")
    box = tab.page.locator(":focus").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["height"] > 10
    tab.page.keyboard.press("Enter")
    tab.page.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('.part').getAttribute('aria-labelledby')") == "disputes"


_STOPS = """
() => [...document.querySelectorAll('a[href], summary, input, select, [tabindex]')]
  .filter((e) => e.tabIndex >= 0 && e.checkVisibility())
  .map((e, place) => { e.dataset.stop = place; return e.outerHTML.slice(0, 120) })
"""
_STOP = """
() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  return [Number(e.dataset.stop ?? -1), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth];
}
"""


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_is_reached_by_keyboard_in_order_and_can_be_seen(tab: Tab, small: str, width: int) -> None:
    """Filter, folds and links alike: each stop of the Tab key, with a frame around it, in sight."""
    tab.visit(small, width=width)
    expected = tab.evaluate(_STOPS)
    assert len(expected) > 60
    for place, what in enumerate(expected):
        tab.page.keyboard.press("Tab")
        assert tab.evaluate(_STOP) == [place, True, True], what


def test_folds_open_by_keyboard(tab: Tab, tmp_path: Path) -> None:
    tab.visit(write_dossier(make_dossier(make_crowd(300), "es"), tmp_path / "crowd.html").as_uri())
    folds = tab.page.locator("summary")
    assert folds.count() >= 2
    for number in range(folds.count()):
        fold = folds.nth(number)
        fold.focus()
        before = fold.evaluate("(summary) => summary.parentElement.open")
        tab.page.keyboard.press("Enter")
        assert fold.evaluate("(summary) => summary.parentElement.open") is not before
