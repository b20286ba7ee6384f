"""Reading a ledger: articles, claims, and what it holds in numbers. Everything is streamed."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger import rows
from careo.ledger.files import connect
from careo.model import Article, Claim, Stance

_SEVERAL = 8
"""How many candidates an error message lists."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What to show. Words of ``source`` are looked for in the name, the mention and the party, whatever their case and accents;
    ``article`` is an id or its beginning; ``figures`` keeps claims that have some; ``attributed`` leaves out what the outlets say
    themselves.
    """

    source: str | None = None
    stance: Stance | None = None
    article: str | None = None
    figures: bool = False
    attributed: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """What a ledger holds. ``sources`` are canonical names, the outlets themselves not counted."""

    articles: int
    claims: int
    sources: int
    figures: int


class Ledger:
    """A ledger open for reading. Get one from :func:`open_ledger`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        connection.create_function("fold", 1, fold, deterministic=True)

    def count(self) -> Counts:
        """Articles, claims, sources and figures."""
        return Counts(
            *self._connection.execute(
                "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM claims), "
                "(SELECT count(DISTINCT source) FROM claims WHERE source_kind != 'author'), (SELECT count(*) FROM figures)"
            ).fetchone()
        )

    def count_sources(self) -> dict[str, int]:
        """Claims by canonical name of their source, most first, then by name; the outlets themselves left out."""
        query = "SELECT source, count(*) AS n FROM claims WHERE source_kind != 'author' GROUP BY source ORDER BY n DESC, source"
        return dict(self._connection.execute(query))

    def article_ids(self) -> list[str]:
        """The ids of all articles, sorted."""
        return [id_ for (id_,) in self._connection.execute("SELECT article FROM articles ORDER BY article")]

    def iter_articles(self) -> Iterator[Article]:
        """All articles, by id."""
        for row in self._connection.execute(f"SELECT {rows.ARTICLE_COLUMNS} FROM articles ORDER BY article"):
            yield self._read_article(row)

    def article(self, beginning: str) -> Article:
        """The article with this id, or whose id begins so; LedgerError where there is none, or more than one."""
        article_id = self._resolve("articles", "article", beginning)
        query = f"SELECT {rows.ARTICLE_COLUMNS} FROM articles WHERE article = ?"
        return self._read_article(self._connection.execute(query, (article_id,)).fetchone())

    def claim(self, beginning: str) -> Claim:
        """The claim with this id, or whose id begins so; LedgerError where there is none, or more than one."""
        claim_id = self._resolve("claims", "claim", beginning)
        row = self._connection.execute(
            f"SELECT {rows.CLAIM_COLUMNS} FROM claims WHERE claim = ?", (claim_id,)
        ).fetchone()
        return self._read_claim(row)

    def claims_of(self, article: str) -> tuple[Claim, ...]:
        """The claims of one article, in the order in which they were made."""
        query = f"SELECT {rows.CLAIM_COLUMNS} FROM claims WHERE article = ? ORDER BY position"
        return tuple(self._read_claim(row) for row in self._connection.execute(query, (article,)))

    def iter_claims(self, chosen: ClaimFilter | None = None) -> Iterator[Claim]:
        """The claims that ``chosen`` lets through, sorted by article and place in it."""
        where, values = self._make_where(chosen or ClaimFilter())
        query = f"SELECT {rows.CLAIM_COLUMNS} FROM claims {where} ORDER BY article, position"
        for row in self._connection.execute(query, values):
            yield self._read_claim(row)

    def iter_claims_by_id(self) -> Iterator[tuple[Claim, str | None, str | None]]:
        """All claims sorted by id, each with the outlet and the date of publication of its article."""
        columns = ", ".join(f"claims.{column}" for column in rows.CLAIM_COLUMNS.split(", "))
        query = f"SELECT {columns}, outlet, published FROM claims JOIN articles USING (article) ORDER BY claim"
        for *row, outlet, published in self._connection.execute(query):
            yield self._read_claim(tuple(row)), outlet, published

    def check_storage(self) -> list[str]:
        """What SQLite itself finds wrong with the file; empty if nothing."""
        found = [str(message) for (message,) in self._connection.execute("PRAGMA quick_check(20)")]
        return [] if found == ["ok"] else found

    def _make_where(self, chosen: ClaimFilter) -> tuple[str, list[str]]:
        terms: list[str] = []
        values: list[str] = []
        if chosen.source is not None:
            terms.append("instr(fold(source || ' ' || ifnull(source_text, '') || ' ' || ifnull(acts_for, '')), ?)")
            values.append(fold(chosen.source))
        if chosen.stance is not None:
            terms.append("stance = ?")
            values.append(chosen.stance)
        if chosen.article is not None:
            terms.append("article = ?")
            values.append(self._resolve("articles", "article", chosen.article))
        if chosen.figures:
            terms.append("claim IN (SELECT claim FROM figures)")
        if chosen.attributed:
            terms.append("source_kind != 'author'")
        return (f"WHERE {' AND '.join(terms)}" if terms else ""), values

    def _resolve(self, table: str, column: str, beginning: str) -> str:
        """The one id that is, or begins with, ``beginning``."""
        query = f"SELECT {column} FROM {table} WHERE substr({column}, 1, ?) = ? ORDER BY {column} LIMIT ?"
        try:
            found = [i for (i,) in self._connection.execute(query, (len(beginning), beginning, _SEVERAL + 1))]
        except UnicodeEncodeError:
            found = []
        if beginning in found or (len(found) == 1 and beginning):
            return beginning if beginning in found else str(found[0])
        what = column
        if not found or not beginning:
            raise LedgerError(
                f"{self.path}: no {what} {beginning!r} in this ledger; list what it holds with: careo show {self.path}"
            )
        listed = ", ".join(found[:_SEVERAL]) + (", ..." if len(found) > _SEVERAL else "")
        raise LedgerError(f"{self.path}: {what} {beginning!r} could be any of {listed}; give more of it")

    def _read_article(self, row: rows.Row) -> Article:
        query = f"SELECT {rows.PASSAGE_COLUMNS} FROM passages WHERE article = ? ORDER BY position"
        return rows.read_article(row, self._connection.execute(query, (row[0],)))

    def _read_claim(self, row: rows.Row) -> Claim:
        return rows.read_claim(
            row,
            self._rows_of(row[0], "via", rows.VIA_COLUMNS),
            self._rows_of(row[0], "figures", rows.FIGURE_COLUMNS),
            self._rows_of(row[0], "reasons", rows.REASON_COLUMNS),
        )

    def _rows_of(self, claim: str, table: str, columns: str) -> Sequence[rows.Row]:
        return self._connection.execute(
            f"SELECT {columns} FROM {table} WHERE claim = ? ORDER BY position", (claim,)
        ).fetchall()


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """The ledger at ``path``, for reading. LedgerError where there is none, where it is damaged, or of a newer careo."""
    connection = connect(path)
    try:
        yield Ledger(path, connection)
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"{path}: damaged ({error}); build it anew from its articles") from error
    finally:
        connection.close()


def fold(text: str) -> str:
    """``text`` without case and accents, for looking things up."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
