"""Roles: who does what a claim says, and who or what undergoes it, as the claim itself has it."""

from __future__ import annotations

from careo.analyze.predications import Predication, Reader, predicate_index
from careo.model import Claim
from careo.text import Token
from careo.text.words import fold

_ECHO = "content:echo"


class RoleFinder:
    """Finds the roles in the claims of one document."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._document = reader.document
        self._predicates = reader.pack.derived(predicate_index)

    def find_roles(self, claim: Claim, predication: Predication) -> tuple[str | None, str | None]:
        """Agent and patient: canonical names, or what a thing is called; None where the claim does not say."""
        reader = self._reader
        agent = reader.argument(predication.subject)
        party = claim.source.acts_for
        if party is not None and predication.subject is not None and reader.may_mean(predication.subject, party):
            agent = party
        patient = reader.argument(predication.object, self._owner(claim, predication, agent))
        head, speaker = predication.head, self._speaker(claim)
        collective = claim.source.acts_for is not None or claim.source.kind in ("organization", "government", "group")
        if reader.is_speakers(predication.subject) and collective:
            agent = speaker
        if self._undergoes(claim, predication):
            patient = claim.source.name
        if agent is None and self._is_self(claim, predication.subject):
            agent = claim.source.name
        if head is None or predication.subject is not None:
            return agent, patient
        own = predication.object is None or not reader.undergoes(head)
        if own and self._is_own(claim, predication):
            agent = speaker
        if head.tag == "NOUN":
            doer, undergoer = self._roles_of_noun(head, thing=predication.thing)
            verbal = predication.verb is not None and not predication.thing
            agent, patient = doer or (agent if verbal else None), patient or undergoer
            if reader.is_speakers(head) and reader.undergoes(head) and claim.source.kind == "person" and not verbal:
                patient = claim.source.name
        if agent is not None and patient in (None, reader.predicate_of(head)) and reader.undergoes(head):
            agent, patient = None, agent
        return agent, patient

    def _is_self(self, claim: Claim, subject: Token | None) -> bool:
        """*Mera insistió en que **él** no recibió nada*: the pronoun sets the one who speaks against others."""
        person = claim.source.kind == "person" and claim.quotation == "indirect"
        personal = (
            subject is not None and subject.tag == "PRON" and subject.has("PronType=Prs") and subject.has("Person=3")
        )
        return person and personal and subject is not None and not subject.has("Number=Plur")

    def _owner(self, claim: Claim, predication: Predication, agent: str | None) -> str | None:
        """Whose *sus balances* are: those of who does something to them, else of the body that speaks."""
        if predication.subject is not None:
            return agent if agent is not None and agent != agent.lower() else None
        speaker = claim.source.acts_for or claim.source.name
        own = claim.source.kind in ("organization", "government") or claim.source.acts_for is not None
        return speaker if own and speaker != speaker.lower() else None

    def _speaker(self, claim: Claim) -> str:
        """Who speaks: the party, or a noun as an argument would be called (*los estudiantes*)."""
        name, span = claim.source.acts_for or claim.source.name, claim.source.span
        common = claim.source.kind == "group" and claim.source.acts_for is None
        if span is None or not (common or name == name.lower()):
            return name
        heads = self._reader.tops((span,))
        return (self._reader.argument(heads[0]) if heads else None) or name

    def _undergoes(self, claim: Claim, predication: Predication) -> bool:
        """*Palma confirmó que fue despedido*: a passive without a subject in words that the article reports of one person."""
        head = predication.head
        if (
            head is None
            or predication.object is not None
            or claim.source.kind != "person"
            or claim.quotation == "direct"
        ):
            return False
        copular = any(c.lemma in self._reader.grammar.copulas for c in self._document.children_by(head, "aux", "cop"))
        return copular and head.has("VerbForm=Part") and head.tag == "VERB" and head.has("Number=Sing")

    def _roles_of_noun(self, noun: Token, *, thing: bool = False) -> tuple[str | None, str | None]:
        """Of a noun made of a verb: its *por* phrase did it, its *de* phrase underwent it (*la apertura de las compuertas por …*)."""
        grammar, agent, patient = self._reader.grammar, None, None
        for child in self._document.children_by(noun, "nmod", "obl"):
            cases = {grammar.contractions.get(c.lower, c.lower) for c in self._document.children_by(child, "case")}
            if grammar.of in cases and patient is None:
                patient = self._reader.argument(child)
            elif cases & set(grammar.agent):
                agent = self._reader.name_of(child)
            elif patient is None and grammar.to in cases and self._reader.names_event(noun):
                patient = self._reader.argument(child)
        if patient is None and (thing or fold(noun.lemma) in self._predicates):
            patient = predicate_of_thing(self._reader, noun)
        return agent, patient

    def _is_own(self, claim: Claim, predication: Predication) -> bool:
        """Whether who speaks does it: an infinitive, a first person, or a third one left out in words that the article reports."""
        head = predication.verb or predication.head
        echoed = any(reason.rule == _ECHO for reason in claim.reasons)
        if head is None or head.tag not in ("VERB", "AUX") or claim.source.kind in ("author", "document") or echoed:
            return False
        if self._reader.is_infinitive(head):
            return True
        forms = (head, *self._document.children_by(head, "aux"))
        if any(t.has("Person=1") for t in forms):
            alone = claim.source.kind == "person" and claim.source.acts_for is None  # *no atacamos*: he and others
            several = alone and any(t.has("Person=1") and t.has("Number=Plur") for t in forms)
            return claim.quotation in ("direct", "mixed") and not several
        active = any(c.relation == "obj" for c in self._document.children(head)) and not self._document.children_by(
            head, "nsubj", "expl"
        )
        reflexive = claim.source.kind == "person" and claim.stance in ("confirm", "deny") and not self._said_of(head)
        if (
            claim.quotation == "direct"
            or head.lemma in self._reader.grammar.perfects
            or not (active or self._goes(claim, head) or (reflexive and self._document.children_by(head, "expl")))
        ):
            return False
        plural = any(t.has("Number=Plur") for t in forms)
        return any(t.has("Person=3") for t in forms) and plural == (claim.source.kind == "group")

    def _goes(self, claim: Claim, verb: Token) -> bool:
        """*La ministra aseguró que no va a dimitir*: what a person says of nobody else they undergo themselves."""
        alone = not (self._said_of(verb) or self._document.children_by(verb, "expl"))
        return claim.source.kind == "person" and alone and self._reader.undergoes(verb)

    def _said_of(self, verb: Token) -> bool:
        return bool(self._document.children_by(verb, "nsubj", "obj", "csubj", "ccomp"))


def predicate_of_thing(reader: Reader, head: Token) -> str:
    """What a head goes by; with *otro acuerdo* and *un acuerdo parecido* not the one that others speak of is meant."""
    return " ".join((reader.predicate_of(head), *reader.others(head)))
