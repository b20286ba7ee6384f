"""Where the marks of a chart stand on paper: plain numbers (pixels of an SVG view box), ready for a template."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from careo.report.dates import format_date
from careo.report.dossier.values import Chart, Mark
from careo.report.labels import Labels
from careo.report.numbers import format_number

WIDTH, HEIGHT = 520.0, 340.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 508.0, 30.0, 296.0
STEP = 22.0
"""Pixels between two marks of one day, where there is room."""
_ARROW = 30.0
_LABEL = 92.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and its words; ``anchor`` is SVG's ``text-anchor``."""

    at: float
    words: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark with its place. ``top`` and ``bottom`` are its ends (equal for a point), ``up`` and ``down`` where it is open.

    ``foot`` is the height of what an increment adds to.
    """

    mark: Mark
    x: float
    top: float
    bottom: float
    up: bool
    down: bool
    foot: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """From a mark to the next one of its claimant."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: int
    event: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart on paper."""

    rows: tuple[Tick, ...]
    columns: tuple[Tick, ...]
    divisions: tuple[float, ...]
    lines: tuple[Line, ...]
    marks: tuple[DrawnMark, ...]
    width: float = WIDTH
    height: float = HEIGHT
    numbered: bool = True


def draw(chart: Chart, labels: Labels) -> Drawing:
    """Place the marks of a chart: time from left to right, what has no date at the end; amounts upwards."""
    values = [value for mark in chart.marks for value in mark.ends]
    ticks = _log_ticks(min(values), max(values)) if chart.log else _linear_ticks(min(values), max(values))
    scale = _make_scale(ticks[0], ticks[-1], log=chart.log)
    columns, divisions, places = _place(chart.marks, labels)
    drawn = tuple(_draw_mark(mark, places[mark.number], scale) for mark in chart.marks)
    rows = tuple(Tick(round(scale(tick), 1), _shorten(tick, labels)) for tick in ticks)
    return Drawing(rows, columns, divisions, _draw_lines(drawn), drawn, numbered=len(drawn) <= 40)


def _make_scale(low: float, high: float, *, log: bool) -> Callable[[float], float]:
    place = math.log10 if log else float
    first, last = place(low), place(high)
    spread = (last - first) or 1.0
    return lambda value: BOTTOM - (place(max(value, low)) - first) / spread * (BOTTOM - TOP)


def _linear_ticks(low: float, high: float) -> list[float]:
    """From zero, or from a round number below where all is far from it, to a round number above."""
    start = 0.0 if low < 0.5 * high or low == high else low
    rough = max(high - start, 1e-9) / 4
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough)
    first = math.floor(start / step)
    last = math.ceil(high / step)
    return [step * number for number in range(first, max(last, first + 1) + 1)]


def _log_ticks(low: float, high: float) -> list[float]:
    """Powers of ten; where they are few, the round numbers between them, too. From one below the least to one above the greatest."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    factors = (1.0,) if last - first > 4 else (1.0, 2.0, 5.0)
    ticks = [factor * 10.0**power for power in range(first, last + 1) for factor in factors]
    start = max((number for number, tick in enumerate(ticks) if tick <= low), default=0)
    end = next((number for number, tick in enumerate(ticks) if tick >= high and number > start), len(ticks) - 1)
    return ticks[start : end + 1]


def _shorten(value: float, labels: Labels) -> str:
    return format_number(round(value, 6), labels.language)


def _place(marks: Sequence[Mark], labels: Labels) -> tuple[tuple[Tick, ...], tuple[float, ...], dict[int, float]]:
    """Columns of one day each, as far apart as their days are, and as wide as the marks in them need."""
    columns = [list(group) for _, group in groupby(marks, key=lambda mark: mark.days[0] if mark.days else None)]
    needs = [len(column) * STEP for column in columns]
    room = RIGHT - LEFT
    shrink = min(1.0, room / sum(needs))
    gaps = _share(columns, max(0.0, room - sum(needs) * shrink))
    places: dict[int, float] = {}
    centers: list[float] = []
    divisions: list[float] = []
    edge = LEFT
    for column, need, gap in zip(columns, needs, gaps, strict=True):
        if centers:
            divisions.append(round(edge + gap / 2, 1))
        edge += gap
        width = need * shrink
        for number, mark in enumerate(column):
            places[mark.number] = round(edge + width * (number + 0.5) / len(column), 1)
        centers.append(edge + width / 2)
        edge += width
    return tuple(_label(columns, centers, labels)), tuple(divisions), places


def _share(columns: Sequence[Sequence[Mark]], room: float) -> list[float]:
    """The room before each column: what is over, by the days between; a fixed share for each so that none vanishes."""
    days = [column[0].days[0] if column[0].days else None for column in columns]
    spans = [0.0]
    for before, day in pairwise(days):
        spans.append(math.sqrt(day - before) if day is not None and before is not None else 1.0)
    total = sum(spans)
    if not total:
        return [room / 2] + [0.0] * (len(columns) - 1)
    margin = room * 0.16
    return [
        margin / 2 + (room - margin) * span / total if not number else (room - margin) * span / total
        for number, span in enumerate(spans)
    ]


def _label(columns: Sequence[Sequence[Mark]], centers: Sequence[float], labels: Labels) -> list[Tick]:
    ticks: list[Tick] = []
    free = LEFT - 40
    for number, (column, center) in enumerate(zip(columns, centers, strict=True)):
        last = number == len(columns) - 1
        days = column[0].days
        words = _name_column(column, days, labels)
        at = min(center, RIGHT - _LABEL / 2 + 8)
        crowded = at - _LABEL / 2 < free
        if crowded and last and ticks:
            ticks.pop()
        if last or not crowded:
            ticks.append(Tick(round(at, 1), words))
            free = at + _LABEL / 2
    return ticks


def _name_column(column: Sequence[Mark], days: tuple[int, int] | None, labels: Labels) -> str:
    """The day on which a column begins; where all that is known of it is the month or the year, that."""
    values = {mark.moment.value for mark in column}
    value = next(iter(values)) if len(values) == 1 else None
    if value is not None and len(value) <= len("2024-10"):
        return format_date(value, labels, short=True)
    return format_date(date.fromordinal(days[0]).isoformat(), labels, short=True) if days else labels("dating", "none")


def _draw_mark(mark: Mark, x: float, scale: Callable[[float], float]) -> DrawnMark:
    low, high = mark.ends[0], mark.ends[-1]
    top, bottom = round(scale(high), 1), round(scale(low), 1)
    up, down = mark.high is None, mark.low is None
    if up:
        top = max(TOP - 16, round(bottom - _ARROW, 1))
    if down:
        bottom = min(BOTTOM, round(top + _ARROW, 1))
    foot = None if mark.base is None else round(scale(mark.base), 1)
    return DrawnMark(mark, x, top, bottom, up, down, foot)


def _draw_lines(drawn: Sequence[DrawnMark]) -> tuple[Line, ...]:
    places: Mapping[int, DrawnMark] = {mark.mark.number: mark for mark in drawn}
    lines = []
    for to in drawn:
        start = places.get(to.mark.after) if to.mark.after is not None else None
        if start is not None:
            lines.append(Line(start.x, _middle(start), to.x, _middle(to), to.mark.tone, to.mark.event or ""))
    return tuple(lines)


def _middle(mark: DrawnMark) -> float:
    if mark.up:
        return mark.bottom
    return mark.top if mark.down else round((mark.top + mark.bottom) / 2, 1)
