"""A text with a line below for each claim that tells, sign by sign, what each of its characters is: readable without color.

  CNN reported that the ministry denied it.
1 ^^^ ========      ----------------------
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careo.model import Claim, Span

SIGNS = {"content": "-", "source": "^", "cue": "=", "via": ">", "figure": "#"}
"""The sign of each part of a claim; in this order one is written over the other."""
STYLES = {"content": "", "source": "bold cyan", "cue": "magenta", "via": "blue", "figure": "bold yellow"}


_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text and what it is for a claim."""

    kind: str
    span: Span


def find_parts(claim: Claim) -> tuple[Part, ...]:
    """The parts of a claim, in the order in which they are written."""
    parts = [Part("content", piece) for piece in claim.content.parts or (claim.content.span,)]
    parts += [Part("source", claim.source.span)] if claim.source.span else []
    parts += [Part("cue", claim.cue.span)] if claim.cue else []
    parts += [Part("via", via.span) for via in claim.via if via.span]
    parts += [Part("figure", figure.span) for figure in claim.figures]
    return tuple(parts)


def iter_lines(text: str, place: Span, width: int) -> Iterator[Span]:
    """The characters ``place`` of ``text`` in lines of at most ``width`` columns, broken after white space where there is some."""
    from rich.cells import cell_len

    for match in _LINE.finditer(text, place.start, place.end):
        start, here, columns, space = match.start(), match.start(), 0, -1
        while here < match.end():
            columns += cell_len(text[here])
            if columns > width and here > start:
                end = space if space > start else here
                yield Span(start, end)
                start = here = end
                columns, space = 0, -1
                continue
            here += 1
            if text[here - 1].isspace():
                space = here
        yield Span(start, match.end())


def make_track(text: str, line: Span, parts: Sequence[Part]) -> str:
    """The signs below one line of ``text``; empty where no part touches it."""
    from rich.cells import cell_len

    signs = [" "] * len(line)
    for part in parts:
        for place in range(max(part.span.start, line.start), min(part.span.end, line.end)):
            signs[place - line.start] = SIGNS[part.kind]
    widths = (cell_len(char) for char in line.of(text))
    return "".join(sign * width for sign, width in zip(signs, widths, strict=True)).rstrip()
