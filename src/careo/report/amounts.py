"""Figures as amounts: a word for how they bound, the number, the unit."""

from __future__ import annotations

from careo.model import Figure
from careo.report.labels import Labels
from careo.report.numbers import format_bounds, format_percent


def format_amount(figure: Figure, labels: Labels) -> str:
    """``más de 31.000``, ``25.000–30.000``, ``38 %``; an increment begins with a plus."""
    word = labels("comparator", figure.comparator)
    bounds = format_bounds(figure.low, figure.high, labels.language)
    if figure.unit == "percent" and bounds:
        bounds = format_percent(bounds, labels.language)
    amount = f"{'+' if figure.additional else ''}{bounds}" if bounds else figure.text
    return f"{word} {amount}".strip()
