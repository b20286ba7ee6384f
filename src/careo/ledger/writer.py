"""Writing a ledger: streamed into a draft, then copied in order into the file that takes the ledger's place.

The file's bytes depend on what it holds and on nothing else: rows are copied sorted by id, in one transaction, into a fresh
file; nothing in it tells when or from where it was made. Until that file is complete the old ledger stays as it was.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger import rows
from careo.ledger.files import check_writable, connect, is_present
from careo.ledger.migrations import CLAIM_TABLES, migrate
from careo.model import Article, Claim

_INSERTS = {
    "articles": "INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?,?)",
    "passages": "INSERT INTO passages VALUES (?,?,?,?,?,?)",
    "claims": f"INSERT OR IGNORE INTO claims VALUES ({','.join('?' * 26)})",
    "via": "INSERT INTO via VALUES (?,?,?,?,?,?)",
    "figures": f"INSERT INTO figures VALUES ({','.join('?' * 15)})",
    "reasons": "INSERT INTO reasons VALUES (?,?,?,?,?,?)",
}
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


class LedgerWriter:
    """Takes articles with their claims, one after the other. Get one from :func:`write_ledger`."""

    def __init__(self, draft: sqlite3.Connection) -> None:
        self._draft = draft
        self.abandoned = False

    def abandon(self) -> None:
        """Leave the ledger as it was, or absent."""
        self.abandoned = True

    def append(self, article: Article, claims: Iterable[Claim]) -> None:
        """Add an article; one with the same id, from this run or an earlier one, is replaced together with its claims.

        LedgerError where the text cannot be stored as UTF-8 (a lone surrogate); the ledger is then as before the call.
        """
        try:
            self._draft.execute("SAVEPOINT article")
            self._retract(article.id)
            self._insert(article, claims)
            self._draft.execute("RELEASE article")
        except (UnicodeEncodeError, sqlite3.Error) as error:
            with suppress(sqlite3.Error):
                self._draft.execute("ROLLBACK TO article")
                self._draft.execute("RELEASE article")
            raise LedgerError(f"article {article.id!r}: cannot be stored: {error}") from error

    def _retract(self, article: str) -> None:
        for table in CLAIM_TABLES:
            self._draft.execute(
                f"DELETE FROM {table} WHERE claim IN (SELECT claim FROM claims WHERE article = ?)", (article,)
            )
        for table in ("claims", "passages", "articles"):
            self._draft.execute(f"DELETE FROM {table} WHERE article = ?", (article,))

    def _insert(self, article: Article, claims: Iterable[Claim]) -> None:
        execute, executemany = self._draft.execute, self._draft.executemany
        execute(_INSERTS["articles"], rows.make_article_row(article))
        executemany(_INSERTS["passages"], rows.make_passage_rows(article))
        for position, claim in enumerate(claims):
            if execute(_INSERTS["claims"], rows.make_claim_row(claim, position)).rowcount == 0:
                continue  # an id is a hash of what the claim is: the same id is the same claim
            executemany(_INSERTS["via"], rows.make_via_rows(claim))
            executemany(_INSERTS["figures"], rows.make_figure_rows(claim))
            executemany(_INSERTS["reasons"], rows.make_reason_rows(claim))


@contextmanager
def write_ledger(path: Path, *, fresh: bool = False) -> Iterator[LedgerWriter]:
    """A writer whose articles join those of the ledger at ``path``, or with ``fresh`` take their place.

    The ledger is replaced in one step when the block ends well; an exception, Ctrl-C included, leaves it untouched. LedgerError,
    before anything is done, where ``path`` cannot be written or holds something that is no ledger.
    """
    path = path.resolve() if path.is_symlink() else path
    check_writable(path)
    with _draft_files(path) as (draft_path, final_path):
        with closing(_create(draft_path, path)) as draft:
            writer = LedgerWriter(draft)
            yield writer
            _commit(draft, path)
        if writer.abandoned:
            return
        try:
            kept = None if fresh or not is_present(path) else path
            _copy_sorted(draft_path, kept, final_path)
            _take_place(final_path, path)
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(f"{path}: cannot be written: {error}; the ledger is as it was") from error


@contextmanager
def _draft_files(path: Path) -> Iterator[tuple[Path, Path]]:
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


def _create(file: Path, path: Path) -> sqlite3.Connection:
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


def _commit(draft: sqlite3.Connection, path: Path) -> None:
    try:
        draft.execute("COMMIT")
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: cannot be written: {error}; the ledger is as it was") from error


def _copy_sorted(draft: Path, kept: Path | None, final: Path) -> None:
    """Write what ``draft`` holds, and what ``kept`` holds besides, into the new file ``final``, sorted by id."""
    if kept is not None:
        connect(kept).close()  # still a ledger, and one of a version that can be read
    with closing(_create(final, final)) as connection:
        connection.execute("COMMIT")
        connection.execute("ATTACH ? AS draft", (str(draft),))
        if kept is not None:
            connection.execute("ATTACH ? AS kept", (str(kept),))
        connection.execute("BEGIN")
        for table, order in _ORDER.items():
            stays = f"claim IN (SELECT claim FROM kept.claims WHERE {_STAYS})" if table in CLAIM_TABLES else _STAYS
            old = f" UNION ALL SELECT * FROM kept.{table} WHERE {stays}" if kept is not None else ""
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM draft.{table}{old} ORDER BY {order}")
        connection.execute("COMMIT")


def _take_place(final: Path, path: Path) -> None:
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
