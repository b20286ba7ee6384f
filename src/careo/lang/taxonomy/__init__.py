"""What linking knows about counted things and about what happens to them, in every language at once.

Figures of articles in different languages meet in one key, so this is no part of a language pack: ``counted.toml``,
``categories.toml`` and ``places.toml`` beside this module hold entries with names in each language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, ClassVar, Literal

from careo.errors import PackError
from careo.lang.entries import parse_entries
from careo.text.words import fold

Nature = Literal["event", "cumulative", "state", "plan"]


@dataclass(frozen=True, slots=True)
class _Counted:
    """Nouns (lemmas, by language) of one ``class``. ``kind``: ``force`` (those who fight a lasting conflict), ``measure`` (units)."""

    FILE: ClassVar[str] = "counted.toml"
    TABLE: ClassVar[str] = "counted"

    name: str
    es: tuple[str, ...]
    en: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...]
    kind: Literal["force", "measure"] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Nouns (lemmas, by language) for a place within a larger one, of which a count may be a part."""

    FILE: ClassVar[str] = "places.toml"
    TABLE: ClassVar[str] = "place"

    es: tuple[str, ...]
    en: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """What happened to those who are counted.

    ``nature``: an ``event`` has one count for good (a march), a ``cumulative`` count only grows (the dead), a ``state`` goes up and
    down (those missing), a ``plan`` is none of these. ``counts`` is the class of what is counted where no noun says so. ``within``
    are categories that this one is a part of. ``span``: days after which a new figure no longer answers the same question;
    ``lasting``: the count goes on over stories. Figures that lie further apart than ``factor`` seldom answer one
    question. ``loose``: the category alone does not say what is counted (losses, fines and aid are all money);
    ``polled``: figures from before the event foretell it; ``personal``: they are those of a person (a candidate's votes, a convict's
    sentence), so that a name alone that owns one may be a surname. ``es`` and ``en`` ask it.
    """

    FILE: ClassVar[str] = "categories.toml"
    TABLE: ClassVar[str] = "category"

    id: str
    nature: Nature
    span: int
    es: str
    en: str
    accept: tuple[str, ...]
    reject: tuple[str, ...]
    counts: str | None = None
    within: tuple[str, ...] = ()
    plan_of: str | None = None
    lasting: bool = False
    factor: float = 10.0
    loose: bool = False
    polled: bool = False
    personal: bool = False
    note: str = ""

    def ask(self, language: str) -> str:
        """The question in ``language``, in English where there is none in it."""
        return self.es if language == "es" else self.en


@dataclass(frozen=True, slots=True)
class Counted:
    """The class of a counted noun; ``kind`` as in the data."""

    name: str
    kind: str | None = None


class Taxonomy:
    """Classes of counted nouns, and categories. Get one from :func:`load_taxonomy`."""

    def __init__(
        self, counted: tuple[_Counted, ...], categories: tuple[Category, ...], places: tuple[_Place, ...] = ()
    ) -> None:
        self.places = places
        self._places = frozenset(fold(lemma) for entry in places for lemma in (*entry.es, *entry.en))
        self.entries = counted
        self.categories = {category.id: category for category in categories}
        self._classes: dict[str, Counted] = {}
        for entry in counted:
            for lemma in (*entry.es, *entry.en):
                self._classes.setdefault(fold(lemma), Counted(entry.name, entry.kind))

    def is_local(self, terms: Iterable[str]) -> bool:
        """Whether one of the words of a claim (folded lemmas) is for a place within a larger one: *in the town*."""
        return not self._places.isdisjoint(terms)

    def find_counted(self, lemma: str | None, category: str | None) -> Counted | None:
        """The class of a counted noun. One that no entry lists belongs to the class that the category counts, else to its own."""
        usual = self.categories[category].counts if category in self.categories else None
        if lemma is None:
            return Counted(usual) if usual else None
        listed = self._classes.get(fold(lemma))
        if listed is not None:
            return listed
        return Counted(usual) if usual else Counted(fold(lemma))


@cache
def load_taxonomy() -> Taxonomy:
    """The taxonomy that ships with careo; PackError with every problem of its files."""
    return Taxonomy(_load(_Counted), _load(Category), _load(_Place))


def _load(entry_type: type[Any]) -> tuple[Any, ...]:
    source = resources.files("careo.lang") / "taxonomy" / entry_type.FILE
    try:
        tables = tomllib.loads(source.read_text("utf-8")).get(entry_type.TABLE, [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{entry_type.FILE}: not valid TOML: {error}") from error
    if entry_type is _Counted:  # `class` is a word of Python
        tables = [{"name" if key == "class" else key: value for key, value in table.items()} for table in tables]
    return parse_entries(tables, entry_type)
