"""Who does what a verb or a noun of an event says: its subject, its agent with *por*, whoever plans or is asked to do it."""

from __future__ import annotations

from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.names import first_of_name
from careo.analyze.figures.phrases import PhraseNames
from careo.analyze.figures.triggers import Triggers
from careo.analyze.figures.vocabulary import Vocabulary
from careo.text import Document, Token


class AgentFinder:
    """Finds the agents of one document."""

    def __init__(self, document: Document, phrases: PhraseNames, vocabulary: Vocabulary, triggers: Triggers) -> None:
        self._document = document
        self._phrases = phrases
        self._vocabulary = vocabulary
        self._triggers = triggers

    def find_agent(self, trigger: Token) -> str | None:
        """The subject of the verb, through infinitives and relative clauses; of a noun its *de* or *por* phrase, else who plans it."""
        verb = trigger
        for _ in range(4):
            if verb.tag not in ("VERB", "AUX"):
                owner = self._phrases.owner_of(verb) or self._por_owner(verb)
                if owner is not None:
                    return owner
            subject = self.find_subject(verb)
            if subject is not None:
                return self._phrases.actor_of_phrase(subject)
            por = self._por_owner(verb)
            if por is not None:
                return por
            governor = self._document.head(verb)
            if governor is None or (verb.relation == "parataxis" and verb.has("VerbForm=Fin")):
                return None
            if verb.relation == "ccomp" and verb.has("VerbForm=Fin"):
                return self._speaker_of(governor, verb) if verb.index == trigger.index else None
            controller = self._controller(governor, verb)
            if controller is not None:
                return self._phrases.actor_of_phrase(controller)
            if verb.tag not in ("VERB", "AUX") and governor.tag == "VERB" and not self._triggers.is_plan(governor):
                return None
            verb = governor
        return None

    def find_subject(self, verb: Token) -> Token | None:
        """The subject of a verb, also that of a relative clause, or a name that stands where subjects do."""
        for child in self._document.children_by(verb, "nsubj"):
            if child.tag == "PRON" and self._vocabulary.is_in(fold_word(child.text), "relative"):
                return self._document.head(verb) if verb.relation == "acl" else None
            return child
        objects = self._document.children_by(verb, "obj")
        if any(self._vocabulary.is_in(fold_word(c.text), "relative") for c in objects):  # los 6.000 que prometió Ana
            return next(
                (c for c in objects if c.index > verb.index and not self._document.children_by(c, "case")), None
            )
        return self._joined_name(verb)

    def _joined_name(self, verb: Token) -> Token | None:
        """*y **Chile** prometió otros 60*: a name between a conjunction and a finite verb, whatever the tree hangs it on."""
        name = self._document.next_token(verb, -1)
        if name is None or name.tag != "PROPN" or not verb.has("VerbForm=Fin"):
            return None
        first = self._document.tokens[first_of_name(self._document, name)]
        before = self._document.next_token(first, -1)
        return first if before is not None and before.tag == "CCONJ" else None

    def _speaker_of(self, governor: Token, verb: Token) -> str | None:
        """*La empresa dice que despidió a 300*: the speaker, where the clause has no subject and agrees with theirs in number."""
        subject = self.find_subject(governor) if governor.tag == "VERB" else None
        agrees = subject is not None and subject.has("Number=Plur") == verb.has("Number=Plur")
        return self._phrases.actor_of_phrase(subject) if subject is not None and agrees else None

    def _por_owner(self, verb: Token) -> str | None:
        for child in self._document.children_by(verb, "obl", "nmod"):
            if any(
                self._vocabulary.is_in(fold_word(c.text), "agent") for c in self._document.children_by(child, "case")
            ):
                found = self._phrases.actor_of_phrase(child)
                if found is not None:
                    return found
        return None

    def _controller(self, governor: Token, verb: Token) -> Token | None:
        """The object of *agradecer*, *pedir* …, which is the subject of the infinitive or the noun of an event under them."""
        if not (verb.has("VerbForm=Inf") or self._triggers.frames_of_noun(verb)) or governor.tag != "VERB":
            return None
        if not any(self._vocabulary.is_in(lemma, "control") for lemma in self._triggers.lemmas_of(governor)):
            return None
        for child in self._document.children_by(governor, "obj", "iobj", "obl"):
            if any(
                self._vocabulary.is_in(fold_word(c.text), "person") for c in self._document.children_by(child, "case")
            ):
                return child
        return None
