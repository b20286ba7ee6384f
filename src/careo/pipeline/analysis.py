"""From articles to claims: the stages between reading and the ledger, in one process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, tee

from careo.analyze.assemble import analyze_article
from careo.lang import load_pack
from careo.model import Article, Claim, Role, Span
from careo.parse import load_parser
from careo.read import make_article
from careo.text import Document

_PARSED: frozenset[Role] = frozenset({"body", "title", "caption"})
"""Passages in which somebody may claim something; the others are not parsed."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article, its parsed passages, and its claims in the order of the text."""

    article: Article
    document: Document
    claims: tuple[Claim, ...]


def analyze_text(
    text: str,
    *,
    published: str | date | None = None,
    language: str = "es",
    outlet: str | None = None,
    name: str = "text",
) -> Analysis:
    """Analyze one text; see :func:`careo.analyze`."""
    day = published.isoformat() if isinstance(published, date) else published
    article = make_article(text, name=name, published=day, language=language, outlet=outlet)
    (parsed,) = iter_documents([article])
    return analyze_document(*parsed)


def iter_documents(articles: Iterable[Article]) -> Iterator[tuple[Article, Document]]:
    """Parse articles one after the other, streamed; the parser works on several at a time.

    ParserError at the first article of a language that has no parser.
    """
    for language, group in groupby(articles, key=lambda article: article.language):
        parser = load_parser(language)
        waiting, feeding = tee(group)
        documents = parser.parse_many((article.text, find_blocks(article)) for article in feeding)
        yield from zip(waiting, documents, strict=True)


def analyze_document(article: Article, document: Document) -> Analysis:
    """Find the claims of a parsed article; PackError where its language has no pack."""
    return Analysis(article, document, analyze_article(article, document, load_pack(article.language)))


def find_blocks(article: Article) -> tuple[Span, ...]:
    """The passages to parse: text that can claim something, in the language of the article."""
    return tuple(
        passage.span
        for passage in article.passages
        if passage.role in _PARSED and passage.language in (None, article.language)
    )
