"""The log of what people decided, each entry with what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from careo.ledger import Ledger, open_ledger
from careo.model import Judgment, find_in_force


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the log; ``undone_by`` are those in force that take it back."""

    judgment: Judgment
    undone_by: tuple[Judgment, ...]


def read_log(path: Path) -> tuple[Entry, ...]:
    """All that people decided in the ledger at ``path``, in the order in which they did."""
    with open_ledger(path) as ledger:
        return make_entries(ledger.judgments())


def make_entries(log: Sequence[Judgment]) -> tuple[Entry, ...]:
    """The entries of a log."""
    undone: dict[str, list[Judgment]] = {}
    for judgment in find_in_force(log):
        if judgment.undoes is not None:
            undone.setdefault(judgment.undoes, []).append(judgment)
    return tuple(Entry(judgment, tuple(undone.get(judgment.id, ()))) for judgment in log)


def find_entries(ledger: Ledger, actor: str) -> tuple[Entry, ...]:
    """The merges and splits, whether they hold or not, that speak of a name of the actor with this id."""
    log = ledger.judgments()
    if not log:
        return ()
    mentions = ledger.links.mentions()

    def is_about(judgment: Judgment) -> bool:
        spoken = (mention for side in judgment.sides for mention in side)
        return any(mentions.get((name, place), mentions.get((name, ""))) == actor for name, place in spoken)

    return tuple(entry for entry in make_entries(log) if is_about(entry.judgment))
