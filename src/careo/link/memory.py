"""What an earlier run of linking worked out, so that a later one does only what is new.

Whatever is kept is kept by what it was made from, the whole of it: a group of claims whose articles are as they were, in the stories in
which they were, is not compared again, whatever was added elsewhere; what comes out is what a run from scratch gives. What a run did
not need is forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from careo.link.notes import Note
from careo.link.propositions.clusters import Edge
from careo.link.shapes import Shape

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Memory(Generic[T]):
    """What the last run knew: by article its note, its mark and, for that mark, its shape; the edges between claims; by a hash of
    what it was made from what became of each group. ``T`` is whatever the keeper of the memory finds a :class:`careo.link.parts.Part` by.
    """

    notes: Mapping[str, Note] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    edges: Sequence[Edge] = ()
    outcomes: Mapping[str, T] = field(default_factory=dict)
