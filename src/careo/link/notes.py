"""Notes: what is kept of an article between two runs of linking, so that its claims need not be read again.

A *note* depends on the claims of the article alone. A *mark* stands for all that linking knows of an article: its claims, its facts, and
what the actors' table answers to every name that is asked for. Two runs that give an article one mark make the same of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from careo.link.actors import ActorTable, Names, count_names
from careo.link.facts import ArticleFacts
from careo.link.propositions.points import find_speakers, split_names
from careo.link.stories import find_telling_names
from careo.model import Claim, Source
from careo.text.words import fold

_SIZE = 16  # bytes of a hash: no two are the same by chance


@dataclass(frozen=True, slots=True)
class Note:
    """What linking keeps of an article. ``seal`` is a hash of its claims; ``told`` are the names that tell its story.

    ``sources``: each source with whom it acts for; ``speakers``: of these the persons that propositions go by. ``asked``: all names
    whose actors are asked for.
    """

    seal: str
    names: Names
    told: tuple[str, ...]
    sources: tuple[tuple[str, str | None], ...]
    speakers: tuple[tuple[str, str], ...]
    asked: tuple[str, ...]


def make_note(article: str, claims: Sequence[Claim], language: str) -> Note:
    """The note of an article in ``language``, from its claims in order of their ids."""
    sources = {(claim.source.name, claim.source.acts_for) for claim in claims}
    asked = {name for claim in claims for name in _iter_asked(claim) if name}
    asked |= {part for name, acts_for in sources if acts_for is None for part in split_names(name, language)}
    return Note(
        seal=make_hash(repr(tuple(claims))),
        names=count_names(article, claims),
        told=tuple(sorted(find_telling_names(claims))),
        sources=tuple(sorted(sources, key=lambda pair: (pair[0], pair[1] or ""))),
        speakers=tuple(sorted(find_speakers(claims))),
        asked=tuple(sorted(asked)),
    )


def _iter_asked(claim: Claim) -> Iterable[str | None]:
    yield claim.source.name
    yield claim.source.acts_for
    yield from (figure.of for figure in claim.figures)
    if claim.event is not None:
        yield from (claim.event.agent, claim.event.patient, claim.event.place)
    if claim.gist is not None:
        yield from (claim.gist.agent, claim.gist.patient, claim.gist.place, *claim.gist.names)


def make_mark(note: Note, facts: ArticleFacts, actors: ActorTable, parties: Mapping[str, str]) -> str:
    """The mark of an article. ``parties``: whom an actor speaks for, by its id."""
    found: list[object] = [note.seal, facts]
    for name in note.asked:
        actor = actors.id_of(name, facts.id)
        party = parties.get(actor or fold(name))
        found.append((actor, actor and actors.name_of(actor), party, party and actors.name_of(party)))
    for name, acts_for in note.sources:
        spoken_for = actors.party_of(Source(name, "person", acts_for=acts_for), facts.id)
        found.append((spoken_for, actors.name_of(spoken_for)))
    return make_hash(repr(found))


def make_hash(text: str) -> str:
    """A short hash of a text: the same for the same text, on any machine."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()
