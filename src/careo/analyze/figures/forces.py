"""Whose soldiers: a count of fighters without an owner belongs to whose fighters the article spoke of (*1.500 soldados en el valle*)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.vocabulary import Vocabulary
from careo.text import Document, Token

_KIND = "force"


class ForceFinder:
    """The fighters of a document whose side is told, and the side of those of whom it is not."""

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary,
        owner_of: Callable[[Token], str | None],
        group_of: Callable[[Token], object],
    ) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._owner_of = owner_of
        self._group_of = group_of

    def find_side(self, counted: Counted) -> str | None:
        """The side of the same noun named last before; else the one side whose fighters the article names at all."""
        noun = counted.noun
        if noun is None or _KIND not in self._vocabulary.kinds_of(noun):
            return None
        before = [owner for token, owner in self._told if token.index < noun.index and token.lemma == noun.lemma]
        if before:
            return before[-1]
        groups = {None, self._group_of(noun)}
        sides = {
            owner for token, owner in self._told if len(groups | {self._group_of(token)}) < 3
        }  # rebels are no soldiers
        return next(iter(sides)) if len(sides) == 1 else None

    @cached_property
    def _told(self) -> tuple[tuple[Token, str], ...]:
        """Every mention of fighters that says whose they are, with the owner."""
        nouns = (t for t in self._document.tokens if t.tag == "NOUN" and _KIND in self._vocabulary.kinds_of(t))
        owned = ((t, self._owner_of(t)) for t in nouns)
        return tuple((t, owner) for t, owner in owned if owner is not None)
