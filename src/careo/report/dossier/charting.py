"""What a chart shows: a mark for each side of a dispute that has a figure, with its date, and the series that it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from careo.model import Dispute, Estimate, Figure
from careo.report.amounts import format_amount
from careo.report.careos import Seat
from careo.report.dates import format_date
from careo.report.dossier.sides import Group, date_seat, make_moment, name_claimant
from careo.report.dossier.values import Chart, EstimateRow, Mark, MarkKind
from careo.report.labels import Labels
from careo.report.numbers import format_number
from careo.report.tones import OTHERS
from careo.text.dates import parse_edtf

LOG_FROM = 20
"""How many times the least figure the greatest has to be for a logarithmic scale to help."""


def make_chart(dispute: Dispute, groups: Sequence[Group], labels: Labels) -> Chart | None:
    """The chart of a dispute about a quantity; None where there are not two figures to set against each other."""
    drawn = [group for group in groups if group.first.figure and _bounds(group.first.figure) != (None, None)]
    if dispute.kind != "quantity" or len(drawn) < 2:
        return None
    tones, steps = _find_tones(drawn, labels), _find_steps(dispute, drawn)
    ordered = sorted(drawn, key=lambda group: (_find_day(group), steps.get(group.number, _NO_STEP)[2], group.number))
    numbers = {group.number: number for number, group in enumerate(ordered, 1)}
    bases = _find_bases(drawn)
    marks = tuple(replace(_make_mark(g, numbers, tones, (steps, labels)), base=bases.get(g.number)) for g in ordered)
    estimates = tuple(_make_estimate(estimate, labels) for estimate in dispute.estimates)
    return Chart(marks, _needs_log(marks), estimates)


def _bounds(figure: Figure) -> tuple[float | None, float | None]:
    low, high = figure.low, figure.high
    return None if low is None else float(low), None if high is None else float(high)


def _find_tones(groups: Sequence[Group], labels: Labels) -> dict[str, int]:
    names = Counter(name_claimant(group.first, labels) for group in groups)
    return {name: min(number, OTHERS) for number, (name, _) in enumerate(names.most_common(), 1)}


_Step = tuple[str | None, int | None, int]
_NO_STEP: _Step = (None, None, 0)


def _find_steps(dispute: Dispute, groups: Sequence[Group]) -> dict[int, _Step]:
    """By number of a group: what happened in its series, the group before it there, and its place in it."""
    of_member = {seat.member: group.number for group in groups for seat in group.seats}
    found: dict[int, _Step] = {}
    for series in dispute.series:
        before: int | None = None
        for place, step in enumerate(series.steps):
            number = of_member.get(step.member)
            if number is None or number == before:
                continue
            if number not in found:
                found[number] = (step.event, before, place)
            before = number
    return found


def _make_mark(
    group: Group, numbers: Mapping[int, int], tones: Mapping[str, int], told: tuple[Mapping[int, _Step], Labels]
) -> Mark:
    seat, (steps, labels) = group.first, told
    assert seat.figure is not None
    name, (value, dating) = name_claimant(seat, labels), date_seat(seat)
    low, high = _bounds(seat.figure)
    days = parse_edtf(value)
    ends = [day for day in (days.first, days.last) if day is not None] if days else []
    event, before, _ = steps.get(group.number, _NO_STEP)
    after = numbers.get(before) if before is not None else None
    return Mark(
        number=numbers[group.number], claimant=name, tone=tones[name], amount=format_amount(seat.figure, labels), low=low, high=high,
        kind=_find_kind(seat), moment=make_moment(value, dating, labels), days=(ends[0], ends[-1]) if ends else None,
        claim=seat.member.claim, event=event, after=after,
    )  # fmt: skip


def _find_kind(seat: Seat) -> MarkKind:
    assert seat.figure is not None
    if seat.claim is not None and seat.claim.stance == "deny":
        return "denied"
    if seat.figure.additional:
        return "increment"
    inside = any(bearing.left and bearing.relation == "part_of" for bearing in seat.bearings)
    return "part" if inside or seat.figure.part_of else "total"


def _find_bases(groups: Sequence[Group]) -> dict[int, float]:
    """By number of a group that is an increment: what it adds to, where that is one number and the same for all of it."""
    figures = {seat.member: seat.figure for group in groups for seat in group.seats}
    found = {}
    for group in groups:
        wholes = {b.rival for s in group.seats for b in s.bearings if b.left and b.relation == "adds"}
        bounds = {_bounds(figure) for whole in wholes if (figure := figures.get(whole))}
        if len(bounds) == 1 and group.first.figure and group.first.figure.additional:
            low, high = bounds.pop()
            if low is not None and low == high:
                found[group.number] = low
    return found


def _find_day(group: Group) -> float:
    days = parse_edtf(date_seat(group.first)[0])
    first = (days.first or days.last) if days else None
    return float("inf") if first is None else first


def _needs_log(marks: Sequence[Mark]) -> bool:
    values = [value for mark in marks for value in mark.ends]
    return bool(values) and min(values) > 0 and max(values) >= LOG_FROM * min(values)


def _make_estimate(estimate: Estimate, labels: Labels) -> EstimateRow:
    low, best, high = (
        "" if value is None else format_number(value, labels.language)
        for value in (estimate.low, estimate.best, estimate.high)
    )
    return EstimateRow(labels("estimate", estimate.rule), low, best, high, format_date(estimate.as_of, labels))
