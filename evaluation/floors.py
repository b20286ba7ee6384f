"""Floors under the measures, and how they are kept from sinking unnoticed.

`floors.toml` is written by people: for each set a floor a measure, aims where there are any, and an entry for every floor that
was ever lowered, with its reason. `highest.toml` is written by `python -m evaluation.gate --record` alone: the highest floor that
each measure has had. A floor below its highest needs its entry; a floor that is gone counts as lowered to nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Floors = dict[str, dict[str, float]]
SHORTEST_REASON = 20


@dataclass(frozen=True, slots=True)
class Lowering:
    """One floor that was lowered on purpose."""

    set: str
    measure: str
    floor: float
    reason: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What floors.toml says."""

    floors: Floors
    aims: Floors
    lowered: tuple[Lowering, ...]


def load_rules(path: Path) -> Rules:
    """Read floors.toml; raises KeyError or ValueError where an entry is incomplete or a number is none."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = sorted(set(table) - {"floors", "aims", "lowered"})
    if unknown:
        raise ValueError(f"{path.name}: unknown keys {', '.join(unknown)}; known are floors, aims, lowered")
    lowered = tuple(
        Lowering(row["set"], row["measure"], float(row["to"]), row["reason"]) for row in table.get("lowered", ())
    )
    return Rules(numbers(table.get("floors", {})), numbers(table.get("aims", {})), lowered)


def load_highest(path: Path) -> Floors:
    return numbers(tomllib.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def numbers(table: Mapping[str, Mapping[str, float]]) -> Floors:
    return {name: {measure: float(value) for measure, value in row.items()} for name, row in table.items()}


def find_unexplained(rules: Rules, highest: Floors) -> list[str]:
    """Every floor that is lower than it has been without an entry that says why, as messages."""
    problems = []
    explained = {(row.set, row.measure, row.floor) for row in rules.lowered if len(row.reason) >= SHORTEST_REASON}
    for name, row in highest.items():
        for measure, before in row.items():
            now = rules.floors.get(name, {}).get(measure, 0.0)
            if now < before and (name, measure, now) not in explained:
                problems.append(
                    f"the floor of {name} {measure} sank from {before} to {now}: raise it again, or add to floors.toml\n"
                    f'    [[lowered]]\n    set = "{name}"\n    measure = "{measure}"\n    to = {now}\n    reason = "…"'
                )
    return problems


def find_unrecorded(rules: Rules, highest: Floors) -> list[str]:
    """Every floor that is higher than recorded, as messages."""
    return [
        f"the floor of {name} {measure} rose to {floor}: run python -m evaluation.gate --record"
        for name, row in rules.floors.items()
        for measure, floor in row.items()
        if floor > highest.get(name, {}).get(measure, 0.0)
    ]


def render_highest(floors: Floors, highest: Floors) -> str:
    """The text of highest.toml after the floors of today."""
    lines = ["# The highest floor that each measure has had. Written by: python -m evaluation.gate --record"]
    for name in sorted(floors.keys() | highest.keys()):
        row, before = floors.get(name, {}), highest.get(name, {})
        lines += ["", f"[{name}]"]
        lines += [
            f'"{measure}" = {max(row.get(measure, 0.0), before.get(measure, 0.0))}'
            for measure in sorted(row.keys() | before.keys())
        ]
    return "\n".join(lines) + "\n"
