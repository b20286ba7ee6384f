"""Drafts of ledger files: written beside the ledger, copied in order, and put in its place in one step.

A file's bytes depend on what it holds and on nothing else: rows are copied sorted by id into a fresh file; nothing in it tells when
or from where it was made. Until that file is complete the old ledger stays as it was.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger.files import connect, list_names
from careo.ledger.migrations import CLAIM_TABLES, migrate

_PRAGMAS = ("page_size = 4096", "secure_delete = ON", "journal_mode = MEMORY", "synchronous = OFF")
"""A draft that is lost with the machine is no loss; deleted bytes are overwritten, so that none shows in the file."""

_STAYS = "article NOT IN (SELECT article FROM draft.articles)"
_ORDER = {
    "articles": "article",
    "passages": "article, position",
    "claims": "claim",
    "via": "claim, position",
    "figures": "claim, position",
    "reasons": "claim, position",
}
LINK_ORDER = {
    "disputes": "dispute",
    "members": "dispute, position",
    "relations": "dispute, position",
    "origins": "dispute, position",
    "estimates": "dispute, position",
    "series": "dispute, position, step",
    "placements": "claim, figure",
    "positions": "proposition, position",
    "stands": "proposition, position, step",
    "reversals": "proposition, position, step",
}
"""The tables that hold disputes, each with its key."""
_REMAINS = {"notes": "article", "edges": '"left", "right"', "outcomes": "outcome, position", "memory": "made_by"}


@contextmanager
def draft_files(path: Path) -> Iterator[tuple[Path, Path]]:
    """Two new files beside ``path``, gone afterwards."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=".careo-", dir=path.parent))
    except OSError as error:
        raise LedgerError(f"{path}: cannot be written: {error.strerror}; choose another --ledger") from error
    files = folder / "draft.db", folder / "final.db"
    try:
        yield files
    finally:
        for file in files:
            file.unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()


def create_draft(file: Path, path: Path) -> sqlite3.Connection:
    """A new file with the ledger's tables, in an open transaction."""
    try:
        connection = sqlite3.connect(file, isolation_level=None)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        migrate(connection)
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: cannot be written: {error}") from error
    return connection


def commit_draft(draft: sqlite3.Connection, path: Path) -> None:
    """End the transaction of a draft; LedgerError in the name of ``path`` where that fails."""
    try:
        draft.execute("COMMIT")
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: cannot be written: {error}; the ledger is as it was") from error


def copy_sorted(draft: Path, kept: Path | None, final: Path, *, remains: bool = False) -> None:
    """Write what ``draft`` holds, and what ``kept`` holds besides, into the new file ``final``, sorted by id.

    What linking found holds for the articles that it was computed from, all of them and no others: the new file counts as not linked.
    With ``remains`` the disputes of ``kept`` stay in it all the same, for the next run of linking to take up what still holds.
    """
    if kept is not None:
        connect(kept).close()  # still a ledger, and one of a version that can be read
    with closing(create_draft(final, final)) as connection:
        connection.execute("COMMIT")
        connection.execute("ATTACH ? AS draft", (str(draft),))
        if kept is not None:
            connection.execute("ATTACH ? AS kept", (str(kept),))
        connection.execute("BEGIN")
        for table, order in _ORDER.items():
            stays = f"claim IN (SELECT claim FROM kept.claims WHERE {_STAYS})" if table in CLAIM_TABLES else _STAYS
            columns = list_columns(connection, f"kept.{table}", f"main.{table}") if kept is not None else ""
            old = f" UNION ALL SELECT {columns} FROM kept.{table} WHERE {stays}" if columns else ""
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM draft.{table}{old} ORDER BY {order}")
        if remains and kept is not None and _has_remains(connection):
            for table, order in (LINK_ORDER | _REMAINS).items():
                where = f"WHERE {_STAYS}" if table == "notes" else ""
                connection.execute(f"INSERT INTO main.{table} SELECT * FROM kept.{table} {where} ORDER BY {order}")
        connection.execute("COMMIT")


def _has_remains(connection: sqlite3.Connection) -> bool:
    """Whether the attached ledger ``kept`` holds something for the next run of linking."""
    if not list_names(connection, "kept.memory"):
        return False
    return connection.execute("SELECT 1 FROM kept.memory").fetchone() is not None


def list_columns(connection: sqlite3.Connection, held: str, wanted: str) -> str:
    """The columns of the table ``wanted``, to be selected from ``held`` of an older version: null where that one lacks them."""
    known, names = (list_names(connection, table) for table in (held, wanted))
    return ", ".join(f'"{name}"' if name in known else "NULL" for name in names)


def take_place(final: Path, path: Path) -> None:
    """Put ``final`` where ``path`` is, on the disk and in one step, with the permissions that a new file would have."""
    if path.exists():
        mode = path.stat().st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    final.chmod(mode)
    with final.open("rb") as file:
        os.fsync(file.fileno())
    final.replace(path)
