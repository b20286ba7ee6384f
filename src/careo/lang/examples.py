"""Examples of pack entries: a sentence with the expected spans marked in it.

``La ministra {cue:aseguró} que {content:no habrá recortes}.`` marks two spans. Marks nest. In ``accept`` they are what must be
found, in ``reject`` what must not be. The idea is Fixit's: a rule carries its own valid and invalid examples, and they are both
its tests and its documentation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from careo.errors import PackError
from careo.model import Span

_MARK = re.compile(r"\{([a-z_]+):|\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence without its marks, and the marks as label and span."""

    text: str
    marks: tuple[tuple[str, Span], ...]

    def spans(self, label: str) -> tuple[Span, ...]:
        """The spans marked with ``label``, in order of their start."""
        return tuple(span for name, span in self.marks if name == label)


def parse_example(marked: str) -> Example:
    """Reads a marked sentence. Raises PackError where a mark is not closed or closes nothing."""
    pieces: list[str] = []
    marks: list[tuple[str, Span]] = []
    open_marks: list[tuple[str, int]] = []
    length = position = 0
    for mark in _MARK.finditer(marked):
        piece = marked[position : mark.start()]
        pieces.append(piece)
        length += len(piece)
        position = mark.end()
        if mark.group(1):
            open_marks.append((mark.group(1), length))
        elif open_marks:
            label, start = open_marks.pop()
            marks.append((label, Span(start, length)))
        else:
            raise PackError(f"example {marked!r}: '}}' at character {mark.start()} closes no mark")
    pieces.append(marked[position:])
    if open_marks:
        raise PackError(f"example {marked!r}: mark {open_marks[-1][0]!r} is not closed with '}}'")
    return Example("".join(pieces), tuple(sorted(marks, key=lambda m: (m[1], m[0]))))
