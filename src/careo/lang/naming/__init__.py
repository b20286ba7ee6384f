"""What one thing is called in different languages and alphabets: names of countries and cities, ways to romanize.

``exonyms.toml`` and ``romanization.toml`` beside this module belong to no one language. An example is a pair of names around ``=``:
``accept`` pairs are one name, ``reject`` pairs are two, as far as the entry goes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, ClassVar, Literal, TypeVar

from careo.errors import PackError
from careo.lang.entries import Entry, parse_entries
from careo.text.words import fold

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class CountryNames:
    """Names of a country that no pack has, in any language. ``code``: as in :class:`careo.lang.actors.Country`."""

    FILE: ClassVar[str] = "exonyms.toml"
    TABLE: ClassVar[str] = "country"

    code: str
    names: tuple[str, ...]
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CityNames:
    """The names of one city, a capital or a seat of government, in several languages or spellings."""

    FILE: ClassVar[str] = "exonyms.toml"
    TABLE: ClassVar[str] = "city"

    code: str
    names: tuple[str, ...]
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeatNames:
    """The names of one seat of power in several languages."""

    FILE: ClassVar[str] = "exonyms.toml"
    TABLE: ClassVar[str] = "seat"

    code: str
    names: tuple[str, ...]
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyNames:
    """Nouns of one body that a country has, in several languages, lower case. The first one is its key."""

    FILE: ClassVar[str] = "exonyms.toml"
    TABLE: ClassVar[str] = "body"

    nouns: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallWord:
    """Words inside names of a language that has no pack; roles as in :class:`careo.lang.actors.Connector`."""

    FILE: ClassVar[str] = "exonyms.toml"
    TABLE: ClassVar[str] = "word"

    role: Literal["of", "article", "and"]
    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter without an accent that folding could take away, and what it is written as (*ł* as *l*)."""

    FILE: ClassVar[str] = "romanization.toml"
    TABLE: ClassVar[str] = "letter"

    letter: str
    plain: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelling:
    """Letters that languages write differently when they romanize a name: ``written`` becomes ``read``.

    Both are lower case without accents. ``before``: the letters one of which has to follow (empty: any or none). ``place``: where in
    a word. Rules apply in the order of the file, each to what the ones before it have left.
    """

    FILE: ClassVar[str] = "romanization.toml"
    TABLE: ClassVar[str] = "spelling"

    written: str
    read: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    before: str = ""
    place: Literal["anywhere", "start", "end"] = "anywhere"
    note: str = ""


@cache
def load_naming(entry_type: type[E]) -> tuple[E, ...]:
    """The entries of one table, in file order. Raises PackError that lists every problem."""
    path = resources.files(__name__) / entry_type.FILE
    try:
        tables: Mapping[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: not valid TOML: {error}") from error
    return parse_entries(tables.get(entry_type.TABLE, []), entry_type)


@lru_cache(maxsize=262144)
def romanize(word: str) -> str:
    """What the spellings of a word have in common: a key, not a word. ``word`` may have accents and capitals.

    Marks inside the word go (*Jong-un*, *Jong Un*), so do doubled letters.
    """
    plain = "".join(_letters().get(c, c) for c in word.casefold())
    key = "".join(c for c in fold(plain) if c.isalnum())
    for pattern, read in _patterns():
        key = pattern.sub(read, key)
    return _DOUBLED.sub(r"\1", key)


_DOUBLED = re.compile(r"(.)\1+")


@cache
def _letters() -> Mapping[str, str]:
    return {entry.letter: entry.plain for entry in load_naming(Letter)}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(rule), rule.read) for rule in load_naming(Spelling))


def _pattern(rule: Spelling) -> re.Pattern[str]:
    start = "^" if rule.place == "start" else ""
    end = "$" if rule.place == "end" else f"(?=[{re.escape(rule.before)}])" if rule.before else ""
    return re.compile(start + re.escape(rule.written) + end)
