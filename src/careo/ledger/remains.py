"""Remains: what a run of linking leaves in the ledger for the next one, beside what it found.

The ledger does not know what they mean, only that they hold for one way of linking (``made_by``), for the articles that are still as they
were, and for the disputes that they name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from careo.ledger.rows import Row

_DISPUTE, _NOTICE, _NOTHING = "dispute", "notice", "nothing"


@dataclass(frozen=True, slots=True)
class ArticleNote:
    """What linking keeps of an article: a mark of all it knows of it, a note of its claims, their shape, a sketch of its text."""

    mark: str
    note: str
    shape: str
    sketch: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a group of claims: the ids of its disputes, and what was not done in full."""

    disputes: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remains:
    """Notes by article, edges between claims with their scores, outcomes by what they were made from."""

    made_by: str = ""
    notes: Mapping[str, ArticleNote] = field(default_factory=dict)
    edges: Sequence[tuple[float, str, str]] = ()
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)


def read_remains(connection: sqlite3.Connection, made_by: str) -> Remains:
    """What the last run left, if it was ``made_by`` the same way; else nothing."""
    query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'memory'"
    if not connection.execute(query).fetchone()[0]:
        return Remains(made_by)
    if connection.execute("SELECT made_by FROM memory").fetchall() != [(made_by,)]:
        return Remains(made_by)
    notes = connection.execute("SELECT article, mark, note, shape, sketch FROM notes ORDER BY article")
    edges = connection.execute('SELECT score, "left", "right" FROM edges ORDER BY "left", "right"')
    rows = connection.execute("SELECT outcome, kind, value FROM outcomes ORDER BY outcome, position")
    known = {dispute for (dispute,) in connection.execute("SELECT dispute FROM disputes")}
    return Remains(
        made_by, {id_: ArticleNote(*row) for id_, *row in notes}, edges.fetchall(), _read_outcomes(rows, known)
    )


def _read_outcomes(rows: sqlite3.Cursor, known: set[str]) -> dict[str, Outcome]:
    """The outcomes by name; those that name a dispute that is not there are left out."""
    found: dict[str, dict[str, list[str]]] = {}
    for outcome, kind, value in rows:
        found.setdefault(outcome, {}).setdefault(kind, []).append(value)
    return {
        outcome: Outcome(tuple(values.get(_DISPUTE, ())), tuple(values.get(_NOTICE, ())))
        for outcome, values in found.items()
        if known.issuperset(values.get(_DISPUTE, ())) and values.keys() <= {_DISPUTE, _NOTICE, _NOTHING}
    }


def make_remain_rows(remains: Remains) -> Iterator[tuple[str, list[Row]]]:
    """The name of each table of remains with its rows in the order of its key."""
    yield "notes", [(id_, n.mark, n.note, n.shape, n.sketch) for id_, n in sorted(remains.notes.items())]
    yield "edges", sorted((left, right, score) for score, left, right in remains.edges)
    yield "outcomes", [row for name, outcome in sorted(remains.outcomes.items()) for row in _make_rows(name, outcome)]
    yield "memory", [(remains.made_by,)] if remains.made_by else []


def _make_rows(name: str, outcome: Outcome) -> Iterator[Row]:
    """An outcome that came to nothing has one row all the same, so that it is known."""
    values = [(_DISPUTE, value) for value in outcome.disputes] + [(_NOTICE, value) for value in outcome.notices]
    for position, (kind, value) in enumerate(values or [(_NOTHING, "")]):
        yield name, position, kind, value
