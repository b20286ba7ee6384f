"""What goes into the network and what comes out of it: a sentence of words, and what was read of each word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence for the network: folded words, and whether white space follows each."""

    forms: Sequence[str]
    spaces: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of each word of a sentence.

    ``heads`` are places in the sentence; the root is its own head. ``edits`` are the best few for each word, the best one first.
    """

    heads: Sequence[int]
    relations: Sequence[str]
    tags: Sequence[str]
    features: Sequence[str]
    names: Sequence[str]
    edits: Sequence[Sequence[str]]
