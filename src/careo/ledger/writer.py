"""Writing a ledger: streamed into a draft, then copied in order into the file that takes the ledger's place.

Until the new file is complete the old ledger stays as it was (see :mod:`careo.ledger.drafts`). What linking had found no
longer counts: the claims have to be linked once more (:func:`careo.ledger.link_writer.write_linked`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger import rows
from careo.ledger.drafts import commit_draft, copy_sorted, create_draft, draft_files, take_place
from careo.ledger.files import check_writable, is_present
from careo.ledger.judgments import carry_judgments
from careo.ledger.migrations import CLAIM_TABLES
from careo.model import Article, Claim

_INSERTS = {
    "articles": "INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?,?)",
    "passages": "INSERT INTO passages VALUES (?,?,?,?,?,?)",
    "claims": f"INSERT OR IGNORE INTO claims VALUES ({','.join('?' * 27)})",
    "via": "INSERT INTO via VALUES (?,?,?,?,?,?)",
    "figures": f"INSERT INTO figures VALUES ({','.join('?' * 17)})",
    "reasons": "INSERT INTO reasons VALUES (?,?,?,?,?,?)",
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

    What people decided stays, fresh or not. The ledger is replaced in one step when the block ends well; an exception, Ctrl-C
    included, leaves it untouched. LedgerError, before anything is done, where ``path`` cannot be written or holds something that is
    no ledger.
    """
    path = path.resolve() if path.is_symlink() else path
    check_writable(path)
    with draft_files(path) as (draft_path, final_path):
        with closing(create_draft(draft_path, path)) as draft:
            writer = LedgerWriter(draft)
            yield writer
            commit_draft(draft, path)
        if writer.abandoned:
            return
        try:
            held = path if is_present(path) else None
            copy_sorted(draft_path, None if fresh else held, final_path, remains=True)
            carry_judgments(held, final_path)
            take_place(final_path, path)
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(f"{path}: cannot be written: {error}; the ledger is as it was") from error
