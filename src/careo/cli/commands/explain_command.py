"""``careo explain``."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from careo.cli.entry import DONE
from careo.cli.link_portraits import print_actor, print_dispute, print_pair, print_parts
from careo.cli.portrait import print_claim
from careo.cli.terminal import make_line, open_console
from careo.errors import CareoError
from careo.pipeline.explain import Explanation, Step, explain_claim
from careo.pipeline.explain_links import DISPUTE_PREFIX, explain_actor, explain_dispute, explain_pair, find_careos
from careo.report.labels import load_labels

if TYPE_CHECKING:
    from rich.console import Console


def run(arguments: Namespace) -> int:
    """Say why a claim, a dispute, a relation or an actor stands in the ledger."""
    ids: list[str] = arguments.ids
    console, labels = open_console(), load_labels(arguments.labels)
    _check(ids, arguments.actor)
    if arguments.actor is not None:
        print_actor(console, explain_actor(arguments.ledger, arguments.actor), labels)
    elif len(ids) == 2:
        print_pair(console, explain_pair(arguments.ledger, *ids), labels)
    elif ids[0].startswith(DISPUTE_PREFIX):
        print_dispute(console, explain_dispute(arguments.ledger, ids[0]), labels)
    else:
        explanation = explain_claim(arguments.ledger, ids[0])
        _print_explanation(console, explanation)
        print_parts(console, explanation.claim.id, find_careos(arguments.ledger, explanation.claim.id), labels)
    return DONE


def _check(ids: list[str], actor: str | None) -> None:
    """CareoError unless the arguments name one thing that can be explained."""
    given = len(ids) + (actor is not None)
    if not given:
        raise CareoError(
            "explain: nothing to explain; give the id of a claim or a dispute, two claims, or --actor NAME"
        )
    if actor is not None and ids:
        raise CareoError(f"explain: {ids[0]!r} and --actor; give one of them")
    if len(ids) > 2:
        raise CareoError(f"explain: {len(ids)} ids ({', '.join(ids)}); give one, or two claims")
    disputes = [id_ for id_ in ids if id_.startswith(DISPUTE_PREFIX)]
    if len(ids) == 2 and disputes:
        raise CareoError(f"explain: {disputes[0]!r} is a dispute; give it alone, or give two claims")


def _print_explanation(console: Console, explanation: Explanation) -> None:
    _print_head(console, explanation)
    print_claim(console, explanation.article.text, explanation.place, explanation.claim)
    console.print("rules", style="bold")
    for step in explanation.steps:
        _print_step(console, step)
    if not explanation.steps:
        console.print("  none is recorded", style="dim")


def _print_head(console: Console, explanation: Explanation) -> None:
    article = explanation.article
    names = [article.id, article.outlet, article.published, explanation.claim.passage]
    console.print(f"claim {make_line(explanation.claim.id)}", style="bold")
    console.print(make_line(" · ".join(name for name in names if name)), style="dim")
    console.print()


def _print_step(console: Console, step: Step) -> None:
    from rich.padding import Padding
    from rich.text import Text

    line = Text("  ")
    line.append(make_line(step.rule), "bold")
    if step.figure is not None:
        line.append(f"  for ‹{make_line(step.figure)}›", "dim")
    console.print(line)
    words = Text()
    words.append(make_line(step.before) + _gap(step.before[-1:]), "dim").append(f"[{make_line(step.words)}]", "yellow")
    words.append(_gap(step.after[:1]) + make_line(step.after), "dim")
    console.print(Padding(words, (0, 0, 0, 4)))


def _gap(edge: str) -> str:
    return " " if edge.isspace() else ""
