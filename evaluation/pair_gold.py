"""Reviewed pairs as values: figures and statements of one topic that contradict each other, and those that only look like it.

`contradictions.yaml` lies in a gold folder. A pair is `[article, text, text]` or `[article, text, article, text]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

FILE = "contradictions.yaml"
FIGURES, STATEMENTS = "figures", "statements"

Judgment = Literal["rivals", "open", "alike"]
"""Cannot both be true; may be read either way; only look as if they could not."""


@dataclass(frozen=True, slots=True)
class GoldSide:
    """What a text names in an article: the figures that it touches, or the statements that cover it."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two figures or two statements (``about``) as a careful reader sees them; ``kind`` is what makes an alike pair look like rivals."""

    about: str
    judgment: Judgment
    left: GoldSide
    right: GoldSide
    kind: str = ""


def load_gold_pairs(gold: Path) -> tuple[GoldPair, ...]:
    """The reviewed pairs of a gold folder, none where it has no file of them; ValueError where a pair is neither three nor four texts."""
    path = gold / FILE
    if not path.is_file():
        return ()
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(pair for about in (FIGURES, STATEMENTS) for pair in _iter_pairs(about, table.get(about) or {}))


def _iter_pairs(about: str, table: Mapping[str, Any]) -> Iterator[GoldPair]:
    for row in table.get("rivals") or ():
        yield _parse_pair(about, "rivals", row)
    for row in table.get("open") or ():
        yield _parse_pair(about, "open", row)
    for kind, rows in (table.get("alike") or {}).items():
        for row in rows:
            yield _parse_pair(about, "alike", row, kind)


def _parse_pair(about: str, judgment: Judgment, row: Sequence[str], kind: str = "") -> GoldPair:
    if len(row) == 3:
        row = [row[0], row[1], row[0], row[2]]
    if len(row) != 4:
        raise ValueError(f"a pair has three or four texts: {row}")
    return GoldPair(about, judgment, GoldSide(row[0], row[1]), GoldSide(row[2], row[3]), kind)
