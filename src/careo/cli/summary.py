"""What a run of ``careo build`` did, as a table."""

from __future__ import annotations

import sys
from pathlib import Path

from careo.cli.terminal import make_line, open_console
from careo.cli.words import count
from careo.ledger import LinkCounts
from careo.pipeline.build import BuildSummary

MOST_FAILURES = 20
"""How many files are listed one by one."""


def print_summary(summary: BuildSummary, page: Path | None, *, quiet: bool) -> None:
    """The counts to standard output, what could not be read to standard error."""
    if not quiet and summary.read.articles:
        _print_counts(summary)
    _print_failures(summary)
    if summary.link_problem:
        ledger = make_line(str(summary.ledger))
        print(f"not linked: {make_line(summary.link_problem)}", file=sys.stderr)
        print(f"the claims are kept; once that is mended, link them with: careo link {ledger}", file=sys.stderr)
    if not quiet and summary.read.articles:
        if summary.linked is not None:
            print_linked(summary.linked)
        print(f"ledger  {make_line(str(summary.ledger))}")
        if page is not None:
            print(f"page    {make_line(str(page))}")


def print_linked(linked: LinkCounts) -> None:
    """What linking found, in one line."""
    sides = count(linked.reversals, "change") + " of sides"
    disputes = f"{count(linked.disputes, 'dispute')}, {linked.contested:,} contested"
    copies = f"{count(linked.copied, 'article')} with copies"
    print(f"linked  {disputes}; {sides}; {copies}")


def _print_counts(summary: BuildSummary) -> None:
    from rich import box
    from rich.table import Table

    read, total = summary.read, summary.total
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("")
    for name in ("articles", "claims", "sources", "figures", "not read"):
        table.add_column(name, justify="right")
    unread = sum(not failure.notice for failure in summary.failures)
    rows = [("read now", read, str(unread))] + ([("in the ledger", total, "")] if total != read else [])
    for name, counts, failed in rows:
        numbers = (counts.articles, counts.claims, counts.sources, counts.figures)
        table.add_row(name, *(f"{number:,}" for number in numbers), failed)
    open_console().print(table)
    print()


def _print_failures(summary: BuildSummary) -> None:
    for failure in summary.failures[:MOST_FAILURES]:
        word = "note" if failure.notice else "not read"
        print(f"{word}: {make_line(failure.file)}: {make_line(failure.reason)}", file=sys.stderr)
    more = len(summary.failures) - MOST_FAILURES
    if more > 0:
        print(f"... and {more} more", file=sys.stderr)
