"""Reading what linking found: disputes, positions, actors, copies. Everything is streamed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger import link_rows
from careo.ledger.files import list_names
from careo.ledger.ids import group_rows, iter_batches, list_several, resolve_id
from careo.ledger.loose_ends import iter_loose_ends
from careo.ledger.rows import Row
from careo.model import Actor, Copy, Dispute, DisputeKind, Mention, Position, Verdict

_RANK = "CASE verdict WHEN 'contested' THEN 0 WHEN 'revised' THEN 1 WHEN 'compatible' THEN 2 ELSE 3 END"
_SIZE = "(SELECT count(*) FROM origins WHERE origins.dispute = disputes.dispute)"

_CLAIMS = """
SELECT coalesce(here.actor, everywhere.actor) AS actor, count(*) FROM claims
LEFT JOIN mentions AS here ON here.name = source AND here.article = claims.article
LEFT JOIN mentions AS everywhere ON everywhere.name = source AND everywhere.article = ''
WHERE source_kind != 'author' AND coalesce(here.actor, everywhere.actor) IS NOT NULL GROUP BY 1 ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class DisputeFilter:
    """What to show. ``article`` and ``claim`` are ids or their beginnings; ``several`` leaves out disputes of the verdict *single*;
    ``heaviest`` puts the contested first, then the revised, then the others, of each kind those with the most origins.
    """

    kind: DisputeKind | None = None
    verdict: Verdict | None = None
    article: str | None = None
    claim: str | None = None
    several: bool = False
    heaviest: bool = False


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """What linking found: disputes of either kind, those of them that are contested, reversals, actors, articles with copies."""

    quantities: int
    propositions: int
    contested: int
    reversals: int
    actors: int
    copied: int

    @property
    def disputes(self) -> int:
        """Disputes of both kinds."""
        return self.quantities + self.propositions


class Links:
    """What linking found in an open ledger. In one that was not linked yet there is nothing."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'linking'"
        (known,) = connection.execute(query).fetchone()
        row = connection.execute("SELECT notices FROM linking").fetchone() if known else None
        self.exist = row is not None
        self.notices: tuple[str, ...] = link_rows.read_notices(row[0]) if row else ()

    def check(self) -> None:
        """LedgerError unless the claims of the ledger have been linked."""
        if not self.exist:
            raise LedgerError(f"{self._path}: its claims have not been linked; link them with: careo link {self._path}")

    def count(self, chosen: DisputeFilter | None = None) -> LinkCounts:
        """What there is; of the disputes, those that ``chosen`` lets through."""
        if not self.exist:
            return LinkCounts(0, 0, 0, 0, 0, 0)
        where, values = self._make_where(chosen or DisputeFilter())
        kinds = ("quantity", "proposition")
        sums = [f"count(*) FILTER (WHERE kind = '{kind}')" for kind in kinds] + [
            "count(*) FILTER (WHERE verdict = 'contested')"
        ]
        disputes = self._connection.execute(f"SELECT {', '.join(sums)} FROM disputes {where}", values).fetchone()
        others = self._connection.execute(
            "SELECT (SELECT count(*) FROM reversals), (SELECT count(*) FROM actors), (SELECT count(DISTINCT article) FROM copies)"
        ).fetchone()
        return LinkCounts(*disputes, *others)

    def dispute(self, beginning: str) -> Dispute:
        """The dispute with this id, or whose id begins so; LedgerError where there is none, or more than one."""
        self.check()
        found = resolve_id(self._connection, self._path, "disputes", beginning)
        return next(self._read([found]))

    def iter_disputes(self, chosen: DisputeFilter | None = None) -> Iterator[Dispute]:
        """The disputes that ``chosen`` lets through, sorted by id unless it says otherwise."""
        if not self.exist:
            return
        chosen = chosen or DisputeFilter()
        where, values = self._make_where(chosen)
        order = f"{_RANK}, {_SIZE} DESC, dispute" if chosen.heaviest else "dispute"
        ids = self._connection.execute(f"SELECT dispute FROM disputes {where} ORDER BY {order}", values)
        for batch in iter_batches(ids):
            yield from self._read([dispute for (dispute,) in batch])

    def iter_positions(self, proposition: str | None = None, actor: str | None = None) -> Iterator[Position]:
        """Positions sorted by proposition and actor: all, those on one proposition (its id), those of one actor (its name)."""
        if not self.exist:
            return
        asked = {"proposition": proposition, "actor": actor}
        terms = [f"{column} = ?" for column, value in asked.items() if value is not None]
        where = f"WHERE {' AND '.join(terms)}" if terms else ""
        query = f"SELECT proposition, position, actor FROM positions {where} ORDER BY proposition, position"
        found = self._connection.execute(query, [value for value in asked.values() if value is not None])
        for batch in iter_batches(found):
            yield from self._read_positions(batch)

    def iter_actors(self) -> Iterator[Actor]:
        """All actors, by id."""
        if self.exist:
            for row in self._connection.execute(f"SELECT {link_rows.COLUMNS['actors']} FROM actors ORDER BY actor"):
                yield link_rows.read_actor(row)

    def actor(self, name: str) -> Actor:
        """The actor with this id or name; else the one with these words in one of its names, whatever their case and accents.

        LedgerError where there is none, or more than one.
        """
        self.check()
        columns = link_rows.COLUMNS["actors"]
        same, like = "fold(json_each.value) = fold(?)", "instr(fold(json_each.value), fold(?))"
        for term in (
            "actor = ?",
            "name = ?",
            *(f"EXISTS (SELECT 1 FROM json_each(names) WHERE {t})" for t in (same, like)),
        ):
            try:
                query = f"SELECT {columns} FROM actors WHERE {term} ORDER BY actor LIMIT 10"
                found = [link_rows.read_actor(row) for row in self._connection.execute(query, (name,))]
            except UnicodeEncodeError:
                break
            if len(found) == 1 and name:
                return found[0]
            if found and name:
                several = list_several([f"{actor.name} ({actor.id})" for actor in found])
                raise LedgerError(f"{self._path}: actor {name!r} could be any of {several}; give the id")
        raise LedgerError(
            f"{self._path}: no actor {name!r} in this ledger; its sources are listed by: careo show {self._path}"
        )

    def mentions(self) -> dict[Mention, str]:
        """The actor's id of each name in an article, or wherever it stands. LedgerError where an earlier careo linked the claims."""
        self._check_mentions()
        rows = self._connection.execute("SELECT name, article, actor FROM mentions ORDER BY name, article")
        return {(name, article): actor for name, article, actor in rows}

    def count_claims(self) -> dict[str, int]:
        """Claims by the id of the actor that is their source; what the outlets say themselves left out."""
        self._check_mentions()
        return dict(self._connection.execute(_CLAIMS))

    def _check_mentions(self) -> None:
        self.check()
        if not list_names(self._connection, "mentions"):
            raise LedgerError(f"{self._path}: linked by an earlier careo; link it anew with: careo link {self._path}")

    def actors_named(self, names: Iterable[str]) -> tuple[Actor, ...]:
        """The actors that go by any of ``names``, by id."""
        wanted = set(names)
        return tuple(actor for actor in self.iter_actors() if wanted.intersection((actor.name, *actor.names)))

    def name_of(self, actor: str) -> str:
        """The canonical name of an actor's id; the id where it is none."""
        query = "SELECT name FROM actors WHERE actor = ?"
        row = self._connection.execute(query, (actor,)).fetchone() if self.exist else None
        return str(row[0]) if row else actor

    def copies_of(self, article: str) -> tuple[Copy, ...]:
        """The articles that linking found to carry the text of ``article``."""
        if not self.exist:
            return ()
        query = f"SELECT {link_rows.COLUMNS['copies']} FROM copies WHERE article = ? ORDER BY position"
        return tuple(Copy(*row) for row in self._connection.execute(query, (article,)))

    def placements_of(self, claims: Sequence[str]) -> dict[str, dict[int, str]]:
        """By claim: the dispute of each of its figures, by position, and at -1 that of its stance."""
        if not self.exist:
            return {}
        query = "SELECT claim, figure, dispute FROM placements WHERE claim IN ({}) ORDER BY claim, figure"
        found = group_rows(self._connection, query.format, claims)
        return {claim: dict(placed) for claim, placed in found.items() if placed}

    def iter_loose_ends(self) -> Iterator[tuple[str, str, str]]:
        """What links name and the ledger does not hold: the cell, what it belongs to, what it names."""
        return iter_loose_ends(self._connection) if self.exist else iter(())

    def _make_where(self, chosen: DisputeFilter) -> tuple[str, list[str]]:
        terms = ["verdict != 'single'"] if chosen.several else []
        values: list[str] = []
        for column, value in (("kind", chosen.kind), ("verdict", chosen.verdict)):
            if value is not None:
                terms.append(f"{column} = ?")
                values.append(value)
        if chosen.claim is not None:
            terms.append("dispute IN (SELECT dispute FROM members WHERE claim = ?)")
            values.append(resolve_id(self._connection, self._path, "claims", chosen.claim))
        if chosen.article is not None:
            terms.append("dispute IN (SELECT dispute FROM members JOIN claims USING (claim) WHERE article = ?)")
            values.append(resolve_id(self._connection, self._path, "articles", chosen.article))
        return (f"WHERE {' AND '.join(terms)}" if terms else ""), values

    def _read(self, ids: Sequence[str]) -> Iterator[Dispute]:
        """The disputes ``ids``, in that order, a query for each table."""
        whole = "SELECT dispute, {} FROM disputes WHERE dispute IN ({{}})".format(link_rows.COLUMNS["disputes"])
        rows = group_rows(self._connection, whole.format, ids)
        parts = {table: self._read_part(table, ids) for table in link_rows.PARTS}
        for id_ in ids:
            yield link_rows.read_dispute(rows[id_][0], {table: found[id_] for table, found in parts.items()})

    def _read_part(self, table: str, ids: Sequence[str]) -> dict[str, list[Row]]:
        order = "position, step" if table == "series" else "position"
        columns = link_rows.COLUMNS[table]
        query = f"SELECT dispute, {columns} FROM {table} WHERE dispute IN ({{}}) ORDER BY dispute, {order}"
        return group_rows(self._connection, query.format, ids)

    def _read_positions(self, keys: Sequence[Row]) -> Iterator[Position]:
        stands, reversals = (self._read_steps(table, keys) for table in ("stands", "reversals"))
        for proposition, number, actor in keys:
            place = proposition, number
            yield link_rows.read_position(proposition, actor, stands.get(place, ()), reversals.get(place, ()))

    def _read_steps(self, table: str, keys: Sequence[Row]) -> dict[tuple[str, int], list[Row]]:
        """The rows of ``table`` by the proposition and the number of the position that they belong to."""
        columns = link_rows.COLUMNS[table]
        query = (
            f"SELECT proposition, position, {columns} FROM {table} WHERE proposition IN ({{}}) "
            "ORDER BY proposition, position, step"
        )
        found: dict[tuple[str, int], list[Row]] = {}
        for proposition, rows in group_rows(self._connection, query.format, [key[0] for key in keys]).items():
            for number, *row in rows:
                found.setdefault((proposition, number), []).append(tuple(row))
        return found
