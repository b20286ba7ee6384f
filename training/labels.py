"""What the heads of the network tell apart: tags, features, relations, names, and how a word becomes its lemma."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property

from careo.parse.lemmas import make_edit
from training.treebank import Tree, Word

KINDS = ("PER", "LOC", "ORG", "MISC")
ANY = "?"
"""The type of a name whose type is not known."""

RAREST_EDIT = 3
"""An edit that turns fewer words than this into their lemmas is not learnt."""


@dataclass(frozen=True)
class Labels:
    """The inventories, each in a fixed order."""

    tags: tuple[str, ...]
    features: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    edits: tuple[str, ...]

    @property
    def open_names(self) -> Mapping[str, tuple[int, ...]]:
        """Name tags without a type, in the order of their places after the known ones, with the places of those that they may be."""
        return {
            f"{mark}-{ANY}": tuple(n for n, tag in enumerate(self.names) if tag.startswith(f"{mark}-")) for mark in "BI"
        }

    @cached_property
    def places(self) -> Mapping[str, Mapping[str, int]]:
        """By inventory, the place of each label."""
        return {name: {label: n for n, label in enumerate(labels)} for name, labels in asdict(self).items()}

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def read_labels(text: str) -> Labels:
    """The inventories that :meth:`Labels.to_json` wrote."""
    return Labels(**{name: tuple(labels) for name, labels in json.loads(text).items()})


def collect_labels(trees: Iterable[Tree]) -> Labels:
    """The labels of the training sentences."""
    words = [word for tree in trees for word in tree]
    edits = Counter(edit_of(word) for word in words)
    return Labels(
        tags=_sort(word.tag for word in words if word.tag != "_"),
        features=_sort(word.features for word in words),
        relations=_sort(word.relation for word in words),
        names=("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI")),
        edits=tuple(sorted(edit for edit, count in edits.items() if count >= RAREST_EDIT)),
    )


def edit_of(word: Word) -> str:
    """The edit that makes the lemma of ``word``; a name is its own lemma."""
    return "" if word.tag == "PROPN" else make_edit(word.form, word.lemma)


def _sort(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(labels)))
