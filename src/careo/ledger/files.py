"""Opening ledger files: what is a ledger, what is not, and what to tell whoever passed the wrong file."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger.migrations import APPLICATION_ID, VERSION


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection to the ledger at ``path``; LedgerError where there is none, or one of a newer careo."""
    check_exists(path)
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: cannot be opened: {error}") from error
    try:
        _check_version(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def check_exists(path: Path) -> None:
    """LedgerError unless ``path`` is a file that can be read."""
    if path.is_dir():
        raise LedgerError(f"{path}: a folder, where a ledger (one file, like story.db) is expected")
    if not path.exists():
        raise LedgerError(f"{path}: no such ledger; make one with: careo build PATH... --ledger {path}")
    if not os.access(path, os.R_OK):
        raise LedgerError(f"{path}: may not be read; check its permissions")


def check_writable(path: Path) -> None:
    """LedgerError unless a ledger can be written at ``path``: never over a file that is something else."""
    parent = path.parent
    if not parent.is_dir():
        raise LedgerError(f"{path}: there is no folder {parent}; create it first, or choose another --ledger")
    if not os.access(parent, os.W_OK | os.X_OK):
        raise LedgerError(f"{path}: the folder {parent} may not be written to; choose another --ledger")
    if is_present(path):
        connect(path).close()


def is_present(path: Path) -> bool:
    """Whether something stands at ``path`` that must not be lost; an empty file is nothing."""
    return path.exists() and (path.is_dir() or path.stat().st_size > 0)


def list_names(connection: sqlite3.Connection, table: str) -> list[str]:
    """The names of the columns of ``table`` (``schema.table`` or ``table``), in order; empty where there is no such table."""
    schema, dot, name = table.rpartition(".")
    return [str(row[1]) for row in connection.execute(f"PRAGMA {schema}{dot}table_info({name})")]


def _check_version(path: Path, connection: sqlite3.Connection) -> None:
    remedy = "it is left as it is; name another file, or move this one away"
    application = None
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if application == APPLICATION_ID:
            raise LedgerError(f"{path}: damaged ({error}); build it anew from its articles") from error
        raise LedgerError(f"{path}: not a ledger ({error}); {remedy}") from error
    if application != APPLICATION_ID:
        raise LedgerError(f"{path}: a SQLite file, but not a ledger of careo (application_id {application}); {remedy}")
    if version > VERSION:
        raise LedgerError(f"{path}: a ledger of version {version}, and this careo knows up to {VERSION}; upgrade careo")
