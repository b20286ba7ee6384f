"""How one reading stands to another: rules on ranges, times and claimants, tried in order; the first that fits decides.

A relation depends on the two readings and on nothing else, so that any pair can be asked for at any time.
"""

from __future__ import annotations

from functools import lru_cache
from math import isinf

from careo.lang.taxonomy import Category
from careo.link.quantities.readings import Reading
from careo.model import Relation, RelationKind

NEAR = 600
"""Characters between two figures of which one may answer the other: some four sentences."""

LOOSE_FACTOR = 10.0
"""As ``factor`` of the categories, for figures of none."""

_STATED = ("assert", "confirm", "estimate")

DAY_FACTOR = 2.0
"""Counts of one day seldom differ by more, where one is dated with it and one not: the undated one may be of a longer time."""

COMMON_TIME = ("one-event", "same-time", "side-by-side", "same-day", "answered")
"""The rules by which two readings hold for one time, so that they can contradict each other."""

_Found = tuple[Reading, Reading, RelationKind, str]


def compare_readings(one: Reading, other: Reading, category: Category | None) -> Relation | None:
    """How two readings of one dispute stand to each other; None where nothing can be said.

    ``category`` is that of the dispute; without one nothing contradicts. The relation reads from left to right: *left* adds to, is
    part of, refines, supersedes, revises *right*.
    """
    left, right = (
        (one, other) if (not is_former(one), one.order) <= (not is_former(other), other.order) else (other, one)
    )
    found = (
        _compare_roles(left, right, category)
        or _compare_denied(left, right)
        or _compare_retracted(left, right)
        or _compare_same(left, right)
        or (
            _compare_own(left, right, category) if left.party == right.party else _compare_rivals(left, right, category)
        )
    )
    if found is None:
        return None
    first, second, kind, rule = found
    return Relation(first.member, second.member, kind, rule, f"{describe(first)} | {describe(second)}")


def describe(reading: Reading) -> str:
    """The values that a rule went by: the bounds, and the as-of date with where it comes from."""
    low, high = reading.range.low, reading.range.high
    bounds = _write(low) if low == high else f"{_write(low)}..{_write(high)}"
    return f"{bounds} {reading.dating}={reading.as_of or '?'}"


@lru_cache(maxsize=65536)
def _write(value: float) -> str:
    return "" if isinf(value) else f"{value:.0f}" if value == int(value) else f"{value:g}"


def is_total(reading: Reading, category: Category | None) -> bool:
    """Whether a reading stands for the whole of what its dispute asks for, and is claimed."""
    if (
        reading.part_of
        or reading.denied
        or reading.retracted
        or (category is not None and reading.category != category.id)
    ):
        return False
    return not reading.additional or (category is not None and category.nature == "plan")


# --- parts, increments, denials, equal figures -------------------------------------------------------------------------


def _compare_roles(left: Reading, right: Reading, category: Category | None) -> _Found | None:
    """Parts and increments. A plan is always for more, so that nothing in it is an increment on the rest."""
    if left.category != right.category:
        return _compare_categories(left, right, category)
    if left.part_of and right.part_of:
        same = left.range.equals(right.range)
        return left, right, "same" if same else "compatible", "equal" if same else "parts"
    if left.part_of or right.part_of:
        part, other = (left, right) if left.part_of else (right, left)
        fits = other.range.meets(part.whole) if part.whole else part.range.reach[0] <= other.range.reach[1]
        return (part, other, "part_of", "part") if fits else (part, other, "compatible", "part-of-another")
    if left.additional != right.additional and (category is None or category.nature != "plan"):
        more, total = (left, right) if left.additional else (right, left)
        return more, total, "adds", "increment"
    return None


def _compare_categories(left: Reading, right: Reading, category: Category | None) -> _Found:
    """The dead are a part of the dead and wounded."""
    whole = category.id if category is not None else None
    if whole not in (left.category, right.category):
        return left, right, "compatible", "parts"
    part, total = (left, right) if right.category == whole else (right, left)
    return part, total, "part_of", "category"


def _compare_denied(left: Reading, right: Reading) -> _Found | None:
    if not (left.denied or right.denied):
        return None
    if left.denied and right.denied:
        return left, right, "same" if left.range.equals(right.range) else "compatible", "both-denied"
    denier, denied = (left, right) if left.denied else (right, left)
    return (
        (denier, denied, "denies", "stance")
        if denier.range.meets(denied.range)
        else (denier, denied, "compatible", "other-figure-denied")
    )


def _compare_retracted(left: Reading, right: Reading) -> _Found | None:
    """What a source took back is revised by every other figure that it does not meet."""
    if not (left.retracted or right.retracted) or left.range.meets(right.range):
        return None
    if left.retracted and right.retracted:
        return left, right, "compatible", "both-taken-back"
    kept, gone = (left, right) if right.retracted else (right, left)
    return kept, gone, "compatible" if is_ordered(kept, gone) else "revises", "taken-back"


def _compare_same(left: Reading, right: Reading) -> _Found | None:
    return (left, right, "same", "equal") if left.range.equals(right.range) else None


# --- one claimant ------------------------------------------------------------------------------------------------------


def _compare_own(left: Reading, right: Reading, category: Category | None) -> _Found | None:
    """What a claimant said before, and what he says later."""
    if left.additional and (category is None or category.nature != "plan"):
        return left, right, "compatible", "increments"
    if is_ordered(left, right):
        grows = category is not None and category.nature == "cumulative" and right.range.point >= left.range.point
        if grows and not left.range.equals(right.range):
            return right, left, "supersedes", "later-total"
        if not left.range.meets(right.range):
            return right, left, "revises", "own-figure"
    return _compare_meeting(left, right)


def _compare_meeting(left: Reading, right: Reading) -> _Found | None:
    if not left.range.meets(right.range):
        return None
    if left.range.lies_in(right.range):
        return left, right, "refines", "narrower"
    if right.range.lies_in(left.range):
        return right, left, "refines", "narrower"
    return left, right, "compatible", "ranges-meet"


# --- several claimants -------------------------------------------------------------------------------------------------


def _compare_rivals(left: Reading, right: Reading, category: Category | None) -> _Found | None:
    meeting = _compare_meeting(left, right)
    if meeting is not None:
        return meeting
    if category is None or (category.loose and left.per is None):
        return _compare_loose(left, right, category)
    apart = _find_apart(left, right, category)
    if apart is not None:
        return left, right, "compatible", apart
    time = _find_common_time(left, right, category)
    if time is not None:
        return (left, right, *_decide_contradiction(left, right, category.factor, time))
    if category.nature == "cumulative" and is_ordered(left, right):
        return right, left, "supersedes", "later-total" if right.range.point >= left.range.point else "later-lower"
    return left, right, "compatible", "other-time" if is_ordered(left, right) else "undated"


def _find_apart(left: Reading, right: Reading, category: Category) -> str | None:
    """Why two figures of one category do not compete, as the name of a rule: they are no totals, or of different things."""
    if left.additional and category.nature != "plan":
        return "increments"
    if "request" in (left.stance, right.stance):
        return "asked-for"
    if left.ahead != right.ahead and category.nature != "plan":
        return "plan"
    if left.article == right.article and left.event and right.event and not left.event & right.event:
        return "other-event"
    return "part-of-place" if left.local != right.local and _is_part_of_place(left, right, category) else None


def _is_part_of_place(left: Reading, right: Reading, category: Category) -> bool:
    """Whether what is counted in a town is a part of what is counted in its province, so fewer; a share is another one there."""
    part, whole = (left, right) if left.local else (right, left)
    if part.unit is not None:
        return True
    return category.nature in ("cumulative", "state") and part.range.point <= whole.range.point


def _compare_loose(left: Reading, right: Reading, category: Category | None) -> _Found:
    """Where nothing says what happened to those counted, or too little (money), figures meet only if one voice answers the other."""
    if not are_set_against(left, right):
        return left, right, "compatible", "unclassified" if category is None else "another-matter"
    return (left, right, *_decide_contradiction(left, right, category.factor if category else LOOSE_FACTOR, "answered"))


def are_set_against(left: Reading, right: Reading) -> bool:
    """Whether two voices state figures of one thing within a few sentences of one article, each in words of its own.

    The second leaves out what it counts, or the two claims share a word.
    """
    if left.article != right.article or left.party == right.party or abs(left.start - right.start) > NEAR:
        return False
    if not all(reading.stance in _STATED for reading in (left, right)):
        return False
    first, later = sorted((left, right), key=lambda reading: reading.start)
    if not later.author and later.opens <= first.start < later.closes:
        return False  # one voice says both
    return later.bare or bool(left.stems & right.stems)


def _find_common_time(left: Reading, right: Reading, category: Category) -> str | None:
    """Why two readings hold for one time, as the name of a rule: one event, one date, or one article that sets them side by side."""
    if is_former(left) or is_former(right):
        return None
    if category.nature == "event":
        polled = category.polled and _are_days_apart(left, right)
        return None if polled or _is_before(left, right) or _is_before(right, left) else "one-event"
    if overlap(left, right):
        return "same-time"
    if left.article != right.article:
        return None
    if _is_undated(left) and _is_undated(right):
        return "side-by-side"
    dated, other = (right, left) if _is_undated(left) else (left, right)
    today = dated.same_day and _is_undated(other) and not _are_far_apart(left, right, DAY_FACTOR)
    return "same-day" if today else None


def is_former(reading: Reading) -> bool:
    """Whether it held only until a day: what it was before it was corrected or went up (*pasó de **148** a 154*)."""
    return reading.dating == "as_of" and reading.when is not None and reading.when.first is None


def _is_before(one: Reading, other: Reading) -> bool:
    """Whether one was published before the day of the event that the other counts."""
    if one.dating not in ("said", "published") or other.dating != "as_of" or one.when is None or other.when is None:
        return False
    return one.when.last is not None and other.when.first is not None and one.when.last < other.when.first - 1


def _are_days_apart(left: Reading, right: Reading) -> bool:
    """Whether two articles of different days give no day for what they count: one may foretell the other."""
    if left.article == right.article or not (_is_undated(left) and _is_undated(right)) or None in (left.day, right.day):
        return False
    return abs((left.day or 0) - (right.day or 0)) > 1


def _decide_contradiction(left: Reading, right: Reading, factor: float, rule: str) -> tuple[RelationKind, str]:
    """A contradiction, unless the figures are worlds apart, or told by outlets in their own voice: both, or one beside its source.

    What an outlet adds to its sources (*27 bodies were found on Sunday*) is rarely meant against them, nor against another outlet.
    """
    if (left.author and right.author) or (left.article == right.article and (left.author or right.author)):
        return "compatible", "own-voice"
    return ("compatible", "far-apart") if _are_far_apart(left, right, factor) else ("contradicts", rule)


def _are_far_apart(left: Reading, right: Reading, factor: float) -> bool:
    """By the gap between the ranges, so that of several disjoint ranges the nearest is the last to be far."""
    small, large = sorted((left, right), key=lambda reading: reading.range.reach)
    return small.range.reach[1] <= 0 or large.range.reach[0] / small.range.reach[1] > factor


def _is_undated(reading: Reading) -> bool:
    return reading.dating in ("said", "published", "none")


def overlap(left: Reading, right: Reading) -> bool:
    """Whether two readings hold for one time, and both say for which: one day, one EDTF value, or a week and a day in it."""
    if left.dating not in ("as_of", "said") or right.dating not in ("as_of", "said"):
        return False
    if left.as_of == right.as_of:
        return True
    if left.when is None or right.when is None:
        return False
    fine, coarse = sorted((left, right), key=lambda r: r.when.length or 10**9 if r.when else 10**9)
    if fine.when is None or coarse.when is None or fine.when.length != 1 or coarse.when.length != 7:
        return False
    return (coarse.when.first or 0) <= (fine.when.first or 0) <= (coarse.when.last or 0)


def is_ordered(left: Reading, right: Reading) -> bool:
    """Whether the right one is later for certain: its days begin after those of the left one end; of a former one, not before."""
    if left.when is None or right.when is None or left.when.last is None or right.when.first is None:
        return False
    return left.when.last < right.when.first + is_former(left)
