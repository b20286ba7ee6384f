"""Events: what the frames of a pack name, be it by a verb (*desplegó*) or a noun (*el despliegue*), with who, whom and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from careo.analyze.figures.fits import allows_noun
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.owners import OwnerFinder
from careo.analyze.figures.phrases import ActorFinder
from careo.analyze.figures.triggers import Triggers, bare_verb, build_triggers
from careo.analyze.figures.vocabulary import Vocabulary, build_vocabulary, inflect, sort_endings
from careo.analyze.words import grammar_of
from careo.lang.figures import Frame, NounEnding
from careo.lang.gists import Occurrence
from careo.lang.grammar import Grammar
from careo.lang.pack import Pack
from careo.model import Event
from careo.text import Document, Token

_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "NUM", "ADJ")
_FORCES = frozenset({"force", "military", "person", "goods", "vehicle"})
"""What is sent or supplied is that of whoever sends it, where nobody else does."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The occurrences of a pack by the folded lemma or form of their triggers."""

    moved: dict[str, tuple[Occurrence, ...]]
    mover: dict[str, tuple[Occurrence, ...]]
    nouns: dict[str, tuple[Occurrence, ...]]
    goals: dict[str, str]


def build_occurrences(pack: Pack) -> Occurrences:
    """Index the occurrences; use it through ``pack.derived(build_occurrences)``."""
    endings = sort_endings(pack.slot(NounEnding))
    moved: dict[str, tuple[Occurrence, ...]] = {}
    mover: dict[str, tuple[Occurrence, ...]] = {}
    nouns: dict[str, tuple[Occurrence, ...]] = {}
    for entry in pack.slot(Occurrence):
        if entry.people:
            continue  # for ``careo.analyze.gists``, which knows what else the article tells
        for verb in entry.moved:
            moved[bare_verb(verb)] = (*moved.get(bare_verb(verb), ()), entry)
        for verb in entry.mover:
            mover[bare_verb(verb)] = (*mover.get(bare_verb(verb), ()), entry)
        for noun in entry.nouns:
            for form in inflect(noun, endings):
                nouns[form] = (*nouns.get(form, ()), entry)
    goals = {form: goal for entry in pack.slot(Occurrence) for goal in entry.goals for form in inflect(goal, endings)}
    return Occurrences(moved, mover, nouns, goals)


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a document in text order: those that ``frames`` of figures name, and other ``occurrences``."""

    frames: tuple[Event, ...] = ()
    occurrences: tuple[Event, ...] = ()

    @property
    def all(self) -> tuple[Event, ...]:
        """Each trigger once; what is known of it as an occurrence counts first."""
        by_trigger = {event.trigger: event for event in (*self.frames, *self.occurrences)}
        return tuple(by_trigger[trigger] for trigger in sorted(by_trigger))


def find_events(document: Document, pack: Pack, actors: ActorFinder | None = None) -> Events:
    """All events of a document in order; ``time`` is left to whoever knows the moments.

    ``agent`` and ``patient`` are canonical names where they are actors; a patient that is none goes by its lemma. Forces and goods
    that are sent without a sender are those of their owner: the agent of *se enviaron tropas chilenas* is Chile.
    """
    vocabulary, triggers = pack.derived(build_vocabulary), pack.derived(build_triggers)
    owners = OwnerFinder(document, pack, actors, vocabulary, triggers)
    finder = _EventFinder(document, pack, owners)
    return Events(_only(map(finder.find_framed, document.tokens)), _only(map(finder.find_occurrence, document.tokens)))


def _only(events: Iterable[Event | None]) -> tuple[Event, ...]:
    return tuple(event for event in events if event is not None)


class _EventFinder:
    def __init__(self, document: Document, pack: Pack, owners: OwnerFinder) -> None:
        self._document = document
        self._triggers: Triggers = pack.derived(build_triggers)
        self._vocabulary: Vocabulary = pack.derived(build_vocabulary)
        self._occurrences = pack.derived(build_occurrences)
        self._grammar = grammar_of(pack)
        self._owners = owners

    def find_framed(self, token: Token) -> Event | None:
        """The event of a frame that ``token`` triggers, if it does."""
        verbal = token.tag in _VERBAL
        frames = self._frames(token, verbal=verbal)
        undergone = self._undergone(token, verbal=verbal) if frames else None
        for frame in frames:
            if frame.event is None or undergone is None or not allows_noun(frame, undergone, self._vocabulary):
                continue
            agent = self._owners.agents.find_agent(token) if frame.moved or frame.owner == "agent" else None
            return self._make_event(token, frame.event, undergone, agent, owned=frame.owner == "agent")
        return None

    def find_occurrence(self, token: Token) -> Event | None:
        """The occurrence that ``token`` triggers, if it does."""
        verbal = token.tag in _VERBAL
        for entry, mover in self._entries(token, verbal=verbal):
            undergone = None if mover else self._undergone(token, verbal=verbal)
            if entry.counts and (undergone is None or self._vocabulary.kinds_of(undergone).isdisjoint(entry.counts)):
                continue
            if entry.goals and not self._has_goal(token, entry):
                continue
            agent = self._owners.agents.find_agent(token) if entry.agent != "owner" else None
            event = self._make_event(token, entry.type, undergone, agent, owned=True)
            if entry.agent != "named" or event.agent is not None:
                return event
        return None

    def _entries(self, token: Token, *, verbal: bool) -> list[tuple[Occurrence, bool]]:
        known = self._occurrences
        if not verbal and token.tag != "NOUN":
            return []
        if not verbal:
            return [(entry, False) for entry in known.nouns.get(fold_word(token.text), ())]
        lemmas = self._triggers.lemmas_of(token)
        moved = [(entry, False) for lemma in lemmas for entry in known.moved.get(lemma, ())]
        return [*moved, *((entry, True) for lemma in lemmas for entry in known.mover.get(lemma, ()))]

    def _has_goal(self, token: Token, entry: Occurrence) -> bool:
        """Whether one of the goals hangs on the trigger, be it through another word (*a las fuerzas*, *para ayudar al ejército*)."""
        goals = (
            self._occurrences.goals.get(fold_word(t.lemma)) or self._occurrences.goals.get(fold_word(t.text))
            for t in self._document.subtree(token)
            if t.index > token.index
        )
        return any(goal in entry.goals for goal in goals)

    def _make_event(
        self, token: Token, type_: str, undergone: Token | None, agent: str | None, *, owned: bool
    ) -> Event:
        lemma = None if undergone is None or undergone.tag == "NUM" else undergone.lemma.lower()
        owner = self._owners.phrases.actor_of_phrase(undergone) if undergone is not None else None
        patient = owner or lemma
        if owned and undergone is not None and owner in (agent, agent or owner) and self._is_sent(undergone):
            agent, patient = agent or owner, lemma
        place = self._owners.place_of(token)
        return Event(type_, token.span, token.text, agent if agent != patient else None, patient, place)

    def _is_sent(self, noun: Token) -> bool:
        return bool(self._vocabulary.kinds_of(noun) & _FORCES)

    def _frames(self, token: Token, *, verbal: bool) -> tuple[Frame, ...]:
        if not verbal:
            return self._triggers.frames_of_noun(token) if token.tag == "NOUN" else ()
        moved = self._triggers.frames_of(self._triggers.moved, token)
        return (*moved, *(f for f in self._triggers.frames_of(self._triggers.mover, token) if f not in moved))

    def _undergone(self, token: Token, *, verbal: bool) -> Token | None:
        """The phrase that undergoes the event: object or passive subject, subject of a verb without object, *de* phrase of a noun."""
        if not verbal:
            return next((c for c in self._document.children_by(token, "nmod") if self._is_of(token, c)), None)
        undergone = find_object(self._document, token, self._grammar)
        if undergone is not None:
            return unwrap(self._document, undergone, self._vocabulary)
        subjects = self._document.children_by(token, "nsubj")
        if token.relation == "acl" and any(c.has("PronType=Int,Rel") for c in subjects):
            return self._document.head(token)  # soldados que combaten
        subject = next((c for c in subjects if c.tag in _NOMINAL), None)
        return unwrap(self._document, subject, self._vocabulary) if subject is not None else None

    def _is_of(self, noun: Token, phrase: Token) -> bool:
        cases = [c.lower for c in self._document.children_by(phrase, "case")]
        contracted = {self._grammar.contractions.get(word, word) for word in cases}
        return phrase.index > noun.index and self._grammar.of in contracted


def find_object(document: Document, verb: Token, grammar: Grammar) -> Token | None:
    """The object of a verb: one without a preposition first, else one with that of persons; no goal (*se enviaron tropas **a Perú***)."""
    person = {*grammar.person, *(word for word, fused in grammar.contractions.items() if fused in grammar.person)}
    behind: Token | None = None
    for child in document.children_by(verb, "obj"):
        cases = [c.lower for c in document.children_by(child, "case")]
        if child.tag in _NOMINAL and not cases:
            return child
        if child.tag in _NOMINAL and behind is None and set(cases) <= person:
            behind = child
    subject = any(c.tag in _NOMINAL for c in document.children_by(verb, "nsubj"))
    passive = any(
        c.relation == "expl" or (c.relation in ("aux", "cop") and c.lemma in grammar.copulas)
        for c in document.children(verb)
    )
    return None if passive and subject else behind


def unwrap(document: Document, noun: Token, vocabulary: Vocabulary) -> Token:
    """What a noun of number counts: of *cientos de **drones*** and *un número de **drones*** the drones."""
    word = fold_word(noun.text)
    if (
        word not in vocabulary.collectives
        and word not in vocabulary.cardinals
        and "aggregate" not in vocabulary.kinds_of(noun)
    ):
        return noun
    return next((c for c in document.children_by(noun, "nmod") if c.index > noun.index and c.tag == "NOUN"), noun)
