"""Bodies that common nouns point to: *la empresa* after its name, *los soldados* of the army that the text speaks of."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.names import name_at
from careo.analyze.figures.vocabulary import build_vocabulary
from careo.lang.actors import BodyNoun
from careo.lang.figures import Membership
from careo.lang.pack import Pack
from careo.text import Document, Token

ANY = "*"


class BodyFinder:
    """Finds the bodies of one document. ``modifiers`` gives the owner that the modifiers of a noun name."""

    def __init__(self, document: Document, pack: Pack, modifiers: Callable[[Token], str | None]) -> None:
        self._document = document
        self._modifiers = modifiers
        self._nouns = pack.derived(_index_nouns)
        self._vocabulary = pack.derived(build_vocabulary)
        self._places = self._vocabulary.things_of("locality")
        self._members = pack.derived(_index_members)

    def resolve_noun(self, noun: Token) -> str | None:
        """The named body that a common noun of bodies points back to (*la compañía*), else the first one named after it."""
        covers = self._nouns.get(fold_word(noun.lemma))
        if covers is None:
            return None
        word = fold_word(noun.lemma)
        fitting = [(i, name) for i, head, name in self._named if head == word or head in covers]
        before = [name for i, name in fitting if i < noun.index]
        after = [name for i, name in fitting if i > noun.index]
        if before or after:
            return before[-1] if before else after[0]
        return self._main_name if ANY in covers else None

    def is_body(self, noun: Token) -> bool:
        """A common noun of bodies."""
        return noun.tag == "NOUN" and fold_word(noun.lemma) in self._nouns

    def names_body(self, token: Token) -> bool:
        """Whether a name begins with a noun of bodies that is none of places too (*Cuerpo de Bomberos*)."""
        word = fold_word(token.text)
        return word in self._nouns and word not in self._places

    def group_of(self, noun: Token) -> Membership | None:
        """The kind of members that a noun counts (soldiers, policemen, rebels); None where it tells none."""
        return self._members.get(fold_word(noun.lemma)) or self._members.get(fold_word(noun.text))

    def body_of_members(self, noun: Token) -> str | None:
        """The body whose members are counted: as the text names it for the same people elsewhere, else as it calls the body itself."""
        entry = self.group_of(noun)
        if entry is None:
            return None
        people = [(i, owner) for i, group, owner in self._groups if group is entry and i != noun.index]
        if people:
            return min(people, key=lambda p: (p[0] > noun.index, abs(p[0] - noun.index)))[1]
        words = frozenset(fold_word(w) for w in entry.bodies)
        for token in self._document.tokens:
            if fold_word(token.text) in words and token.tag in ("NOUN", "PROPN") and not self._is_companion(token):
                owner = self._modifiers(token)
                return owner or name_at(self._document, token)
        return None

    def _is_companion(self, body: Token) -> bool:
        """*junto al ejército de Lima*, *contra la policía*: others than those who are counted."""
        before = self._document.tokens[max(0, body.index - 3) : body.index]
        return any(self._vocabulary.is_in(fold_word(token.text), "companion") for token in before)

    @cached_property
    def _named(self) -> tuple[tuple[int, str, str], ...]:
        """Index, head noun and name of the bodies that are named; a name without a head noun goes by ``*``."""
        found: list[tuple[int, str, str]] = []
        for token in self._document.tokens:
            if token.tag == "NOUN" and fold_word(token.lemma) in self._nouns:
                name = self._modifiers(token)
                if name is not None:
                    found.append((token.index, fold_word(token.lemma), name))
            elif token.name == "B-ORG" and not token.text.isupper() and fold_word(token.text) not in self._nouns:
                found.append((token.index, ANY, name_at(self._document, token)))
        return tuple(found)

    @cached_property
    def _main_name(self) -> str | None:
        """The name of a body without a head noun that stands most often, twice at least."""
        names = [name for _, head, name in self._named if head == ANY]
        best = max(dict.fromkeys(names), key=names.count, default=None)
        return best if best is not None and names.count(best) > 1 else None

    @cached_property
    def _groups(self) -> tuple[tuple[int, Membership, str], ...]:
        """Members of a body whose modifiers name it."""
        found: list[tuple[int, Membership, str]] = []
        for token in self._document.tokens:
            entry = self._members.get(fold_word(token.lemma)) if token.tag in ("NOUN", "ADJ") else None
            owner = self._modifiers(token) if entry is not None else None
            if entry is not None and owner is not None:
                found.append((token.index, entry, owner))
        return tuple(found)


def _index_nouns(pack: Pack) -> dict[str, frozenset[str]]:
    """The nouns that each noun of bodies may point back to, itself included."""
    table: dict[str, set[str]] = {}
    for entry in pack.slot(BodyNoun):
        if entry.country:
            continue
        for noun in entry.nouns:
            table.setdefault(fold_word(noun), set()).update(
                fold_word(c) if not c.startswith(ANY) else ANY for c in entry.covers
            )
    return {noun: frozenset(covers) for noun, covers in table.items()}


def _index_members(pack: Pack) -> dict[str, Membership]:
    return {fold_word(word): entry for entry in pack.slot(Membership) for word in entry.members}
