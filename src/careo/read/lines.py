"""The lines of an article and what can be seen of them without knowing the language.

A text that was wrapped at a fixed width (agency dispatches, mail) is told from one with a paragraph a line; there, a *line* is a paragraph
of several physical lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from careo.model import Span

_STOPS = ".!?…"
_CLOSERS = "\"'”»’›)]}*_ "
_OPENERS = "\"'“«‘‹¿¡([-–—•*· "
_DASHES = "-–—―"
_BULLETS = "-–•*·>►▪"
_WRAP_MIN = 6
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its features. ``gap``: an empty line stands before it.

    ``ends``: it ends with a stop, closing marks aside. ``dash``: speech led by a dash. ``bullet``: an item of a list.
    """

    index: int
    span: Span
    text: str
    gap: bool
    ends: bool
    words: int
    dash: bool
    bullet: bool

    @property
    def colon(self) -> bool:
        """Whether it leads over to what follows."""
        return self.text.endswith(":")

    @property
    def question(self) -> bool:
        """Whether it is a question as a whole."""
        return self.text.endswith("?") and self.text.count("?") == 1

    @property
    def capitals(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def sentences(self) -> int:
        """Roughly how many sentences it holds."""
        return len(re.findall(r"[.!?…][\"”»’)]*\s+\S", self.text)) + 1


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that hold more than white space, in order."""
    spans = [Span(*m.span()).strip(text) for m in _LINE.finditer(text)]
    spans = [s for s in spans if len(s)]
    if _is_wrapped(text, spans):
        spans = _join_wrapped(text, spans)
    lines, end = [], 0
    for index, span in enumerate(spans):
        lines.append(_make_line(text, index, span, text.count("\n", end, span.start) > 1))
        end = span.end
    return tuple(lines)


def _make_line(text: str, index: int, span: Span, gap: bool) -> Line:
    content = span.of(text)
    bare = content.rstrip(_CLOSERS)
    first = content[0]
    second = content[1:2]
    spoken = first in _DASHES and not second.isspace() and bool(second) and not second.isdigit()
    bullet = first in _BULLETS and second.isspace()
    return Line(index, span, content, gap, bare[-1:] in _STOPS and bool(bare), len(content.split()), spoken, bullet)


def _is_wrapped(text: str, spans: list[Span]) -> bool:
    """Whether lines break in mid-sentence: most end without a stop, and go on in lower case."""
    if len(spans) < _WRAP_MIN:
        return False
    pairs = [(a, b) for a, b in pairwise(spans) if text.count("\n", a.end, b.start) == 1]
    long = [(a, b) for a, b in pairs if len(a) >= 40]
    if len(long) < _WRAP_MIN - 1:
        return False
    broken = [1 for a, b in long if text[a.end - 1] not in _STOPS + _CLOSERS + ":" and text[b.start].islower()]
    widest = max(len(s) for s in spans)
    return len(broken) >= 0.4 * len(long) and widest <= 140


def _join_wrapped(text: str, spans: list[Span]) -> list[Span]:
    """Paragraphs: a new one begins after an empty line, at an indent, or after a short line that ends a sentence."""
    widest = max(len(s) for s in spans)
    joined = [spans[0]]
    for previous, span in pairwise(spans):
        between = text[previous.end : span.start]
        indent = len(between.rpartition("\n")[2])
        stopped = text[: previous.end].rstrip(_CLOSERS)[-1:] in _STOPS
        short = len(previous) < 0.75 * widest
        opens = not text[span.start].islower()
        if (
            between.count("\n") > 1
            or (indent >= 2 and opens)
            or (short and opens and (stopped or len(previous) < 0.5 * widest))
        ):
            joined.append(span)
        else:
            joined[-1] = joined[-1].cover(span)
    return joined
