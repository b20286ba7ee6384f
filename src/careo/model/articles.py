"""Articles as they were read: clean text, where it came from, and what is not body text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from careo.model.spans import Span
from careo.model.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article and its role; ``language`` (ISO 639-1) where it differs or is known."""

    span: Span
    role: Role
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article that carries the same text, and why that is believed."""

    article: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Offsets everywhere are code points into ``text``.

    ``published`` is EDTF (``2024-10-28``); ``metadata_origin`` maps a metadata field to where its value came from
    (``given page feed inferred``); ``sha256`` is the hash of the snapshot, the bytes that were read. ``passages`` lists
    every passage in order, body paragraphs included.
    """

    id: str
    text: str
    sha256: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str = "es"
    metadata_origin: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    copies: tuple[Copy, ...] = ()
