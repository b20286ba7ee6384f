"""Nothing that an article contains runs, and nothing leaves the file: by escaping, and by the policy in the page, each on its own."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from careo.model import Via
from careo.pipeline.build import build_ledger
from careo.pipeline.dossier import load_dossier, write_dossier
from careo.pipeline.publish import publish_pages
from careo.report.dossier import Making, Story, make_dossier
from tests.browser.conftest import LANGUAGES
from tests.browser.payloads import PAYLOADS
from tests.browser.tabs import PATIENCE, Tab, open_tab
from tests.unit.report.stories import make_quarrel

pytestmark = pytest.mark.browser

_STATE = """
() => ({
  title: document.title,
  scripts: document.scripts.length,
  strange: document.querySelectorAll(
    'img, iframe, object, embed, video, audio, math, form:not(.filter), base, link:not([rel=icon])').length,
  handlers: [...document.querySelectorAll('*')].some((e) =>
    [...e.attributes].some((a) => a.name.startsWith('on') || a.name === 'style')),
  schemes: [...new Set([...document.links].map((a) => a.protocol || 'file:'))].sort(),
})
"""


_AT_ONCE = 8
"""Payloads in one page: none hides another, since what is text does nothing and what is not is seen."""
_READ = PAYLOADS[::3]
"""Those that are read as articles: every element, and every way to break out of where it stands."""


@pytest.fixture(scope="module")
def unguarded(browser: Browser) -> Tab:
    """A tab that heeds no policy: what keeps articles from running there is escaping alone."""
    return open_tab(browser, bypass_csp=True)


def make_hostile(payload: str, number: int) -> Story:
    """A story with a payload wherever words of others come in: names, title, text, outlet, URL, chain, dates, notices, versions."""
    story = make_quarrel(payload, f"B {payload}", payload)
    url = f"https://example.org/{payload}" if number % 2 else f"javascript:{payload}"
    articles = tuple(replace(article, url=url) for article in story.articles)
    claims = tuple(
        replace(
            claim, via=(Via(payload, payload, None),), source=replace(claim.source, acts_for=payload), as_of=payload
        )
        for claim in story.claims
    )
    making = Making(payload, payload, (payload,), (payload,))
    return replace(story, articles=articles, claims=claims, making=making)


def test_two_hundred_payloads_are_text_without_any_policy(unguarded: Tab, tmp_path: Path) -> None:
    assert len(set(PAYLOADS)) == 200
    unguarded.complaints.clear()
    for number in range(len(PAYLOADS) // _AT_ONCE):
        payload = "".join(PAYLOADS[number * _AT_ONCE : (number + 1) * _AT_ONCE])
        dossier = make_dossier(make_hostile(payload, number), LANGUAGES[number // 2 % 2])
        unguarded.visit(write_dossier(dossier, tmp_path / "page.html").as_uri())
        state = unguarded.evaluate(_STATE)
        assert state.pop("title") != "owned", payload
        schemes = ["file:", "https:"] if number % 2 else ["file:"]
        assert state == {"scripts": 1, "strange": 0, "handlers": False, "schemes": schemes}, payload
    assert unguarded.complaints == []


def test_the_payloads_are_live(unguarded: Tab, tmp_path: Path) -> None:
    """Were they not escaped, they would run: so the test above can fail."""
    ran = 0
    for payload in PAYLOADS[::7]:
        page = tmp_path / "raw.html"
        page.write_text(f"<!doctype html><meta charset=utf-8><title>raw</title><p>{payload}", "utf-8")
        unguarded.visit(page.as_uri())
        ran += unguarded.evaluate("document.title") == "owned"
    assert ran > 8


def write_hostile_articles(folder: Path) -> Iterator[Path]:
    """Files as a user has them: each payload in the text, as a name and as a quotation, and in all that is given beside it."""
    rows = []
    for number, payload in enumerate(_READ):
        name = f"{number:03}.txt"
        line = " ".join(payload.split())
        text = f"{line}\n\nEl alcalde Ramón {line} dijo que hubo {number + 2} muertos. «{line}», negó la vecina Alba Ruiz.\n"
        (folder / name).write_text(text, "utf-8")
        rows.append([name, line, line, f"https://example.org/?q={line}", "2024-05-07"])
        yield folder / name
    with (folder / "articles.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["file", "outlet", "title", "url", "published"], *rows])


def test_payloads_that_went_through_reading_are_text(unguarded: Tab, tmp_path: Path) -> None:
    """From files to a dossier and to pages: nothing of them runs, and all of it is there to be read."""
    folder = tmp_path / "articles"
    folder.mkdir()
    names = list(write_hostile_articles(folder))
    summary = build_ledger([folder], tmp_path / "story.db", fresh=True)
    assert summary.read.articles == len(names) == len(_READ)
    pages = [write_dossier(load_dossier(tmp_path / "story.db"), tmp_path / "es.html")]
    pages.append(publish_pages(tmp_path / "story.db", tmp_path / "pages"))
    pages.append(next((tmp_path / "pages" / "articles").iterdir()))
    unguarded.complaints.clear()
    for page in pages:
        unguarded.visit(page.as_uri())
        state = unguarded.evaluate(_STATE)
        assert state["title"] != "owned"
        assert (state["scripts"], state["strange"], state["handlers"]) == (1, 0, False)
        assert set(state["schemes"]) <= {"file:", "https:"}
    assert unguarded.complaints == []
    unguarded.visit(pages[0].as_uri())
    headlines = unguarded.evaluate("[...document.querySelectorAll('.articles .headline')].map((h) => h.textContent)")
    assert {"".join(line.split()) for line in headlines} == {"".join(payload.split()) for payload in _READ}


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what was asked of it so far."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


_STOPPED = (
    "base-uri", "connect-src", "form-action", "frame-src", "img-src", "media-src", "object-src", "script-src",
    "script-src-attr", "script-src-elem", "style-src-elem",
)  # fmt: skip
"""The directives that stop an intruder, one by one."""
_INTRUDE = """
([away, stopped, patience]) => new Promise((done) => {
  const broken = new Set();
  const tell = () => done([document.title, [...broken].sort(), getComputedStyle(document.body).display]);
  document.addEventListener('securitypolicyviolation', (event) => {
    broken.add(event.effectiveDirective);
    if (stopped.every((directive) => broken.has(directive))) tell();
  });
  setTimeout(tell, patience);
  const add = (name, values) => Object.assign(document.body.appendChild(document.createElement(name)), values);
  add('script', { textContent: "document.title = 'owned'" });
  add('script', { src: `${away}x.js` });
  add('img', { src: `${away}x.png` });
  add('link', { rel: 'stylesheet', href: `${away}x.css` });
  add('style', { textContent: 'body { display: none }' });
  add('iframe', { src: away });
  add('object', { data: away });
  add('video', { src: `${away}x.mp4` });
  add('base', { href: away });
  const button = add('button', {});
  button.setAttribute('onclick', "document.title = 'owned'");
  button.click();
  fetch(away).catch(() => {});
  setTimeout(() => { try { eval("document.title = 'owned'") } catch {} });
  const form = add('form', { action: away });
  form.submit();
})
"""


def test_the_policy_stops_whatever_gets_in(
    browser: Browser, unguarded: Tab, demo: Path, listener: tuple[str, list[str]]
) -> None:
    """An intruder that is put into the page by force can neither run, nor fetch, nor send, nor dress it."""
    tab = open_tab(browser)
    tab.visit((demo / "es.html").as_uri())
    address, asked = listener
    title, broken, display = tab.evaluate(_INTRUDE, [address, _STOPPED, PATIENCE])
    assert title != "owned"
    assert display != "none"
    assert set(_STOPPED) - set(broken) == set()
    assert any("form-action 'none'" in complaint for complaint in tab.complaints), "the form was not sent"
    assert asked == []
    assert len(tab.complaints) >= 8, "a console that something was said to is heard"
    tab.page.context.close()
    unguarded.visit((demo / "es.html").as_uri())
    unguarded.page.add_script_tag(content="document.title = 'owned'")
    assert unguarded.evaluate("document.title") == "owned", "without the policy it would"
    unguarded.evaluate(
        "(away) => new Promise((done) => Object.assign(new Image(), { onerror: done, src: away }))", address
    )
    assert asked == ["/"]


@pytest.mark.parametrize("scripts", [True, False])
def test_the_console_is_silent_and_nothing_is_fetched(browser: Browser, story: Path, scripts: bool) -> None:
    tab = open_tab(browser, java_script_enabled=scripts)
    for language, dark in zip(LANGUAGES, (False, True), strict=True):
        tab.visit((story / f"{language}.html").as_uri(), dark=dark)
    assert tab.complaints == []
    assert {url.partition(":")[0] for url in tab.requests} <= {"file", "data"}
    assert len([url for url in tab.requests if url.startswith("file")]) == len(LANGUAGES)
    tab.page.context.close()
