"""Gold positions as values: who stands for or against what in short stories, and who changed sides.

`positions.yaml` lies in a gold folder. A stance is `[article, who, side, text]`, with the party that is spoken for as a fifth where
it is another; articles go by the number that their file name begins with. A proposition on which one stance alone is taken is a
look-alike: it belongs to no other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = "positions.yaml"
SIDES = {"for": 1, "against": -1, "neither": 0, "open": None}


@dataclass(frozen=True, slots=True)
class GoldStand:
    """Who takes a side (1 for, -1 against, 0 neither, None: may be read either way) with the words ``text``, and for which ``party``."""

    article: str
    who: str
    side: int | None
    text: str
    party: str


@dataclass(frozen=True, slots=True)
class GoldTopic:
    """A proposition with all stands on it; ``reversals`` are the parties that changed sides; ``verdict`` where the gold gives one."""

    proposition: str
    stands: tuple[GoldStand, ...]
    reversals: tuple[str, ...] = ()
    verdict: str | None = None


def load_gold_topics(gold: Path, texts: Sequence[str]) -> tuple[GoldTopic, ...]:
    """The propositions of a gold folder, none where it has no file of them. ``texts``: the names of the articles.

    ValueError where a stance is not four or five values, its side is unknown or its article is not there.
    """
    path = gold / FILE
    if not path.is_file():
        return ()
    articles = {name.partition("_")[0]: name for name in texts}
    return tuple(_parse_topic(row, articles) for row in yaml.safe_load(path.read_text(encoding="utf-8")))


def _parse_topic(row: Mapping[str, Any], articles: Mapping[str, str]) -> GoldTopic:
    stands = tuple(_parse_stand(stance, articles) for stance in row["stances"])
    return GoldTopic(row["proposition"], stands, tuple(row.get("reversals") or ()), row.get("verdict"))


def _parse_stand(row: Sequence[Any], articles: Mapping[str, str]) -> GoldStand:
    if len(row) not in (4, 5) or row[2] not in SIDES or str(row[0]) not in articles:
        raise ValueError(f"a stance is [article, who, {'|'.join(SIDES)}, text] and perhaps a party: {row}")
    return GoldStand(articles[str(row[0])], row[1], SIDES[row[2]], row[3], row[4] if len(row) > 4 else row[1])
