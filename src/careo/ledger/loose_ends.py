"""What the tables of linking name and the ledger does not hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from careo.ledger.files import list_names

_NO_CLAIM = "NOT EXISTS (SELECT 1 FROM claims WHERE claims.claim = {claim})"
_NO_FIGURE = (
    "{figure} >= 0 AND EXISTS (SELECT 1 FROM claims WHERE claims.claim = {claim}) "
    "AND NOT EXISTS (SELECT 1 FROM figures WHERE claim = {claim} AND position = {figure})"
)
_NO_MEMBER = (
    "NOT EXISTS (SELECT 1 FROM members "
    "WHERE members.dispute = {table}.dispute AND members.claim = {claim} AND members.figure = {figure})"
)
_NO_DISPUTE = "NOT EXISTS (SELECT 1 FROM disputes WHERE disputes.dispute = {column})"
_STATEMENT = "SELECT {owner}, {what} FROM {table} WHERE {missing} ORDER BY 1, 2"


def _list_checks() -> Iterator[tuple[str, str]]:
    """The name of a cell, and the query of those of its kind that lead nowhere: what they belong to, and what they name."""
    for table in ("members", "placements"):
        names = {"claim": f"{table}.claim", "figure": f"{table}.figure"}
        for what, missing in (("claim", _NO_CLAIM), ("figure", _NO_FIGURE)):
            named = f"{table}.claim" if what == "claim" else f"{table}.claim || ' ' || {table}.figure"
            yield (
                f"{table}.{what}",
                _STATEMENT.format(owner="dispute", what=named, table=table, missing=missing.format(**names)),
            )
    for table in ("members", "relations", "origins", "estimates", "series", "placements"):
        missing = _NO_DISPUTE.format(column=f"{table}.dispute")
        yield f"{table}.dispute", _STATEMENT.format(owner="dispute", what="dispute", table=table, missing=missing)
    for table, claim, figure in (
        ("relations", '"left"', "left_figure"),
        ("relations", '"right"', "right_figure"),
        ("series", "claim", "figure"),
    ):
        missing = _NO_MEMBER.format(table=table, claim=f"{table}.{claim}", figure=f"{table}.{figure}")
        what = f"{table}.{claim} || ' ' || {table}.{figure}"
        name = claim.strip('"') if table == "relations" else "member"
        yield f"{table}.{name}", _STATEMENT.format(owner="dispute", what=what, table=table, missing=missing)
    yield (
        "origins.claims",
        (
            "SELECT origins.dispute, json_each.value FROM origins, json_each(origins.claims) WHERE NOT EXISTS "
            "(SELECT 1 FROM members WHERE members.dispute = origins.dispute AND members.claim = json_each.value) ORDER BY 1, 2"
        ),
    )
    for table in ("positions", "stands", "reversals"):
        missing = _NO_DISPUTE.format(column=f"{table}.proposition")
        yield (
            f"{table}.proposition",
            _STATEMENT.format(owner="proposition", what="proposition", table=table, missing=missing),
        )
    for table, column in (("stands", "claim"), ("reversals", '"left"'), ("reversals", '"right"')):
        missing = _NO_CLAIM.format(claim=f"{table}.{column}")
        name = column.strip('"')
        yield f"{table}.{name}", _STATEMENT.format(owner="proposition", what=column, table=table, missing=missing)
    for column in ("article", "copy"):
        missing = f"{column} NOT IN (SELECT article FROM articles)"
        yield f"copies.{column}", _STATEMENT.format(owner="article", what=column, table="copies", missing=missing)


def _list_later_checks() -> Iterator[tuple[str, str, str]]:
    """The same, of tables that a ledger of an earlier careo has not: the table, the name of a cell, and the query."""
    missing = "NOT EXISTS (SELECT 1 FROM actors WHERE actors.actor = mentions.actor)"
    yield (
        "mentions",
        "mentions.actor",
        _STATEMENT.format(owner="name", what="mentions.actor", table="mentions", missing=missing),
    )
    missing = "undoes IS NOT NULL AND undoes NOT IN (SELECT judgment FROM judgments)"
    yield (
        "judgments",
        "judgments.undoes",
        _STATEMENT.format(owner="judgment", what="undoes", table="judgments", missing=missing),
    )


def iter_loose_ends(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """The cell, what it belongs to (a dispute, a proposition, an article, a judgment), and what it names that is not there."""
    later = [(field, query) for table, field, query in _list_later_checks() if list_names(connection, table)]
    for field, query in [*_list_checks(), *later]:
        for owner, named in connection.execute(query):
            yield field, str(owner), str(named)
