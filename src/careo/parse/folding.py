"""What the parser reads instead of the text: plain marks, single spaces, pieces of bounded length.

The parser was trained on one kind of quotation mark, apostrophe and dash, and on single spaces. Marks are replaced one to one,
so their offsets stay; runs of white space, invisible characters and loose accents shrink, so a folded piece remembers where
each of its characters came from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from careo.model import Span

PIECE_LIMIT = 3_000
"""Most characters that are parsed at once. Longer blocks are cut: after a stop if there is one in the last half, else after
white space, else anywhere. Ordinary paragraphs are far shorter (a thousand characters is long)."""

_DOUBLE = '"“”„‟«»〝〞〟＂❝❞‹›'
_SINGLE = "'‘’‚‛`´′＇❛❜"
_DASH = "-‐‑‒–—―−﹘﹣－"
_LONG_DASH = "—―"
_STOP = re.compile(r"[.!?…][\"'”»’)\]]*\s")
_INVISIBLE = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})

_MARKS = {ord(c): '"' for c in _DOUBLE}
_BY_CONTEXT = re.compile(f"[{re.escape(_SINGLE + _DASH)}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text for the parser, from the block with index ``block``.

    Where ``places`` is None, ``text[i]`` stands at ``start + i`` in the article; else at ``places[i]`` (start and end).
    """

    text: str
    block: int
    start: int
    places: tuple[tuple[int, int], ...] | None = None

    def locate(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the article of the characters ``first`` to ``last`` (half-open, not empty) of the piece."""
        if self.places is None:
            return self.start + first, self.start + last
        return self.places[first][0], self.places[last - 1][1]


def fold_marks(text: str) -> str:
    """``text`` with plain marks, one for one: the length stays.

    Every quotation mark becomes ``"``, a single one too unless it is an apostrophe (*O'Higgins*), a minute (*45'*) or stands for
    the century of a year (*'98*). Every dash becomes ``—`` where it sets off speech or an incise, however it was typed
    (*-dijo-*), and ``-`` where it joins words or figures or is a minus.
    """
    return _BY_CONTEXT.sub(_fold_by_context, text.translate(_MARKS))


def _fold_by_context(match: re.Match[str]) -> str:
    mark, text = match[0], match.string
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if mark in _SINGLE:
        return "'" if (before.isalnum() and after.isalnum()) or before.isdigit() or after.isdigit() else '"'
    if mark in _LONG_DASH:
        return "—"
    return "-" if after.isdigit() or (before.isalnum() and after.isalnum()) else "—"


def iter_pieces(text: str, block: int, span: Span, limit: int = PIECE_LIMIT) -> Iterator[Piece]:
    """Fold the characters ``span`` of ``text`` and cut them into pieces of at most ``limit`` characters, empty ones left out."""
    start, last = span.start, min(span.end, len(text))
    while start < last:
        end = _cut(text, start, last, limit)
        piece = _fold(text[start:end], block, start)
        if piece is not None:
            yield piece
        start = end


def _cut(text: str, start: int, end: int, limit: int) -> int:
    """Where the piece that begins at ``start`` ends."""
    if end - start <= limit:
        return end
    window = text[start : start + limit]
    stops = [m.end() for m in _STOP.finditer(window, limit // 2)]
    if stops:
        return start + stops[-1]
    for size in range(limit, limit // 2, -1):
        if window[size - 1].isspace():
            return start + size
    return start + limit


def _fold(raw: str, block: int, start: int) -> Piece | None:
    """The piece that the parser reads; None where nothing but white space and invisible characters stands."""
    plain = fold_marks(raw)
    if _is_plain(plain):
        return Piece(plain, block, start)
    chars: list[str] = []
    places: list[tuple[int, int]] = []
    for place, char in enumerate(plain, start):
        if char.isspace():
            if chars and chars[-1] != " ":
                chars.append(" ")
                places.append((place, place + 1))
            continue
        if unicodedata.category(char) in _INVISIBLE:
            continue
        joined = unicodedata.normalize("NFC", chars[-1] + char) if chars and unicodedata.combining(char) else ""
        if len(joined) == 1:
            chars[-1] = joined
            places[-1] = (places[-1][0], place + 1)
        else:
            chars.append(char)
            places.append((place, place + 1))
    if chars and chars[-1] == " ":
        chars.pop()
        places.pop()
    return Piece("".join(chars), block, start, tuple(places)) if chars else None


def _is_plain(text: str) -> bool:
    """Whether the parser can read ``text`` as it stands: printable, composed, single spaces, none at the ends."""
    return (
        text.isprintable()
        and "  " not in text
        and not text.startswith(" ")
        and not text.endswith(" ")
        and unicodedata.is_normalized("NFC", text)
        and text != ""
    )
