"""Ranges of figures: where they lie, and whether they meet.

A figure that somebody gives as *unos 12.000* or *12.000* is no claim that there were not 11.900: it is given to its last
significant digit. How far that goes is the only tolerance there is; a bound that is named (*más de*, *entre … y …*) is kept as it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from careo.model import Comparator, Figure

APPROXIMATE: Final = 0.1
"""How far an approximate figure may lie off, as a share of it, at least: reporters round *unos* to one or two digits."""

EXACT_BELOW: Final = 100
"""Under this a bare number counts one by one: 30 dead are not 31."""


@dataclass(frozen=True, slots=True)
class Range:
    """What a figure claims, from ``low`` to ``high`` (infinite where open), and ``reach``, the same with the tolerance of its rounding."""

    low: float
    high: float
    reach: tuple[float, float]

    @property
    def point(self) -> float:
        """The middle, or the bound that is known."""
        if math.isinf(self.high):
            return self.low
        return self.high if math.isinf(self.low) else (self.low + self.high) / 2

    def meets(self, other: Range) -> bool:
        """Whether one number can satisfy both."""
        return self.reach[0] <= other.reach[1] and other.reach[0] <= self.reach[1]

    def equals(self, other: Range) -> bool:
        """Whether they name the same bounds."""
        return self.low == other.low and self.high == other.high

    def lies_in(self, other: Range) -> bool:
        """Whether this one says more: it lies inside the other, and is narrower."""
        return other.low <= self.low and self.high <= other.high and not self.equals(other)


def make_range(figure: Figure) -> Range | None:
    """The range of a figure; None where it has no bound at all."""
    if figure.low is None and figure.high is None:
        return None
    low = -math.inf if figure.low is None else float(figure.low)
    high = math.inf if figure.high is None else float(figure.high)
    return Range(low, high, _reach(low, high, figure.comparator))


def _reach(low: float, high: float, comparator: Comparator) -> tuple[float, float]:
    """*más de 12.000* does not hold 12,000 itself; *unos* and round numbers reach beyond what they name."""
    if comparator == "~":
        return low - max(_rounding(low), APPROXIMATE * abs(low)), high + max(_rounding(high), APPROXIMATE * abs(high))
    if comparator == ">":
        return math.nextafter(low, math.inf), high
    if comparator == "<":
        return low, math.nextafter(high, -math.inf)
    if comparator == "=":
        return low - _rounding(low), high + _rounding(high)
    return low, high


def _rounding(value: float) -> float:
    """Half a unit of the last significant digit of a round number (two zeros at least); 0 for one that counts."""
    if math.isinf(value) or value < EXACT_BELOW or value % 100:
        return 0.0
    unit = 100.0
    while value % (unit * 10) == 0:
        unit *= 10
    return unit / 2
