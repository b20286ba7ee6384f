"""The encoder at work: sentences in, heads and labels out, in batches of like length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from careo.parse.readings import Reading, Words
from careo.parse.subwords import PAD, Subwords
from careo.parse.trees import find_tree

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

BATCH = 512
"""Pieces, padding included, that go through the net together: more no longer fit the cache and are slower."""

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Coded:
    """A sentence in pieces, with its place among the sentences."""

    number: int
    ids: list[int]
    first: list[int]
    last: list[int]


class Network:
    """Two nets in one: the encoder with its heads, and the labelling of the arcs that the tree has kept."""

    def __init__(
        self,
        encoder: InferenceSession,
        relations: InferenceSession,
        *,
        subwords: Subwords,
        labels: Mapping[str, Sequence[str]],
    ) -> None:
        self._encoder = encoder
        self._relations = relations
        self._subwords = subwords
        self._labels = {name: np.array(values, dtype=object) for name, values in labels.items()}

    def count_pieces(self, word: str, after_space: bool) -> int:
        """How many pieces of a sentence ``word`` takes."""
        return len(self._subwords.cut(word, after_space))

    def read(self, sentences: Sequence[Words]) -> list[Reading]:
        """The readings of ``sentences``, in their order. Each has words, of at most ``subwords.LONGEST`` pieces."""
        coded = [
            _Coded(n, *self._subwords.cut_sentence(sentence.forms, sentence.spaces))
            for n, sentence in enumerate(sentences)
        ]
        readings: dict[int, Reading] = {}
        for batch in _iter_batches(coded):
            readings.update(zip((item.number for item in batch), self._read_batch(batch), strict=True))
        return [readings[n] for n in range(len(sentences))]

    def _read_batch(self, batch: Sequence[_Coded]) -> Iterator[Reading]:
        arcs, as_dependent, as_head, *best = self._encoder.run(None, _stack(batch))
        sizes = [len(item.first) for item in batch]
        heads = [find_tree(arcs[row, :size, :size]) for row, size in enumerate(sizes)]
        dependents = np.concatenate([as_dependent[row, 1:size] for row, size in enumerate(sizes)])
        governors = np.concatenate([as_head[row, tree[1:]] for row, tree in enumerate(heads)])
        (relations,) = self._relations.run(None, {"as_dependent": dependents, "as_head": governors})
        start = 0
        for row, (size, tree) in enumerate(zip(sizes, heads, strict=True)):
            tags, features, names, edits = (
                self._labels[name][labels[row, 1:size]].tolist()
                for name, labels in zip(("tags", "features", "names", "edits"), best, strict=True)
            )
            yield Reading(
                heads=[place if head == 0 else head - 1 for place, head in enumerate(tree[1:].tolist())],
                relations=self._labels["relations"][relations[start : start + size - 1]].tolist(),
                tags=tags,
                features=features,
                names=names,
                edits=edits,
            )
            start += size - 1


def _iter_batches(coded: Sequence[_Coded]) -> Iterator[list[_Coded]]:
    """Sentences of like length together, longest first, at most :data:`BATCH` pieces with padding (one sentence at least)."""
    batch: list[_Coded] = []
    for item in sorted(coded, key=lambda item: -len(item.ids)):
        if batch and (len(batch) + 1) * len(batch[0].ids) > BATCH:
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


def _stack(batch: Sequence[_Coded]) -> dict[str, npt.NDArray[Any]]:
    """The network's inputs: piece ids, which of them count, and the first and last piece of each word."""
    length = max(len(item.ids) for item in batch)
    words = max(len(item.first) for item in batch)
    ids: Integers = np.full((len(batch), length), PAD, dtype=np.int64)
    first: Integers = np.zeros((len(batch), words), dtype=np.int64)
    last = np.zeros_like(first)
    for row, item in enumerate(batch):
        ids[row, : len(item.ids)] = item.ids
        first[row, : len(item.first)] = item.first
        last[row, : len(item.last)] = item.last
    return {"ids": ids, "mask": ids != PAD, "first": first, "last": last}
