"""Rendering pages with the templates below ``templates/``: one for an article, one for each stretch of the table of claims."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from careo.model import Article, Claim, Figure, Span
from careo.report.annotations import Event, Mark, iter_events
from careo.report.labels import Labels, load_labels
from careo.report.numbers import format_bounds, is_plain
from careo.report.places import make_anchor, make_file_name
from careo.report.tones import find_tones, join_pieces, make_marks

TITLE_LENGTH = 90
"""Characters of the body that stand for a title where there is none."""

_VOID = "\ufffd"
_UNMARKABLE = {0: _VOID, **dict.fromkeys(range(0xD800, 0xE000), _VOID)}
"""Characters that HTML cannot carry."""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in the index: what names it, and how many claims and figures it holds."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    claims: int
    figures: int

    @property
    def page(self) -> str:
        """The file name of its page."""
        return make_file_name(self.id)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of an article, with its marks and the claims to show beside it."""

    role: str
    events: tuple[Event, ...]
    cards: tuple[_Card, ...]


@dataclass(frozen=True, slots=True)
class _Card:
    """A claim in the margin."""

    number: int
    tone: int
    anchor: str
    claim: Claim


def render_article(article: Article, claims: Sequence[Claim], *, language: str = "es") -> str:
    """The page of one article, its claims marked and set beside the lines in which they begin."""
    tones = find_tones(claims)
    cards = tuple(
        _Card(n, 0 if c.source.kind == "author" else tones[c.source.name], make_anchor(c.id), c)
        for n, c in enumerate(claims, 1)
    )
    marks = [mark for card in cards for mark in make_marks(card.claim, card.number, card.tone, card.anchor)]
    return _render(
        "article.html.jinja",
        language,
        article=article,
        claims=claims,
        rows=tuple(_iter_rows(article, cards, marks)),
        title=find_title(article),
        figures=sum(len(claim.figures) for claim in claims),
        sources=len({claim.source.name for claim in claims if claim.source.kind != "author"}),
    )


def render_index(
    claims: Sequence[tuple[Claim, ArticleEntry]],
    articles: Sequence[ArticleEntry],
    counts: dict[str, int],
    *,
    page: tuple[int, int] = (1, 1),
    language: str = "es",
) -> str:
    """A page of the table of claims; ``page`` is its number and how many there are. The first lists the ``articles``, too."""
    return _render("index.html.jinja", language, rows=claims, articles=articles, counts=counts, page=page)


def make_index_name(number: int) -> str:
    """The file name of a page of the table of claims, counted from 1."""
    return "index.html" if number == 1 else f"index-{number}.html"


def _iter_rows(article: Article, cards: Sequence[_Card], marks: Sequence[Mark]) -> Iterator[_Row]:
    for line in _iter_lines(article.text):
        inside = [mark for mark in marks if mark.span.overlaps(line)]
        here = tuple(card for card in cards if line.start <= card.claim.content.span.start <= line.end)
        yield _Row(_find_role(article, line), tuple(iter_events(article.text, line, inside)), here)


def _iter_lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _find_role(article: Article, line: Span) -> str:
    """The role of the passage that covers most of a line."""
    covers = [
        (min(p.span.end, line.end) - max(p.span.start, line.start), p.role)
        for p in article.passages
        if p.span.overlaps(line)
    ]
    return max(covers, key=lambda cover: cover[0], default=(0, "body"))[1]


def find_title(article: Article) -> str:
    """The given title, else the first headline of the text, else how its body begins, else the id."""
    if article.title:
        return article.title
    for role in ("title", "body"):
        for passage in article.passages:
            if passage.role == role and (line := " ".join(passage.span.of(article.text).split())):
                return line if role == "title" else shorten(line, TITLE_LENGTH)
    return article.id


def shorten(text: str, length: int) -> str:
    """The first words of ``text``, at most ``length`` characters of them."""
    if len(text) <= length:
        return text
    return text[:length].rpartition(" ")[0].rstrip(",;:.") + "…"


def _render(template: str, language: str, **values: object) -> str:
    text = _load_environment(language).get_template(template).render(**values)
    return text if text.endswith("\n") else f"{text}\n"


@cache
def _load_environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("careo.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    labels: Labels = load_labels(language)
    style, script = (environment.loader.get_source(environment, name)[0] for name in ("page.css", "page.js"))  # type: ignore[union-attr]
    environment.globals |= {
        "label": labels,
        "language": language,
        "style": style,
        "script": script,
        "style_hash": _hash_inline(style),
        "script_hash": _hash_inline(script),
        "anchor": make_anchor,
        "page_name": make_file_name,
        "index_name": make_index_name,
    }
    environment.filters["bounds"] = lambda figure: _describe_bounds(figure, labels)
    environment.filters["needs_bounds"] = lambda figure: not is_plain(figure.text, figure.low, figure.high)
    environment.filters["pieces"] = join_pieces
    environment.filters["number"] = lambda number: format_bounds(number, number, language)
    return environment


def _describe_bounds(figure: Figure, labels: Labels) -> str:
    word = labels("comparator", figure.comparator)
    return f"{word} {format_bounds(figure.low, figure.high, labels.language)}".strip()


def _finalize(value: object) -> object:
    return value.translate(_UNMARKABLE) if type(value) is str else "" if value is None else value


def _hash_inline(text: str) -> str:
    """What a Content-Security-Policy lets this inline style or script pass by (CSP level 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
