"""How a language is written: what its word tokenizer and sentence splitter have to know beyond the marks themselves.

``es.toml`` and ``en.toml`` beside this module hold groups of entries, each with ``accept`` and ``reject`` examples: texts as
:func:`careo.parse.segmentation.segment` has to divide them, ``·`` where a word ends without a space and ``‖`` where a sentence
ends. An ``accept`` text comes out otherwise without its entry; a ``reject`` text stands close by and does not need it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, ClassVar, Literal

from careo.errors import PackError
from careo.lang.entries import nearest, parse_entries

_FILE = "writing.toml"
_CUT = "|"


@dataclass(frozen=True, slots=True)
class _Listed:
    """Words of one kind, listed."""

    FILE: ClassVar[str] = _FILE

    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Abbreviation(_Listed):
    """Words that keep their dot, without it: *sr* also stands for *Sr.* and *SR.*, *St* for *St.* and *ST.* alone.

    ``before`` is what has to follow: a ``figure`` (*no. 7*), also a small letter or a parenthesis (``inside`` a sentence: *3 ene. de
    2024*), a ``capital`` that begins no sentence (*cap. Rojas*), or ``anything``.
    ``ends`` says whether a sentence may end after it: then it does where the next word is a :class:`Starter`.
    """

    TABLE: ClassVar[str] = "abbreviation"

    before: Literal["anything", "figure", "inside", "capital"] = "anything"
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Starter(_Listed):
    """Lower-case words that, with a capital, begin a sentence rather than a name: they end one after *etc.* and initials."""

    TABLE: ClassVar[str] = "starter"


@dataclass(frozen=True, slots=True)
class Contraction(_Listed):
    """Words that are two, with ``|`` where they part: *can|not*."""

    TABLE: ClassVar[str] = "contraction"


@dataclass(frozen=True, slots=True)
class Ending(_Listed):
    """Endings after a letter that are words of their own: *'s*, *n't*."""

    TABLE: ClassVar[str] = "ending"


@dataclass(frozen=True, slots=True)
class Prefix(_Listed):
    """Prefixes that a hyphen joins to what follows where a hyphen otherwise parts words (*non-* in English)."""

    TABLE: ClassVar[str] = "prefix"


@dataclass(frozen=True, slots=True)
class Unit(_Listed):
    """Units that part from the figure that they are set tight to: *25|km*."""

    TABLE: ClassVar[str] = "unit"


@dataclass(frozen=True, slots=True)
class Whole(_Listed):
    """Words with marks in them, or at their end, that are one word as they stand: *Yahoo!*."""

    TABLE: ClassVar[str] = "whole"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark between two letters or figures does: ``all`` joins them to one word, ``figures`` figures alone (*12/05*).

    ``prefixes`` joins figures that are no range (*02-05-12*), and a :class:`Prefix` to what follows. A mark not listed parts.
    """

    FILE: ClassVar[str] = _FILE
    TABLE: ClassVar[str] = "mark"

    mark: str
    joins: Literal["all", "figures", "prefixes"]
    accept: tuple[str, ...]
    reject: tuple[str, ...]
    note: str = ""


Entry = Abbreviation | Starter | Contraction | Ending | Prefix | Unit | Whole | Mark


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """How one language is written. Immutable, compared by identity; get it from :func:`load_writing`."""

    language: str
    abbreviations: tuple[Abbreviation, ...] = ()
    starters: tuple[Starter, ...] = ()
    contractions: tuple[Contraction, ...] = ()
    endings: tuple[Ending, ...] = ()
    prefixes: tuple[Prefix, ...] = ()
    units: tuple[Unit, ...] = ()
    wholes: tuple[Whole, ...] = ()
    marks: tuple[Mark, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """All entries, kind by kind in the order of the fields, each kind in file order."""
        return tuple(entry for field in fields(self)[1:] for entry in getattr(self, field.name))

    def without(self, entry: Entry) -> Writing:
        """The same without one entry: what the entry's examples are proved against."""
        kept = {f.name: tuple(e for e in getattr(self, f.name) if e is not entry) for f in fields(self)[1:]}
        return Writing(self.language, **kept)


_KINDS: Mapping[str, type[Any]] = {
    "abbreviations": Abbreviation,
    "starters": Starter,
    "contractions": Contraction,
    "endings": Ending,
    "prefixes": Prefix,
    "units": Unit,
    "wholes": Whole,
    "marks": Mark,
}


@cache
def load_writing(language: str) -> Writing:
    """The writing shipped for ``language`` (ISO 639-1). Raises PackError: all problems of the file, or the languages known."""
    folder = resources.files("careo.lang") / "writing"
    known = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    if language not in known:
        raise PackError(
            f"nothing is known about how {language!r} is written{nearest(language, known)}: languages with a file in "
            f"{folder}: {', '.join(known)}; use one of them, or add {language}.toml"
        )
    return read_writing(folder / f"{language}.toml", language)


def read_writing(path: Traversable, language: str) -> Writing:
    """The writing in one file. Raises PackError that lists every problem with the file and the entry."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: not valid TOML: {error}; correct the file") from error
    names = {kind.TABLE: field for field, kind in _KINDS.items()}
    problems = [
        f"{path}: no entry type reads [[{name}]]{nearest(name, list(names))}" for name in tables if name not in names
    ]
    loaded: dict[str, tuple[Any, ...]] = {}
    for table, field in names.items():
        try:
            loaded[field] = parse_entries(tables.get(table, []), _KINDS[field])
        except PackError as error:
            problems += [f"{path}: {line.removeprefix(f'{_FILE}: ')}" for line in str(error).splitlines()]
    problems += [f"{path}: {problem}" for problem in _find_problems(entry for e in loaded.values() for entry in e)]
    if problems:
        raise PackError("\n".join(problems))
    return Writing(language, **loaded)


def _find_problems(entries: Iterable[Entry]) -> Iterable[str]:
    """What no type says: words in the wrong shape, listed twice, and entries without examples."""
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        words = (entry.mark,) if isinstance(entry, Mark) else entry.words
        where = f"[[{entry.TABLE}]] ({', '.join(words[:3])})"
        for key, examples in (("words", words), ("accept", entry.accept), ("reject", entry.reject)):
            if not examples:
                yield f"{where}: {key}: is empty; give at least one"
        for word in words:
            if (entry.TABLE, word) in seen:
                yield f"{where}: {word!r} is listed twice; keep one"
            seen.add((entry.TABLE, word))
            if wrong := _wrong_shape(entry, word):
                yield f"{where}: {word!r} {wrong}"


def _wrong_shape(entry: Entry, word: str) -> str | None:
    if not word or any(char.isspace() for char in word):
        return "is empty or holds white space; list single words"
    if isinstance(entry, Mark) and len(word) != 1:
        return "is no single character; list one mark an entry"
    if isinstance(entry, Abbreviation) and word.endswith("."):
        return "ends in a dot; list abbreviations without it"
    if isinstance(entry, Contraction) and word.strip(_CUT).count(_CUT) != 1:
        return f"has not one {_CUT!r} inside; write one where the word parts"
    if isinstance(entry, Starter) and word != word.lower():
        return "has a capital; list starters in lower case"
    return None
