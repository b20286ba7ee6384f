"""Points: claims made ready for comparison, with ids in place of names, and the keys under which they can meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from careo.errors import PackError
from careo.lang import load_pack
from careo.lang.actors import Connector, Country
from careo.lang.figures import Thing
from careo.link.actors import ActorTable
from careo.link.facts import ArticleFacts, group_articles
from careo.model import Claim, Gist, Source
from careo.text.dates import find_days
from careo.text.words import fold

LONGEST = 3
"""Terms of a content, the longest first, that can bring it together with others: long words are rare ones."""
_PEOPLE = frozenset({"force", "military", "person"})
_MODES = ("deed", "plan", "named")
_TOLD = {"named": ("deed", "plan")}
"""What a noun names may be done or to come."""
_CLASSES = {"deployment": "sending", "supply": "sending"}

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A claim as far as it can meet others. Actors are ids where known, else folded words.

    ``event``: the type of the event that it claims, None where its content is compared by its words. ``agent_known`` and
    ``patient_known``: whether those are actors. ``names``: all actors in the content; ``context``: all those of its article.
    ``parties``: those that speak together, else ``party`` alone. ``single``: its article tells of one doer only of events of this type.
    ``day``: when it was said, else published; ``when``: the days of what is claimed.
    """

    claim: Claim
    gist: Gist
    party: str
    event: str | None
    agent: str | None
    patient: str | None
    agent_known: bool
    patient_known: bool
    place: str | None
    names: frozenset[str]
    terms: frozenset[str]
    context: frozenset[str]
    country: bool = False
    people: bool = False
    single: bool = True
    parties: tuple[str, ...] = ()
    day: int | None = None
    when: tuple[int, int] | None = None

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.claim.id

    @property
    def kind(self) -> str | None:
        """The class of the event: what is sent is deployed in one paper and supplied in another."""
        return _CLASSES.get(self.event, self.event) if self.event is not None else None

    @property
    def is_thing(self) -> bool:
        """Whether it names the thing itself (*a spill*) and not what of: its predicate stands for what undergoes it."""
        return self.gist.patient is not None and fold(self.gist.patient) == self.gist.predicate

    @property
    def article(self) -> str:
        """The article of the claim."""
        return self.claim.article


def make_points(claims: Iterable[Claim], facts: Mapping[str, ArticleFacts], actors: ActorTable) -> dict[str, Point]:
    """The points of all claims that have a gist, by claim id; sorted by it."""
    rows = list(claims)
    parties = find_parties(((claim.article, pair) for claim in rows for pair in find_speakers([claim])), actors)
    found: dict[str, Point] = {}
    for article, group in group_articles(rows).items():
        found.update(make_article_points(group, facts.get(article), actors, parties))
    return dict(sorted(found.items()))


def make_article_points(
    claims: Sequence[Claim], facts: ArticleFacts | None, actors: ActorTable, parties: Mapping[str, str]
) -> dict[str, Point]:
    """The points of the claims of one article that have a gist, by claim id. ``parties``: see :func:`find_parties`."""
    usable = [claim for claim in claims if claim.gist is not None]
    resolver = _Resolver(usable, facts, actors, parties)
    return {claim.id: resolver.make_point(claim, claim.gist) for claim in usable if claim.gist is not None}


def find_speakers(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """The persons in claims that have a gist, each with whom it acts for there."""
    return {
        (claim.source.name, claim.source.acts_for)
        for claim in claims
        if claim.gist is not None and claim.source.acts_for is not None and claim.source.kind == "person"
    }


def find_parties(speakers: Iterable[tuple[str, tuple[str, str]]], actors: ActorTable) -> dict[str, str]:
    """For whom an actor speaks, where all articles that say it say the same. ``speakers``: article, name, and for whom."""
    found: dict[str, set[str]] = {}
    for article, (name, acts_for) in speakers:
        own = actors.id_of(name, article) or fold(name)
        found.setdefault(own, set()).add(actors.party_of(Source(name, "person", acts_for=acts_for), article))
    return {own: parties.pop() for own, parties in found.items() if len(parties) == 1}


def can_meet(point: Point) -> bool:
    """Whether a point states something that others can state or deny by its own words.

    Not what is under a condition or only mentioned, what is asked for, what points back to another claim, and no figure that is
    denied: *they were not 300* says nothing of whether there were any.
    """
    gist, claim = point.gist, point.claim
    if gist.mode not in _MODES or claim.stance == "request" or (gist.answers is not None and point.event is None):
        return False
    return not (gist.polarity < 0 and claim.figures)


def find_answers(points: Mapping[str, Point]) -> dict[str, str]:
    """For each claim that answers another one of ``points`` and claims no event itself: that other claim."""
    return {
        name: point.gist.answers
        for name, point in points.items()
        if point.gist.answers in points and point.event is None and point.gist.answers is not None
    }


def make_keys(point: Point) -> tuple[Key, ...]:
    """The blocks that a point belongs to, sorted."""
    mode = point.gist.mode
    if point.event is not None:
        keys: set[Key] = {("in", point.article, point.kind or "", mode)}
        if point.agent is not None and point.agent_known:
            keys.add(("agent", point.kind or "", point.agent, mode))
        elif point.patient is not None and point.patient_known:
            keys.add(("patient", point.kind or "", point.patient, mode))
        elif point.place is not None:
            keys.add(("place", point.kind or "", point.place, mode))
        return tuple(sorted(keys))
    predicate = point.gist.predicate
    if predicate is None:
        return ()
    known = {word for word in (point.agent, point.patient) if word is not None}
    known |= set(sorted(point.terms - {predicate}, key=lambda term: (-len(term), term))[:LONGEST]) | point.names
    bare = {predicate} if point.is_thing else set()
    words = {("words", predicate, word) for word in (known - {predicate}) | bare} | {("in", point.article, predicate)}
    return tuple(sorted((*key, told) for key in words for told in _TOLD.get(mode, (mode,))))


class _Resolver:
    """The names of one article."""

    def __init__(
        self, claims: Sequence[Claim], fact: ArticleFacts | None, actors: ActorTable, parties: Mapping[str, str]
    ) -> None:
        self._fact = fact
        self._actors = actors
        self._parties = parties
        self._spoken: dict[str, str] = {}
        self._agents: dict[str, set[str]] = {}
        context: set[str] = set()
        for claim in claims:
            source, article = claim.source, claim.article
            own = self._id(source.name, article)
            party = self._party_of(source, article)
            if own is not None:
                self._spoken[own] = party
            if claim.event is not None and claim.event.agent is not None:
                self._agents.setdefault(claim.event.type, set()).add(fold(claim.event.agent))
            if source.kind != "author":
                context.update(x for x in (own, party) if x is not None)
            if claim.gist is not None:
                context.update(x for name in claim.gist.names if (x := self._id(name, article)) is not None)
        self._context = frozenset(context)

    def _party_of(self, source: Source, article: str) -> str:
        """The party of a source; that of other articles where this one does not say."""
        own = self._id(source.name, article)
        known = self._parties.get(own) if own is not None and source.acts_for is None else None
        return known or self._actors.party_of(source, article)

    def _find_speakers(self, source: Source, article: str, language: str) -> tuple[str, ...]:
        """The parties of a source that names several (*Ambrania y Lestria*), each an actor known by itself; else its party."""
        names = split_names(source.name, language) if source.acts_for is None else ()
        found = [self._actors.id_of(name, article) for name in names]
        known = tuple(sorted({self._parties.get(own, own) for own in found if own is not None}))
        return known if len(names) > 1 and None not in found else (self._party_of(source, article),)

    def make_point(self, claim: Claim, gist: Gist) -> Point:
        article, event = claim.article, claim.event
        claimed = event is not None and gist.agent == event.agent and gist.patient == event.patient
        claimed = claimed and (event is not None and gist.mode != "mention")
        agent, agent_known = self._role(gist.agent, gist, article)
        patient, patient_known = self._role(gist.patient, gist, article)
        fact = self._fact
        language = fact.language if fact is not None else "es"
        said = find_days(claim.said) or find_days(fact.published if fact is not None else None)
        return Point(
            claim=claim,
            gist=gist,
            party=self._party_of(claim.source, article),
            event=event.type if event is not None and claimed else None,
            agent=agent,
            patient=patient,
            agent_known=agent_known,
            patient_known=patient_known,
            place=self._id(gist.place, article),
            names=frozenset(x for name in gist.names if (x := self._id(name, article)) is not None),
            terms=frozenset(gist.terms),
            context=self._context,
            country=gist.place is not None and fold(gist.place) in _countries(language),
            single=event is None or len(self._agents.get(event.type, ())) < 2,
            people=gist.patient is not None and fold(gist.patient) in _people(language),
            parties=self._find_speakers(claim.source, article, language),
            when=find_days(gist.when),
            day=said[0] if said is not None else None,
        )

    def _role(self, name: str | None, gist: Gist, article: str) -> tuple[str | None, bool]:
        """Who plays a role: a person counts as the party that the article lets them speak for. And whether it is an actor at all."""
        if name is None:
            return None, False
        known = name in gist.names or name != fold(name)
        found = self._id(name, article) or fold(name)
        return self._spoken.get(found, found), known

    def _id(self, name: str | None, article: str) -> str | None:
        if name is None:
            return None
        return self._actors.id_of(name, article) or fold(name)


def split_names(name: str, language: str) -> list[str]:
    """The names in a list: at commas and at the conjunctions of the language, as words of their own."""
    pieces: list[list[str]] = [[]]
    for word in name.replace(",", " , ").split():
        if word == "," or fold(word) in _conjunctions(language):
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [" ".join(piece) for piece in pieces if piece]


@lru_cache(maxsize=16)
def _conjunctions(language: str) -> frozenset[str]:
    try:
        connectors = load_pack(language).slot(Connector)
    except PackError:
        return frozenset()
    return frozenset(fold(word) for entry in connectors if entry.role == "and" for word in entry.words)


@lru_cache(maxsize=16)
def _countries(language: str) -> frozenset[str]:
    """The folded names of countries in a language; none without a pack."""
    try:
        return frozenset(fold(entry.name) for entry in load_pack(language).slot(Country))
    except PackError:
        return frozenset()


@lru_cache(maxsize=16)
def _people(language: str) -> frozenset[str]:
    """The folded nouns for people that are sent somewhere."""
    try:
        things = load_pack(language).slot(Thing)
    except PackError:
        return frozenset()
    return frozenset(fold(lemma) for entry in things if entry.kind in _PEOPLE for lemma in entry.lemmas)
