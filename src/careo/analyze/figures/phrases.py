"""Whom a noun phrase names: an actor, the owner among its modifiers, the country that a person stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from careo.analyze.figures.bodies import BodyFinder
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.names import name_at
from careo.analyze.figures.vocabulary import Vocabulary
from careo.lang.pack import Pack
from careo.text import Document, Token

ActorFinder = Callable[[Document, Token, Pack], str | None]
"""The canonical name of the country, place or organization that a token names, or None."""


class PhraseNames:
    """Names the phrases of one document."""

    def __init__(self, document: Document, pack: Pack, actors: ActorFinder | None, vocabulary: Vocabulary) -> None:
        self._document = document
        self._pack = pack
        self._actors = actors
        self._vocabulary = vocabulary
        self.bodies = BodyFinder(document, pack, self.owner_of)

    def actor_of(self, token: Token) -> str | None:
        """The canonical actor of one token; a proper name that is none in the gazetteer stands for itself if it is a body or a place."""
        alone = token.tag in ("PROPN", "ADJ") or not self._document.children_by(token, "nmod", "acl")
        found = self._actors(self._document, token, self._pack) if self._actors is not None and alone else None
        if found is not None:
            return found
        if token.name.endswith(("ORG", "LOC")):
            return self.name_at(token)
        return None

    def actor_of_phrase(self, token: Token) -> str | None:
        """The actor of a noun phrase: its head, its modifiers, or the country that a person stands for elsewhere in the text."""
        found = self.actor_of(token) or self.owner_of(token)
        if found is not None:
            return found
        for child in self._document.children_by(token, "appos", "flat"):
            found = self.owner_of(child)
            if found is not None:
                return found
        return self._person_owner(token) or self.bodies.resolve_noun(token)

    def name_of_phrase(self, token: Token) -> str | None:
        """The person named in a phrase, else its actor, else the proper name in it."""
        persons = (token, *self._document.children_by(token, "appos", "flat"))
        person = next((t for t in persons if t.tag == "PROPN"), None)
        if person is not None:
            return self.name_at(person)
        found = self.actor_of_phrase(token)
        if found is not None:
            return found
        for other in (token, *self._document.children_by(token, "appos", "flat", "nmod")):
            if other.tag == "PROPN":
                return self.name_at(other)
        return None

    def owner_of(self, noun: Token) -> str | None:
        """A demonym or a *de* phrase among the modifiers, the nearest first."""
        for token in self.modifiers(noun):
            found = self.actor_of(token)
            if found is not None:
                return found
        return None

    def modifiers(self, noun: Token) -> Iterator[Token]:
        """The adjectives behind a noun and the nouns of its *de* phrases, with those of theirs."""
        for child in self._document.children_by(noun, "amod", "nmod", "flat", "acl"):
            if child.index < noun.index:
                continue
            if child.relation == "nmod":
                case = next((c for c in self._document.children_by(child, "case")), None)
                if case is None or not self._vocabulary.is_in(fold_word(case.text), "of"):
                    continue
                yield child
                yield from self.modifiers(child)
            elif child.relation != "acl" or child.tag == "ADJ":
                yield child

    def _person_owner(self, token: Token) -> str | None:
        """*el líder norcoreano Kim Jong Un*, anywhere in the text, makes Kim stand for North Korea."""
        if token.tag != "PROPN" and not token.name.endswith("PER"):
            for child in self.modifiers(token):
                if child.name.endswith("PER"):
                    return self._person_owner(child)
            return None
        names = {fold_word(t.text) for t in self._document.subtree(token) if t.name.endswith("PER")} or {
            fold_word(token.text)
        }
        for other in self._document.tokens:
            if not other.name.endswith("PER") or fold_word(other.text) not in names:
                continue
            head = self._document.head(other)
            while head is not None and head.name.endswith("PER"):
                other, head = head, self._document.head(head)
            if head is not None and other.relation in ("appos", "nmod", "flat") and head.tag == "NOUN":
                found = self.owner_of(head)
                if found is not None:
                    return found
            for child in self._document.children_by(other, "appos", "amod", "nmod"):
                found = self.owner_of(child)
                if found is not None:
                    return found
        return None

    def person_at(self, token: Token) -> str | None:
        """The person whose name begins at a token."""
        return self.name_at(token) if token.name == "B-PER" else None

    def name_at(self, token: Token) -> str:
        """The whole name that a token is a part of."""
        return name_at(self._document, token)
