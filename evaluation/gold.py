"""Gold annotations as values: what a careful reader found in an article, and which names mean the same actor.

A gold folder holds one YAML file an article and `entities.yaml`. The format is described in evaluation/README.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ARTICLES_OF_NOUNS = frozenset({"el", "la", "los", "las", "un", "una", "the", "a", "an"})
Span = tuple[int, int]


def fold(text: str | None) -> str:
    """A name without what tells no two names apart: case, accents, punctuation, articles."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode("ascii").casefold()
    return " ".join(word for word in re.findall(r"[a-z0-9]+", plain) if word not in ARTICLES_OF_NOUNS)


def find_all(text: str, needle: str) -> list[Span]:
    """Every place where `needle` stands in `text`, to the letter."""
    return [match.span() for match in re.finditer(re.escape(needle), text)]


class Names:
    """The forms under which each actor may be named."""

    def __init__(self, table: Mapping[str, Iterable[str] | None]) -> None:
        self._forms = {name: {fold(form) for form in (name, *(aliases or ()))} for name, aliases in table.items()}

    def same(self, wanted: str | None, found: Iterable[str | None]) -> bool:
        """Whether any of the forms that a system gives (canonical name, text of the mention) means `wanted`.

        A whole name inside a longer mention counts (*portavoz del Kremlin, Dmitry Peskov*), unless it is one short word.
        """
        forms = self._forms.get(wanted or "", {fold(wanted)})
        given = {fold(form) for form in found if form}
        if forms & given:
            return True
        distinct = [form for form in forms if " " in form or len(form) > 5]
        return any(f" {form} " in f" {mention} " for form in distinct for mention in given)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One claim that the article puts in somebody else's mouth."""

    who: str
    cue: tuple[str, ...]
    content: str
    quote: str
    stance: tuple[str, ...]
    source: str | None = None
    said: str | None = None
    via: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One count that somebody could dispute."""

    text: str
    low: float | None
    high: float | None
    comparator: str
    counts: str | None
    category: str | None
    of: str | None
    who: str | None
    additional: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that is not body text."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article."""

    article: str
    text: str
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    passages: tuple[Passage, ...]
    asides: tuple[Span, ...] = field(default=())

    def in_body(self, start: int) -> bool:
        """Whether an offset lies outside every gold passage."""
        return not any(low <= start < high for low, high in self.asides)


def several(value: object) -> tuple[str, ...]:
    """A YAML value that may be one string or a list of them."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)  # type: ignore[attr-defined]


def parse_attribution(row: Mapping[str, Any]) -> Attribution:
    return Attribution(
        who=row["who"],
        cue=several(row["cue"]),
        content=row["content"],
        quote=row["quote"],
        stance=several(row["stance"]),
        source=row.get("source"),
        said=str(row["said"]) if row.get("said") else None,
        via=several(row.get("via")),
        optional=bool(row.get("optional", False)),
    )


def parse_figure(row: Mapping[str, Any]) -> Figure:
    return Figure(
        text=row["text"],
        low=row["low"],
        high=row["high"],
        comparator=row["comparator"],
        counts=row.get("counts"),
        category=row["category"],
        of=row["of"],
        who=row["who"],
        additional=bool(row.get("additional", False)),
    )


def parse_gold(row: Mapping[str, Any], text: str) -> Gold:
    passages = tuple(Passage(item["role"], item["text"]) for item in row.get("passages") or ())
    starts = [(text.find(passage.text), len(passage.text)) for passage in passages]
    return Gold(
        article=row["article"],
        text=text,
        attributions=tuple(parse_attribution(item) for item in row["attributions"] or ()),
        figures=tuple(parse_figure(item) for item in row.get("figures") or ()),
        passages=passages,
        asides=tuple((start, start + length) for start, length in starts),
    )


def load_gold(gold: Path, texts: Path) -> list[Gold]:
    """The annotated articles of a folder, in the order of their file names.

    Raises FileNotFoundError where the text of an article is missing, KeyError where a row lacks a field.
    """
    found = []
    for path in sorted(gold.glob("*.yaml")):
        row = yaml.safe_load(path.read_text(encoding="utf-8"))
        if isinstance(row, dict) and "attributions" in row:
            found.append(parse_gold(row, (texts / f"{row['article']}.txt").read_text(encoding="utf-8")))
    return found


def load_names(gold: Path) -> Names:
    """The actors of a gold folder; an empty table where it has none."""
    path = gold / "entities.yaml"
    return Names(yaml.safe_load(path.read_text(encoding="utf-8")) or {} if path.is_file() else {})
