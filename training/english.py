"""Names in English: their extent is read off the tree, since no treebank with names may be used; their type where a list knows it.

English-EWT marks proper nouns by their tag. A name is what CESS-ESP would mark in Spanish: proper nouns side by side that hang
together, with *of* and what it leads to (*University of Essex*), without titles before it, and no day or month.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from training.labels import ANY
from training.phrases import DATA
from training.surgery import find_root_of
from training.treebank import UNKNOWN, Tree

LONGEST_PERSON = 4
"""Words of a person's name at most."""

_JOINS = frozenset({"flat", "compound", "nmod", "goeswith", "case", "punct"})


@cache
def _read_lists() -> tuple[frozenset[str], frozenset[str], Mapping[str, str]]:
    """Words that are no names, titles, and the types of known names and of their first words."""
    data = tomllib.loads((DATA / "english.toml").read_text("utf-8"))
    kinds = {name: kind for kind, names in data["names"].items() for name in names}
    return frozenset(data["calendar"]), frozenset(data["titles"]), kinds


def mark_names(tree: Tree) -> Tree:
    """The sentence with a name tag for every word: ``B-`` and ``I-`` with a type or :data:`~training.labels.ANY`, ``O``, or unknown."""
    calendar, titles, kinds = _read_lists()
    tags = ["O"] * len(tree)
    place = 0
    while place < len(tree):
        end = _find_end(tree, place)
        while place < end and tree[place].form.rstrip(".") in titles:
            tags[place] = UNKNOWN
            place += 1
        if place < end and not any(tree[n].form in calendar for n in range(place, end)):
            kind = _find_kind(tree, place, end, kinds)
            tags[place] = f"B-{kind}"
            tags[place + 1 : end] = [f"I-{kind}"] * (end - place - 1)
        elif place < end:
            tags[place:end] = [UNKNOWN] * (end - place)
        place = max(end, place + 1)
    return tuple(replace(word, name=tag) for word, tag in zip(tree, tags, strict=True))


def _find_end(tree: Tree, start: int) -> int:
    """Where the name that begins at ``start`` ends; ``start`` where none does."""
    if not _is_proper(tree, start):
        return start
    ends = [start + 1]
    while ends[-1] < len(tree):
        end = ends[-1]
        if _is_proper(tree, end):
            ends.append(end + 1)
        elif (_is_hyphen(tree, end) or tree[end].form == "of") and _is_proper(tree, end + 1):
            ends.append(end + 2)
        else:
            break
    return next((end for end in reversed(ends) if _hang_together(tree, range(start, end))), start + 1)


def _is_proper(tree: Tree, place: int) -> bool:
    return place < len(tree) and tree[place].tag == "PROPN" and not set("/@_") & set(tree[place].form)


def _hang_together(tree: Tree, stretch: range) -> bool:
    """Whether the words have one head among them, by the relations that join a name."""
    top = find_root_of(tree, stretch)
    return top is not None and all(tree[n].relation in _JOINS for n in stretch if n != top)


def _is_hyphen(tree: Tree, place: int) -> bool:
    return tree[place].form == "-" and not tree[place - 1].space and not tree[place].space


def _find_kind(tree: Tree, start: int, end: int, kinds: Mapping[str, str]) -> str:
    """The type that the list gives to the name or, for persons, to its first word."""
    whole = " ".join(word.form for word in tree[start:end])
    kind = kinds.get(whole) or (
        "FIRST" if end - start <= LONGEST_PERSON and kinds.get(tree[start].form) == "FIRST" else ANY
    )
    return "PER" if kind == "FIRST" else kind
