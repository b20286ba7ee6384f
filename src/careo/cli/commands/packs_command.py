"""``careo packs``."""

from __future__ import annotations

from argparse import Namespace

from careo.cli.entry import DONE, FAILED
from careo.cli.terminal import make_visible
from careo.pipeline.packs import lint_pack


def run(arguments: Namespace) -> int:
    """List the problems of a pack."""
    entries, problems = lint_pack(arguments.language)
    for problem in problems:
        print(make_visible(problem))
    if problems:
        print(f"{len(problems):,} problems in pack {arguments.language}")
        return FAILED
    print(f"pack {arguments.language}: {entries:,} entries, no problem")
    return DONE
