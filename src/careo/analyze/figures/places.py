"""Places that a text names with *en*: where something happened, and the place that the whole text is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.vocabulary import Vocabulary
from careo.text import Document, Token


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place, with the index of its first token."""

    name: str
    index: int


class PlaceFinder:
    """Finds the places of one document. ``actors`` gives the canonical name of a token that is known."""

    def __init__(self, document: Document, vocabulary: Vocabulary, actors: Callable[[Token], str | None]) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._actors = actors

    @cached_property
    def topic(self) -> str | None:
        """The place that most of the text's names stand for, the first of those named equally often.

        A name after *en* or after a noun of places counts twice, one that the parser takes for a place once, for a person less.
        """
        weights: dict[str, int] = {}
        for token in self._document.tokens:
            if (
                (token.tag != "PROPN" and not self._is_located(token))
                or not self._is_name(token)
                or token.name.startswith("I-")
            ):
                continue
            weight = (2 if self._is_located(token) else 0) + {"B-LOC": 1, "B-PER": -1}.get(token.name, 0)
            if weight:
                name = self._name_of(token)
                weights[name] = weights.get(name, 0) + weight
        best = max(weights, key=lambda name: weights[name], default=None)
        return best if best is not None and weights[best] > 0 else None

    def nearest_place(self, token: Token) -> str | None:
        """The place named in the clause of ``token``."""
        clause = self._clause_of(token)
        sentence = self._document.sentence_of(token)
        inside = [p for p in self._places if sentence.first <= p.index <= sentence.last]
        near = [p for p in inside if self._clause_of(self._document.tokens[p.index]).index == clause.index]
        return min(near, key=lambda p: (abs(p.index - token.index), p.index)).name if near else None

    def _clause_of(self, token: Token) -> Token:
        """The nearest verb above a token, or the root."""
        top = token
        for top in (token, *self._document.ancestors(token)):
            if top.tag == "VERB":
                return top
        return top

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        located = (t for t in self._document.tokens if self._is_name(t) and self._is_located(t))
        return tuple(Place(self._name_of(token), token.index) for token in located)

    def _name_of(self, token: Token) -> str:
        return self._actors(token) or name_at(self._document, token)

    def _is_located(self, token: Token) -> bool:
        """After *en*, or after *de* and a noun of places (*la comuna de Ribera*)."""
        previous = self._document.next_token(token, -1)
        if previous is None:
            return False
        if self._vocabulary.is_in(fold_word(previous.text), "in"):
            return True
        before = self._document.next_token(previous, -1)
        of = self._vocabulary.is_in(fold_word(previous.text), "of")
        return of and before is not None and "locality" in self._vocabulary.kinds_of(before)

    def _is_name(self, token: Token) -> bool:
        word = fold_word(token.text)
        dated = self._vocabulary.is_in(word, "month") or self._vocabulary.is_in(word, "weekday")
        return len(token.text) > 1 and token.text[0].isupper() and not token.text.isupper() and not dated


def name_at(document: Document, token: Token) -> str:
    """The whole proper name that begins at ``token`` or that the parser takes it for a part of."""
    first = last = token.index
    tokens = document.tokens
    while tokens[first].name.startswith("I-") and first > 0:
        first -= 1
    limit = document.sentence_of(token).last
    while last < limit and (tokens[last + 1].name.startswith("I-") or _goes_on(document, last)):
        last += 1
    return " ".join(document.text[tokens[first].start : tokens[last].end].split())


def _goes_on(document: Document, last: int) -> bool:
    """A capitalized word follows, or one after a short word in between that belongs to the name (*San Lope de Guarandó*)."""
    tokens = document.tokens
    following = tokens[last + 1]
    if following.text[0].isupper() and following.tag == "PROPN":
        return True
    beyond = document.next_token(following)
    link = following.tag == "ADP" and following.relation in ("case", "flat") and len(following.text) <= 3
    own = beyond is not None and beyond.text[0].isupper() and beyond.tag == "PROPN" and beyond.relation == "flat"
    return link and own
