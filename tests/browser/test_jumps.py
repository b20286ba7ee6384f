"""Going about in a dossier: links that are followed by hand, with and without JavaScript, and what pointing at things shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.tabs import Tab, open_tab

pytestmark = pytest.mark.browser

EACH = 2
"""Links of each section that are followed."""

_CHOOSE = """
(each) => {
  document.querySelectorAll('[data-go]').forEach((link) => link.removeAttribute('data-go'));
  let number = 0;
  for (const part of document.querySelectorAll('nav, .part')) {
    const links = [...part.querySelectorAll('a[href^="#"]')].filter((a) => a.checkVisibility());
    const step = Math.max(1, Math.floor(links.length / each));
    links.filter((_, place) => place % step === 0).slice(0, each).forEach((link) => link.setAttribute('data-go', number++));
  }
  return number;
}
"""

_LOOK = """
() => {
  const target = document.querySelector(':target');
  const box = target.getBoundingClientRect();
  const card = target.classList.contains('content')
    && target.closest('.sheet').querySelector(`.card[data-claim="${target.dataset.claim}"]`);
  return { hash: location.hash, id: target.id, visible: target.checkVisibility(), top: box.top, room: innerHeight,
    lit: card ? target.classList.contains('lit') && card.classList.contains('lit') : null };
}
"""


_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
_IN_SIGHT = """
(hash) => {
  const target = document.querySelector(':target');
  const top = target && location.hash === hash ? target.getBoundingClientRect().top : -1;
  return 0 <= top && top < innerHeight;
}
"""


def look(tab: Tab, href: str, *, scripts: bool = True) -> dict[str, Any]:
    """Where the browser has gone after a link to ``href``: with ``scripts`` once these have had their say, too."""
    tab.wait_until("(hash) => location.hash === hash", href)
    if scripts:
        tab.evaluate(_DRAWN)
    tab.wait_until(_IN_SIGHT, href)
    seen: dict[str, Any] = tab.evaluate(_LOOK)
    return seen


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_that_is_followed_brings_its_place_into_sight(browser: Browser, demo: Path, scripts: bool) -> None:
    tab = open_tab(browser, java_script_enabled=scripts)
    tab.visit((demo / "es.html").as_uri())
    number = tab.evaluate(_CHOOSE, EACH)
    assert number >= 7 * EACH
    claims = 0
    for place in range(number):
        link = tab.page.locator(f'[data-go="{place}"]')
        href = str(link.get_attribute("href"))
        link.focus()
        tab.page.keyboard.press("Enter")
        seen = look(tab, href, scripts=scripts)
        assert (seen["hash"], seen["id"]) == (href, href[1:])
        assert seen["visible"], href
        assert 0 <= seen["top"] < seen["room"], href
        if seen["lit"] is not None:
            claims += 1
            assert seen["lit"] is scripts, href
    assert claims > 3 * EACH
    assert tab.complaints == []
    tab.page.context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_folded_opens_for_a_link_that_leads_into_it(browser: Browser, demo: Path, scripts: bool) -> None:
    tab = open_tab(browser, java_script_enabled=scripts)
    page = (demo / "es.html").as_uri()
    tab.visit(page)
    folded = tab.evaluate("[...document.querySelectorAll('details:not([open]) [id]')].map((e) => e.id)")
    assert folded, "a row of the table below the graph at least"
    for place in (folded[0], folded[-1]):
        tab.visit(f"{page}#{place}")
        seen = look(tab, f"#{place}", scripts=scripts)
        assert seen["visible"], place
        assert 0 <= seen["top"] < seen["room"], place
    tab.page.context.close()


def test_everything_can_be_read_without_scripts(browser: Browser, demo: Path) -> None:
    """The same words in the same order; only the filter is not there."""
    read = "document.querySelector('main').innerText.replace(document.querySelector('form.filter').innerText, '')"
    texts = []
    for scripts in (True, False):
        tab = open_tab(browser, java_script_enabled=scripts)
        tab.visit((demo / "es.html").as_uri())
        texts.append(tab.evaluate(read).split())
        assert tab.page.locator("form.filter").is_visible() is scripts
        tab.page.context.close()
    assert texts[0] == texts[1]
    assert len(texts[0]) > 5000


def test_pointing_at_a_sentence_tells_where_it_comes_from(tab: Tab, demo: Path) -> None:
    tab.visit((demo / "es.html").as_uri())
    told = tab.evaluate(
        "[...document.querySelectorAll('.content[id]')].map((c) => [c.title, c.closest('.sheet').querySelector('.meta').textContent])"
    )
    assert len(told) > 100
    for title, front in told:
        outlet = title.partition(" → ")[0].partition(" · ")[0]
        assert outlet
        assert front.startswith(outlet)


def test_pointing_at_a_name_of_the_graph_lifts_its_lines(tab: Tab, demo: Path) -> None:
    tab.visit((demo / "es.html").as_uri())
    count = "(kind) => document.querySelectorAll(`.graph .edge${kind}`).length"
    whole = tab.evaluate(count, "")
    lines = tab.page.locator(".graph .node:has(tspan + tspan)").first.locator("tspan")
    assert lines.count() > 1, "a name of several lines is pointed at in any of them"
    for line in (lines.first, lines.last):
        line.hover()
        lit, dim = tab.evaluate(count, ".lit"), tab.evaluate(count, ".dim")
        assert 0 < lit < whole
        assert lit + dim == whole
        tab.page.mouse.move(0, 0)
        assert (tab.evaluate(count, ".lit"), tab.evaluate(count, ".dim")) == (0, 0)


def test_the_filter_is_typed_and_ticked(tab: Tab, demo: Path) -> None:
    """By keyboard alone: words without accents, a stance, figures; rows that do not fit are gone, and the number is told."""
    tab.visit((demo / "es.html").as_uri())
    rows = "[...document.querySelectorAll('.claims tbody tr')].filter((r) => r.checkVisibility())"
    shown = f"{rows}.length"
    everything = tab.evaluate(shown)
    search = tab.page.locator("form.filter input[type=search]")
    search.press_sequentially("TECHO comun")
    named = tab.evaluate(shown)
    assert everything > named > 0
    assert all("techo" in text.lower() for text in tab.evaluate(f"{rows}.map((r) => r.textContent)"))
    assert tab.page.locator("form.filter output").text_content().split()[0] == str(named)  # type: ignore[union-attr]
    search.press("Enter")
    assert tab.evaluate("location.search") == "", "nothing is sent"
    search.press("ControlOrMeta+a")
    search.press("Delete")
    assert tab.evaluate(shown) == everything
    tab.page.locator("form.filter select").select_option("deny")
    assert set(tab.evaluate(f"{rows}.map((r) => r.dataset.stance)")) == {"deny"}
    tab.page.locator("form.filter input[type=checkbox]").press("Space")
    assert tab.evaluate(shown) < tab.evaluate("document.querySelectorAll('.claims tr[data-stance=deny]').length")
    search.press_sequentially("nadie dijo esto nunca")
    assert tab.evaluate(shown) == 0


def test_a_link_to_a_row_that_the_filter_hides_shows_it(tab: Tab, demo: Path) -> None:
    tab.visit((demo / "es.html").as_uri())
    row = tab.evaluate("document.querySelector('.claims tbody tr').id")
    tab.page.locator("form.filter input[type=search]").fill("nadie dijo esto nunca")
    assert not tab.page.locator(f"[id='{row}']").is_visible()
    tab.page.locator(f".use[href='#{row}']").focus()
    tab.page.keyboard.press("Enter")
    seen = look(tab, f"#{row}")
    assert seen["visible"]
    assert 0 <= seen["top"] < seen["room"]
