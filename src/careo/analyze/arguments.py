"""Arguments: what an article calls who does something and what undergoes it, so that one thing goes by one name in all its claims."""

from __future__ import annotations

from careo.analyze.actors import find_actor
from careo.analyze.bodies import covers
from careo.analyze.cast import Cast, find_body
from careo.analyze.mentions import find_mention
from careo.analyze.nouns import Noun, find_noun
from careo.analyze.stage import Stage
from careo.analyze.titled import resolve_title
from careo.analyze.words import grammar_of
from careo.lang.gists import Contrast, Minimizer
from careo.lang.pack import Pack
from careo.text import Document, Token
from careo.text.words import fold

SHORTEST_STEM = 4
"""Letters that the name of a country and that of its people share at least."""


class Arguments:
    """Names the arguments of one document."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.document: Document = cast.document
        self.pack: Pack = cast.pack
        self.grammar = grammar_of(cast.pack)
        self._stage = Stage(cast)
        self._hits = {index: hit for hit in cast.hits for index in range(hit.first, hit.last + 1)}
        self._full: dict[str, list[tuple[int, str]]] | None = None

    def name_of(self, token: Token | None, *, widely: bool = True) -> str | None:
        """The canonical name of a noun phrase: what its head names, else (``widely``) the party that its modifiers name."""
        if token is None:
            return None
        name = self.cast.by_token.get(token.index)
        if name is not None:
            if name.first in self.cast.person_at:
                return self.cast.persons[self.cast.person_at[name.first]].name
            if name.hit is not None:
                return name.hit.place.party or name.hit.place.name
            if name.first in self.cast.body_at:
                return self._named(self.cast.bodies[self.cast.body_at[name.first]].name)
            return name.span(self.document).of(self.document.text)
        body = self.cast.body_at.get(token.index)
        if body is not None and (called := self._named(self.cast.bodies[body].name)) is not None:
            return called
        if not widely:
            return None
        appositions = self.document.children_by(token, "appos", "flat")
        found = next((own for child in appositions if (own := self.name_of(child, widely=False))), None)
        return found or find_actor(self.document, token, self.pack)

    def _named(self, name: str) -> str | None:
        """A body's name, if it is a proper one."""
        return name if name != name.lower() else None

    def argument(self, token: Token | None, owner: str | None = None) -> str | None:
        """The canonical name of an argument, else its folded lemma with what tells it from others of its kind.

        A bare definite noun goes by what it was called before (*la presa de Valhondo … **la presa***; *Naviera Sol … **la compañía***).
        The least of a thing, in a negated clause, is no argument (*ni **una gota***). ``owner``: whose it is where a possessive says so.
        """
        if token is None or token.tag == "PRON" or self.is_minimal(token):
            return None
        if owner is not None and token.tag == "NOUN" and self.is_speakers(token) and self.name_of(token) is None:
            return " ".join((fold(token.lemma), self.grammar.of, owner))
        return self._whole(token) or self.name_of(token) or self._back(token) or self._described(token)

    def _whole(self, token: Token) -> str | None:
        """*El Ejército* of an article that has told of the Army of one country."""
        number = self.cast.body_at.get(token.index)
        body = self.cast.bodies[number] if number is not None else None
        if body is None or body.words or body.party or body.acronym or body.label:
            return None
        known = find_noun(self.document, token, self.pack)
        return self._body(token, known) if known is not None else None

    def _described(self, noun: Token) -> str:
        return " ".join((fold(noun.lemma), *self.others(noun), *self._contrasts(noun), *self._named_complement(noun)))

    def _contrasts(self, noun: Token) -> tuple[str, ...]:
        """What tells a definite thing from others of its kind: *la planta **vieja***, *el puente del **norte***."""
        children = self.document.children(noun)
        if not self._is_definite(noun):
            return ()
        known = self.pack.derived(contrast_words)
        behind = (c for c in children if c.index > noun.index and c.relation in ("amod", "nmod"))
        return tuple(sorted({fold(c.lemma) for c in behind if fold(c.lemma) in known}))

    def _named_complement(self, noun: Token) -> tuple[str, ...]:
        """The name that tells a thing from others of its kind (*la presa **de Valhondo***), with its preposition."""
        known = find_noun(self.document, noun, self.pack)
        if known is not None and known.title is not None:
            return ()
        for child in self.document.children_by(noun, "nmod"):
            name = self.cast.by_token.get(child.index)
            before = self.document.tokens[name.first - 1].lower if name is not None and name.first else ""
            called = self.name_of(child, widely=False)
            if called is not None and self.grammar.contractions.get(before, before) == self.grammar.of:
                return (self.grammar.of, called)
        return ()

    def others(self, noun: Token) -> tuple[str, ...]:
        """The words that say that another one of a kind is meant: ***otro** vertido*, *un acuerdo **parecido***."""
        known = self.pack.derived(other_words)
        if any(t.index in self.cast.by_token for t in self.document.subtree(noun)):
            return ()  # *otro vertido en la ría de Anllares* says which
        return tuple(
            sorted({fold(c.lemma) for c in self.document.children_by(noun, "det", "amod") if fold(c.lemma) in known})
        )

    def _back(self, noun: Token) -> str | None:
        """Whom a definite title or a bare definite noun stands for; what it was called before, where that was only one thing."""
        if noun.tag != "NOUN" or not self._is_definite(noun):
            return None
        known = find_noun(self.document, noun, self.pack)
        if known is not None and not known.plural and known.title is not None:
            return self._titled(noun)
        if self._is_complemented(noun):
            return None
        before = {name for index, name in self._called().get(fold(noun.lemma), ()) if index < noun.index}
        if len(before) == 1:
            return before.pop()
        return self._body(noun, known) if not before and known is not None and not known.plural else None

    def _titled(self, noun: Token) -> str | None:
        """The person of the article who holds an office: *la ministra*."""
        tokens = self.document.tokens_in(find_mention(self.document, noun, self.pack, self.cast.pairs))
        voice = resolve_title(self._stage, tokens[0].index, tokens[-1].index, noun.index) if tokens else None
        return voice.name if voice is not None and voice.person is not None else None

    def _body(self, noun: Token, known: Noun) -> str | None:
        """The body of the article that a bare noun points back to, if it has a proper name."""
        body = find_body(self.cast, known, noun.index) if known.body is not None and not known.body.country else None
        return self._named(body.name) if body is not None else None

    def are_people_of(self, noun: Token, party: str) -> bool:
        """Whether a noun names the people of a party (*los **chilenos***); of one that the pack does not know by the stem of its name."""
        hit = self._hits.get(noun.index)
        if hit is not None:
            return hit.place.sense == "demonym" and hit.place.party == party
        stem = fold(party)[: max(SHORTEST_STEM, len(party) - 3)]
        return noun.text.islower() and noun.has("Number=Plur") and fold(noun.text).startswith(stem)

    def place_of(self, verb: Token) -> str | None:
        """The place that a phrase of a verb names (*hay … **en la isla de Mora***)."""
        for child in self.document.children_by(verb, "obl", "nmod"):
            cases = {c.lower for c in self.document.children_by(child, "case")}
            if cases & set(self.grammar.inside) and (name := self.name_of(child, widely=False)) is not None:
                return name
        return None

    def is_country(self, token: Token) -> bool:
        """Whether a noun stands for a country (*tropas de su **país***)."""
        known = find_noun(self.document, token, self.pack) if token.tag == "NOUN" else None
        return known is not None and known.body is not None and known.body.country

    def is_bare_body(self, token: Token) -> bool:
        """Whether a noun for a body stands alone (*la compañía*, *este ministerio*)."""
        known = find_noun(self.document, token, self.pack) if token.tag == "NOUN" else None
        pointing = self._is_definite(token) or any(
            c.has("PronType=Dem") for c in self.document.children_by(token, "det")
        )
        alone = pointing and not self._is_complemented(token)
        return alone and known is not None and known.body is not None and not known.plural and known.title is None

    def may_mean(self, token: Token, name: str) -> bool:
        """Whether a bare definite noun may stand for the body called ``name`` (*la empresa* in the words of its president)."""
        known = find_noun(self.document, token, self.pack)
        if known is None or known.body is None or known.body.kind != "organization" or not self.is_bare_body(token):
            return False
        bodies = [body for body in self.cast.bodies if body.name == name]
        return all(covers(known, body) for body in bodies) and name != name.lower()

    def _called(self) -> dict[str, list[tuple[int, str]]]:
        """The nouns with a name as their complement, by folded lemma: where they stand and what they are called."""
        if self._full is None:
            self._full = {}
            for token in self.document.tokens:
                if token.tag == "NOUN" and self._named_complement(token) and self.name_of(token) is None:
                    self._full.setdefault(fold(token.lemma), []).append((token.index, self._described(token)))
        return self._full

    def _is_definite(self, noun: Token) -> bool:
        return any(c.relation == "det" and c.has("Definite=Def") for c in self.document.children(noun))

    def _is_complemented(self, noun: Token) -> bool:
        return any(
            c.index > noun.index for c in self.document.children_by(noun, "nmod", "amod", "acl", "appos", "flat")
        )

    def is_minimal(self, noun: Token) -> bool:
        """*no disparó **un solo** proyectil*, *ni **una** gota*: the least of it, so that there was nothing at all."""
        words = self.pack.derived(minimizers)
        children = self.document.children(noun)
        one = any(c.has("Definite=Ind") for c in children if c.index < noun.index)
        return one and any(c.lower in words for c in children if c.index < noun.index)

    def is_speakers(self, token: Token | None) -> bool:
        """Whether a possessive of the third person makes a phrase that of whoever speaks (*sus tropas*, *soldados suyos*)."""
        if token is None:
            return False
        return any(
            (c.has("Poss=Yes") and c.has("Person=3")) or c.lemma in self.grammar.possessives
            for c in self.document.children_by(token, "det", "amod", "nmod")
        )


def contrast_words(pack: Pack) -> frozenset[str]:
    """The folded lemmas of words that tell one of a kind from another."""
    return frozenset(fold(word) for entry in pack.slot(Contrast) for word in entry.words if not entry.other)


def other_words(pack: Pack) -> frozenset[str]:
    """The folded lemmas of words that say that another one is meant."""
    return frozenset(fold(word) for entry in pack.slot(Contrast) for word in entry.words if entry.other)


def minimizers(pack: Pack) -> frozenset[str]:
    """The words that make *one* the least of a thing."""
    return frozenset(word for entry in pack.slot(Minimizer) for word in entry.words)
