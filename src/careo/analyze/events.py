"""Events: what the frames of a pack name, be it by a verb (*desplegó*) or a noun (*el despliegue*), with who, whom and where."""

from __future__ import annotations

from careo.analyze.figures.fits import allows_noun
from careo.analyze.figures.owners import ActorFinder, OwnerFinder
from careo.analyze.figures.triggers import Triggers, build_triggers
from careo.analyze.figures.vocabulary import Vocabulary, build_vocabulary
from careo.lang.figures import Frame
from careo.lang.pack import Pack
from careo.model import Event
from careo.text import Document, Token


def find_events(document: Document, pack: Pack, actors: ActorFinder | None = None) -> tuple[Event, ...]:
    """All events of a document in order; ``time`` is left to whoever knows the moments.

    ``agent`` and ``patient`` are canonical names where they are actors; a patient that is none goes by its lemma.
    """
    vocabulary, triggers = pack.derived(build_vocabulary), pack.derived(build_triggers)
    owners = OwnerFinder(document, pack, actors, vocabulary, triggers)
    finder = _EventFinder(document, vocabulary, triggers, owners)
    return tuple(event for token in document.tokens if (event := finder.find_event(token)) is not None)


class _EventFinder:
    def __init__(self, document: Document, vocabulary: Vocabulary, triggers: Triggers, owners: OwnerFinder) -> None:
        self._document = document
        self._triggers = triggers
        self._vocabulary = vocabulary
        self._owners = owners

    def find_event(self, token: Token) -> Event | None:
        """The event that ``token`` triggers, if it does."""
        verbal = token.tag in ("VERB", "AUX")
        frames = self._frames(token, verbal=verbal)
        undergone = self._undergone(token, verbal=verbal) if frames else None
        for frame in frames:
            if frame.event is None or undergone is None or not allows_noun(frame, undergone, self._vocabulary):
                continue
            agent = self._owners.agent_of(token) if frame.moved or frame.owner == "agent" else None
            lemma = None if undergone.tag == "NUM" else undergone.lemma.lower()
            patient = self._owners.actor_of_phrase(undergone) or lemma
            place = self._owners.place_of(token)
            return Event(frame.event, token.span, token.text, agent if agent != patient else None, patient, place)
        return None

    def _frames(self, token: Token, *, verbal: bool) -> tuple[Frame, ...]:
        if not verbal:
            return self._triggers.frames_of_noun(token) if token.tag == "NOUN" else ()
        moved = self._triggers.frames_of(self._triggers.moved, token)
        return (*moved, *(f for f in self._triggers.frames_of(self._triggers.mover, token) if f not in moved))

    def _undergone(self, token: Token, *, verbal: bool) -> Token | None:
        """The phrase that undergoes the event: object or passive subject, subject of a verb without object, *de* phrase of a noun."""
        if not verbal:
            return next((c for c in self._document.children_by(token, "nmod") if c.index > token.index), None)
        objects = [c for c in self._document.children_by(token, "obj") if c.tag in ("NOUN", "PROPN", "NUM", "ADJ")]
        if objects:
            return objects[0]
        return next(
            (c for c in self._document.children_by(token, "nsubj") if c.tag in ("NOUN", "PROPN", "NUM", "ADJ")), None
        )
