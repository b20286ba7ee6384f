"""Gold disputes as values: which figures answer one question, and who stands where on which proposition.

`disputes.yaml` lies beside the gold of the articles. Figures are named by article and gold text, stances by article and who.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = "disputes.yaml"


@dataclass(frozen=True, slots=True)
class GoldMember:
    """A figure that takes part in a question. ``component`` is the category of a part of what is asked for: the killed, of
    the killed or wounded.
    """

    article: str
    text: str
    additional: bool = False
    part_of: str | None = None
    component: str | None = None

    @property
    def is_role(self) -> bool:
        """Whether it is no rival of the totals: a part, an increment, another category."""
        return self.additional or self.part_of is not None or self.component is not None


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A quantity in question; ``origins`` is the number of independent origins, where the gold gives one."""

    question: str
    figures: tuple[GoldMember, ...]
    verdict: str
    origins: int | None = None


@dataclass(frozen=True, slots=True)
class GoldStance:
    """Somebody who takes a stand."""

    article: str
    who: str


@dataclass(frozen=True, slots=True)
class GoldProposition:
    """A proposition in question; ``reversals`` are the actors that changed sides, ``contradiction`` says that it is contested."""

    proposition: str
    stances: tuple[GoldStance, ...]
    reversals: tuple[str, ...] = ()
    contradiction: bool = False


@dataclass(frozen=True, slots=True)
class GoldDisputes:
    """What the articles of a set come to."""

    quantities: tuple[GoldQuestion, ...]
    positions: tuple[GoldProposition, ...]


def load_gold_disputes(gold: Path) -> GoldDisputes | None:
    """The disputes of a gold folder; None where it has none. KeyError where a row lacks a field."""
    path = gold / FILE
    if not path.is_file():
        return None
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return GoldDisputes(
        tuple(parse_question(row) for row in table.get("quantities") or ()),
        tuple(parse_proposition(row) for row in table.get("positions") or ()),
    )


def parse_question(row: Mapping[str, Any]) -> GoldQuestion:
    return GoldQuestion(row["question"], tuple(map(parse_member, row["figures"])), row["verdict"], row.get("origins"))


def parse_member(row: Mapping[str, Any]) -> GoldMember:
    return GoldMember(
        row["article"], row["text"], "additional" in row, row.get("part_of"), row.get("component")
    )  # fmt: skip


def parse_proposition(row: Mapping[str, Any]) -> GoldProposition:
    stances = tuple(GoldStance(stance["article"], stance["who"]) for stance in row["stances"])
    return GoldProposition(row["proposition"], stances, tuple(row.get("reversals", ())), bool(row.get("contradiction")))
