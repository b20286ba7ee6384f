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
    """A place name with the index of its first token; ``weight`` counts how often the text names it."""

    name: str
    index: int
    weight: int


class PlaceFinder:
    """Finds the places of one document. ``actors`` gives the canonical name of a token that is known."""

    def __init__(self, document: Document, vocabulary: Vocabulary, actors: Callable[[Token], str | None]) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._actors = actors

    @property
    def topic(self) -> str | None:
        """The place that the text names most often, the first of those named equally often."""
        return max(self._places, key=lambda p: (p.weight, -p.index)).name if self._places else None

    def nearest_place(self, token: Token) -> str | None:
        """The place named nearest to ``token`` in its sentence."""
        sentence = self._document.sentence_of(token)
        inside = [p for p in self._places if sentence.first <= p.index <= sentence.last]
        return min(inside, key=lambda p: (abs(p.index - token.index), p.index)).name if inside else None

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        found: list[Place] = []
        for token in self._document.tokens:
            if not self._is_name(token) or not self._is_located(token):
                continue
            name = name_at(self._document, token)
            found.append(Place(self._actors(token) or name, token.index, self._document.text.count(name)))
        return tuple(found)

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
