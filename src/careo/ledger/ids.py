"""Ids by their beginnings, and rows by many ids at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from careo.errors import LedgerError
from careo.ledger.rows import Row

BATCH = 400
"""Ids in one query: few queries for many rows, and far below what SQLite allows."""
_SEVERAL = 8
"""How many candidates an error message lists."""

T = TypeVar("T")


def resolve_id(connection: sqlite3.Connection, path: Path, table: str, beginning: str) -> str:
    """The one id of ``table`` (whose column of ids is its singular) that is, or begins with, ``beginning``; else LedgerError."""
    what = table.removesuffix("s")
    query = f"SELECT {what} FROM {table} WHERE substr({what}, 1, ?) = ? ORDER BY {what} LIMIT ?"
    try:
        found = [str(i) for (i,) in connection.execute(query, (len(beginning), beginning, _SEVERAL + 1))]
    except UnicodeEncodeError:
        found = []
    if beginning in found or (len(found) == 1 and beginning):
        return beginning if beginning in found else found[0]
    if not found or not beginning:
        option = " --disputes --all" if what == "dispute" else ""
        raise LedgerError(
            f"{path}: no {what} {beginning!r} in this ledger; list what it holds with: careo show {path}{option}"
        )
    raise LedgerError(f"{path}: {what} {beginning!r} could be any of {list_several(found)}; give more of it")


def list_several(found: Sequence[str]) -> str:
    """The first of ``found``, and dots where there are more."""
    return ", ".join(found[:_SEVERAL]) + (", ..." if len(found) > _SEVERAL else "")


def iter_batches(items: Iterable[T]) -> Iterator[list[T]]:
    """``items`` in lists of at most :data:`BATCH`."""
    waiting = iter(items)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def group_rows(connection: sqlite3.Connection, query: Callable[[str], str], ids: Sequence[str]) -> dict[str, list[Row]]:
    """The rows of ``query`` by the id in their first column, that column left out.

    ``query`` is given the placeholders of the ids (``?,?,?``) and orders its rows by id and place.
    """
    groups: dict[str, list[Row]] = {id_: [] for id_ in ids}
    for id_, *row in connection.execute(query(",".join("?" * len(groups))), tuple(groups)):
        groups[id_].append(tuple(row))
    return groups
