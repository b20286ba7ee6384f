"""Figures as amounts: a word for how they bound, the number, the unit."""

from __future__ import annotations

from careo.model import Figure
from careo.report.labels import Labels
from careo.report.numbers import format_bounds


def format_amount(figure: Figure, labels: Labels) -> str:
    """``más de 31.000``, ``25.000–30.000``, ``38 %``; an increment begins with a plus."""
    word = labels("comparator", figure.comparator)
    bounds = format_bounds(figure.low, figure.high, labels.language)
    share = "\u00a0%" if figure.unit == "percent" and bounds else ""
    amount = f"{'+' if figure.additional else ''}{bounds}{share}" if bounds else figure.text
    return f"{word} {amount}".strip()
