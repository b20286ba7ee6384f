"""The pages in a real browser: links land on the right words, the console is silent, hostile text is just text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from careo.ledger import write_ledger
from careo.model import Claim, Content, Source, Span
from careo.pipeline.publish import publish_pages
from careo.report import make_file_name
from tests.browser.tabs import Tab
from tests.unit.ledger.samples import TEXT, make_article, make_claims, make_id

pytestmark = pytest.mark.browser

HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"><svg onload=document.title='owned'>"
    "\"'></style></title>{{7*7}}<a href=javascript:alert(1)>"
)
WIDTHS = (390, 768, 1440)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    with write_ledger(folder / "story.db") as writer:
        for name in ("riada", "presa"):
            article = make_article(name)
            writer.append(article, make_claims(article))
        hostile = make_article("hostil", f"{HOSTILE}\n{TEXT}", title=HOSTILE, outlet=HOSTILE)
        place = Span(0, len(HOSTILE))
        inner = Span(20, len(HOSTILE) + 30)
        source = Source(HOSTILE, "person", Span(3, 9), HOSTILE[3:9], HOSTILE)
        claims = [
            Claim(
                make_id(hostile, span), hostile.id, "body", Content(span, span.of(hostile.text)), source, said=HOSTILE
            )
            for span in (place, inner)
        ]
        writer.append(hostile, [*claims, *make_claims(hostile)])
        nested = make_article("anidada")
        first, second = make_claims(nested)
        whole = Span(first.content.span.start, second.content.span.end)
        around = replace(first, id="around", content=Content(whole, whole.of(TEXT)))
        writer.append(nested, [around, first, second])
    return publish_pages(folder / "story.db", folder / "out").parent


def test_every_row_leads_to_its_words(tab: Tab, pages: Path) -> None:
    tab.visit((pages / "index.html").as_uri())
    rows = tab.evaluate("[...document.querySelectorAll('td.said a')].map(a => [a.href, a.textContent])")
    assert len(rows) == 2 + 2 + 4 + 3
    for href, words in rows:
        tab.visit(href)
        landed = tab.evaluate(
            "(() => { const t = document.querySelector(':target'); const box = t.getBoundingClientRect();"
            " return [t.className, t.textContent, box.top, innerHeight] })()"
        )
        assert landed[0].startswith("content")
        assert words.split("\n")[0].split(" […]")[0] == landed[1], "the target is the claim, or its first piece"
        assert 0 <= landed[2] < landed[3], "it is in sight"
        assert tab.evaluate("document.querySelectorAll('.card.lit').length") == 1


def test_the_text_is_kept_to_the_letter(tab: Tab, pages: Path) -> None:
    for name, text in (("riada", TEXT), ("anidada", TEXT), ("hostil", f"{HOSTILE}\n{TEXT}")):
        tab.visit((pages / "articles" / make_file_name(name)).as_uri())
        assert tab.evaluate("[...document.querySelectorAll('p.text')].map(p => p.textContent).join('\\n')") == text


def test_hostile_text_is_inert(tab: Tab, pages: Path) -> None:
    for page in (pages / "index.html", pages / "articles" / "hostil.html"):
        tab.visit(page.as_uri())
        assert tab.evaluate("document.title") != "owned"
        assert tab.evaluate("document.querySelectorAll('img, svg, iframe, [onload], [onerror]').length") == 0
        assert tab.evaluate("document.querySelectorAll('script').length") == 1
        assert tab.evaluate("[...document.links].every(a => a.protocol === 'file:')")


def test_the_filter_filters(tab: Tab, pages: Path) -> None:
    tab.visit((pages / "index.html").as_uri())
    fill = (
        "(v) => { const f = document.forms[0]; f.words.value = v.words || ''; f.stance.value = v.stance || '';"
        " f.figures.checked = !!v.figures; f.dispatchEvent(new Event('input', {bubbles: true}));"
        " return [...document.querySelectorAll('tbody tr')].filter(r => r.offsetParent !== null || r.getClientRects().length).length }"
    )
    shown = {name: tab.evaluate(f"({fill})({given})") for name, given in (
        ("all", "{}"), ("deny", "{stance: 'deny'}"), ("accents", "{words: 'ARREGUI simon'}"), ("figures", "{figures: true}"),
        ("none", "{words: 'nadie dijo esto'}"),
    )}  # fmt: skip
    assert shown == {"all": 11, "deny": 4, "accents": 5, "figures": 5, "none": 0}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_sticks_out(tab: Tab, pages: Path, width: int, dark: bool) -> None:
    for page in (pages / "index.html", pages / "articles" / "hostil.html", pages / "articles" / "anidada.html"):
        tab.visit(page.as_uri(), width=width, dark=dark)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_the_paper(tab: Tab, pages: Path, dark: bool) -> None:
    """WCAG 2.2, contrast of at least 4.5 to 1 for every color of a source and for what is set back."""
    tab.visit((pages / "articles" / "riada.html").as_uri(), dark=dark)
    ratios = tab.evaluate(
        """(() => {
          const light = (rgb) => { const [r, g, b] = rgb.match(/[\\d.]+/g).map(v => v / 255)
            .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b };
          const probe = document.body.appendChild(document.createElement('i'));
          const style = (name) => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color };
          const paper = light(style('paper'));
          return ['t0', 't1', 't2', 't3', 't4', 't5', 't6', 'ink', 'faint', 'link'].map((name) => {
            const own = light(style(name));
            return [name, (Math.max(own, paper) + .05) / (Math.min(own, paper) + .05)] });
        })()"""
    )
    assert [(name, ratio) for name, ratio in ratios if ratio < 4.5] == []


def test_the_console_is_silent_and_nothing_is_fetched(tab: Tab, pages: Path) -> None:
    tab.complaints.clear()
    tab.requests.clear()
    for page in sorted(pages.rglob("*.html")):
        tab.visit(page.as_uri())
    assert tab.complaints == []
    assert {url.partition(":")[0] for url in tab.requests} <= {"file", "data", "about"}
