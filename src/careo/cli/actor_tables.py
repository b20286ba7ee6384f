"""Actors, and what people decided about them, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from careo.cli.claim_tables import ID_LENGTH, make_text
from careo.cli.words import count
from careo.model import Judgment, Mention
from careo.pipeline.judgments import Entry

if TYPE_CHECKING:
    from rich.console import Console

    from careo.pipeline.review import ActorLine

_SEVERAL = 6
"""How many articles of one name are listed."""


def print_actors(console: Console, lines: Iterable[ActorLine]) -> int:
    """Each actor with its other names, the number of its claims, and why its names are one; how many there are."""
    shown = 0
    for line in lines:
        _print_actor(console, line)
        shown += 1
    return shown


def _print_actor(console: Console, line: ActorLine) -> None:
    from rich.padding import Padding

    actor = line.actor
    facts = [actor.id, count(line.claims, "claim"), *([f"acts for {line.party}"] if line.party else [])]
    others = [name for name in actor.names if name != actor.name]
    console.print(make_text(actor.name, "bold"))
    console.print(Padding(make_text(" · ".join(facts), "dim"), (0, 0, 0, 2)))
    if others:
        console.print(Padding(make_text(f"also {' | '.join(others)}", ""), (0, 0, 0, 2)))
    for reason in actor.reasons:
        console.print(Padding(make_text(reason, "dim"), (0, 0, 0, 4)))


def print_log(console: Console, entries: Sequence[Entry]) -> None:
    """The log of what people decided, in its order; what holds no more says by what."""
    from rich.padding import Padding

    for entry in entries:
        judgment = entry.judgment
        console.print(make_text(f"{judgment.id}  {judgment.when}  {judgment.by}", "dim" if entry.undone_by else "bold"))
        for line in (_describe_what(judgment), f"why: {judgment.why}", describe_change(judgment), *_iter_undone(entry)):
            console.print(Padding(make_text(line, ""), (0, 0, 0, 2)))


def iter_entry_lines(entry: Entry) -> Iterator[str]:
    """A decision as an explanation quotes it: who, when, what, why; and who took it back."""
    judgment = entry.judgment
    yield f"{_describe_what(judgment)}: {judgment.by}, {judgment.when}: {judgment.why} ({judgment.id[:ID_LENGTH]})"
    yield from _iter_undone(entry)


def describe_change(judgment: Judgment) -> str:
    """The actors that the names stood for, and those that they stand for by the judgment."""
    before, after = (", ".join(ids) or "nobody" for ids in (judgment.before, judgment.after))
    return f"actors: {before} → {after}" if before != after else f"actors: {after}, as before"


def _iter_undone(entry: Entry) -> Iterator[str]:
    for undo in entry.undone_by:
        yield f"taken back: {undo.by}, {undo.when}: {undo.why} ({undo.id[:ID_LENGTH]})"


def _describe_what(judgment: Judgment) -> str:
    if judgment.undoes is not None:
        return f"took back {judgment.undoes}"
    names = [_describe_side(side) for side in judgment.sides]
    return " and ".join([", ".join(names[:-1]), names[-1]]) + (
        " are one" if judgment.kind == "merge" else " are not one"
    )


def _describe_side(side: Sequence[Mention]) -> str:
    """Its names, each with the articles where it means them: *'Torrente' (riada, balance)*."""
    places: dict[str, list[str]] = {}
    for name, article in side:
        places.setdefault(name, []).extend([article] if article else [])
    return " or ".join(f"'{name}'" + (f" ({_list_several(found)})" if found else "") for name, found in places.items())


def _list_several(articles: Sequence[str]) -> str:
    return ", ".join(articles[:_SEVERAL]) + (
        f" and {len(articles) - _SEVERAL} more" if len(articles) > _SEVERAL else ""
    )
