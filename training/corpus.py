"""The sentences that the network learns from: annotated ones of both languages, and others made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from training.augment import augment
from training.english import mark_names
from training.surface import capitalize, drop_stop, fold_tree
from training.surgery import is_well_formed
from training.treebank import SPANISH, Division, Tree, is_held_out, load_division, load_trees

ENGLISH = "en/ewt_train.conllu"
ENGLISH_DEV = "en/ewt_dev.conllu"

GOLD_COPIES = 2
"""How often a pass over the data sees a sentence that people annotated in Spanish, for one sight of a converted one."""

CLEAN_ENGLISH = 2500
"""English sentences to finish with."""

ENGLISH_SHARES: Mapping[str, tuple[Callable[[Tree, Random], Tree | None], float]] = {
    "no_stop": (drop_stop, 0.05),
    "capitals": (capitalize, 0.02),
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """``train`` to learn from, ``clean`` to finish with, ``dev`` by language to choose by; marks are folded as the parser folds them.

    ``clean`` is what people annotated: converted Spanish sentences are not in it, and not more English than Spanish ones.
    """

    train: tuple[Tree, ...]
    clean: tuple[Tree, ...]
    dev: Mapping[str, tuple[Tree, ...]]
    sizes: Mapping[str, int]
    """Sentences of each making."""


def load_corpus(treebanks: Path, seed: int) -> Corpus:
    """Read, repair, divide and augment; ValueError where an augmentation makes something that is no tree."""
    annotated = {id_of(tree) for tree in load_trees(treebanks / SPANISH[0])}
    division = load_division(treebanks)
    english = [mark_names(tree) for tree in load_trees(treebanks / ENGLISH, split=True)]
    english_dev = [tree for tree in load_trees(treebanks / ENGLISH_DEV, split=True) if is_held_out(tree, 8)]
    parts: dict[str, Sequence[Tree]] = {
        "es": [tree for tree in division.train for _ in range(GOLD_COPIES if id_of(tree) in annotated else 1)],
        "en": english,
    }
    parts |= {f"es+{name}": trees for name, trees in augment(division.train, seed + 1).items()}
    rng = Random(seed + 2)
    for name, (make, share) in ENGLISH_SHARES.items():
        made = [make(tree, rng) for tree in english if rng.random() < share]
        parts[f"en+{name}"] = [tree for tree in made if tree]
    for name, trees in parts.items():
        bad = sum(not is_well_formed(tree) for tree in trees)
        if bad:
            raise ValueError(f"{name}: {bad} of {len(trees)} sentences are no well-formed trees")
    return Corpus(
        train=tuple(fold_tree(tree) for trees in parts.values() for tree in trees),
        clean=tuple(map(fold_tree, _choose_clean(division, annotated, english, seed))),
        dev={"es": tuple(map(fold_tree, division.dev)), "en": tuple(map(fold_tree, english_dev))},
        sizes={name: len(trees) for name, trees in parts.items()},
    )


def _choose_clean(
    division: Division, annotated: set[tuple[str, ...]], english: Sequence[Tree], seed: int
) -> Iterator[Tree]:
    spanish = [tree for tree in division.train if id_of(tree) in annotated]
    yield from spanish * GOLD_COPIES
    for trees in augment(spanish, seed + 7).values():
        yield from trees
    yield from Random(seed + 5).sample(english, min(len(english), CLEAN_ENGLISH))


def id_of(tree: Tree) -> tuple[str, ...]:
    """What tells a sentence from all others."""
    return tuple(word.form for word in tree)
