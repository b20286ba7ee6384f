"""Series: the figures of each claimant over their as-of dates, with what happened from one to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from careo.lang.taxonomy import Category
from careo.link.quantities.readings import Reading
from careo.link.quantities.relations import is_ordered, is_total
from careo.model import Series, Step


def make_series(readings: Sequence[Reading], category: Category | None) -> tuple[Series, ...]:
    """One series a claimant (party), sorted by its id; parts, increments and denied figures are no points of it."""
    claimants: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: r.order):
        if is_total(reading, category):
            claimants[reading.party].append(reading)
    return tuple(Series(party, _make_steps(claimants[party], category)) for party in sorted(claimants))


def find_drops(series: Sequence[Series], readings: Sequence[Reading], category: Category | None) -> tuple[str, ...]:
    """Notes on counts that only grow and yet fell: ``drop: detail``."""
    known = {reading.member: reading for reading in readings}
    found = []
    for row in series:
        for before, step in pairwise(row.steps):
            if step.event == "reset":
                values = (known[before.member].range.point, known[step.member].range.point)
                found.append(
                    f"drop: {row.claimant} {values[0]:g} > {values[1]:g} ({before.as_of or '?'} > {step.as_of or '?'})"
                )
    return tuple(found) if category is not None and category.nature == "cumulative" else ()


def _make_steps(readings: Sequence[Reading], category: Category | None) -> tuple[Step, ...]:
    steps = [Step(reading.member, reading.as_of, "first") for reading in readings[:1]]
    left: set[tuple[float, float]] = set()
    for before, reading in pairwise(readings):
        steps.append(Step(reading.member, reading.as_of, _name_event(before, reading, left, category)))
        left.add((before.range.low, before.range.high))
    return tuple(steps)


def _name_event(before: Reading, reading: Reading, left: set[tuple[float, float]], category: Category | None) -> str:
    """``repeat``, ``reversal`` (back to what it had ``left``), ``supersession`` (a later total), ``reset`` (a drop), ``revision``."""
    if reading.range.meets(before.range):
        return "repeat"
    if (reading.range.low, reading.range.high) in left:
        return "reversal"
    grows = category is not None and category.nature == "cumulative"
    if grows and reading.range.point < before.range.point:
        return "reset"
    return "supersession" if grows and is_ordered(before, reading) else "revision"
