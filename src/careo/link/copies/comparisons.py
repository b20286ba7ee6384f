"""How two texts stand to one another: exact counts over all their shingles, and what they amount to."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from careo.link.copies.sketches import WORDS, Sketch

CopyKind = Literal["identical", "near_identical", "excerpt", "same_wire", "translation"]

LEAST_WORDS = 24  # a text of fewer words says nothing about where it is from
LEAST_SHARED = 20  # shingles: 24 words in a row, or several runs
NEAR = 0.6  # of the longer text: an edited dispatch keeps as much
EXCERPT = 0.5  # most of the shorter text
WIRE = 0.15  # where both credit one agency
WIRE_RUN = 20  # words in a row, beside the credit
FORM_NUMBERS, FORM_SHARED = 3, 1 / 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two texts are to one another. ``score`` is 0 to 1: of all shingles where ``near_identical``, else of the shorter text's."""

    kind: CopyKind
    score: float
    reason: str


def compare_texts(left: Sketch, right: Sketch) -> Verdict | None:
    """What two texts in one language are to one another, by what they share word for word; None where it is too little.

    A form filled in anew (a weather report, an earthquake) shares its words and not its numbers: that is no copy.
    """
    if left.digest == right.digest:
        return Verdict("identical", 1.0, f"the same {left.words} words") if left.words >= LEAST_WORDS else None
    ours, theirs = set(left.shingles), set(right.shingles)
    shared = len(ours & theirs)
    if shared < LEAST_SHARED or is_form(left, right):
        return None
    shorter, longer = sorted((len(ours), len(theirs)))
    credit = sorted(set(left.agencies) & set(right.agencies))
    told = f"; both credit {', '.join(credit)}" if credit else ""
    if shared >= NEAR * longer:
        score = shared / (shorter + longer - shared)
        return Verdict("near_identical", score, f"{shared} of {shorter + longer - shared} shingles of both{told}")
    if shared >= EXCERPT * shorter:
        return Verdict("excerpt", shared / shorter, f"{shared} of {shorter} shingles of the shorter{told}")
    run = longest_run(left.shingles, theirs)
    if credit and shared >= WIRE * shorter and run >= WIRE_RUN:
        return Verdict("same_wire", shared / shorter, f"{shared} of {shorter} shingles, {run} words in a row{told}")
    return None


def is_form(left: Sketch, right: Sketch) -> bool:
    """Whether most numbers of two texts that have some differ."""
    ours, theirs = set(left.numbers), set(right.numbers)
    fewer = min(len(ours), len(theirs))
    return fewer >= FORM_NUMBERS and len(ours & theirs) < FORM_SHARED * fewer


def longest_run(shingles: Sequence[int], others: AbstractSet[int]) -> int:
    """How many words in a row of one text stand in the other."""
    best = run = 0
    for shingle in shingles:
        run = run + 1 if shingle in others else 0
        best = max(best, run)
    return best + WORDS - 1 if best else 0
