"""``careo export``."""

from __future__ import annotations

from argparse import Namespace

from careo.cli.entry import DONE
from careo.cli.terminal import make_line
from careo.ledger import export_ledger


def run(arguments: Namespace) -> int:
    """Write the files of the export and name them."""
    for path in export_ledger(arguments.ledger, arguments.out, arguments.format):
        print(make_line(str(path)))
    return DONE
