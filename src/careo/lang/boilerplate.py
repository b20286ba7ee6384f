"""Entry types for what stands around the body of an article: bylines, captions, promotions, links to other articles, page furniture.

A ``pattern`` is a regular expression; case is ignored. ``{agency}`` stands for any agency of the pack, ``{name}`` for one to six words
with capitals (particles between them are free), ``{caps}`` for words in capitals only, ``{date}`` for a date, ``{clock}`` for a time.
In the examples ``{line:…}`` marks the part that gets the role.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from careo.model import Role


@dataclass(frozen=True, slots=True)
class LinePattern:
    """What makes a line something else than body text.

    ``match``: the pattern stands at the ``start`` of the line, at its ``end``, ``inside`` it or is the ``whole`` of it. ``zone``: only
    above the body (``head``), below it (``tail``), in either (``edge``), between paragraphs too (``any``), or anywhere but in the last
    paragraph (``not_last``). ``open_end``: only lines that end without a stop. ``words``: only lines of at most so many words; ``least``
    at least so many. ``label``: the lines without stop that follow share the role (*Te puede interesar*).
    """

    FILE: ClassVar[str] = "boilerplate.toml"
    TABLE: ClassVar[str] = "line"

    name: str
    role: Role
    patterns: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    match: Literal["start", "end", "inside", "whole"] = "start"
    zone: Literal["any", "head", "tail", "edge", "not_last"] = "any"
    open_end: bool = False
    words: int = 60
    least: int = 0
    label: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands at the beginning of a paragraph and says from where and from whom it came: *BOGOTÁ, nov 11 (AFP).-*."""

    FILE: ClassVar[str] = "boilerplate.toml"
    TABLE: ClassVar[str] = "dateline"

    patterns: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """Names that sign wires and photographs, as they are printed."""

    FILE: ClassVar[str] = "boilerplate.toml"
    TABLE: ClassVar[str] = "agency"

    names: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class DateFurniture:
    """Words around a date in a line that holds nothing else: *Publicado, Actualizado a las, horas, CET*."""

    FILE: ClassVar[str] = "boilerplate.toml"
    TABLE: ClassVar[str] = "date_furniture"

    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class NameParticle:
    """Lower-case words that stand inside names of people and places."""

    FILE: ClassVar[str] = "boilerplate.toml"
    TABLE: ClassVar[str] = "name_particle"

    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """The commonest words of a language (ISO 639-1), by which a line of another language is told."""

    FILE: ClassVar[str] = "boilerplate.toml"
    TABLE: ClassVar[str] = "function_words"

    language: str
    words: tuple[str, ...]
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
    note: str = ""
