"""From articles to claims: the stages between reading and the ledger, in one process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, tee

from careo.analyze.assemble import analyze_article
from careo.errors import CareoError
from careo.lang import load_pack
from careo.model import Article, Claim
from careo.parse import load_parser
from careo.read import make_article, parse_blocks
from careo.read.metadata import parse_date
from careo.text import Document


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
    load_pack(language)
    article = make_article(text, name=name, published=_parse_published(published), language=language, outlet=outlet)
    (parsed,) = iter_documents([article])
    return analyze_document(*parsed)


def iter_documents(articles: Iterable[Article], threads: int = 1) -> Iterator[tuple[Article, Document]]:
    """Parse articles one after the other, streamed; the parser works on several at a time, on ``threads`` cores.

    ParserError at the first article of a language that has no parser.
    """
    for language, group in groupby(articles, key=lambda article: article.language):
        parser = load_parser(language, threads)
        waiting, feeding = tee(group)
        documents = parser.parse_many((article.text, parse_blocks(article)) for article in feeding)
        yield from zip(waiting, documents, strict=True)


def analyze_document(article: Article, document: Document) -> Analysis:
    """Find the claims of a parsed article; PackError where its language has no pack."""
    return Analysis(article, document, analyze_article(article, document, load_pack(article.language)))


def _parse_published(published: str | date | None) -> str | None:
    if published is None:
        return None
    value = published.isoformat() if isinstance(published, date) else published
    parsed = parse_date(value)
    if parsed is None:
        raise CareoError(f"date of publication {value!r}: no date; write it as 2024-10-28, 2024-10 or 2024")
    return parsed
