"""The words on the pages, one TOML file a language below ``labels/``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from careo.errors import CareoError
from careo.report.numbers import format_number, is_one


@dataclass(frozen=True)
class Labels:
    """Words by table and key; a key that a table lacks is shown as it is, so that new vocabulary never breaks a page."""

    language: str
    tables: Mapping[str, Mapping[str, str]]

    def __call__(self, table: str, key: str | None) -> str:
        """The words for ``key``; empty for None."""
        return "" if key is None else self.tables.get(table, {}).get(key, key.replace("_", " "))

    def count(self, number: int, key: str) -> str:
        """``number`` with the words for things of the kind ``key``, in the singular where it is one."""
        return f"{format_number(number, self.language)} {self('one' if is_one(number, self.language) else 'many', key)}"


@cache
def load_labels(language: str) -> Labels:
    """The labels of ``language`` (ISO 639-1); CareoError where there are none."""
    folder, known = _folder(), list_languages()
    if language not in known:
        raise CareoError(f"no labels in {language!r}; pages can be labeled in {', '.join(known)}")
    return Labels(language, tomllib.loads((folder / f"{language}.toml").read_text("utf-8")))


def list_languages() -> list[str]:
    """The languages that there are labels in, sorted."""
    return sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml"))


def find_language(wanted: Iterable[str]) -> str:
    """The first of ``wanted`` that there are labels in; Spanish where there is none."""
    known = list_languages()
    return next((language for language in wanted if language in known), "es")


def _folder() -> Traversable:
    return resources.files("careo.report") / "labels"
