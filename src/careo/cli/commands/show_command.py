"""``careo show``."""

from __future__ import annotations

from argparse import Namespace

from careo.cli.claim_tables import print_claims, print_figures
from careo.cli.entry import DONE
from careo.cli.terminal import open_console
from careo.cli.words import count
from careo.errors import CareoError
from careo.ledger import ClaimFilter, DisputeFilter, open_ledger
from careo.report.labels import load_labels

MANY = 20
"""So many disputes are shown face to face; more than that are listed, unless asked."""


def run(arguments: Namespace) -> int:
    """List claims, figures or disputes that the arguments let through."""
    _check(arguments)
    if arguments.disputes:
        return _show_disputes(arguments)
    chosen = ClaimFilter(
        source=arguments.source,
        stance=arguments.stance,
        article=arguments.article,
        figures=arguments.figures,
        attributed=not arguments.all,
    )
    console, labels = open_console(), load_labels(arguments.labels)
    with open_ledger(arguments.ledger) as ledger:
        counts = ledger.count()
        print_rows = print_figures if arguments.figures else print_claims
        shown = print_rows(console, ledger.iter_claims(chosen), labels)
    unit = "figure" if arguments.figures else "claim"
    hidden = "" if arguments.all else "; --all shows what the outlets say themselves, too"
    total = counts.figures if arguments.figures else counts.claims
    console.print(f"{shown:,} of {count(total, unit)} in {count(counts.articles, 'article')}{hidden}", style="dim")
    return DONE


def _check(arguments: Namespace) -> None:
    """CareoError where arguments were given that say nothing of what is to be shown."""
    of_claims, of_disputes = ("source", "stance", "figures"), ("kind", "verdict", "list", "full")
    strangers = [f"--{name}" for name in (of_claims if arguments.disputes else of_disputes) if getattr(arguments, name)]
    if strangers:
        remedy = "leave it out, or leave out --disputes" if arguments.disputes else "add --disputes"
        raise CareoError(
            f"{' '.join(strangers)}: says nothing of {'disputes' if arguments.disputes else 'claims'}; {remedy}"
        )


def _show_disputes(arguments: Namespace) -> int:
    from careo.cli.careo_tables import print_careos, print_list
    from careo.pipeline.careos import iter_careos

    labels, console = load_labels(arguments.labels), open_console()
    chosen = DisputeFilter(
        kind=arguments.kind,
        verdict=arguments.verdict,
        article=arguments.article,
        several=not arguments.all and arguments.verdict is None,
        heaviest=True,
    )
    with open_ledger(arguments.ledger) as ledger:
        ledger.links.check()
        total, many = ledger.links.count().disputes, ledger.links.count(chosen).disputes > MANY
        listed = arguments.list or (many and not arguments.full)
        if listed:
            shown = print_list(console, ledger.links.iter_disputes(chosen), labels)
        else:
            shown = print_careos(console, iter_careos(ledger, chosen), labels)
    hints = ["--full sets them face to face"] * listed + ["--all shows those with one voice, too"] * chosen.several
    console.print("; ".join([f"{shown:,} of {count(total, 'dispute')}", *hints]), style="dim")
    return DONE
