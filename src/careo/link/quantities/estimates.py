"""Estimates: what named rules make of the figures of a dispute, side by side. None of them is careo's own opinion."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from statistics import median

from careo.lang.taxonomy import Category
from careo.link.quantities.readings import Reading
from careo.link.quantities.relations import is_total
from careo.model import Estimate


def make_estimates(
    readings: Sequence[Reading], category: Category | None, origins: Mapping[str, str]
) -> tuple[Estimate, ...]:
    """The estimates of every rule, sorted by its name. ``origins`` maps a claim to its independent origin.

    All rules look at totals only (no parts, increments, denied figures), and of each claimant only at the latest.
    """
    totals = [reading for reading in readings if is_total(reading, category)]
    if not totals:
        return ()
    latest = find_latest(totals)
    rules = {
        "acled": _acled(latest),
        "latest_by_claimant": _latest(latest),
        "majority": _majority(latest, origins),
        "ucdp": _ucdp(latest, origins),
    }
    return tuple(Estimate(name, *values, _last(latest)) for name, values in sorted(rules.items()) if values is not None)


_Values = tuple[int | float | None, int | float | None, int | float | None]


def find_latest(readings: Sequence[Reading]) -> list[Reading]:
    """Of each claimant (party) the readings of the last day that it gave any for; an outlet's own words only where no source speaks."""
    attributed = [reading for reading in readings if not reading.author] or list(readings)
    claimants: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(attributed, key=lambda r: r.order):
        own = claimants[reading.party]
        if own and own[-1].day != reading.day:
            own.clear()
        own.append(reading)
    return [reading for party in sorted(claimants) for reading in claimants[party]]


def _ucdp(latest: Sequence[Reading], origins: Mapping[str, str]) -> _Values:
    """UCDP GED (Sundberg & Melander 2013; codebook 23.1): ``low`` and ``high`` are the outermost reports, ``best`` the likeliest.

    A coder's judgment of the best report has no rule; here it is the median of the origins' points, None where they are two and differ.
    """
    lows = [reading.range.low for reading in latest if not math.isinf(reading.range.low)]
    highs = [reading.range.high for reading in latest if not math.isinf(reading.range.high)]
    points = _points_by_origin(latest, origins)
    best = median(points) if points and (len(points) != 2 or points[0] == points[1]) else None
    return _number(min(lows, default=None)), _number(best), _number(max([*highs, *lows], default=None))


def _acled(latest: Sequence[Reading]) -> _Values:
    """ACLED (codebook 2023, fatalities): the most conservative report; *tens* are 10, *dozens* 12, *hundreds* 100, half our bounds."""
    values = [_conservative(reading) for reading in latest]
    known = [value for value in values if value is not None]
    lowest = _number(min(known, default=None))
    return lowest, lowest, lowest


def _conservative(reading: Reading) -> float | None:
    low, high = reading.range.low, reading.range.high
    if reading.vague and math.isinf(high):
        return low / 2
    return low if not math.isinf(low) else None


def _majority(latest: Sequence[Reading], origins: Mapping[str, str]) -> _Values | None:
    """The range that most independent origins give, each with one vote; no result where two have as many."""
    votes: Counter[tuple[float, float]] = Counter()
    for vote in {(origins.get(r.member.claim, r.party), r.range.low, r.range.high) for r in latest}:
        votes[vote[1], vote[2]] += 1
    ranked = votes.most_common()
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    low, high = ranked[0][0]
    return _number(low), _number(low) if low == high else None, _number(high)


def _latest(latest: Sequence[Reading]) -> _Values:
    """From the lowest to the highest of what each claimant says last; ``best`` only where all say the same."""
    low, high = min(r.range.low for r in latest), max(r.range.high for r in latest)
    return _number(low), _number(low) if low == high else None, _number(high)


def _points_by_origin(latest: Sequence[Reading], origins: Mapping[str, str]) -> list[float]:
    points: dict[str, list[float]] = defaultdict(list)
    for reading in latest:
        points[origins.get(reading.member.claim, reading.party)].append(reading.range.point)
    return sorted(median(values) for values in points.values())


def _last(latest: Sequence[Reading]) -> str | None:
    dated = [reading for reading in latest if reading.day is not None and reading.as_of]
    return max(dated, key=lambda reading: reading.order).as_of if dated else None


def _number(value: float | None) -> int | float | None:
    if value is None or math.isinf(value):
        return None
    return int(value) if value == int(value) else round(value, 2)
