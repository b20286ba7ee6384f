"""Which color a source has on a page, and the marks of a claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from careo.model import Claim, Content, Span
from careo.report.annotations import Kind, Mark

TONES = 6
"""Colors that a reader tells apart, with any kind of color vision; further sources share a gray (tone 7). What the outlet says itself has
tone 0, which is no color."""
OTHERS = TONES + 1


def find_tones(claims: Sequence[Claim]) -> dict[str, int]:
    """Tone by canonical name of the source: the most frequent first, then the first to speak."""
    counts = Counter(claim.source.name for claim in claims if claim.source.kind != "author")
    return {name: min(n, OTHERS) for n, (name, _) in enumerate(counts.most_common(), 1)}


def join_pieces(content: Content) -> str:
    """What is claimed; between the pieces of an interrupted content, dots."""
    begin = content.span.start
    return " […] ".join(content.text[part.start - begin : part.end - begin] for part in content.parts) or content.text


def make_marks(claim: Claim, number: int, tone: int, anchor: str) -> Iterator[Mark]:
    """The marks of a claim; the first piece of its content bears the anchor."""
    pieces = claim.content.parts or (claim.content.span,)
    for place, piece in enumerate(pieces):
        if len(piece):
            yield Mark(piece, "content", number, tone, anchor if place == 0 else "")
    others: list[tuple[Span | None, Kind]] = [
        (claim.cue.span if claim.cue else None, "cue"),
        (claim.source.span, "source"),
    ]
    others += [(via.span, "via") for via in claim.via]
    others += [(figure.span, "figure") for figure in claim.figures]
    for span, kind in others:
        if span is not None and len(span):
            yield Mark(span, kind, number, tone)
