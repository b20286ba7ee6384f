"""What linking needs to know of an article beside its claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from careo.model import Claim, Copy


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


def group_articles(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    """Claims by article, both in order of their ids."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.article, []).append(claim)
    return {article: sorted(groups[article], key=lambda claim: claim.id) for article in sorted(groups)}
