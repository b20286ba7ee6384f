"""Half-open character ranges; the proof behind every cell of the ledger."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (code points, half-open) of one text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that this span covers in ``text``."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, by: int) -> Span:
        """The same range ``by`` characters further on."""
        return Span(self.start + by, self.end + by)

    def strip(self, text: str, characters: str | None = None) -> Span:
        """Without the leading and trailing whitespace (or ``characters``) of ``text``."""
        piece = text[self.start : self.end]
        left = len(piece) - len(piece.lstrip(characters))
        right = len(piece.rstrip(characters))
        return Span(self.start + left, self.start + max(left, right))
