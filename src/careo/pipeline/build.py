"""From files to a ledger, streamed: read, parse, analyze, append; then the claims are linked. What cannot be read is reported and
the run goes on; where linking fails, what was read is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from careo.errors import CareoError, LedgerError
from careo.lang import load_pack
from careo.ledger import Counts, LedgerWriter, LinkCounts, open_ledger, write_ledger
from careo.model import Article
from careo.parse import load_parser
from careo.pipeline.analysis import analyze_document, iter_documents
from careo.pipeline.publish import publish_pages
from careo.pipeline.relink import Stage, locate_mistake, try_link
from careo.read import ReadFailure, ReadWarning, iter_articles
from careo.text import Document

Progress = Callable[[int, str], None]
"""Called with the number of articles done and the id of the last."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read or analyzed: the file (or the article's id), and why. ``notice`` where something was read all the same."""

    file: str
    reason: str
    notice: bool = False


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a run did. ``read`` counts what this run read, ``total`` what the ledger holds now; ``pages`` is the index of the pages.

    ``linked`` counts what linking found; where it failed it is None and ``link_problem`` says why.
    """

    ledger: Path
    read: Counts
    total: Counts
    failures: tuple[Failure, ...] = ()
    pages: Path | None = None
    linked: LinkCounts | None = None
    link_problem: str | None = None


class _Run:
    """What one run has seen so far."""

    def __init__(self, progress: Progress | None, threads: int) -> None:
        self._threads = threads
        self.failures: list[Failure] = []
        self._progress = progress
        self._languages: dict[str, str | None] = {}
        self._sources: set[str] = set()
        self._articles = self._claims = self._figures = 0

    def iter_new(self, items: Iterable[Article | ReadFailure]) -> Iterator[Article]:
        """The articles that can be analyzed; what is wrong with the others is noted."""
        for item in items:
            if isinstance(item, ReadFailure):
                self.failures.append(Failure(str(item.path), item.reason, notice=isinstance(item, ReadWarning)))
            elif problem := self._find_problem(item):
                self.failures.append(Failure(item.id, problem))
            else:
                yield item

    def append(self, writer: LedgerWriter, article: Article, document: Document) -> None:
        """Analyze and write one article; should that fail, the others go on."""
        try:
            claims = analyze_document(article, document).claims
            writer.append(article, claims)
        except LedgerError as error:
            self.failures.append(Failure(article.id, str(error)))
            return
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one article, the others are read
            reason = f"a mistake of careo while it analyzed this article ({locate_mistake(error)}); please report it"
            self.failures.append(Failure(article.id, reason))
            return
        self._articles += 1
        self._claims += len(claims)
        self._figures += sum(len(claim.figures) for claim in claims)
        self._sources.update(claim.source.name for claim in claims if claim.source.kind != "author")
        if self._progress:
            self._progress(self._articles, article.id)

    def count(self) -> Counts:
        """What this run wrote."""
        return Counts(self._articles, self._claims, len(self._sources), self._figures)

    def _find_problem(self, article: Article) -> str | None:
        if article.language not in self._languages:
            self._languages[article.language] = _find_language_problem(article.language, self._threads)
        return self._languages[article.language]


def build_ledger(
    paths: Sequence[Path],
    ledger: Path,
    *,
    language: str = "es",
    out: Path | None = None,
    fresh: bool = False,
    threads: int = 1,
    progress: Progress | None = None,
    stage: Stage | None = None,
) -> BuildSummary:
    """Build a ledger; see :func:`careo.build`. Nothing is written where nothing could be read."""
    load_pack(language)
    load_parser(language, threads)
    run = _Run(progress, threads)
    with write_ledger(ledger, fresh=fresh) as writer:
        articles = run.iter_new(iter_articles(paths, language=language))
        for article, document in iter_documents(articles, threads):
            run.append(writer, article, document)
        if not run.count().articles:
            writer.abandon()
    linked, problem = try_link(ledger, stage=stage) if run.count().articles else (None, None)
    total = _count_total(ledger)
    pages = publish_pages(ledger, out) if out is not None and run.count().articles else None
    return BuildSummary(ledger, run.count(), total, tuple(run.failures), pages, linked, problem)


def _count_total(ledger: Path) -> Counts:
    if not ledger.exists():
        return Counts(0, 0, 0, 0)
    with open_ledger(ledger) as opened:
        return opened.count()


def _find_language_problem(language: str, threads: int) -> str | None:
    try:
        load_pack(language)
        load_parser(language, threads)
    except CareoError as error:
        return f"{error}; give another language in articles.csv if it is none of this text"
    return None
