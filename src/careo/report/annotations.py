"""Marks in a text, as properly nested openings and closings around its characters.

Spans may nest, coincide and cross. Each opening is closed inside whatever was open before it, as markup demands: where two spans
cross, the one that began later is closed and taken up again. The characters come out as they are, all of them and in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from careo.model import Span

Kind = Literal["content", "source", "cue", "via", "figure"]
_RANK: dict[str, int] = {"content": 0, "source": 1, "via": 2, "cue": 3, "figure": 4}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text with a meaning. ``number`` and ``tone`` are those of its claim, ``anchor`` what links lead to."""

    span: Span
    kind: Kind
    number: int
    tone: int
    anchor: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """``open`` and ``close`` a mark, or ``text``. ``first`` and ``last`` tell whether this piece begins and ends the mark."""

    type: Literal["open", "close", "text"]
    text: str = ""
    mark: Mark | None = None
    first: bool = False
    last: bool = False


def iter_events(text: str, place: Span, marks: Iterable[Mark]) -> Iterator[Event]:
    """The characters ``place`` of ``text`` with the ``marks`` that touch them, clipped to it."""
    touching = [mark for mark in marks if mark.span.overlaps(place)]
    touching.sort(key=lambda mark: (mark.span.start, -mark.span.end, _RANK[mark.kind], mark.number))
    bounds = {place.start, place.end}
    for mark in touching:
        bounds |= {max(mark.span.start, place.start), min(mark.span.end, place.end)}
    stack: list[Mark] = []
    here = place.start
    for bound in sorted(bounds):
        if bound > here:
            yield Event("text", text[here:bound])
            here = bound
        yield from _close(stack, bound)
        yield from _open(stack, touching, bound, place)
    while stack:
        yield _end(stack.pop(), place.end)


def _close(stack: list[Mark], bound: int) -> Iterator[Event]:
    """Close every mark that ends here; what was opened inside one of them and goes on is taken up again."""
    depths = [depth for depth, mark in enumerate(stack) if mark.span.end <= bound]
    if not depths:
        return
    interrupted = stack[depths[0] :]
    for mark in reversed(interrupted):
        yield _end(mark, bound)
    del stack[depths[0] :]
    for mark in interrupted:
        if mark.span.end > bound:
            stack.append(mark)
            yield Event("open", mark=mark, last=False)


def _open(stack: list[Mark], marks: Sequence[Mark], bound: int, place: Span) -> Iterator[Event]:
    for mark in marks:
        if max(mark.span.start, place.start) == bound and mark.span.end > bound and bound < place.end:
            stack.append(mark)
            yield Event("open", mark=mark, first=mark.span.start == bound)


def _end(mark: Mark, bound: int) -> Event:
    return Event("close", mark=mark, last=mark.span.end <= bound)
