"""Whose a figure is: the actor that it describes (*soldados **rusos***, ***Corea del Norte** envió …*, *vecinos de **Ribera***)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from careo.analyze.figures.bodies import BodyFinder
from careo.analyze.figures.counted import Counted
from careo.analyze.figures.forces import ForceFinder
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.names import first_of_name, name_at
from careo.analyze.figures.places import NOWHERE, PlaceFinder
from careo.analyze.figures.triggers import Triggers
from careo.analyze.figures.vocabulary import Vocabulary
from careo.analyze.figures.warrants import Warrant
from careo.analyze.gazetteer import find_hit, load_gazetteer
from careo.lang.pack import Pack
from careo.text import Document, Token

ActorFinder = Callable[[Document, Token, Pack], str | None]
"""The canonical name of the country, place or organization that a token names, or None."""

Owner = tuple[str, str]
"""A name, and how it was found: ``modifier``, ``agent``, ``members``, ``side``, ``beside``."""


class OwnerFinder:
    """Finds the owners of the figures of one document."""

    def __init__(
        self, document: Document, pack: Pack, actors: ActorFinder | None, vocabulary: Vocabulary, triggers: Triggers
    ) -> None:
        self._document = document
        self._pack = pack
        self._actors = actors
        self._vocabulary = vocabulary
        self.triggers = triggers
        self._known_places = actors is not None
        self.places = PlaceFinder(document, vocabulary, self._known_place)
        self._bodies = BodyFinder(document, pack, self._noun_owner)
        self._forces = ForceFinder(document, vocabulary, self._side_of, self._bodies.group_of)

    def _known_place(self, token: Token) -> str | None:
        """The name of a country, region or capital that begins at ``token``; a capital keeps its own."""
        hit = find_hit(self._document, token, self._pack) if self._known_places else None
        if hit is None or hit.first != token.index:
            return NOWHERE if self._bodies.names_body(token) else None
        if hit.place.kind != "government" or hit.place.sense not in ("name", "capital"):
            return NOWHERE
        own = " ".join(t.text for t in self._document.tokens[hit.first : hit.last + 1])
        return own if hit.place.sense == "capital" else hit.place.name

    def _side_of(self, noun: Token) -> str | None:
        """Whose fighters these are by their own modifiers (*soldados de Lima*, not *cadetes de la academia de Lima*) or a possessive."""
        own = self._possessor(noun)
        if own is not None:
            return own
        for token in self._modifiers(noun):
            near = token.head == noun.index or self._bodies.is_body(self._document.tokens[token.head])
            found = self.actor_of(token) if near else None
            if found is not None:
                return found
        return None

    def _possessor(self, noun: Token) -> str | None:
        """***Lima** admite que 300 soldados **suyos** …*: the subject of a clause around those counted, which they do not fill."""
        if not self._is_possessed(noun):
            return None
        for top in self._document.ancestors(noun):
            subject = self._subject(top) if top.tag == "VERB" else None
            if subject is not None and subject.index < noun.index:
                return self.actor_of_phrase(subject)
        return None

    def _is_possessed(self, noun: Token) -> bool:
        """*soldados **suyos***, ***sus** 300 soldados*: right behind the noun, or before it with its number and adjectives."""
        after, token = self._document.next_token(noun), self._document.next_token(noun, -1)
        while token is not None and token.tag in ("NUM", "ADJ"):
            token = self._document.next_token(token, -1)
        return any(t is not None and self._vocabulary.is_in(fold_word(t.text), "possessive") for t in (after, token))

    def find_owner(self, counted: Counted, warrant: Warrant | None) -> Owner | None:
        """By the modifiers of those counted, the place right beside them, the body whose members they are, or the agent of the frame.

        Things belong to the agent first.
        """
        frame = warrant.frame if warrant is not None else None
        modifiers = self._modifiers_owner(counted, persons=frame is not None and frame.owner == "subject")
        if modifiers is None and counted.noun is not None and self._is_people(counted):
            modifiers = self._possessor(counted.noun)
        if modifiers is not None and (frame is None or frame.owner != "agent" or self._is_people(counted)):
            return modifiers, "modifier"
        if frame is not None and warrant is not None and frame.owner == "agent":
            agent = self._agent_owner(warrant.trigger) or modifiers
            if agent is not None:
                return agent, "agent"
        elif frame is not None and warrant is not None and frame.owner != "patient":
            holder = self._clause_owner(warrant.trigger, persons=frame.owner == "subject")
            if holder is not None and "money" in frame.counts and self._is_appraised(counted, warrant.trigger):
                holder = None
            if holder is not None:
                return holder, "agent"
        members = self._bodies.body_of_members(counted.noun) if counted.noun is not None and frame is not None else None
        if members is not None:
            return members, "members"
        side = self._forces.find_side(counted)
        if side is not None:
            return side, "side"
        beside = self.places.own_place(counted) if frame is None or frame.owner == "patient" else None
        return (beside, "beside") if beside is not None else None

    def _is_appraised(self, counted: Counted, trigger: Token) -> bool:
        """*La cámara cifra **el daño** en …*: a loss that somebody puts a figure on, not said to be theirs (*cifró **sus** pérdidas*)."""
        for verb in (counted.anchor, trigger, *self._document.ancestors(counted.anchor)):
            if verb.tag != "VERB" or not any(
                self._vocabulary.is_in(w, "appraise") for w in self.triggers.lemmas_of(verb)
            ):
                continue
            objects = self._document.children_by(verb, "obj", "iobj", "ccomp")
            nouns = [noun for noun in objects if noun.tag == "NOUN"]
            own = any(self._is_possessed(noun) for noun in nouns)
            lost = any("loss" in self._vocabulary.kinds_of(noun) for noun in (*nouns, trigger))
            return not own and (
                lost or (trigger.tag == "NOUN" and bool(nouns)) or any(o.tag == "PRON" for o in objects)
            )
        return False

    def _is_people(self, counted: Counted) -> bool:
        return counted.noun is not None and bool(self._vocabulary.kinds_of(counted.noun) & {"force", "person"})

    def find_last_owner(self, counted: Counted, warrant: Warrant | None) -> str | None:
        """Where nothing else tells: who is sentenced, the place of what happened, the place that the article leads with."""
        if warrant is not None and "time" in warrant.frame.counts:
            return self._person_near(counted.anchor)
        if warrant is None or warrant.frame.owner != "patient" or warrant.frame.shares == "only":
            return self.places.nearest_place(counted.anchor) or self.country
        return self.places.event_place(counted.anchor) or self.places.lead

    @cached_property
    def country(self) -> str | None:
        """The country or region that the text names most often, if oftener than the place that it leads with; else that."""
        weights: dict[str, int] = {}
        names = load_gazetteer(self._pack).names if self._actors is not None else {}
        for token in self._document.tokens:
            if token.tag not in ("PROPN", "ADJ"):
                continue
            place = None if token.text[0].isupper() else names.get(fold_word(token.text))
            if token.text[0].isupper() and self._actors is not None:
                hit = find_hit(self._document, token, self._pack)
                place = hit.place if hit is not None and hit.first == token.index else None
            if place is not None and place.kind == "government" and place.party:
                weights[place.party] = weights.get(place.party, 0) + 1
        lead = self.places.lead
        best = max(weights, key=lambda name: weights[name], default=lead)
        if best is None or lead is None:
            return best
        capital = names.get(" ".join(fold_word(lead).split()))
        if capital is not None and capital.sense == "capital":
            return capital.party
        return best if weights.get(best, 0) >= self.places.count_mentions(lead) else lead

    def _person_near(self, token: Token) -> str | None:
        """Who is sentenced: the person named nearest in the sentence, not as a subject, those after ``token`` first."""
        sentence = self._document.tokens_of(self._document.sentence_of(token))
        persons = [t for t in sentence if t.name == "B-PER" and t.relation != "nsubj"]
        nearest = min(persons, key=lambda t: (t.index < token.index, abs(t.index - token.index)), default=None)
        return self._name_at(nearest) if nearest is not None else None

    def _clause_owner(self, trigger: Token, *, persons: bool) -> str | None:
        """The subject of the nearest clause around the trigger that names somebody."""
        for top in (trigger, *self._document.ancestors(trigger)):
            if top.tag not in ("VERB", "AUX", "NOUN", "ADJ"):
                continue
            subject = self._subject(top)
            for phrase in (subject, *self._document.children_by(top, "nsubj")):
                named = phrase is not None and phrase.text[0].isalpha()
                found = (
                    (self.name_of_phrase(phrase) if persons else self._body_of(phrase)) if phrase and named else None
                )
                if found is not None:
                    return found
            told = top.relation in ("ccomp", "parataxis") and top.has("VerbForm=Fin")
            if told and (subject is not None or top.index != trigger.index):
                return None  # what is above it only tells of it
        return None

    def _body_of(self, subject: Token) -> str | None:
        """The body that a subject names; none for a person."""
        if self._bodies.is_body(subject):
            return self._named_beside(subject) or self.name_of_phrase(subject)
        if subject.name.endswith("PER") or any(
            c.name.endswith("PER") for c in self._document.children_by(subject, "appos", "flat")
        ):
            return None
        return self.name_of_phrase(subject)

    def _named_beside(self, noun: Token) -> str | None:
        """The name that stands right beside a noun of bodies, whatever the tree says: *la fabricante de coches Auriga*."""
        before, token = noun, self._document.next_token(noun)
        while token is not None and token.tag in ("ADP", "NOUN", "ADJ"):
            before, token = token, self._document.next_token(token)
        beside = token is not None and token.tag == "PROPN" and before.tag != "ADP"
        return self._name_at(token) if token is not None and beside else None

    def name_of_phrase(self, token: Token) -> str | None:
        """The person named in a phrase, else its actor, else the proper name in it."""
        persons = (token, *self._document.children_by(token, "appos", "flat"))
        person = next((t for t in persons if t.tag == "PROPN"), None)
        if person is not None:
            return self._name_at(person)
        found = self.actor_of_phrase(token)
        if found is not None:
            return found
        for other in (token, *self._document.children_by(token, "appos", "flat", "nmod")):
            if other.tag == "PROPN":
                return self._name_at(other)
        return None

    def agent_of(self, trigger: Token) -> str | None:
        """The actor who does what the trigger says."""
        return self._agent_owner(trigger)

    def actor_of(self, token: Token) -> str | None:
        """The canonical actor of one token; a proper name that is none in the gazetteer stands for itself if it is a body or a place."""
        alone = token.tag in ("PROPN", "ADJ") or not self._document.children_by(token, "nmod", "acl")
        found = self._actors(self._document, token, self._pack) if self._actors is not None and alone else None
        if found is not None:
            return found
        if token.name.endswith(("ORG", "LOC")):
            return self._name_at(token)
        return None

    def place_of(self, token: Token) -> str | None:
        """The place named with *en* of what ``token`` says, or of what undergoes it."""
        return self.places.place_under(token)

    def _person_of(self, token: Token) -> str | None:
        return self._name_at(token) if token.name == "B-PER" else None

    # --- modifiers ----------------------------------------------------------------------------------------------------

    def _modifiers_owner(self, counted: Counted, *, persons: bool = False) -> str | None:
        noun = counted.noun
        if noun is None and counted.definite is not None:
            return None
        if noun is None:  # las 30.000 de Lima, but of no one who counted them
            named = (self._known_place(t) or self._person_of(t) for t in self._modifiers(counted.anchor))
            return next((name for name in named if name), None)
        if noun.tag in ("VERB", "AUX"):
            return None
        if self._actors is not None and noun.tag != "PROPN" and not self._document.children_by(noun, "nmod", "acl"):
            own = self._actors(self._document, noun, self._pack)
            if own is not None:
                return own
        owner = self._noun_owner(noun)
        if owner is None and persons:
            names = (t for t in self._modifiers(noun) if t.tag == "PROPN")
            owner = next((self._name_at(t) for t in names), None)
        return owner

    def _noun_owner(self, noun: Token) -> str | None:
        """A demonym or a *de* phrase among the modifiers, the nearest first."""
        for token in self._modifiers(noun):
            found = self.actor_of(token)
            if found is not None:
                return found
        return None

    def _modifiers(self, noun: Token) -> Iterator[Token]:
        for child in self._document.children_by(noun, "amod", "nmod", "flat", "acl"):
            if child.index < noun.index:
                continue
            if child.relation == "nmod":
                case = next((c for c in self._document.children_by(child, "case")), None)
                if case is None or not self._vocabulary.is_in(fold_word(case.text), "of"):
                    continue
                yield child
                yield from self._modifiers(child)
            elif child.relation != "acl" or child.tag == "ADJ":
                yield child

    # --- agents -------------------------------------------------------------------------------------------------------

    def _agent_owner(self, trigger: Token) -> str | None:
        """The subject of the verb, through infinitives and relative clauses; of a noun its *de* or *por* phrase, else who plans it."""
        verb = trigger
        for _ in range(4):
            if verb.tag not in ("VERB", "AUX"):
                owner = self._noun_owner(verb) or self._por_owner(verb)
                if owner is not None:
                    return owner
            subject = self._subject(verb)
            if subject is not None:
                return self.actor_of_phrase(subject)
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
                return self.actor_of_phrase(controller)
            if verb.tag not in ("VERB", "AUX") and governor.tag == "VERB" and not self.triggers.is_plan(governor):
                return None
            verb = governor
        return None

    def _subject(self, verb: Token) -> Token | None:
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
        subject = self._subject(governor) if governor.tag == "VERB" else None
        agrees = subject is not None and subject.has("Number=Plur") == verb.has("Number=Plur")
        return self.actor_of_phrase(subject) if subject is not None and agrees else None

    def _por_owner(self, verb: Token) -> str | None:
        for child in self._document.children_by(verb, "obl", "nmod"):
            if any(
                self._vocabulary.is_in(fold_word(c.text), "agent") for c in self._document.children_by(child, "case")
            ):
                found = self.actor_of_phrase(child)
                if found is not None:
                    return found
        return None

    def _controller(self, governor: Token, verb: Token) -> Token | None:
        """The object of *agradecer*, *pedir* …, which is the subject of the infinitive or the noun of an event under them."""
        if not (verb.has("VerbForm=Inf") or self.triggers.frames_of_noun(verb)) or governor.tag != "VERB":
            return None
        if not any(self._vocabulary.is_in(lemma, "control") for lemma in self.triggers.lemmas_of(governor)):
            return None
        for child in self._document.children_by(governor, "obj", "iobj", "obl"):
            if any(
                self._vocabulary.is_in(fold_word(c.text), "person") for c in self._document.children_by(child, "case")
            ):
                return child
        return None

    def actor_of_phrase(self, token: Token) -> str | None:
        """The actor of a noun phrase: its head, its modifiers, or the country that a person stands for elsewhere in the text."""
        found = self.actor_of(token) or self._noun_owner(token)
        if found is not None:
            return found
        for child in self._document.children_by(token, "appos", "flat"):
            found = self._noun_owner(child)
            if found is not None:
                return found
        return self._person_owner(token) or self._bodies.resolve_noun(token)

    def _person_owner(self, token: Token) -> str | None:
        """*el líder norcoreano Kim Jong Un*, anywhere in the text, makes Kim stand for North Korea."""
        if token.tag != "PROPN" and not token.name.endswith("PER"):
            for child in self._modifiers(token):
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
                found = self._noun_owner(head)
                if found is not None:
                    return found
            for child in self._document.children_by(other, "appos", "amod", "nmod"):
                found = self._noun_owner(child)
                if found is not None:
                    return found
        return None

    def _name_at(self, token: Token) -> str:
        return name_at(self._document, token)
