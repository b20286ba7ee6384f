"""Pages: the text to the letter, nothing that runs, nothing from the network, the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from careo.errors import CareoError
from careo.model import Article, Claim, Content, Source, Span
from careo.report import ArticleEntry, load_labels, make_file_name, render_article, render_index
from tests.unit.ledger.samples import make_article, make_claims, make_own_claim

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>&amp;{{7*7}}{% raw %}</style></title>"


class Page(HTMLParser):
    """What a browser would see: tags, their attributes, and the text of the lines of the article."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.lines: list[str] = []
        self._in_line = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "p":
            self._in_line = dict(attrs).get("class") == "text"
            if self._in_line:
                self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._in_line = False

    def handle_data(self, data: str) -> None:
        if self._in_line:
            self.lines[-1] += data

    def values(self, attribute: str) -> Iterator[str]:
        yield from (value for _, attributes in self.tags if (value := attributes.get(attribute)))


def entry(article: Article, claims: tuple[Claim, ...]) -> ArticleEntry:
    return ArticleEntry(article.id, article.outlet, article.title, article.published, len(claims), 1)


def index(article: Article, claims: tuple[Claim, ...], **options: str) -> str:
    here = entry(article, claims)
    counts = {"articles": 1, "claims": len(claims), "sources": 2, "figures": 1}
    return render_index([(claim, here) for claim in claims], [here], counts, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        make_article().text,
        "",
        "\n\n\n",
        "  dos espacios,  y al final  \n\ttabulador\n\n\nfin\n",
        "a\u2028b\u00a0c\u200dd 👩🏽‍🚒 e\u0301",
        HOSTILE,
        "&lt;no es una etiqueta&gt; &eacute; &#233;",
    ],
)
def test_the_text_is_kept_to_the_letter(text: str) -> None:
    article = make_article(text=text)
    assert "\n".join(Page(render_article(article, ())).lines) == text


def test_the_text_is_kept_under_nested_and_crossing_marks() -> None:
    article = make_article()
    first, second = make_claims(article)
    size = len(article.text)
    crossing = [
        replace(first, id=f"x{n}", content=Content(span, span.of(article.text)))
        for n, span in enumerate([Span(0, size), Span(5, 90), Span(60, 130), Span(60, 130), Span(129, size)])
    ]
    page = Page(render_article(article, [first, *crossing, second]))
    assert "\n".join(page.lines) == article.text
    ids = list(page.values("id"))
    assert len(ids) == len(set(ids)) == 7


def test_each_row_links_to_its_sentence() -> None:
    article = make_article()
    claims = make_claims(article)
    targets = set(Page(render_article(article, claims)).values("id"))
    links = [link for link in Page(index(article, claims)).values("href") if "#" in link]
    assert [link.partition("#")[0] for link in links] == [f"articles/{make_file_name(article.id)}"] * 2
    assert {link.partition("#")[2] for link in links} == targets


def test_nothing_hostile_comes_through() -> None:
    article = make_article(
        HOSTILE, f"{HOSTILE}\n{make_article().text}", outlet=HOSTILE, title=HOSTILE, published=HOSTILE
    )
    claim = replace(
        make_claims(article)[0],
        id=HOSTILE, stance=HOSTILE, factuality=HOSTILE, said=HOSTILE, content=Content(Span(0, len(HOSTILE)), HOSTILE),
        source=Source(HOSTILE, "person", Span(0, len(HOSTILE)), HOSTILE, HOSTILE),
    )  # fmt: skip
    article = replace(article, url="javascript:alert(3)")
    for html in (render_article(article, [claim]), index(article, (claim,))):
        page = Page(html)
        assert [tag for tag, _ in page.tags].count("script") == 1
        assert not {"img", "iframe", "object", "embed", "base"} & {tag for tag, _ in page.tags}
        assert not [
            name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "style"
        ]
        assert not [link for link in page.values("href") if link.startswith("javascript")]
        assert "49" not in html.replace(article.sha256, "")


def test_the_policy_lets_only_our_own_style_and_script_pass() -> None:
    html = index(make_article(), ())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (inline,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}';" in policy


def test_nothing_is_loaded_from_anywhere() -> None:
    for html in (index(make_article(), ()), render_article(make_article(), make_claims(make_article()))):
        page = Page(html)
        assert list(page.values("src")) == []
        assert not [tag for tag, attributes in page.tags if tag == "link" and attributes.get("href") != "data:,"]
        assert "url(" not in html
        assert "@import" not in html


def test_the_same_values_give_the_same_page() -> None:
    article = make_article()
    claims = make_claims(article)
    assert render_article(article, claims) == render_article(article, claims)
    assert index(article, claims) == index(article, claims)


def test_labels_come_in_two_languages() -> None:
    article = make_article()
    claims = make_claims(article)
    assert "niega" in index(article, claims)
    assert 'lang="es"' in index(article, claims)
    assert "denies" in index(article, claims, language="en")
    with pytest.raises(CareoError, match="no labels in 'xx'; pages can be labeled in en, es"):
        load_labels("xx")


def test_both_languages_have_the_same_labels() -> None:
    spanish, english = load_labels("es").tables, load_labels("en").tables
    assert spanish.keys() == english.keys()
    for table in spanish.keys() - {"category"}:  # a category without a label shows as it is named, which is English
        assert spanish[table].keys() == english[table].keys(), table


def test_what_outlets_say_themselves_is_told_apart() -> None:
    article = make_article()
    claim = make_own_claim(article, "La presa de Valdeoro cede")
    assert "el propio medio" in index(article, (claim,))
    assert 'class="content t0"' in render_article(article, [claim])


def test_sources_beyond_the_colors_are_marked_too() -> None:
    article = make_article()
    first = make_claims(article)[0]
    names = [f"Fuente {number}" for number in range(9)]
    html = render_article(article, [replace(first, id=name, source=Source(name, "person")) for name in names])
    assert [f'class="content t{tone}"' in html for tone in range(9)] == [False, *[True] * 7, False]


def test_file_names_are_safe() -> None:
    assert make_file_name("nota_12-b") == "nota_12-b.html"
    odd = ["../../etc/passwd", "A" * 5000, "CON", "ñandú", "a b", "a.b", ".", "", "\ud800", "a\0b", "-x"]
    names = [make_file_name(name) for name in odd]
    assert all(re.fullmatch(r"[a-z0-9_][a-z0-9_-]{0,79}\.html", name) for name in names)
    assert len(set(names)) == len(odd)
