"""From a temporal expression to the stretch of the calendar that it means, against the publication and what the text spoke of last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from careo.analyze import calendar
from careo.analyze.calendar import Stretch
from careo.analyze.expressions import Expression

Direction = Literal["past", "latest", "nearest", "soonest", "next"]
"""For names that come round: strictly before, on or before, the nearest one, on or after, strictly after the reference."""

_PRECISION_OF_NAME: Final = {
    "weekday": "day",
    "date": "day",
    "day": "day",
    "month": "month",
    "season": "month",
    "part": "month",
}
_NEAR: Final = 100  # days that an event may lie ahead of its announcement (*las elecciones del 28 de julio*)


@dataclass(frozen=True, slots=True)
class Context:
    """What the words count from. ``told``: what the text spoke of, the last first. ``direction``: by the tense, where words leave it."""

    published: Stretch | None
    told: tuple[Stretch, ...] = ()
    direction: Direction = "latest"


def resolve_value(expression: Expression, context: Context) -> Stretch | None:
    """The stretch meant by ``expression``; None where it cannot be known."""
    rule = _RULES.get(expression.pattern.rule)
    return rule(expression, context) if rule else None


def _reference(expression: Expression, context: Context, precision: str) -> date | None:
    """The day to count from, if it is known at ``precision``. Without a narrative it is the publication."""
    told = expression.pattern.reference == "narrative" or expression.values.get("year_shift") == "same"
    base = (find_told(context, precision) if told else None) or context.published
    if base is None or not calendar.at_least_as_fine(base, precision):
        return None
    return base.end


def find_told(context: Context, unit: str) -> Stretch | None:
    """What the text spoke of last that is known well enough to count units of ``unit`` from it."""
    return next((s for s in context.told if calendar.at_least_as_fine(s, unit)), None)


def _direction(expression: Expression, context: Context) -> Direction:
    """What the words ask for outranks the tense."""
    values = expression.values
    if expression.pattern.direction == "past" or values.keys() & {"past", "last"}:
        return "past"
    if expression.pattern.direction == "next" or "next" in values:
        return "next"
    if expression.pattern.reference == "narrative":
        return "latest"
    return "soonest" if "forward" in expression.effects and not _is_until(expression) else context.direction


def _is_until(expression: Expression) -> bool:
    return "until" in expression.effects


def _choose(candidates: list[Stretch | None], reference: date, direction: Direction) -> Stretch | None:
    """The candidate that ``direction`` asks for."""
    known = sorted((c for c in candidates if c), key=lambda c: c.start)
    before, held = [c for c in known if c.end < reference], [c for c in known if c.start <= reference <= c.end]
    after = [c for c in known if c.start > reference]
    if direction == "past":
        return before[-1] if before else None
    if direction == "next":
        return after[0] if after else None
    if held:
        return held[0]
    if direction == "soonest":
        return after[0] if after else None
    if direction == "nearest" and _is_nearer(before, after, reference):
        return after[0]
    return before[-1] if before else None


def _is_nearer(before: list[Stretch], after: list[Stretch], reference: date) -> bool:
    """Whether what lies ahead is nearer than what lies behind, and not far."""
    if not after or (after[0].start - reference).days > _NEAR:
        return False
    return not before or (after[0].start - reference) < (reference - before[-1].end)


def _int(expression: Expression, kind: str) -> int | None:
    value = expression.values.get(kind)
    return value if isinstance(value, int) else None


def _year(expression: Expression, context: Context) -> int | None:
    """The year that the words name, in digits or from the publication."""
    if (year := _int(expression, "year")) is not None:
        return year
    if (short := _int(expression, "year_short")) is not None:
        latest = context.published.end.year + 1 if context.published else 2068
        year = latest - latest % 100 + short
        return year if year <= latest else year - 100
    shift = expression.values.get("year_shift")
    reference = _reference(expression, context, "year")
    if shift is None or reference is None:
        return None
    return reference.year + (shift if isinstance(shift, int) else 0)


def _asks_year(expression: Expression) -> bool:
    return bool(expression.values.keys() & {"year", "year_short", "year_shift"})


def _resolve_day(expression: Expression, context: Context) -> Stretch | None:
    if _int(expression, "day") and _int(expression, "month"):
        return _resolve_date(expression, context)
    reference = _reference(expression, context, "day")
    day = calendar.shift_days(reference, expression.pattern.shift) if reference else None
    return calendar.make_day(day) if day else None


def _resolve_weekday(expression: Expression, context: Context) -> Stretch | None:
    number, reference = _int(expression, "weekday"), _reference(expression, context, "day")
    if number is None or reference is None:
        return None
    shift = _int(expression, "week_shift")
    if shift is not None:
        monday = calendar.shift_days(reference, 7 * shift - reference.weekday())
        day = calendar.shift_days(monday, number - 1) if monday else None
        return calendar.make_day(day) if day else None
    first = number - 1 - reference.weekday()
    days = [calendar.shift_days(reference, first + 7 * week) for week in (-2, -1, 0, 1, 2)]
    direction = _direction(expression, context)
    return _choose(
        [calendar.make_day(d) for d in days if d], reference, "latest" if direction == "nearest" else direction
    )


def _resolve_date(expression: Expression, context: Context) -> Stretch | None:
    day = _int(expression, "day") or _int(expression, "day_number")
    month = _int(expression, "month") or _int(expression, "month_short") or _int(expression, "month_number")
    if day is None:
        return None
    first = _resolve_one_date(expression, context, day, month)
    last_day = _int(expression, "day2")
    if last_day is None or first is None:
        return first
    return calendar.make_interval(first, calendar.make_date(first.start.year, first.start.month, last_day))


def _resolve_one_date(expression: Expression, context: Context, day: int, month: int | None) -> Stretch | None:
    if _asks_year(expression):
        year = _year(expression, context)
        return calendar.make_date(year, month, day) if year and month else None
    reference = _reference(expression, context, "day" if month is None else "month")
    if reference is None:
        return None
    if month is None:
        months = [calendar.shift_months(reference.replace(day=1), n) for n in (-2, -1, 0, 1, 2)]
        candidates = [calendar.make_date(m.year, m.month, day) for m in months if m]
    else:
        candidates = [calendar.make_date(reference.year + n, month, day) for n in (-8, -4, -1, 0, 1, 4, 8)]
    if (weekday := _int(expression, "weekday")) is not None:
        fitting = [
            c for c in candidates if c and c.start.isoweekday() == weekday and abs((c.start - reference).days) < 400
        ]
        if len(fitting) == 1:
            return fitting[0]
    return _choose(candidates, reference, _direction(expression, context))


def _resolve_month(expression: Expression, context: Context) -> Stretch | None:
    month = _int(expression, "month")
    if month is None:
        return None
    if _asks_year(expression):
        year = _year(expression, context)
        return calendar.make_month(year, month) if year else None
    reference = _reference(expression, context, "month")
    if reference is None:
        return None
    return _choose(
        [calendar.make_month(reference.year + n, month) for n in (-1, 0, 1)], reference, _direction(expression, context)
    )


def _resolve_season(expression: Expression, context: Context) -> Stretch | None:
    code = _int(expression, "season")
    if code is None:
        return None
    if _asks_year(expression):
        year = _year(expression, context)
        return calendar.make_season(year, code) if year else None
    reference = _reference(expression, context, "month")
    if reference is None:
        return None
    direction = _direction(expression, context)
    return _choose([calendar.make_season(reference.year + n, code) for n in (-2, -1, 0, 1)], reference, direction)


def _resolve_part(expression: Expression, context: Context) -> Stretch | None:
    number, unit = _int(expression, "ordinal"), expression.values.get("unit")
    parts = {"quarter": (calendar.make_quarter, 4), "semester": (calendar.make_semester, 2)}
    if number is None or not isinstance(unit, str) or unit not in parts:
        return None
    make, most = parts[unit]
    number = most if number == -1 else number
    if number > most:
        return None
    if _asks_year(expression):
        year = _year(expression, context)
        return make(year, number) if year else None
    reference = _reference(expression, context, "month")
    if reference is None:
        return None
    return _choose([make(reference.year + n, number) for n in (-1, 0, 1)], reference, _direction(expression, context))


def _resolve_year(expression: Expression, context: Context) -> Stretch | None:
    year, last = _int(expression, "year"), _int(expression, "year2")
    if year is None:
        return None
    return (
        calendar.make_interval(calendar.make_year(year), calendar.make_year(last)) if last else calendar.make_year(year)
    )


def _resolve_decade(expression: Expression, context: Context) -> Stretch | None:
    year = _int(expression, "year")
    short = _int(expression, "decade") or _int(expression, "tens")
    return calendar.make_decade(year if year is not None else 1900 + (short or 0))


def _resolve_century(expression: Expression, context: Context) -> Stretch | None:
    number = _int(expression, "roman")
    return calendar.make_century(100 * number - 50) if number else None


def _resolve_unit(expression: Expression, context: Context) -> Stretch | None:
    unit = expression.values.get("unit")
    unit = unit if isinstance(unit, str) else "day"
    reference = _reference(expression, context, unit)
    if reference is None:
        return None
    if unit == "weekend":
        return _resolve_weekend(expression, reference)
    if unit == "fortnight" and expression.pattern.shift < 0:
        current = calendar.make_unit(reference, unit)
        moved = calendar.shift_days(current.start, -1) if current else None
    else:
        moved = calendar.shift_units(reference, unit, expression.pattern.shift)
    return calendar.make_unit(moved, unit) if moved else None


def _resolve_weekend(expression: Expression, reference: date) -> Stretch | None:
    """The last weekend that has begun, the one of this week, or the next to begin."""
    shift = expression.pattern.shift
    if shift < 0:
        moved = calendar.shift_days(reference, -7 if reference.isoweekday() < 7 else 0)
    elif shift == 0:
        moved = calendar.shift_days(reference, -7 if reference.isoweekday() < 3 else 0)
    else:
        moved = calendar.shift_days(reference, 0 if reference.isoweekday() < 6 else 7)
    return calendar.make_unit(moved, "weekend") if moved else None


def _count(expression: Expression) -> float | None:
    """The number of units; None where it is vague. *año y medio* is one and a half, *medio año* a half."""
    if "half_alone" in expression.values:
        return 0.5
    half = 0.5 if "half" in expression.values else 0.0
    if "count" not in expression.values:
        return 1.5 if half else None
    value = expression.values["count"]
    return value + half if isinstance(value, int) and value else None


def _unit(expression: Expression) -> str | None:
    unit = expression.values.get("unit")
    return unit if isinstance(unit, str) else None


_WIDER: Final = {"night": "week", "day": "week", "week": "month", "fortnight": "month", "weekend": "month"}


def _resolve_ago(expression: Expression, context: Context) -> Stretch | None:
    unit, count, shift = _unit(expression), _count(expression), expression.pattern.shift
    reference = _reference(expression, context, unit or "day")
    if unit is None or reference is None:
        return None
    if count is None:
        told = expression.pattern.reference == "narrative"
        return _resolve_vague(unit, reference, shift) if not told or unit in ("second", "minute", "hour") else None
    moved = calendar.shift_units(reference, unit, shift * count)
    stretch = calendar.make_unit(moved, unit) if moved else None
    return calendar.make_day(moved) if moved and unit in ("weekend", "fortnight") else stretch


def _resolve_vague(unit: str, reference: date, shift: int) -> Stretch | None:
    """Some days are less than a week or so, some weeks less than a month or so; some months or years have no bound."""
    if unit in ("second", "minute", "hour"):
        return calendar.make_day(reference)
    if unit in _WIDER:
        far = calendar.shift_units(reference, _WIDER[unit], shift)
        days = sorted([far, reference]) if far else []
        return calendar.make_interval(calendar.make_day(days[0]), calendar.make_day(days[1])) if days else None
    here = calendar.make_unit(reference, "month" if unit == "month" else "year")
    return calendar.make_interval(None, here) if shift < 0 else calendar.make_interval(here, None)


def _resolve_last(expression: Expression, context: Context) -> Stretch | None:
    unit, count, shift = _unit(expression), _count(expression), expression.pattern.shift
    plural = "count" not in expression.values and expression.pattern.name != "last_unit"
    reference = _reference(expression, context, unit or "day")
    if unit is None or reference is None:
        return None
    if count is None and (plural or "count" in expression.values):
        return _resolve_vague(unit, reference, shift)
    far = calendar.shift_units(reference, unit, shift * (count or 1))
    if far is None:
        return None
    coarse = unit if unit in ("year", "decade", "century", "five_years") and (count or 1) > 1 else "day"
    if unit == "month" and (count or 1) > 1:
        coarse = "month"
    first, last = sorted([far, reference])
    if first == last:
        return calendar.make_day(last)
    return calendar.make_interval(calendar.make_unit(first, coarse), calendar.make_unit(last, coarse))


def _resolve_same(expression: Expression, context: Context) -> Stretch | None:
    unit = _unit(expression)
    told = find_told(context, unit) if unit else None
    return calendar.make_unit(told.start, unit) if told and unit else None


def _resolve_part_of_day(_: Expression, context: Context) -> Stretch | None:
    """*por la tarde* is the day that the text spoke of last, else that of the publication."""
    base = find_told(context, "day") or context.published
    return base if base and base.precision == "day" else None


_RULES: Final[dict[str, Callable[[Expression, Context], Stretch | None]]] = {
    "day": _resolve_day,
    "weekday": _resolve_weekday,
    "date": _resolve_date,
    "month": _resolve_month,
    "season": _resolve_season,
    "part": _resolve_part,
    "year": _resolve_year,
    "decade": _resolve_decade,
    "century": _resolve_century,
    "unit": _resolve_unit,
    "ago": _resolve_ago,
    "last": _resolve_last,
    "same": _resolve_same,
    "part_of_day": _resolve_part_of_day,
}
