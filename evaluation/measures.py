"""From counts to measures: precision, recall and F1, and shares, each between 0 and 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# share: (right, out of)
SHARES = {
    "stance": ("stance", "content"),
    "quotation": ("quotation", "content"),
    "said": ("said", "said asked"),
    "via": ("via", "via asked"),
    "category": ("category", "figures"),
    "of": ("of", "figures"),
    "who": ("who", "figures"),
    "figure+": ("figure+", "figures asked"),
    "passage": ("passages", "passages asked"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its value (an F1 where it has a precision and a recall), and out of how many rows."""

    name: str
    value: float
    rows: int
    precision: float | None = None
    recall: float | None = None


def share(right: int, asked: int) -> float:
    """The share that is right; 1.0 where nothing was asked."""
    return right / asked if asked else 1.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0.0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def balanced(name: str, precision: float, recall: float, rows: int) -> Measure:
    return Measure(name, f1(precision, recall), rows, precision, recall)


def compute_measures(n: Mapping[str, int]) -> dict[str, Measure]:
    """The measures of a tally, in the order in which they are shown."""
    asked, given, explained = n["claims asked"], n["claims given"], n["claims explained"]
    wrong_source = n["content"] - n["attribution"]
    measures = [
        balanced("content", share(explained, given), share(n["content"], asked), asked),
        balanced("attribution", share(explained - wrong_source, given), share(n["attribution"], asked), asked),
        balanced(
            "figure",
            share(n["figures explained"], n["figures given"]),
            share(n["figures"], n["figures asked"]),
            n["figures asked"],
        ),
    ]
    measures += [Measure(name, share(n[right], n[out_of]), n[out_of]) for name, (right, out_of) in SHARES.items()]
    return {measure.name: measure for measure in measures}
