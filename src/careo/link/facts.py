"""What linking needs to know of an article beside its claims."""

from __future__ import annotations

from dataclasses import dataclass

from careo.model import Copy


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """An article without its text. ``published`` is EDTF; ``copies`` are the articles that carry the same text,
    ``agencies`` those that its credits name (see :func:`careo.link.copies.find_agencies`).
    """

    id: str
    outlet: str | None = None
    published: str | None = None
    language: str = "es"
    copies: tuple[Copy, ...] = ()
    agencies: tuple[str, ...] = ()
