"""The lanes of a proposition on one axis of time: places in percent of the width, so that a page may be as narrow as it likes.

Who holds it stands above, who denies it below: a change of sides crosses the middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from careo.report.dates import format_date
from careo.report.dossier.values import Lane, Stop
from careo.report.labels import Labels
from careo.text.dates import parse_edtf

FIRST, LAST, UNDATED = 3.0, 97.0, 96.0
LAST_BEFORE_UNDATED = 84.0
LEVELS = {1: 10.0, 0: 20.0, -1: 30.0}
"""Height of the marks in pixels by polarity."""
APART, APART_NARROW = 19.0, 34.0
"""Percent between two ticks, and between those that are left on a narrow page."""
_STEP = 12.0
INWARD = 80.0
"""Percent from the left from which on marks of one day stand to the left of each other."""
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A date on the axis; ``narrow`` where it is shown on a narrow page, too."""

    at: float
    words: str
    anchor: str
    narrow: bool


@dataclass(frozen=True, slots=True)
class TrackMark:
    """A stop with its place: percent from the left, pixels to the right of that, pixels from above; ``end`` of one that lasts."""

    stop: Stop
    at: float
    aside: float
    y: float
    end: float


@dataclass(frozen=True, slots=True)
class TrackLine:
    """From a stop to the next one; ``turn`` where that is a change of sides."""

    x1: float
    y1: float
    x2: float
    y2: float
    turn: bool


@dataclass(frozen=True, slots=True)
class Track:
    """A lane on the axis."""

    lane: Lane
    marks: tuple[TrackMark, ...]
    lines: tuple[TrackLine, ...]


@dataclass(frozen=True, slots=True)
class Tracks:
    """All lanes of a proposition on one axis."""

    ticks: tuple[AxisTick, ...]
    tracks: tuple[Track, ...]
    undated: bool


def draw_tracks(lanes: Sequence[Lane], labels: Labels) -> Tracks | None:
    """The lanes on one linear axis from the first date to the last; None where there are not two dates to tell apart."""
    places = {id(stop): _find_days(stop) for lane in lanes for stop in lane.stops}
    days = sorted({day for place in places.values() if place for day in place})
    if len({place[0] for place in places.values() if place}) < 2:
        return None
    undated = None in places.values()
    last = LAST_BEFORE_UNDATED if undated else LAST

    def scale(day: int) -> float:
        return round(FIRST + (day - days[0]) / (days[-1] - days[0]) * (last - FIRST), 2)

    def place(stop: Stop) -> tuple[float, float]:
        found = places[id(stop)]
        return (scale(found[0]), scale(found[1])) if found else (UNDATED, UNDATED)

    tracks = tuple(_draw_track(lane, [place(stop) for stop in lane.stops]) for lane in lanes)
    begins = sorted({found[0] for found in places.values() if found})
    return Tracks(tuple(_iter_ticks([(day, scale(day)) for day in begins], labels)), tracks, undated)


def _find_days(stop: Stop) -> tuple[int, int] | None:
    found = parse_edtf(stop.moment.value) if stop.moment.dating != "none" else None
    ends = [day for day in (found.first, found.last) if day is not None] if found else []
    return (ends[0], ends[-1]) if ends else None


def _draw_track(lane: Lane, places: Sequence[tuple[float, float]]) -> Track:
    marks: list[TrackMark] = []
    for stop, (at, end) in zip(lane.stops, places, strict=True):
        y = LEVELS[stop.polarity]
        beside = [mark for mark in marks if abs(mark.at - at) < _NEAR and mark.y == y]
        aside = _STEP * len(beside) * (-1 if at > INWARD else 1)
        marks.append(TrackMark(stop, at, aside, y, end))
    dated = [mark for mark in marks if mark.stop.moment.dating != "none"]
    lines = [TrackLine(a.at, a.y, b.at, b.y, turn=False) for a, b in pairwise(dated) if (a.at, a.y) != (b.at, b.y)]
    return Track(lane, tuple(marks), (*lines, *_iter_turns(dated)))


def _iter_turns(marks: Sequence[TrackMark]) -> Iterator[TrackLine]:
    """From the last mark on the other side to where the actor changed sides."""
    for number, mark in enumerate(marks):
        against = [m for m in marks[:number] if m.stop.polarity == -mark.stop.polarity]
        if mark.stop.turn and against:
            yield TrackLine(against[-1].at, against[-1].y, mark.at, mark.y, turn=True)


def _iter_ticks(places: Sequence[tuple[int, float]], labels: Labels) -> Iterator[AxisTick]:
    """The first and the last date, and of those between as many as do not touch each other."""
    wide, narrow = _thin(places, APART), _thin(places, APART_NARROW)
    for day, at in places:
        if day in wide:
            words = format_date(date.fromordinal(day).isoformat(), labels, short=True)
            anchor = "start" if at < 12 else "end" if at > 88 else "middle"
            yield AxisTick(at, words, anchor, day in narrow)


def _thin(places: Sequence[tuple[int, float]], apart: float) -> set[int]:
    (first, here), (last, end) = places[0], places[-1]
    kept = {first, last}
    for day, at in places[1:-1]:
        if at - here >= apart and end - at >= apart:
            kept.add(day)
            here = at
    return kept
