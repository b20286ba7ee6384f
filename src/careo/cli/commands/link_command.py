"""``careo link``."""

from __future__ import annotations

import sys
from argparse import Namespace

from careo.cli.entry import DONE, FAILED
from careo.cli.progress import show_progress
from careo.cli.summary import print_linked
from careo.cli.terminal import make_line
from careo.ledger import open_ledger
from careo.pipeline.relink import try_link


def run(arguments: Namespace) -> int:
    """Link the claims of a ledger and say what was found."""
    with open_ledger(arguments.ledger), show_progress(quiet=arguments.quiet) as progress:
        linked, problem = try_link(arguments.ledger, stage=progress.enter, anew=arguments.anew)
    if linked is None:
        print(f"not linked: {make_line(problem or '')}", file=sys.stderr)
        return FAILED
    if not arguments.quiet:
        print_linked(linked)
    return DONE
