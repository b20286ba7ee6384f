"""``careo explain``."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from careo.cli.entry import DONE
from careo.cli.portrait import print_claim
from careo.cli.terminal import make_line, open_console
from careo.pipeline.explain import Explanation, Step, explain_claim

if TYPE_CHECKING:
    from rich.console import Console


def run(arguments: Namespace) -> int:
    """Print a claim with its place in the article and every rule that took part."""
    explanation = explain_claim(arguments.ledger, arguments.claim)
    console = open_console()
    _print_head(console, explanation)
    print_claim(console, explanation.article.text, explanation.place, explanation.claim)
    console.print("rules", style="bold")
    for step in explanation.steps:
        _print_step(console, step)
    if not explanation.steps:
        console.print("  none is recorded", style="dim")
    return DONE


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
