"""``careo show``."""

from __future__ import annotations

from argparse import Namespace

from careo.cli.claim_tables import print_claims, print_figures
from careo.cli.entry import DONE
from careo.cli.terminal import open_console
from careo.cli.words import count
from careo.ledger import ClaimFilter, open_ledger


def run(arguments: Namespace) -> int:
    """List claims, or figures, that the arguments let through."""
    chosen = ClaimFilter(
        source=arguments.source,
        stance=arguments.stance,
        article=arguments.article,
        figures=arguments.figures,
        attributed=not arguments.all,
    )
    console = open_console()
    with open_ledger(arguments.ledger) as ledger:
        counts = ledger.count()
        print_rows = print_figures if arguments.figures else print_claims
        shown = print_rows(console, ledger.iter_claims(chosen))
    unit = "figure" if arguments.figures else "claim"
    hidden = "" if arguments.all else "; --all shows what the outlets say themselves, too"
    total = counts.figures if arguments.figures else counts.claims
    console.print(f"{shown:,} of {count(total, unit)} in {count(counts.articles, 'article')}{hidden}", style="dim")
    return DONE
