"""Why a claim stands in the ledger: every rule that took part, with the words it went by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from careo.ledger import open_ledger
from careo.model import Article, Claim, Reason, Span

CONTEXT = 48
"""Characters shown on either side of the words of a rule."""


@dataclass(frozen=True, slots=True)
class Step:
    """A rule, the words it went by, and what stands before and after them. ``figure`` is the text of the figure that it made."""

    rule: str
    words: str
    before: str
    after: str
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim, its article, the paragraph it stands in (``place``), and its rules in the order in which they took part."""

    claim: Claim
    article: Article
    place: Span
    steps: tuple[Step, ...]


def explain_claim(ledger: Path, claim: str) -> Explanation:
    """Explain the claim of this id, or whose id begins so; LedgerError where there is none, or more than one."""
    with open_ledger(ledger) as opened:
        found = opened.claim(claim)
        article = opened.article(found.article)
    return Explanation(found, article, find_place(article, found), tuple(_iter_steps(article, found)))


def find_place(article: Article, claim: Claim) -> Span:
    """The passages that hold any part of the claim: where a reader finds it."""
    spans = [
        claim.content.span,
        *([claim.cue.span] if claim.cue else []),
        *([claim.source.span] if claim.source.span else []),
    ]
    whole = spans[0]
    for span in spans[1:]:
        whole = whole.cover(span)
    for passage in article.passages:
        if passage.span.overlaps(whole):
            whole = whole.cover(passage.span)
    return whole


def _iter_steps(article: Article, claim: Claim) -> Iterator[Step]:
    for reason in claim.reasons:
        yield _make_step(article.text, reason, None)
    for figure in claim.figures:
        for reason in figure.reasons:
            yield _make_step(article.text, reason, figure.text)


def _make_step(text: str, reason: Reason, figure: str | None) -> Step:
    start, end = reason.span.start, reason.span.end
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if start > CONTEXT and " " in before:
        before = "…" + before.partition(" ")[2]
    if end + CONTEXT < len(text) and " " in after:
        after = after.rpartition(" ")[0] + "…"
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    return Step(reason.rule, text[start:end], before, after, figure)
