"""The proof of a ledger: every span gives back its text, to the letter, and every link leads somewhere. What does not is reported,
never moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from careo.ledger.queries import Ledger, open_ledger
from careo.model import Article, Claim, Span


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A span that does not prove its cell: ``found`` is what the article says there; None where the span lies outside of it.

    ``field`` is the name of the cell (``source``, ``figures[0]``), ``claim`` None for a cell of the article or of the file. A
    ``link`` belongs to ``article``, which is then a dispute (or a proposition, an actor, an article with copies), and names as
    ``expected`` what the ledger does not hold.
    """

    article: str
    claim: str | None
    field: str
    span: Span | None
    expected: str
    found: str | None
    link: bool = False


def verify_ledger(path: Path) -> Iterator[Mismatch]:
    """Every mismatch of the ledger at ``path``, article by article; none if it is sound. LedgerError if it cannot be read."""
    with open_ledger(path) as ledger:
        for message in ledger.check_storage():
            yield Mismatch("", None, "file", None, "ok", message)
        for article in ledger.iter_articles():
            yield from _verify_article(article)
            for claim in ledger.claims_of(article.id):
                yield from _verify_claim(article, claim)
        yield from _verify_homes(ledger)
        for field, owner, named in ledger.links.iter_loose_ends():
            yield Mismatch(owner, None, field, None, named, None, link=True)


def _verify_article(article: Article) -> Iterator[Mismatch]:
    for number, passage in enumerate(article.passages):
        if passage.span.end > len(article.text):
            yield Mismatch(article.id, None, f"passages[{number}]", passage.span, passage.role, None)


def _verify_claim(article: Article, claim: Claim) -> Iterator[Mismatch]:
    for field, span, expected in _iter_cells(claim):
        found = span.of(article.text) if span.end <= len(article.text) else None
        if found is None or (expected is not None and found != expected):
            yield Mismatch(article.id, claim.id, field, span, expected or "", found)


def _iter_cells(claim: Claim) -> Iterator[tuple[str, Span, str | None]]:
    """The name, span and text of every cell; the text is None where only the span is kept."""
    yield "content", claim.content.span, claim.content.text
    for number, part in enumerate(claim.content.parts):
        yield f"content.parts[{number}]", part, None
    if claim.cue:
        yield "cue", claim.cue.span, claim.cue.text
    if claim.source.span:
        yield "source", claim.source.span, claim.source.text
    for number, via in enumerate(claim.via):
        if via.span:
            yield f"via[{number}]", via.span, via.text
    for number, figure in enumerate(claim.figures):
        yield f"figures[{number}]", figure.span, figure.text
        for place, reason in enumerate(figure.reasons):
            yield f"figures[{number}].reasons[{place}]", reason.span, None
    if claim.event:
        yield "event.trigger", claim.event.trigger, claim.event.text
    for number, reason in enumerate(claim.reasons):
        yield f"reasons[{number}]", reason.span, None


def _verify_homes(ledger: Ledger) -> Iterator[Mismatch]:
    known = set(ledger.article_ids())
    for claim in ledger.iter_claims():
        if claim.article not in known:
            yield Mismatch(claim.article, claim.id, "article", None, claim.article, None)
