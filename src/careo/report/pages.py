"""Rendering pages with the templates below ``templates/``: one for an article, one for each stretch of the table of claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from careo.model import Article, Claim, Span
from careo.report.annotations import Event, Mark, iter_events
from careo.report.places import make_anchor, make_file_name
from careo.report.rendering import render
from careo.report.tones import find_tones, make_marks

TITLE_LENGTH = 90
"""Characters of the body that stand for a title where there is none."""


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
class Row:
    """A line of an article, with its marks and the claims to show beside it."""

    role: str
    events: tuple[Event, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A claim in the margin."""

    number: int
    tone: int
    anchor: str
    claim: Claim


def render_article(article: Article, claims: Sequence[Claim], *, language: str = "es") -> str:
    """The page of one article, its claims marked and set beside the lines in which they begin."""
    return render(
        "article.html.jinja",
        language,
        article=article,
        claims=claims,
        rows=make_rows(article, claims),
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
    return render(
        "index.html.jinja",
        language,
        rows=claims,
        articles=articles,
        counts=counts,
        page=page,
        index_name=make_index_name,
    )


def make_index_name(number: int) -> str:
    """The file name of a page of the table of claims, counted from 1."""
    return "index.html" if number == 1 else f"index-{number}.html"


def make_rows(
    article: Article,
    claims: Sequence[Claim],
    hints: Mapping[str, str] | None = None,
    anchor: Callable[[str], str] = make_anchor,
) -> tuple[Row, ...]:
    """The lines of an article, its claims marked and set beside those in which they begin.

    ``hints`` gives by claim what is told of it where a reader points at its content, ``anchor`` what links lead to.
    """
    tones = find_tones(claims)
    cards = tuple(
        Card(n, 0 if c.source.kind == "author" else tones[c.source.name], anchor(c.id), c)
        for n, c in enumerate(claims, 1)
    )
    marks = [mark for card in cards for mark in make_marks(card.claim, card.number, card.tone, card.anchor)]
    if hints is not None:
        told = {card.number: hints.get(card.claim.id, "") for card in cards}
        marks = [replace(mark, hint=told[mark.number]) if mark.kind == "content" else mark for mark in marks]
    return tuple(_iter_rows(article, cards, marks))


def _iter_rows(article: Article, cards: Sequence[Card], marks: Sequence[Mark]) -> Iterator[Row]:
    for line in _iter_lines(article.text):
        inside = [mark for mark in marks if mark.span.overlaps(line)]
        here = tuple(card for card in cards if line.start <= card.claim.content.span.start <= line.end)
        yield Row(_find_role(article, line), tuple(iter_events(article.text, line, inside)), here)


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
