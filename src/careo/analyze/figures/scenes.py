"""Scenes: names that what happened is called after (*la riada de **Yaracuma***, *el incendio del túnel **Campo Alto***)."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import cached_property
from itertools import pairwise

from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.names import last_of_name
from careo.analyze.figures.vocabulary import Vocabulary
from careo.lang.figures import ParticleRole
from careo.text import Document, Token

_NAMED = ("PROPN", "NOUN", "ADJ", "X")


class SceneFinder:
    """Finds those of one document. ``known`` gives the name of a token that the gazetteer knows for a place."""

    def __init__(self, document: Document, vocabulary: Vocabulary, known: Callable[[Token], str | None]) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._known = known

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The first words of the names.

        Without a noun of sites lone names alone; none of those of persons, who leave and march as well, and no river (*la crecida **del**
        Aruma*).
        """
        tokens = self._document.tokens
        persons = {t.text for t in tokens if t.name == "I-PER"}
        persons |= {a.text for a, b in pairwise(tokens) if a.name == "B-PER" and b.name == "I-PER"}
        events = (t for t in tokens if t.tag == "NOUN" and "scene" in self._vocabulary.kinds_of(t))
        found = (self._scene_after(event, persons) for event in events)
        return tuple(token for token in found if token is not None)

    def _scene_after(self, event: Token, persons: Set[str]) -> Token | None:
        """The first token of the name behind *de* or *en*, and perhaps an article and a noun of sites."""
        link = self._document.next_token(event)
        token = self._document.next_token(link) if link is not None else None
        if link is None or token is None or not (self._is(link, "of") or self._is(link, "in")):
            return None
        bare = self._is(link, "of") and len(link.text) == 2
        if self._is(token, "definite"):
            token, bare = self._document.next_token(token), False
        if token is not None and "site" in self._vocabulary.kinds_of(token) and token.tag == "NOUN":
            name = self._document.next_token(token)
            if name is not None and self._is(name, "of"):
                name = self._document.next_token(name)
            named = name is not None and name.text[0].isupper() and name.tag in _NAMED
            return name if named else None
        return token if bare and token is not None and self._is_lone_name(token) and token.text not in persons else None

    def _is_lone_name(self, token: Token) -> bool:
        """A single word that the parser takes for a person or a place, and that the gazetteer does not know for something else."""
        named = (
            token.tag == "PROPN"
            and token.name in ("B-PER", "B-LOC")
            and token.text[0].isupper()
            and not token.text.isupper()
        )
        return named and last_of_name(self._document, token) == token.index and self._known(token) in (None, token.text)

    def _is(self, token: Token, role: ParticleRole) -> bool:
        return self._vocabulary.is_in(fold_word(token.text), role)
