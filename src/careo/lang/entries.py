"""From TOML tables to typed entries, with every problem of a file reported at once.

An entry type is a frozen dataclass with two class variables: ``FILE`` (``verbs.toml``) and ``TABLE`` (``verb``, read from
``[[verb]]``). Its fields are the keys allowed; their annotations say what a value must be: ``str``, ``bool``, ``int``, ``float``,
a ``Literal``, ``tuple[T, ...]`` of these, ``Mapping[str, T]``, or any of them ``| None``.
"""

from __future__ import annotations

import dataclasses
import difflib
import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, Protocol, TypeVar

from careo.errors import PackError
from careo.lang.examples import parse_example


class Entry(Protocol):
    """What every entry type offers."""

    FILE: ClassVar[str]
    TABLE: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def accept(self) -> tuple[str, ...]:
        """Sentences that have to be understood as they are marked."""

    @property
    def reject(self) -> tuple[str, ...]:
        """Sentences in which the entry must not be seen."""


E = TypeVar("E", bound=Entry)


def parse_entries(tables: Sequence[Mapping[str, Any]], entry_type: type[E]) -> tuple[E, ...]:
    """Builds the entries of one table list. Raises PackError that lists all problems of all entries."""
    problems: list[str] = []
    entries: list[E] = []
    hints = typing.get_type_hints(entry_type)
    for number, table in enumerate(tables, 1):
        found = _problems_of(table, entry_type, hints)
        if found:
            label = next((str(v) for v in table.values() if isinstance(v, str)), "")
            where = f"{entry_type.FILE}: [[{entry_type.TABLE}]] number {number} ({label})"
            problems.extend(f"{where}: {problem}" for problem in found)
            continue
        values = {key: _convert(value) for key, value in table.items()}
        entries.append(entry_type(**values))
    if problems:
        raise PackError("\n".join(problems))
    return tuple(entries)


def nearest(name: str, known: Sequence[str]) -> str:
    """`` (did you mean 'x'?)`` for the nearest known name, or nothing."""
    close = difflib.get_close_matches(name, known, n=1)
    return f" (did you mean {close[0]!r}?)" if close else f" (known: {', '.join(sorted(known))})"


def _problems_of(table: Mapping[str, Any], entry_type: type[Entry], hints: Mapping[str, Any]) -> list[str]:
    fields = {f.name: f for f in dataclasses.fields(entry_type)}
    problems = [f"unknown key {key!r}{nearest(key, list(fields))}" for key in table if key not in fields]
    for name, spec in fields.items():
        missing = spec.default is dataclasses.MISSING and spec.default_factory is dataclasses.MISSING
        if missing and name not in table:
            problems.append(f"key {name!r} is missing")
    for key, value in table.items():
        if key in fields and (wrong := _mismatch(value, hints[key])):
            problems.append(f"{key} = {value!r}: {wrong}")
    for key in ("accept", "reject"):
        for marked in table.get(key, ()) if isinstance(table.get(key), list) else ():
            try:
                parse_example(str(marked))
            except PackError as error:
                problems.append(f"{key}: {error}")
    return problems


def _mismatch(value: Any, hint: Any) -> str | None:
    """Why ``value`` does not fit the annotation, or None."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        options = [_mismatch(value, option) for option in arguments if option is not type(None)]
        return None if None in options else options[0]
    if origin is Literal:
        return (
            None if value in arguments else f"is not one of {', '.join(map(str, arguments))}{_hint(value, arguments)}"
        )
    if origin is tuple:
        if not isinstance(value, list):
            return "should be a list"
        return next((w for item in value if (w := _mismatch(item, arguments[0]))), None)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            return "should be a table"
        return next((w for item in value.values() if (w := _mismatch(item, arguments[1]))), None)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return None
    if isinstance(value, bool) and hint is not bool:
        return f"should be {hint.__name__}"
    return None if isinstance(value, hint) else f"should be {hint.__name__}"


def _hint(value: Any, options: Sequence[Any]) -> str:
    close = difflib.get_close_matches(str(value), [str(o) for o in options], n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def _convert(value: Any) -> Any:
    """Lists become tuples, so that entries stay hashable."""
    return tuple(value) if isinstance(value, list) else value
