"""``careo demo``."""

from __future__ import annotations

import os
import sys
import webbrowser
from argparse import Namespace
from contextlib import ExitStack
from importlib import resources
from pathlib import Path

from careo import __version__
from careo.cli.entry import DONE, FAILED
from careo.cli.progress import show_progress
from careo.cli.summary import print_summary
from careo.cli.terminal import make_line
from careo.errors import CareoError
from careo.pipeline.build import build_ledger
from careo.pipeline.dossier import load_dossier, write_dossier
from careo.pipeline.publish import publish_pages


def run(arguments: Namespace) -> int:
    """Build the ledger of the demo articles, write its pages and its dossier, and open that where there is a screen."""
    out: Path = arguments.out
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CareoError(f"{out}: cannot be made: {error.strerror}; choose another folder with --out") from error
    ledger = out / "demo.db"
    with ExitStack() as stack:
        articles = _find_articles(stack)
        progress = stack.enter_context(show_progress(quiet=False))
        summary = build_ledger([articles], ledger, fresh=True, progress=progress.read, stage=progress.enter)
    if not summary.read.articles or summary.link_problem:
        print_summary(summary, None, quiet=False)
        return FAILED
    page = publish_pages(ledger, out)
    print_summary(summary, page, quiet=False)
    dossier = write_dossier(load_dossier(ledger, program=f"careo {__version__}"), out / "dossier.html")
    print(f"dossier {make_line(str(dossier))}")
    if not arguments.no_open and _has_screen():
        webbrowser.open(dossier.resolve().as_uri())
    return DONE


def _find_articles(stack: ExitStack) -> Path:
    """The articles that come with careo: beside the package, or beside its sources in a checkout."""
    packaged = resources.files("careo") / "demo"
    if packaged.is_dir():
        return stack.enter_context(resources.as_file(packaged))
    checkout = Path(__file__).resolve().parents[4] / "demo"
    if any(checkout.glob("*.txt")):
        return checkout
    raise CareoError(f"the demo articles are missing: neither {packaged} nor {checkout} is there; reinstall careo")


def _has_screen() -> bool:
    if not sys.stdout.isatty():
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
