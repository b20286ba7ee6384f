"""Questions of grammar that the frames ask of the tree: subjects, passives, relatives."""

from __future__ import annotations

from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.triggers import Triggers
from careo.analyze.figures.vocabulary import Vocabulary
from careo.text import Document, Token


class Roles:
    """Asks them of one document."""

    def __init__(self, document: Document, vocabulary: Vocabulary, triggers: Triggers) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.triggers = triggers

    def subjects(self, verb: Token) -> tuple[Token, ...]:
        """The subjects of a verb."""
        return self.document.children_by(verb, "nsubj", "csubj")

    def is_relative(self, token: Token) -> bool:
        """A relative pronoun."""
        return token.tag == "PRON" and self.vocabulary.is_in(fold_word(token.text), "relative")

    def is_partition(self, token: Token) -> bool:
        """The relative pronoun of *60 de los **cuales***: what the number before it counts are some of the antecedent."""
        return token.has("PronType=Int,Rel") and self.document.tokens[token.head].tag == "NUM"

    def find_partition(self, top: Token, verb: Token) -> Token | None:
        """Such a pronoun between an antecedent and its relative clause."""
        return next((t for t in self.document.tokens[top.index : verb.index] if self.is_partition(t)), None)

    def is_bare_participle(self, verb: Token) -> bool:
        """A participle without subject or auxiliary: a quality, no clause (*personas **heridas***)."""
        alone = not self.subjects(verb) and not self.document.children_by(verb, "aux", "cop")
        return verb.has("VerbForm=Part") and alone

    def is_passive(self, verb: Token) -> bool:
        """A reflexive passive or one with *ser*."""
        if self.is_reflexive(verb):
            return True
        auxiliaries = self.document.children_by(verb, "aux", "cop")
        return verb.has("VerbForm=Part") and any(
            not self.vocabulary.is_in(fold_word(a.lemma), "perfect") for a in auxiliaries
        )

    def is_reflexive(self, verb: Token) -> bool:
        """Whether the verb has a reflexive pronoun."""
        children = self.document.children_by(verb, "expl", "obj", "iobj", "aux", "obl", "nsubj")
        return any(self.vocabulary.is_in(fold_word(c.text), "reflexive") for c in children)

    def introduced_by_person(self, verb: Token) -> bool:
        """Whether *a* introduces the clause."""
        return any(
            self.vocabulary.is_in(fold_word(c.text), "person") for c in self.document.children_by(verb, "case", "mark")
        )

    def is_there(self, verb: Token) -> bool:
        """*haber* without a participle: what there is."""
        alone = verb.tag in ("AUX", "VERB") and verb.relation != "aux"
        return alone and self.vocabulary.is_in(fold_word(verb.lemma), "perfect")

    def is_numbered(self, token: Token) -> bool:
        """Whether a number counts the noun."""
        return any(c.relation == "nummod" for c in self.document.children(token))

    def is_mistaken_verb(self, token: Token) -> bool:
        """A form of a verb of the frames, perhaps with a wrong accent, that the parser took for something else (*murierón*)."""
        word = fold_word(token.text)
        mistaken = token.tag in ("NOUN", "PROPN", "X", "ADJ") and not token.has("VerbForm=Part") and len(word) > 6
        known = word in self.triggers.states or word in self.triggers.nouns
        return mistaken and word in self.triggers.verb_forms and not known

    def others(self, verb: Token, anchor: Token) -> bool:
        """Whether the verb has a subject other than ``anchor``."""
        return any(s.index != anchor.index for s in self.subjects(verb))

    def is_intransitive(self, verb: Token) -> bool:
        """Whether the subject of the verb is counted in some frame."""
        return bool(self.triggers.frames_of(self.triggers.mover, verb))
