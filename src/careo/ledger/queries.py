"""Reading a ledger: articles, claims, and what it holds in numbers. Everything is streamed."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger import rows
from careo.ledger.files import connect, list_names
from careo.ledger.ids import group_rows, iter_batches, resolve_id
from careo.ledger.judgments import read_judgments
from careo.ledger.link_queries import Links
from careo.ledger.remains import Remains, read_remains
from careo.model import Article, Claim, Judgment, Stance


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
    """A ledger open for reading. Get one from :func:`open_ledger`. ``links`` holds what linking found."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        connection.create_function("fold", 1, fold, deterministic=True)
        self.links = Links(path, connection)
        self._columns = {
            table: _select(table, columns, list_names(connection, table))
            for table, columns in (("claims", rows.CLAIM_COLUMNS), ("figures", rows.FIGURE_COLUMNS))
        }

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

    def judgments(self) -> tuple[Judgment, ...]:
        """All that people decided, in the order in which they did, with what was undone."""
        return read_judgments(self._connection)

    def article_ids(self) -> list[str]:
        """The ids of all articles, sorted."""
        return [id_ for (id_,) in self._connection.execute("SELECT article FROM articles ORDER BY article")]

    def iter_articles(self, *, found: bool = True) -> Iterator[Article]:
        """All articles, by id; without the copies that linking ``found`` if so asked."""
        query = f"SELECT {rows.ARTICLE_COLUMNS} FROM articles ORDER BY article"
        return self._read_articles(self._connection.execute(query), found=found)

    def article(self, beginning: str) -> Article:
        """The article with this id, or whose id begins so; LedgerError where there is none, or more than one."""
        article_id = self._resolve("articles", beginning)
        query = f"SELECT {rows.ARTICLE_COLUMNS} FROM articles WHERE article = ?"
        return next(self._read_articles(self._connection.execute(query, (article_id,))))

    def claim(self, beginning: str) -> Claim:
        """The claim with this id, or whose id begins so; LedgerError where there is none, or more than one."""
        claim_id = self._resolve("claims", beginning)
        ((claim, _),) = self._iter_claims("WHERE claim = ?", (claim_id,))
        return claim

    def claims_of(self, article: str) -> tuple[Claim, ...]:
        """The claims of one article, in the order in which they were made."""
        return tuple(claim for claim, _ in self._iter_claims("WHERE article = ? ORDER BY position", (article,)))

    def iter_claims(self, chosen: ClaimFilter | None = None) -> Iterator[Claim]:
        """The claims that ``chosen`` lets through, sorted by article and place in it."""
        where, values = self._make_where(chosen or ClaimFilter())
        return (claim for claim, _ in self._iter_claims(f"{where} ORDER BY article, position", values))

    def iter_claims_by_id(self) -> Iterator[tuple[Claim, str | None, str | None]]:
        """All claims sorted by id, each with the outlet and the date of publication of its article."""
        for claim, (outlet, published) in self._iter_claims("ORDER BY claim"):
            yield claim, outlet, published

    def claims(self, ids: Iterable[str]) -> dict[str, tuple[Claim, str | None, str | None]]:
        """Claims by id, each with the outlet and the date of publication of its article; ids that are none are left out."""
        found = {}
        for batch in iter_batches(sorted(set(ids))):
            where = f"WHERE claim IN ({','.join('?' * len(batch))}) ORDER BY claim"
            found.update({claim.id: (claim, *facts) for claim, facts in self._iter_claims(where, batch)})
        return found

    def iter_unlinked(self, articles: Iterable[str] | None = None) -> Iterator[Claim]:
        """Claims as linking takes them: as if they had never been linked, and without reasons; sorted by id within an article.

        All of the ledger, or those of ``articles``.
        """
        if articles is None:
            yield from (claim for claim, _ in self._iter_claims("ORDER BY claim", bare=True))
            return
        for batch in iter_batches(sorted(set(articles))):
            where = f"WHERE article IN ({','.join('?' * len(batch))}) ORDER BY claim"
            yield from (claim for claim, _ in self._iter_claims(where, batch, bare=True))

    def iter_mastheads(self) -> Iterator[Article]:
        """All articles, by id, without text and passages, and without the copies that linking found."""
        columns = rows.ARTICLE_COLUMNS.replace(" text,", " '',")
        for row in self._connection.execute(f"SELECT {columns} FROM articles ORDER BY article"):
            yield rows.read_article(row, ())

    def remains(self, made_by: str) -> Remains:
        """What the last run of linking left for the next one; nothing where it was not ``made_by`` the same way."""
        return read_remains(self._connection, made_by)

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
            values.append(self._resolve("articles", chosen.article))
        if chosen.figures:
            terms.append("claim IN (SELECT claim FROM figures)")
        if chosen.attributed:
            terms.append("source_kind != 'author'")
        return (f"WHERE {' AND '.join(terms)}" if terms else ""), values

    def _resolve(self, table: str, beginning: str) -> str:
        return resolve_id(self._connection, self.path, table, beginning)

    def _read_articles(self, articles: Iterable[rows.Row], *, found: bool = True) -> Iterator[Article]:
        """Articles with their passages, and with the copies that linking found beside those that they came with."""
        for row in articles:
            query = f"SELECT {rows.PASSAGE_COLUMNS} FROM passages WHERE article = ? ORDER BY position"
            article = rows.read_article(row, self._connection.execute(query, (row[0],)))
            copies = [*article.copies, *self.links.copies_of(article.id)] if found else article.copies
            yield replace(article, copies=tuple(dict.fromkeys(copies)))

    def _iter_claims(
        self, tail: str, values: Sequence[str] = (), *, bare: bool = False
    ) -> Iterator[tuple[Claim, tuple[str | None, str | None]]]:
        """The claims of a query, each with outlet and date of its article; what belongs to them is read for many at once.

        ``bare`` leaves out reasons and what linking found.
        """
        query = (
            f"SELECT {self._columns['claims']}, outlet, published FROM claims LEFT JOIN articles USING (article) {tail}"
        )
        for batch in iter_batches(self._connection.execute(query, tuple(values))):
            ids = [row[0] for row in batch]
            via, figures = (
                self._rows_of("via", rows.VIA_COLUMNS, ids),
                self._rows_of("figures", self._columns["figures"], ids),
            )
            reasons = {} if bare else self._rows_of("reasons", rows.REASON_COLUMNS, ids)
            placed = {} if bare else self.links.placements_of(ids)
            for *row, outlet, published in batch:
                claim = rows.read_claim(tuple(row), via[row[0]], figures[row[0]], reasons.get(row[0], ()))
                yield rows.place_claim(claim, placed.get(claim.id, {})), (outlet, published)

    def _rows_of(self, table: str, columns: str, ids: Sequence[str]) -> dict[str, list[rows.Row]]:
        return group_rows(
            self._connection,
            lambda marks: f"SELECT claim, {columns} FROM {table} WHERE claim IN ({marks}) ORDER BY claim, position",
            ids,
        )


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


def _select(table: str, columns: str, held: Sequence[str]) -> str:
    """``columns`` as they can be asked for in ``table``, which has the columns ``held``: null for what an older version lacks."""
    asked = ((column, column.strip('"')) for column in columns.split(", "))
    return ", ".join(f"{table}.{column}" if name in held else f"NULL AS {column}" for column, name in asked)


def fold(text: str) -> str:
    """``text`` without case and accents, for looking things up."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
