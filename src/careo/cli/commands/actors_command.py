"""``careo actors``."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from careo.cli.actor_tables import describe_change, print_actors, print_log
from careo.cli.entry import DONE
from careo.cli.progress import show_progress
from careo.cli.summary import print_linked
from careo.cli.terminal import make_line, open_console
from careo.cli.words import count
from careo.errors import CareoError
from careo.ledger import open_ledger
from careo.pipeline.judgments import read_log
from careo.pipeline.review import Reviewed, Signature, find_actors, merge_named, split_named, undo_judgment


def run(arguments: Namespace) -> int:
    """List the actors or what was decided about them, or decide."""
    action: str | None = arguments.action
    if action is None:
        return _list_actors(arguments)
    if strangers := [f"--{name}" for name in ("search", "merged", "all") if getattr(arguments, name)]:
        raise CareoError(f"{' '.join(strangers)}: says nothing of {action}; leave it out")
    if action == "log":
        return _list_log(arguments)
    when = arguments.when or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    signed = Signature(arguments.by, when, arguments.why)
    with show_progress(quiet=arguments.quiet) as progress:
        if action == "undo":
            reviewed = undo_judgment(arguments.ledger, arguments.id, signed, stage=progress.enter)
        else:
            decide = merge_named if action == "merge" else split_named
            reviewed = decide(arguments.ledger, arguments.names, signed, stage=progress.enter)
    if not arguments.quiet:
        _print_reviewed(reviewed)
    return DONE


def _list_actors(arguments: Namespace) -> int:
    console = open_console()
    lines = find_actors(arguments.ledger, search=arguments.search, several=arguments.merged, every=arguments.all)
    shown = print_actors(console, lines)
    with open_ledger(arguments.ledger) as ledger:
        total = ledger.links.count().actors
    hidden = "" if arguments.all or arguments.merged or arguments.search else "; --all shows those who say nothing, too"
    console.print(f"{shown:,} of {count(total, 'actor')}{hidden}", style="dim")
    return DONE


def _list_log(arguments: Namespace) -> int:
    console, entries = open_console(), read_log(arguments.ledger)
    print_log(console, entries)
    console.print(count(len(entries), "decision") if entries else "nothing has been decided", style="dim")
    return DONE


def _print_reviewed(reviewed: Reviewed) -> None:
    judgment = reviewed.judgment
    print(f"{judgment.kind}  {make_line(judgment.id)}")
    print(make_line(describe_change(judgment)))
    print_linked(reviewed.linked)
