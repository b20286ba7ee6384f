"""Readers: whatever turns text into documents as careo's parser does, so that all can be held against the same trees.

``careo`` is careo's own parser; any other name stands for a spaCy pipeline, in a folder or installed as a package.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from careo.errors import ParserError
from careo.model import Span
from careo.text.document import Document

OWN = "careo"
AS_WRITTEN = "as-written:"
"""Before a source: the pipeline gets quotation marks, apostrophes and dashes as they are written, not folded as careo's parser does."""

UNSTATED = "not stated"


class Reader(Protocol):
    """Reads articles as :class:`careo.parse.Parser` does."""

    def parse_many(self, articles: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Document]:
        """A document for each ``(text, blocks)``, in order."""
        ...


class ReaderError(Exception):
    """A reader could not be loaded; the message says which, why, and what to do."""


class OtherLanguageError(ReaderError):
    """A reader does not read the language that was asked for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A reader that was asked for: the name of its column, and the folder or package it is loaded from (careo: None)."""

    name: str
    source: str | None = None
    folded: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """What a reader's files say of it: their size in bytes, version and license."""

    size: int
    version: str
    license: str


def parse_choice(text: str) -> Choice:
    """``NAME=FOLDER``, ``NAME=PACKAGE``, ``NAME`` (an installed package) or ``careo``; ValueError where a part is empty.

    A source may be led by ``as-written:``, see :data:`AS_WRITTEN`.
    """
    name, mark, given = text.partition("=")
    source = given.removeprefix(AS_WRITTEN)
    if not name or (mark and not source):
        raise ValueError(
            f"reader {text!r}: expected NAME=FOLDER, NAME=PACKAGE, the name of an installed package, or {OWN}"
        )
    return Choice(name, source or (None if name == OWN else name), folded=source == given)


def load_reader(choice: Choice, language: str) -> Reader:
    """Load a reader for ``language``; OtherLanguageError where it does not read it, ReaderError where it cannot be loaded."""
    if choice.source is None:
        return _load_own(language)
    from training.spacy_readers import load_spacy_reader

    reader = load_spacy_reader(choice.source, folded=choice.folded)
    if reader.language != language:
        raise OtherLanguageError(f"{choice.name}: reads {reader.language!r}, not {language!r}")
    return reader


def read_card(choice: Choice) -> Card:
    """Size, version and license of a reader's files; ReaderError where it has none."""
    if choice.source is None:
        from careo.parse.loading import WEIGHTS

        return make_card(WEIGHTS)
    from training.spacy_readers import find_pipeline

    return make_card(find_pipeline(choice.source))


def make_card(folder: Path) -> Card:
    """The bytes of all files in a folder, and the version and license that the descriptions in it state."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    tables = [json.loads(path.read_text("utf-8")) for path in files if path.name in {"meta.json", "manifest.json"}]
    size = sum(path.stat().st_size for path in files)
    return Card(size, _find_stated(tables, "version"), _find_stated(tables, "license"))


def _find_stated(tables: Iterable[object], key: str) -> str:
    stated = {str(table.get(key) or "") for table in tables if isinstance(table, dict)} - {""}
    return ", ".join(sorted(stated)) or UNSTATED


def _load_own(language: str) -> Reader:
    from careo.parse import load_parser

    try:
        return load_parser(language)
    except ParserError as error:
        if language == "es":
            raise ReaderError(f"{OWN}: {error}") from error
        raise OtherLanguageError(f"{OWN}: {error}") from error
