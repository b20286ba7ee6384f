"""Sentences as tensors: cut into pieces, sorted by length, packed until a batch is full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from random import Random

import torch
from torch import Tensor

from careo.parse.subwords import PAD, Subwords
from training.labels import Labels, edit_of
from training.treebank import Tree

IGNORED = -100
"""What no loss is counted for."""

LONGEST = 256
"""Most pieces of a sentence that is trained on."""

Coded = tuple[list[int], list[int], list[int], list[list[int]]]
"""Piece ids, first and last places of the words, and per word: head, relation, tag, features, name, edit."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some sentences. Words begin at place 1; ``present`` is true for the root and the words."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    present: Tensor
    gold: Tensor
    """(sentence, place, 6): head, relation, tag, features, name, edit; ``IGNORED`` where unknown."""

    def to(self, device: torch.device) -> Batch:
        return Batch(**{f.name: getattr(self, f.name).to(device, non_blocking=True) for f in fields(self)})


def code_sentence(tree: Tree, subwords: Subwords, labels: Labels) -> Coded:
    """A sentence as numbers."""
    ids, first, last = subwords.cut_sentence([w.form for w in tree], [w.space for w in tree])
    places = labels.places
    names = dict(places["names"])
    for tag in labels.open_names:
        names[tag] = len(names)
    gold = [
        [
            0 if word.head == n else word.head + 1,
            places["relations"].get(word.relation, IGNORED),
            places["tags"].get(word.tag, IGNORED),
            places["features"].get(word.features, IGNORED),
            names.get(word.name, IGNORED),
            places["edits"].get(edit_of(word), IGNORED),
        ]
        for n, word in enumerate(tree)
    ]
    return ids, first, last, gold


def pack(sentences: Sequence[Coded], size: int, rng: Random | None) -> list[list[Coded]]:
    """Sentences of like length together, at most ``size`` pieces a batch with padding; in random order where ``rng`` is given."""
    jitter = rng.random if rng else lambda: 0.0
    queue = sorted((s for s in sentences if len(s[0]) <= LONGEST), key=lambda s: len(s[0]) + 4 * jitter())
    packs: list[list[Coded]] = []
    widest = 0
    for sentence in queue:
        widest = max(widest, len(sentence[0]))
        if not packs or (len(packs[-1]) + 1) * widest > size:
            packs.append([])
            widest = len(sentence[0])
        packs[-1].append(sentence)
    if rng:
        rng.shuffle(packs)
    return packs


def stack(sentences: Sequence[Coded]) -> Batch:
    """The tensors of a pack."""
    rows, length = len(sentences), max(len(s[0]) for s in sentences)
    words = max(len(s[1]) for s in sentences)
    ids = torch.full((rows, length), PAD)
    mask = torch.zeros(rows, length, dtype=torch.bool)
    first, last = torch.zeros(rows, words, dtype=torch.long), torch.zeros(rows, words, dtype=torch.long)
    present = torch.zeros(rows, words, dtype=torch.bool)
    gold = torch.full((rows, words, 6), IGNORED)
    for n, (pieces, firsts, lasts, truth) in enumerate(sentences):
        ids[n, : len(pieces)] = torch.tensor(pieces)
        mask[n, : len(pieces)] = True
        first[n, : len(firsts)] = torch.tensor(firsts)
        last[n, : len(lasts)] = torch.tensor(lasts)
        present[n, : len(firsts)] = True
        gold[n, 1 : len(truth) + 1] = torch.tensor(truth)
    return Batch(ids, mask, first, last, present, gold)


def iter_batches(sentences: Sequence[Coded], size: int, rng: Random | None = None) -> Iterator[Batch]:
    """Batches of one pass over ``sentences``."""
    for sentence_pack in pack(sentences, size, rng):
        yield stack(sentence_pack)
