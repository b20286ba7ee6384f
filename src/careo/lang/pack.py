"""A language pack: the TOML files of one language, loaded slot by slot.

A *slot* is one entry type (see ``careo.lang.entries``); every language fills the same slots. ``pack.slot(Verb)`` gives the entries,
``pack.derived(build)`` caches an index that is built from them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast

from careo.errors import PackError
from careo.lang.entries import Entry, nearest, parse_entries

E = TypeVar("E", bound=Entry)
T = TypeVar("T")


class Pack:
    """The knowledge of one language. Immutable once loaded; shared by all articles of a process."""

    def __init__(self, language: str, folder: Traversable) -> None:
        self.language = language
        self._folder = folder
        self._files: dict[str, Mapping[str, Any]] = {}
        self._slots: dict[type[Any], tuple[Any, ...]] = {}
        self._derived: dict[Callable[[Pack], Any], Any] = {}

    def slot(self, entry_type: type[E]) -> tuple[E, ...]:
        """The entries of one slot, in file order. Raises PackError that lists every problem of the file."""
        if entry_type not in self._slots:
            tables = self._file(entry_type.FILE).get(entry_type.TABLE, [])
            self._slots[entry_type] = parse_entries(tables, entry_type)
        return cast("tuple[E, ...]", self._slots[entry_type])

    def derived(self, build: Callable[[Pack], T]) -> T:
        """``build(self)``, computed once a pack. ``build`` must be a module-level function."""
        if build not in self._derived:
            self._derived[build] = build(self)
        return cast("T", self._derived[build])

    def tables_of(self, file: str) -> tuple[str, ...]:
        """The names of the table lists in one file."""
        return tuple(self._file(file))

    def files(self) -> tuple[str, ...]:
        """The names of the pack's files, sorted."""
        return tuple(sorted(entry.name for entry in self._folder.iterdir() if entry.name.endswith(".toml")))

    def _file(self, name: str) -> Mapping[str, Any]:
        if name not in self._files:
            path = self._folder / name
            if not path.is_file():
                self._files[name] = {}  # a language may leave a slot empty
            else:
                try:
                    self._files[name] = tomllib.loads(path.read_text("utf-8"))
                except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                    raise PackError(f"{path}: not valid TOML: {error}") from error
        return self._files[name]


@cache
def load_pack(language: str) -> Pack:
    """The pack shipped for ``language`` (ISO 639-1). Raises PackError where there is none."""
    packs = resources.files("careo.lang") / "packs"
    folder = packs / language
    known = sorted(entry.name for entry in packs.iterdir() if entry.is_dir() and not entry.name.startswith("_"))
    if language not in known:
        raise PackError(f"no language pack for {language!r}{nearest(language, known)}")
    return Pack(language, folder)
