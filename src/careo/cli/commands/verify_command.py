"""``careo verify``."""

from __future__ import annotations

from argparse import Namespace

from careo.cli.entry import DONE, FAILED
from careo.cli.terminal import make_line
from careo.cli.words import count
from careo.ledger import Mismatch, open_ledger, verify_ledger

_LONGEST = 60


def run(arguments: Namespace) -> int:
    """List what does not prove itself."""
    spans = links = 0
    for mismatch in verify_ledger(arguments.ledger):
        spans, links = spans + (not mismatch.link), links + mismatch.link
        print(_describe(mismatch))
    with open_ledger(arguments.ledger) as ledger:
        counts, linked = ledger.count(), ledger.links.count()
    held = f"{count(counts.claims, 'claim')} in {count(counts.articles, 'article')}"
    if spans:
        print(f"{count(spans, 'span')} of {held} not giving back its text; nothing was changed")
    if links:
        print(
            f"{count(links, 'link')} of {count(linked.disputes, 'dispute')} leading nowhere; careo link --anew finds them anew"
        )
    if spans or links:
        return FAILED
    print(f"every span of {held} gives back its text")
    if linked.disputes:
        print(f"every link of {count(linked.disputes, 'dispute')} leads to a claim of the ledger")
    return DONE


def _describe(mismatch: Mismatch) -> str:
    if mismatch.link:
        return f"{make_line(mismatch.article)} {mismatch.field}: no {_shorten(mismatch.expected)} in this ledger"
    place = "" if mismatch.span is None else f" {mismatch.span.start}-{mismatch.span.end}"
    found = "the text ends before" if mismatch.found is None else f"the text says {_shorten(mismatch.found)}"
    where = " ".join(part for part in (make_line(mismatch.article), make_line(mismatch.claim or "")) if part)
    return f"{where} {mismatch.field}{place}: {_shorten(mismatch.expected)}, but {found}".strip()


def _shorten(text: str) -> str:
    line = make_line(text)
    return repr(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…")
