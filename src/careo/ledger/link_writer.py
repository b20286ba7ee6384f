"""Writing what linking found: the ledger once more, whole, with its disputes."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger.drafts import commit_draft, copy_sorted, create_draft, draft_files, take_place
from careo.ledger.files import check_exists, check_writable
from careo.ledger.judgments import carry_judgments
from careo.ledger.link_rows import make_link_rows
from careo.model import Copy, Judgment, Linked


def write_linked(
    path: Path, linked: Linked, copies: Mapping[str, Sequence[Copy]], judgments: Sequence[Judgment] = ()
) -> None:
    """Put ``linked`` in the place of what the ledger at ``path`` held of disputes, positions, actors and copies.

    ``copies`` gives for the id of an article the others that carry its text. Articles and claims stay as they are; ``judgments`` are
    added to the log. The ledger is replaced in one step; whatever goes wrong leaves it as it was. The same input gives the same
    bytes. LedgerError where there is no ledger, or where it cannot be written.
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
            _insert(final, linked, copies)
            take_place(final, path)
        except (sqlite3.Error, OSError, UnicodeEncodeError) as error:
            raise LedgerError(f"{path}: cannot be written: {error}; the ledger is as it was") from error


def _insert(final: Path, linked: Linked, copies: Mapping[str, Sequence[Copy]]) -> None:
    with closing(sqlite3.connect(final, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for table, rows in make_link_rows(linked, copies):
            width = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
            connection.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * width)})", rows)
        connection.execute("COMMIT")
