"""Quotations: stretches between quotation marks or after a dash, found in the text alone.

Marks may be nested, mixed, unbalanced or odd. Every family of marks is matched inside a paragraph by a stack; direction is taken from
the mark where it has one and from its neighbors where it has none or where they contradict it (*un acto contra la humanidad «.*).
A mark that stays open ends with its sentence, unless the next paragraph goes on with the quotation: it begins with a mark, or closes what
it did not open (Ortografía de la lengua española, RAE 2010, chapter III, 3.4.8 on reopening marks; 3.4.7 on the dash). Typewriter marks
(two grave accents, two apostrophes), doubled single marks and primes (″) count as the marks they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from careo.model import Span

_OPENING = {"«": "«", "“": "“", "„": "“", "‘": "‘", "‹": "‹"}
_CLOSING = {"»": "«", "”": "“", "’": "‘", "›": "‹"}
_STRAIGHT = {'"': '"', "'": "'"}
_ANY_MARK = re.compile("[" + "".join((*_OPENING, *_CLOSING, *_STRAIGHT)) + "]")
_SINGLE = {"‘", "'"}
_DASHES = "—–―"
_BEFORE_OPENING = " \t\n\xa0([{¿¡—–-:;,/…\u2009\u202f"
_AFTER_CLOSING = " \t\n\xa0)]}.,;:!?…—–-/\u2009\u202f"
_NOT_QUOTED = " \t\n\xa0)]},.;:!?"  # a quotation does not begin with these
_END_OF_SPEECH = ".,;:!?…"
_DOUBLED = re.compile(r"``|´´|''|‘‘|’’")
_PRIMES = str.maketrans("″＂‟", '""“')
_STOP = re.compile(r"[.!?…](?=\s+[^\W\d_a-z\u00e0-\u00f6\u00f8-\u00ff])|[.!?…](?=\s+[¿¡«“\"])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation. ``outer`` includes its marks, ``inner`` does not; ``depth`` counts the quotations around it (0: none).

    ``closed`` is False where the closing mark is missing; ``mark`` is the family (its opening mark); dash-led speech has mark ``—``
    and gives one quotation for each piece between incises.
    """

    outer: Span
    inner: Span
    mark: str
    depth: int = 0
    closed: bool = True


def find_quotations(text: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """All quotations of the blocks (paragraphs), in order of their start; outer before inner. Never raises."""
    found: list[Quotation] = []
    plain = _plain(text)
    left: str | None = None  # the family of a mark that the paragraph before left open
    for index, block in enumerate(blocks):
        found.extend(_dash_pieces(text, block) or ())
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        marked, left = _marked(plain, block, left if left and _closes_first(plain, block) else None, following)
        found.extend(_widen(text, q) for q in marked)
    return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.end)))


def _plain(text: str) -> str:
    """The text with every mark as one character of those known here, at the same places."""

    def one(match: re.Match[str]) -> str:
        opens = match[0] in ("``", "‘‘") or not text[match.start() - 1 : match.start()].strip()
        return " “" if opens else "” "

    return _DOUBLED.sub(one, text.translate(_PRIMES))


def _widen(text: str, quotation: Quotation) -> Quotation:
    """The outer span with both characters of its doubled marks."""
    outer = quotation.outer
    start = outer.start - (_DOUBLED.fullmatch(text[max(0, outer.start - 1) : outer.start + 1]) is not None)
    end = outer.end + (quotation.closed and _DOUBLED.fullmatch(text[outer.end - 1 : outer.end + 1]) is not None)
    return replace(quotation, outer=Span(start, end)) if (start, end) != (outer.start, outer.end) else quotation


def _closes_first(text: str, block: Span) -> bool:
    """Whether the first double mark of a paragraph closes what this paragraph did not open."""
    for place in _ANY_MARK.finditer(text, block.start, block.end):
        position, mark = place.start(), place[0]
        if mark in _SINGLE:
            continue
        before = text[position - 1] if position > block.start else " "
        after = text[position + 1] if position + 1 < block.end else " "
        return mark not in _OPENING and not before.isspace() and after in _AFTER_CLOSING
    return False


def _goes_on(text: str, following: Span | None) -> bool:
    """Whether the next paragraph goes on with a quotation left open."""
    if following is None:
        return False
    first = text[following.strip(text).start : following.end][:1]
    reopened = bool(first) and first not in _SINGLE and (first in _OPENING or first in _CLOSING or first in _STRAIGHT)
    return reopened or _closes_first(text, following)


def _marked(text: str, block: Span, left: str | None, following: Span | None) -> tuple[list[Quotation], str | None]:
    """The quotations of a paragraph and the family of a mark that stays open; ``left``: what the paragraph before left open."""
    begin = block.strip(text).start
    opened: list[tuple[str, int]] = [(left, begin)] if left else []
    found: list[tuple[Span, str, bool]] = []
    for place in _ANY_MARK.finditer(text, begin if left else block.start, block.end):
        position = place.start()
        kind = _kind_of(text, position, block, opened)
        if kind is None:
            continue
        direction, family = kind
        if direction == "open":
            opened.append((family, position))
            continue
        while opened:
            mark, start = opened.pop()
            if mark == family or not any(m == family for m, _ in opened):
                found.append((Span(start, position + 1), mark, True))
                break
            if mark not in _SINGLE:  # an inner mark that was never closed ends with the outer one
                found.append((Span(start, position), mark, False))
    still = [(mark, start) for mark, start in opened if mark not in _SINGLE]
    goes_on = _goes_on(text, following)
    for mark, start in still:
        end = Span(block.start, block.end if goes_on else _sentence_end(text, start, block)).strip(text).end
        if start + 1 < end:
            found.append((Span(start, end), mark, False))
    made = [_quotation(text, span, mark, closed, found) for span, mark, closed in found if len(span) > 2]
    return made, still[0][0] if still and goes_on else None


def _sentence_end(text: str, start: int, block: Span) -> int:
    """Where the sentence ends that stands at ``start``: a mark that nothing closes does not take in the next one with its cue."""
    stop = _STOP.search(text, start, block.end)
    return stop.end() if stop else block.end


def _quotation(text: str, span: Span, mark: str, closed: bool, all_found: list[tuple[Span, str, bool]]) -> Quotation:
    first = text[span.start]
    bare = first not in _OPENING and first not in _CLOSING and first not in _STRAIGHT  # opened in the paragraph before
    inner = Span(span.start if bare else span.start + 1, span.end - 1 if closed else span.end).strip(text)
    depth = sum(1 for other, _, _ in all_found if other != span and other.contains(span))
    return Quotation(span, inner, mark, depth, closed)


def _kind_of(
    text: str, position: int, block: Span, opened: list[tuple[str, int]]
) -> tuple[Literal["open", "close"], str] | None:
    """Whether the mark opens or closes a quotation, and of which family; None for no mark (an apostrophe, say)."""
    mark = text[position]
    before = text[position - 1] if position > block.start else " "
    after = text[position + 1] if position + 1 < block.end else " "
    may_open = (before in _BEFORE_OPENING or before in _OPENING or before in _STRAIGHT) and after not in _NOT_QUOTED
    may_close = not before.isspace() and (after in _AFTER_CLOSING or after in _CLOSING or after in _STRAIGHT)
    family = _OPENING.get(mark) or _CLOSING.get(mark) or mark
    is_open = any(m == family for m, _ in opened)
    if family in _SINGLE:
        if is_open and may_close:
            return "close", family
        return ("open", family) if may_open and mark not in _CLOSING and _closes_later(text, position, block) else None
    if mark in _STRAIGHT:
        if not is_open and may_close and not may_open and any(m not in _SINGLE for m, _ in opened):
            return "close", family  # a straight mark closes what a directed one opened
        return _straight(family, is_open, may_open, may_close)
    if mark in _OPENING:
        if may_open or after in _OPENING or after in _STRAIGHT:
            return "open", family
        if after.isalnum() or after in "¿¡":  # glued to the word before it
            return "open", family
        return (
            ("close", family) if is_open else None
        )  # an opening mark where only a closing one can stand, or a stray one
    if is_open or not may_open:
        return ("close", family) if opened else None
    return "open", family


def _straight(
    family: str, is_open: bool, may_open: bool, may_close: bool
) -> tuple[Literal["open", "close"], str] | None:
    if is_open:
        return ("open" if may_open and not may_close else "close"), family
    return None if may_close and not may_open else ("open", family)


def _closes_later(text: str, position: int, block: Span) -> bool:
    """Whether a single mark has a partner that ends a word in the same paragraph; an apostrophe has none."""
    for later in range(position + 2, block.end):
        if text[later] in "’'" and not text[later - 1].isspace():
            after = text[later + 1] if later + 1 < block.end else " "
            if after in _AFTER_CLOSING or after in _CLOSING or after in _STRAIGHT:
                return True
    return False


def _dash_pieces(text: str, block: Span) -> list[Quotation]:
    """The pieces of speech of a paragraph that a dash opens: *—Es mentira —insistió ella—, y lo saben*."""
    start = block.strip(text).start
    if (
        start >= block.end
        or text[start] not in _DASHES + "-"
        or (text[start + 1 : start + 2].isspace() and text[start] == "-")
    ):
        return []
    if (
        text[start] == "-"
        and not text[start + 1 : start + 2].isalpha()
        and text[start + 1 : start + 2] not in ("¿", "¡")
    ):
        return []
    pieces: list[Quotation] = []
    begin, speaking = start, True
    dash = text[start]
    for position in range(start + 1, block.end):
        if text[position] != dash or not _is_incise_dash(text, position, block, speaking):
            continue
        if speaking:
            _add_piece(text, begin, position, dash, pieces)
        begin, speaking = position, not speaking
    if speaking or begin == start:
        _add_piece(text, begin, block.end, dash, pieces)
    return pieces


def _is_incise_dash(text: str, position: int, block: Span, speaking: bool) -> bool:
    before, after = text[position - 1], text[position + 1 : position + 2]
    if speaking:  # opens an incise: a space before it, none after it
        return before.isspace() and after != "" and not after.isspace()
    return not before.isspace() and (position + 1 >= block.end or after in _AFTER_CLOSING)


def _add_piece(text: str, begin: int, end: int, dash: str, pieces: list[Quotation]) -> None:
    outer = Span(begin, end).strip(text)
    inner = outer.strip(text, dash + " \t\xa0").strip(text, _END_OF_SPEECH[1:4] + " .")
    if any(c.isalpha() for c in inner.of(text)):
        pieces.append(Quotation(outer, inner, "—", 0, True))
