"""Tables of weights: features with a score and a reason each, and the threshold that decides. One table for each kind of question."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from careo.errors import PackError

QUANTITIES: Final = "quantities.toml"
PROPOSITIONS: Final = "propositions.toml"

_KEYS = {"name", "score", "reason"}
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature of a pair adds to its score, and why."""

    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of all features by their names, and the score from which on a pair is one."""

    threshold: float
    features: dict[str, Weight]

    def score(self, names: Iterable[str]) -> float:
        """The sum of the scores of the features that hold, rounded so that the order of adding leaves no trace.

        KeyError for a name that is not in the table.
        """
        return round(sum(self.features[name].score for name in names), _DIGITS)

    def decide(self, names: Iterable[str]) -> bool:
        """Whether the features that hold make the pair one."""
        return self.score(names) >= self.threshold


@cache
def load_weights(file: str) -> Weights:
    """A table that ships with careo, :data:`QUANTITIES` or :data:`PROPOSITIONS`; PackError with all that is wrong with it."""
    tables = tomllib.loads((resources.files("careo.link") / file).read_text("utf-8"))
    problems = sorted(find_problems(tables))
    if problems:
        raise PackError("\n".join(f"{file}: {problem}" for problem in problems))
    return Weights(float(tables["threshold"]), {row["name"]: Weight(**row) for row in tables["feature"]})


def find_problems(tables: dict[str, Any]) -> Iterable[str]:
    """What is wrong with a table as it was read: each problem with the row that has it."""
    if not isinstance(tables.get("threshold"), int | float):
        yield f"threshold = {tables.get('threshold')!r}: give a number"
    seen: set[str] = set()
    for number, row in enumerate(tables.get("feature", []), 1):
        name = row.get("name", "?")
        place = f"[[feature]] number {number} ({name})"
        if row.keys() != _KEYS:
            yield f"{place}: keys are {', '.join(sorted(_KEYS))}"
        elif not isinstance(row["score"], int | float) or isinstance(row["score"], bool):
            yield f"{place}: score = {row['score']!r}: give a number"
        elif not isinstance(row["reason"], str) or not row["reason"].strip():
            yield f"{place}: say why in reason"
        if name in seen:
            yield f"{place}: stands twice"
        seen.add(name)
