"""Judgments: what a person decided about actors. The log of them only grows; taking one back is another entry."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

JudgmentKind = Literal["merge", "split", "undo"]
"""``merge``: all sides are one actor; ``split``: no two sides are; ``undo``: an earlier entry holds no more."""

Mention = tuple[str, str]
"""A name as claims have it, and the article where it stands so; the article is empty where it means the name wherever it stands."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """An entry of the log: ``by`` whom, ``when`` (ISO 8601), ``why``, on which names.

    ``sides``: for each actor spoken of the mentions that stand for it. ``undoes``: the entry that an undo takes back. ``before`` and
    ``after``: the ids of the actors that the mentions stood for, and stand for by this entry.
    """

    id: str
    kind: JudgmentKind
    by: str
    when: str
    why: str
    sides: tuple[tuple[Mention, ...], ...] = ()
    undoes: str | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def make_judgment(
    kind: JudgmentKind,
    sides: Iterable[Iterable[Mention]] = (),
    *,
    by: str,
    when: str,
    why: str,
    undoes: str | None = None,
) -> Judgment:
    """A judgment whose id is a hash of all that it says."""
    rows = tuple(tuple(side) for side in sides)
    said = json.dumps([kind, rows, undoes, by, when, why], ensure_ascii=False)
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return Judgment(f"j-{digest[:20]}", kind, by, when, why, rows, undoes)


def find_in_force(log: Iterable[Judgment]) -> tuple[Judgment, ...]:
    """The entries that no entry in force takes back, in their order; an undo that is itself undone takes nothing back."""
    entries = tuple(log)
    undone: set[str] = set()
    for entry in reversed(entries):  # what takes an entry back stands behind it
        if entry.undoes is not None and entry.id not in undone:
            undone.add(entry.undoes)
    return tuple(entry for entry in entries if entry.id not in undone)
