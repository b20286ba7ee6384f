"""The table of weights: features with a score and a reason each, and the threshold that decides."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from careo.errors import PackError

_KEYS = {"name", "score", "reason"}


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a pair: what it adds to the score, and why."""

    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Weights:
    """All features by name, and the score from which on a pair is one."""

    threshold: float
    features: dict[str, Feature]

    def score(self, names: Iterable[str]) -> float:
        """The sum of the scores of the features that hold; KeyError for a name that is not in the table."""
        return sum(self.features[name].score for name in names)

    def decide(self, names: Iterable[str]) -> bool:
        """Whether the features that hold make the pair one."""
        return self.score(names) >= self.threshold


@cache
def load_weights(file: str = "weights.toml") -> Weights:
    """The table that ships with careo; PackError with all that is wrong with it."""
    tables = tomllib.loads((resources.files("careo.link") / file).read_text("utf-8"))
    problems = sorted(_find_problems(tables))
    if problems:
        raise PackError("\n".join(f"{file}: {problem}" for problem in problems))
    return Weights(float(tables["threshold"]), {row["name"]: Feature(**row) for row in tables["feature"]})


def _find_problems(tables: dict[str, Any]) -> Iterable[str]:
    if not isinstance(tables.get("threshold"), int | float):
        yield f"threshold = {tables.get('threshold')!r}: give a number"
    seen: set[str] = set()
    for number, row in enumerate(tables.get("feature", []), 1):
        name = row.get("name", "?")
        if row.keys() != _KEYS:
            yield f"[[feature]] number {number} ({name}): keys are {', '.join(sorted(_KEYS))}"
        if name in seen:
            yield f"[[feature]] number {number} ({name}): stands twice"
        seen.add(name)
