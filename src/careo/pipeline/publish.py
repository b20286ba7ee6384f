"""From a ledger to its pages: an index with the table of claims, and a page for every article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger import Ledger, open_ledger
from careo.model import Claim
from careo.report import ArticleEntry, find_title, make_index_name, render_article, render_index

ROWS = 1_000
"""Claims on one page of the table."""


def publish_pages(ledger: Path, out: Path, *, language: str = "es") -> Path:
    """Write the pages of ``ledger`` into the folder ``out`` (made if need be) and return the index.

    ``language`` is that of the labels, not of the articles. The same ledger gives the same bytes. LedgerError where ``out`` cannot be
    written.
    """
    with open_ledger(ledger) as opened:
        try:
            (out / "articles").mkdir(parents=True, exist_ok=True)
            entries = {entry.id: entry for entry in _iter_article_pages(opened, out, language)}
            _write_index(opened, out, entries, language)
        except OSError as error:
            raise LedgerError(f"{out}: cannot be written: {error.strerror or error}; choose another --out") from error
    return out / make_index_name(1)


def _iter_article_pages(ledger: Ledger, out: Path, language: str) -> Iterator[ArticleEntry]:
    """Write the page of every article; what the index says of it comes out."""
    for article in ledger.iter_articles():
        claims = ledger.claims_of(article.id)
        figures = sum(len(claim.figures) for claim in claims)
        entry = ArticleEntry(article.id, article.outlet, find_title(article), article.published, len(claims), figures)
        _write(out / "articles" / entry.page, render_article(article, claims, language=language))
        yield entry


def _write_index(ledger: Ledger, out: Path, entries: dict[str, ArticleEntry], language: str) -> None:
    counts = asdict(ledger.count())
    total = max(1, -(-counts["claims"] // ROWS))
    claims: Iterator[Claim] = ledger.iter_claims()
    articles = sorted(entries.values(), key=lambda entry: (entry.published or "", entry.id))
    for number in range(1, total + 1):
        rows = [(claim, entries[claim.article]) for claim in islice(claims, ROWS)]
        page = render_index(rows, articles, counts, page=(number, total), language=language)
        _write(out / make_index_name(number), page)


def _write(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.tmp")
    draft.write_text(text, encoding="utf-8", newline="\n")
    draft.replace(path)
