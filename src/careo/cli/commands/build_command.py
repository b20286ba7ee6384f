"""``careo build``."""

from __future__ import annotations

import sys
from argparse import Namespace

from careo.cli.entry import DONE, FAILED
from careo.cli.progress import show_progress
from careo.cli.summary import print_summary
from careo.pipeline.build import build_ledger
from careo.pipeline.publish import publish_pages


def run(arguments: Namespace) -> int:
    """Build a ledger and say what became of the articles."""
    with show_progress(quiet=arguments.quiet) as progress:
        summary = build_ledger(
            arguments.paths,
            arguments.ledger,
            language=arguments.language,
            fresh=arguments.fresh,
            threads=arguments.threads,
            progress=progress.read,
            stage=progress.enter,
        )
    page = None
    if arguments.out is not None and summary.read.articles:
        page = publish_pages(arguments.ledger, arguments.out, language=arguments.labels)
    print_summary(summary, page, quiet=arguments.quiet)
    if not summary.read.articles:
        print(f"careo: nothing could be read; {arguments.ledger} was not written", file=sys.stderr)
    return DONE if summary.read.articles and not summary.link_problem else FAILED
