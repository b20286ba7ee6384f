"""The dossier in a real browser: links land on their sentence and come back, filters filter, hostile text is just text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from careo.pipeline.build import build_ledger
from careo.pipeline.dossier import load_dossier, write_dossier
from careo.report.dossier import Story, make_dossier
from careo.report.dossier.page import make_anchors
from tests.browser.devtools import Browser, start_browser
from tests.browser.payloads import PAYLOADS
from tests.unit.report.stories import make_crowd, make_quarrel, make_story

pytestmark = pytest.mark.browser

LANGUAGES = ("es", "en")
WIDTHS = (390, 820, 1440)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with start_browser(chromium) as started:
        yield started


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, demo_articles: Path) -> Path:
    """The folder with the dossier of the demo in both languages."""
    folder = tmp_path_factory.mktemp("dossier")
    build_ledger([demo_articles], folder / "demo.db", fresh=True)
    for language in LANGUAGES:
        write_dossier(load_dossier(folder / "demo.db", language=language), folder / f"{language}.html")
    return folder


def write(folder: Path, story: Story, language: str = "es") -> str:
    return write_dossier(make_dossier(story, language), folder / "page.html").as_uri()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_lands_on_its_sentence(browser: Browser, demo: Path, language: str) -> None:
    """Every link to a claim is compared with the span that the ledger holds for it; every other link leads to something."""
    dossier = load_dossier(demo / "demo.db", language=language)
    anchors = make_anchors(dossier)
    first = {anchors[row.claim.id]: (row.claim.content.parts or (row.claim.content.span,))[0] for row in dossier.claims}
    texts = {
        anchors[row.claim.id]: article.text
        for row in dossier.claims
        for article in dossier.articles
        if article.id == row.claim.article
    }
    browser.visit((demo / f"{language}.html").as_uri())
    links = browser.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => { const id = decodeURIComponent(a.getAttribute('href').slice(1));"
        " const t = document.getElementById(id); if (!t) return [id, null];"
        " const c = t.cloneNode(true); return [id, t.classList.contains('content') ? c.textContent : ''] })"
    )
    assert len(links) > 1500
    assert [target for target, text in links if text is None] == []
    wrong = [target for target, text in links if text and not first[target].of(texts[target]).startswith(text)]
    assert wrong == []
    assert {target for target, text in links if text} == set(first), "every claim is led to"


def test_the_sentence_is_in_sight_and_leads_back(browser: Browser, demo: Path) -> None:
    page = (demo / "es.html").as_uri()
    browser.visit(page)
    targets = browser.evaluate(
        "[...document.querySelectorAll('.told a, .stop a, .chart a')].map((a) => a.getAttribute('href'))"
    )
    for target in targets[:: max(1, len(targets) // 12)]:
        browser.visit(page + target)
        seen = browser.evaluate(
            "new Promise((done) => setTimeout(() => { const t = document.querySelector(':target'); const box = t.getBoundingClientRect();"
            " const n = t.dataset.claim; const card = t.closest('.sheet').querySelector(`.card[data-claim=\"${n}\"]`);"
            " done([box.top, innerHeight, card.classList.contains('lit'), [...card.querySelectorAll('.use')].map((a) => a.hash)]) }, 60))"
        )
        assert 0 <= seen[0] < seen[1], target
        assert seen[2]
        assert len(seen[3]) >= 2, "the dispute and the row of the table at least"


def test_the_filter_filters(browser: Browser, demo: Path) -> None:
    browser.visit((demo / "es.html").as_uri())
    fill = (
        "(v) => { const f = document.forms[0]; f.words.value = v.words || ''; f.stance.value = v.stance || '';"
        " f.figures.checked = !!v.figures; f.dispatchEvent(new Event('input', {bubbles: true}));"
        " return [...document.querySelectorAll('.claims tbody tr')].filter((r) => r.getClientRects().length).length }"
    )
    everything = browser.evaluate(f"({fill})({{}})")
    denied = browser.evaluate(f"({fill})({{stance: 'deny'}})")
    named = browser.evaluate(f"({fill})({{words: 'TECHO comun'}})")
    assert everything > denied > 0
    assert everything > named > 0
    assert browser.evaluate(f"({fill})({{words: 'nadie dijo esto nunca'}})") == 0


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out(browser: Browser, demo: Path, width: int, dark: bool) -> None:
    for language in LANGUAGES:
        browser.visit((demo / f"{language}.html").as_uri(), width=width, dark=dark)
        assert browser.evaluate("document.documentElement.scrollWidth") <= width


def test_the_console_is_silent_and_nothing_is_fetched(browser: Browser, demo: Path) -> None:
    browser.complaints.clear()
    browser.requests.clear()
    for language in LANGUAGES:
        browser.visit((demo / f"{language}.html").as_uri())
    assert browser.complaints == []
    assert {url.partition(":")[0] for url in browser.requests} <= {"file", "data", "about"}
    assert len([url for url in browser.requests if url.startswith("file")]) == len(LANGUAGES)


def test_headings_go_down_one_by_one_and_controls_have_names(browser: Browser, demo: Path) -> None:
    browser.visit((demo / "en.html").as_uri())
    levels = browser.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map((h) => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    nameless = browser.evaluate(
        "[...document.querySelectorAll('a[href]')].filter((a) => !(a.textContent.trim() || a.getAttribute('aria-label'))).length"
        " + [...document.querySelectorAll('input, select')].filter((i) => !i.labels.length).length"
        " + [...document.querySelectorAll('table thead th')].filter((h) => h.scope !== 'col').length"
    )
    assert nameless == 0


def test_two_hundred_payloads_are_text(browser: Browser, tmp_path: Path) -> None:
    """Through title, text, outlet, URL, names, dates of everything."""
    assert len(set(PAYLOADS)) == 200
    browser.complaints.clear()
    for number, payload in enumerate(PAYLOADS):
        story = make_quarrel(payload, f"B {payload}", payload)
        page = write_dossier(make_dossier(story, LANGUAGES[number % 2]), tmp_path / "page.html").as_uri()
        browser.visit(page)
        state = browser.evaluate(
            "[document.title, document.querySelectorAll('script').length,"
            " document.querySelectorAll('img, iframe, object, embed, video, math, form:not(.filter), link:not([rel=icon])').length,"
            " [...document.querySelectorAll('*')].some((e) => [...e.attributes].some((a) => a.name.startsWith('on'))),"
            " [...document.links].every((a) => a.protocol === 'file:' || !a.protocol)]"
        )
        assert state[0] != "owned", payload
        assert state[1:] == [1, 0, False, True], payload
    assert browser.complaints == []


def test_stories_that_lack_nearly_everything(browser: Browser, tmp_path: Path) -> None:
    browser.complaints.clear()
    for story in (Story(), make_story(), make_crowd(300), make_quarrel("وزارة الصحة", "משרד הבריאות", "غرق الحي كله")):
        for width in (390, 1440):
            browser.visit(write(tmp_path, story), width=width)
            assert browser.evaluate("document.documentElement.scrollWidth") <= width
    assert browser.complaints == []
