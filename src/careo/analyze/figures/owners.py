"""Whose a figure is: the actor that it describes (*soldados **rusos***, ***Corea del Norte** envió …*, *vecinos de **Ribera***)."""

from __future__ import annotations

from functools import cached_property

from careo.analyze.cues import verb_index
from careo.analyze.figures.agents import AgentFinder
from careo.analyze.figures.counted import Counted
from careo.analyze.figures.forces import ForceFinder
from careo.analyze.figures.holders import HolderFinder
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.phrases import ActorFinder, PhraseNames
from careo.analyze.figures.places import NOWHERE, PlaceFinder
from careo.analyze.figures.triggers import Triggers
from careo.analyze.figures.vocabulary import Vocabulary
from careo.analyze.figures.warrants import Warrant
from careo.analyze.gazetteer import find_hit, load_gazetteer
from careo.analyze.nouns import find_noun
from careo.lang.pack import Pack
from careo.text import Document, Token

Owner = tuple[str, str]
"""A name, and how it was found: ``modifier``, ``agent``, ``measured``, ``victim``, ``members``, ``side``, ``beside``."""


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
        self.phrases = PhraseNames(document, pack, actors, vocabulary)
        self.bodies = self.phrases.bodies
        self.agents = AgentFinder(document, self.phrases, vocabulary, triggers)
        self.places = PlaceFinder(document, vocabulary, self._known_place)
        self._holders = HolderFinder(document, pack, self.phrases, vocabulary)
        self._forces = ForceFinder(document, vocabulary, self._side_of, self.bodies.group_of)

    def _known_place(self, token: Token) -> str | None:
        """The name of a country, region or capital that begins at ``token``; a capital keeps its own."""
        hit = find_hit(self._document, token, self._pack) if self._known_places else None
        if hit is None or hit.first != token.index:
            return NOWHERE if self.bodies.names_body(token) else None
        if hit.place.kind != "government" or hit.place.sense not in ("name", "capital"):
            return NOWHERE
        own = " ".join(t.text for t in self._document.tokens[hit.first : hit.last + 1])
        return own if hit.place.sense == "capital" else hit.place.name

    def _side_of(self, noun: Token) -> str | None:
        """Whose fighters these are by their own modifiers (*soldados de Lima*, not *cadetes de la academia de Lima*) or a possessive."""
        own = self._possessor(noun)
        if own is not None:
            return own
        for token in self.phrases.modifiers(noun):
            near = token.head == noun.index or self.bodies.is_body(self._document.tokens[token.head])
            found = self.phrases.actor_of(token) if near else None
            if found is not None:
                return found
        return None

    def _possessor(self, noun: Token) -> str | None:
        """***Lima** admite que 300 soldados **suyos** …*: the subject of a clause around those counted, which they do not fill."""
        if not self._is_possessed(noun):
            return None
        for top in self._document.ancestors(noun):
            subject = self.agents.find_subject(top) if top.tag == "VERB" else None
            if subject is not None and subject.index < noun.index:
                return self.phrases.actor_of_phrase(subject)
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
        acting = self._acting_owner(counted, warrant, modifiers) if warrant is not None else None
        if acting is not None:
            return acting
        victim = self._holders.find_victim(counted) if frame is not None and frame.owner == "patient" else None
        if victim is not None:
            return victim, "victim"
        members = self.bodies.body_of_members(counted.noun) if counted.noun is not None and frame is not None else None
        if members is not None:
            return members, "members"
        side = self._forces.find_side(counted)
        if side is not None:
            return side, "side"
        beside = self.places.own_place(counted) if frame is None or frame.owner == "patient" else None
        if beside is not None:
            return beside, "beside"
        holder = self._holder_of(counted) if frame is None else self._convener(warrant) if warrant is not None else None
        return (holder, "holder") if holder is not None else None

    def _acting_owner(self, counted: Counted, warrant: Warrant, modifiers: str | None) -> Owner | None:
        """Who does what the frame says, or has what it measures; none where it is undergone."""
        frame, money = warrant.frame, "money" in warrant.frame.counts
        if frame.owner == "agent":
            agent = self.agents.find_agent(warrant.trigger) or modifiers
            return (agent, "agent") if agent is not None else None
        if frame.owner == "patient":
            return None
        measured = self._holders.find_measured(counted, warrant) if money else None
        if measured is not None:
            return measured, "measured"
        holder = self._clause_owner(warrant.trigger, persons=frame.owner == "subject")
        if holder is None or (money and self._is_appraised(counted, warrant.trigger)):
            return None
        return holder, "agent"

    def _holder_of(self, counted: Counted) -> str | None:
        """***El Gobierno de Lima** ofrece la contratación de 450 enfermeras*: the body of whose doing a number of things is told.

        Not who says or counts it (*la policía contó 23 barcos*).
        """
        for verb in (counted.anchor, *self._document.ancestors(counted.anchor)):
            if verb.tag != "VERB":
                continue
            estimates = any(self._vocabulary.is_in(w, "estimate") for w in self.triggers.lemmas_of(verb))
            senses = self._pack.derived(verb_index).get(verb.lemma, ())
            if estimates or any(e.stance not in ("commit", "request") for e in senses if not e.phrase):
                return None
            subject = self.agents.find_subject(verb)
            inside = subject is None or subject in counted.tokens
            return None if inside or subject is None else self._organization_of(subject)
        return None

    def _organization_of(self, subject: Token) -> str | None:
        """The body that a subject names or points back to; no place and no country."""
        if not (self.bodies.is_body(subject) or subject.name.endswith("ORG")):
            return None
        return self._body_of(subject)

    def _convener(self, warrant: Warrant) -> str | None:
        """*La marcha de **la Unión del Riel** reunió a 9.000 personas*: the body that an event is called after."""
        if warrant.frame.event != "gathering":
            return None
        for subject in self._document.children_by(warrant.trigger, "nsubj"):
            for token in self.phrases.modifiers(subject):
                if token.name.endswith("ORG"):
                    return self.phrases.actor_of(token)
        return None

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
            company = self._holders.company if self._holders.is_company_matter(counted, warrant) else None
            return company or self.places.nearest_place(counted.anchor) or self.country
        place = self.places.event_place(counted.anchor)
        return self._nation if place == NOWHERE else place or self.places.lead

    @cached_property
    def country(self) -> str | None:
        """The country or region that the text names most often, if oftener than the place that it leads with; else that."""
        lead = self.places.lead
        best = max(self._countries, key=lambda name: self._countries[name], default=lead)
        if best is None or lead is None:
            return best
        names = load_gazetteer(self._pack).names if self._actors is not None else {}
        capital = names.get(" ".join(fold_word(lead).split()))
        if capital is not None and capital.sense == "capital":
            return capital.party
        return best if self._countries.get(best, 0) >= self.places.count_mentions(lead) else lead

    @cached_property
    def _nation(self) -> str | None:
        """The country that the text names most often, by its name or an adjective."""
        return max(self._countries, key=lambda name: self._countries[name], default=None)

    @cached_property
    def _countries(self) -> dict[str, int]:
        """How often the text names each country or region, by its name or an adjective."""
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
        return weights

    def _person_near(self, token: Token) -> str | None:
        """Who is sentenced: the person named nearest in the sentence, not as a subject, those after ``token`` first."""
        sentence = self._document.tokens_of(self._document.sentence_of(token))
        persons = [t for t in sentence if t.name == "B-PER" and t.relation != "nsubj"]
        nearest = min(persons, key=lambda t: (t.index < token.index, abs(t.index - token.index)), default=None)
        return self.phrases.name_at(nearest) if nearest is not None else None

    def _clause_owner(self, trigger: Token, *, persons: bool) -> str | None:
        """The subject of the nearest clause around the trigger that names somebody."""
        for top in (trigger, *self._document.ancestors(trigger)):
            subject = None
            if top.tag in ("VERB", "AUX", "NOUN", "ADJ"):
                subject = self.agents.find_subject(top)
                found = self._subject_owner(top, subject, persons=persons)
                if found is not None:
                    return found
            finite = top.has("VerbForm=Fin") or (not persons and self._is_copular(top))
            told = top.relation in ("ccomp", "parataxis") and finite
            if told and (subject is not None or top.index != trigger.index):
                return None  # what is above it only tells of it
        return None

    def _subject_owner(self, top: Token, subject: Token | None, *, persons: bool) -> str | None:
        for phrase in (subject, *self._document.children_by(top, "nsubj")):
            if phrase is None or not phrase.text[0].isalpha():
                continue
            found = self.phrases.name_of_phrase(phrase) if persons else self._body_of(phrase)
            if found is not None:
                return found
        return None

    def _is_copular(self, predicate: Token) -> bool:
        """*Los despedidos **son** 600*: a clause whose verb is a finite copula."""
        return any(copula.has("VerbForm=Fin") for copula in self._document.children_by(predicate, "cop"))

    def _body_of(self, subject: Token) -> str | None:
        """The body that a subject names; none for a person."""
        if self.bodies.is_body(subject):
            return self._named_beside(subject) or self.phrases.name_of_phrase(subject)
        persons = [c for c in self._document.children_by(subject, "appos", "flat") if c.name.endswith("PER")]
        if subject.name.endswith("PER") or (persons and self._is_persons(subject)):
            return None
        return self.phrases.name_of_phrase(subject)

    def _is_persons(self, noun: Token) -> bool:
        """Whether a noun beside a name says that it is a person's (*la empresaria Zulma*, not *la acería Auriga*)."""
        known = find_noun(self._document, noun, self._pack)
        titled = known is not None and known.title is not None
        return noun.tag != "NOUN" or titled or bool(self._vocabulary.kinds_of(noun) & {"person", "force"})

    def _named_beside(self, noun: Token) -> str | None:
        """The name that stands right beside a noun of bodies, whatever the tree says: *la fabricante de coches Auriga*."""
        before, token = noun, self._document.next_token(noun)
        while token is not None and token.tag in ("ADP", "NOUN", "ADJ"):
            before, token = token, self._document.next_token(token)
        beside = token is not None and token.tag == "PROPN" and before.tag != "ADP"
        return self.phrases.name_at(token) if token is not None and beside else None

    def place_of(self, token: Token) -> str | None:
        """The place named with *en* of what ``token`` says, or of what undergoes it."""
        return self.places.place_under(token)

    # --- modifiers ----------------------------------------------------------------------------------------------------

    def _modifiers_owner(self, counted: Counted, *, persons: bool = False) -> str | None:
        noun = counted.noun
        if noun is None and counted.definite is not None:
            return None
        if noun is None:  # las 30.000 de Lima, but of no one who counted them
            named = (self._known_place(t) or self.phrases.person_at(t) for t in self.phrases.modifiers(counted.anchor))
            return next((name for name in named if name), None)
        if noun.tag in ("VERB", "AUX"):
            return None
        if self._actors is not None and noun.tag != "PROPN" and not self._document.children_by(noun, "nmod", "acl"):
            own = self._actors(self._document, noun, self._pack)
            if own is not None:
                return own
        owner = self.phrases.owner_of(noun)
        if owner is None and persons:
            names = (t for t in self.phrases.modifiers(noun) if t.tag == "PROPN")
            owner = next((self.phrases.name_at(t) for t in names), None)
        return owner
