"""Writing what linking found: the ledger once more, whole, with its disputes."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger.drafts import LINK_ORDER, commit_draft, copy_sorted, create_draft, draft_files, take_place
from careo.ledger.files import check_exists, check_writable, list_names
from careo.ledger.judgments import carry_judgments
from careo.ledger.link_rows import make_link_rows
from careo.ledger.remains import Remains, make_remain_rows
from careo.ledger.rows import Row
from careo.model import Copy, Judgment, Linked


def write_linked(
    path: Path,
    linked: Linked,
    copies: Mapping[str, Sequence[Copy]],
    judgments: Sequence[Judgment] = (),
    *,
    remains: Remains | None = None,
) -> None:
    """Put ``linked`` in the place of what the ledger at ``path`` held of disputes, positions, actors and copies.

    ``copies`` gives for the id of an article the others that carry its text; ``judgments`` are added to the log. ``remains`` are kept for
    the next run of linking; a dispute that they name and ``linked`` has not stays as it is in the ledger, with its positions. Articles
    and claims stay as they are. The ledger is replaced in one step; whatever goes wrong leaves it as it was. The same input gives
    the same bytes. LedgerError where there is no ledger, or where it cannot be written.
    """
    path = path.resolve() if path.is_symlink() else path
    check_exists(path)
    check_writable(path)
    with draft_files(path) as (nothing, final):
        with closing(create_draft(nothing, path)) as empty:
            commit_draft(empty, path)
        try:
            copy_sorted(nothing, path, final)
            carry_judgments(path, final, judgments)
            _insert(final, path, make_link_rows(linked, copies), _find_kept(linked, remains))
            _insert(final, None, make_remain_rows(remains or Remains()), ())
            take_place(final, path)
        except (sqlite3.Error, OSError, UnicodeEncodeError) as error:
            raise LedgerError(f"{path}: cannot be written: {error}; the ledger is as it was") from error


def _find_kept(linked: Linked, remains: Remains | None) -> set[str]:
    """The ids of disputes that stay as they are."""
    named = {dispute for outcome in remains.outcomes.values() for dispute in outcome.disputes} if remains else set()
    return named - {dispute.id for dispute in linked.disputes}


def _insert(final: Path, old: Path | None, tables: Iterable[tuple[str, Iterable[Row]]], kept: Collection[str]) -> None:
    """Write rows into ``final``, with those of the ``kept`` disputes of the ledger ``old``, all in the order of their keys."""
    with closing(sqlite3.connect(final, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        if kept:
            connection.execute("ATTACH ? AS old", (str(old),))
            connection.execute("CREATE TEMP TABLE kept (dispute TEXT PRIMARY KEY)")
            connection.executemany("INSERT INTO kept VALUES (?)", sorted((dispute,) for dispute in kept))
        connection.execute("BEGIN")
        for table, rows in tables:
            marks = ",".join("?" * len(list_names(connection, table)))
            if not kept or table not in LINK_ORDER:
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
                continue
            connection.execute(f"CREATE TEMP TABLE fresh AS SELECT * FROM main.{table} LIMIT 0")
            connection.executemany(f"INSERT INTO fresh VALUES ({marks})", rows)
            column = "proposition" if LINK_ORDER[table].startswith("proposition") else "dispute"
            connection.execute(
                f"INSERT INTO main.{table} SELECT * FROM fresh UNION ALL SELECT * FROM old.{table} "
                f"WHERE {column} IN (SELECT dispute FROM kept) ORDER BY {LINK_ORDER[table]}"
            )
            connection.execute("DROP TABLE fresh")
        connection.execute("COMMIT")
