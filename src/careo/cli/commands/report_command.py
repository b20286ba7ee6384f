"""``careo report``."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from careo import __version__
from careo.cli.entry import DONE
from careo.cli.terminal import make_line
from careo.pipeline.dossier import load_dossier, write_assets, write_dossier

_MARKDOWN = (".md", ".markdown")


def run(arguments: Namespace) -> int:
    """Write the dossier of a ledger, and its charts where they are asked for, and name what was written."""
    form = arguments.format or ("md" if arguments.out and arguments.out.suffix.lower() in _MARKDOWN else "html")
    out: Path = arguments.out or Path(f"{arguments.ledger.stem}.{form}")
    dossier = load_dossier(arguments.ledger, language=arguments.lang, program=f"careo {__version__}")
    print(make_line(str(write_dossier(dossier, out, form=form))))
    if arguments.assets is not None:
        total, missing = write_assets(dossier, arguments.assets)
        print(f"{make_line(str(arguments.assets))} ({total} {'file' if total == 1 else 'files'})")
        if missing:
            print(f"careo report: {missing}", file=sys.stderr)
    return DONE
