"""The log of what people decided: read, and carried from one file of the ledger to the next with what is new behind it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger.files import list_names
from careo.ledger.rows import Row, encode_json
from careo.model import Judgment

_COLUMNS = 'judgment, kind, by, "when", why, sides, undoes, before, after'


def read_judgments(connection: sqlite3.Connection) -> tuple[Judgment, ...]:
    """The whole log, in its order; empty in a ledger of a careo that had none."""
    if not list_names(connection, "judgments"):
        return ()
    return tuple(map(_read, connection.execute(f"SELECT {_COLUMNS} FROM judgments ORDER BY position")))


def carry_judgments(held: Path | None, final: Path, added: Sequence[Judgment] = ()) -> None:
    """Write the log of the ledger ``held`` (none where that is None), then ``added``, into the new file ``final``.

    LedgerError where an entry is in the log already.
    """
    with closing(sqlite3.connect(final, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        log = _read_file(held) if held is not None else ()
        known = {judgment.id for judgment in log}
        if again := [judgment.id for judgment in added if judgment.id in known]:
            raise LedgerError(
                f"{held}: {', '.join(again)}: in the log already; what was undone is decided anew at another time"
            )
        connection.execute("BEGIN")
        rows = ((position, *_make_row(judgment)) for position, judgment in enumerate([*log, *added]))
        connection.executemany(f"INSERT INTO judgments (position, {_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
        connection.execute("COMMIT")


def _read_file(held: Path) -> tuple[Judgment, ...]:
    with closing(sqlite3.connect(f"{held.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return read_judgments(connection)


def _make_row(judgment: Judgment) -> Row:
    j = judgment
    return (
        j.id,
        j.kind,
        j.by,
        j.when,
        j.why,
        encode_json(j.sides),
        j.undoes,
        encode_json(j.before),
        encode_json(j.after),
    )


def _read(row: Row) -> Judgment:
    (id_, kind, by, when, why, sides, undoes, before, after) = row
    mentions = tuple(tuple((name, article) for name, article in side) for side in json.loads(sides))
    return Judgment(id_, kind, by, when, why, mentions, undoes, tuple(json.loads(before)), tuple(json.loads(after)))
