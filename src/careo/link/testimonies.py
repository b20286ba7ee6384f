"""Testimonies: what a claim brings into a dispute, and whose voice that is."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from careo.link.actors import ActorTable
from careo.link.facts import ArticleFacts
from careo.model import Claim, Member
from careo.text.words import fold

Key = tuple[str, ...]
Number = int | float
Numbers = frozenset[Number]
Bounds = frozenset[tuple[Number, Number]]

_WORD = re.compile(r"\w+")
_OUTLET, _UNNAMED, _ACTOR = "outlet", "unnamed", "actor"
_LEAST_LETTERS = 4  # of a word that tells one outlet from another


@dataclass(frozen=True, slots=True)
class Testimony:
    """A claim of a dispute. ``bounds`` are the figures that take part (none: its stance does), open ends are infinite.

    ``numbers`` are those that the figures are made of: *at least 23* in the text is *23* in the headline.
    ``voice`` is who speaks: two testimonies of one voice are of one origin whatever they say. ``parties`` are those
    that it may speak for: of these only what agrees is of one origin. ``cites`` are the outlets that it has it from.
    """

    claim: Claim
    article: ArticleFacts
    bounds: Bounds
    numbers: Numbers
    outlet: str | None
    voice: Key
    parties: tuple[Key, ...]
    cites: frozenset[str]

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def own(self) -> bool:
        """Whether the outlet says it itself."""
        return self.claim.source.kind == "author"

    @property
    def headline(self) -> bool:
        """Whether it stands in a title."""
        return self.claim.passage == "title"

    @property
    def affirms(self) -> bool:
        """The side that it takes: against where it denies, doubts, or says that a thing is not so."""
        return self.claim.stance not in ("deny", "doubt") and not self.claim.factuality.endswith("-")

    @property
    def rank(self) -> tuple[bool, str, str, int, str]:
        """The earlier the more original: day of publication, article, place in it."""
        published = self.article.published or ""
        return (not published, published, self.article.id, self.claim.content.span.start, self.claim.id)


def make_testimonies(
    members: Iterable[tuple[Member, Claim]], facts: Mapping[str, ArticleFacts], actors: ActorTable
) -> list[Testimony]:
    """One testimony a claim, the most original first. An article without facts is one of which nothing is known."""
    claims: dict[str, Claim] = {}
    bounds: dict[str, set[tuple[Number, Number]]] = {}
    for member, claim in members:
        claims[claim.id] = claim
        found = bounds.setdefault(claim.id, set())
        if 0 <= member.figure < len(claim.figures):
            figure = claim.figures[member.figure]
            low = -inf if figure.low is None else figure.low
            found.add((low, inf if figure.high is None else figure.high))
    articles = {claim.article: facts.get(claim.article, ArticleFacts(claim.article)) for claim in claims.values()}
    outlets = Outlets(article.outlet for article in articles.values() if article.outlet)
    found_ = [
        _make_testimony(claim, articles[claim.article], frozenset(bounds[id_]), actors, outlets)
        for id_, claim in claims.items()
    ]
    return sorted(found_, key=lambda testimony: testimony.rank)


def _make_testimony(
    claim: Claim, article: ArticleFacts, bounds: Bounds, actors: ActorTable, outlets: Outlets
) -> Testimony:
    source, own = claim.source, outlets.resolve(article.outlet)
    named = None if source.kind == "author" else outlets.resolve(source.name)
    stations = (outlets.resolve(via.name) for via in claim.via)
    if source.kind == "author":
        voice: Key = (_OUTLET, own or article.id)
        parties: tuple[Key, ...] = (voice,)
    elif named and not source.acts_for:
        voice, parties = (_OUTLET, named, article.id), ((_OUTLET, named),)
    else:
        voice, parties = _find_voice(claim, actors)
    cites = frozenset(outlet for outlet in (named, *stations) if outlet and outlet != own)
    numbers = frozenset(number for pair in bounds for number in pair if number not in (inf, -inf))
    return Testimony(claim, article, bounds, numbers, own, voice, parties, cites)


def _find_voice(claim: Claim, actors: ActorTable) -> tuple[Key, tuple[Key, ...]]:
    """The voice of a source that is no outlet, and the parties that it may speak for."""
    source, article = claim.source, claim.article
    party: Key = (_ACTOR, actors.party_of(source, article))
    actor = actors.id_of(source.name, article) or fold(source.name)
    # A common noun means the same in two articles only where the table of actors knows more of it than its spelling.
    if source.kind != "unnamed" and (_is_name(source.name) or actor != fold(source.name)):
        return (_ACTOR, actor), (party,)
    here: Key = (_UNNAMED, article)
    stops = tuple((_UNNAMED, _OUTLET, fold(via.name)) for via in claim.via)
    unnamed = (here, *stops) if source.kind == "unnamed" else stops
    return (*here, fold(source.name)), ((*unnamed, party) if source.acts_for else unnamed)


@lru_cache(maxsize=65536)
def _is_name(text: str) -> bool:
    """Whether a source is called by a name, so that another article may mean the same: *the report* says nothing beyond its own."""
    return any(letter.isupper() or letter.isdecimal() for letter in text)


class Outlets:
    """The outlets of a dispute, by the names that others call them: *the Pregonero* is El Pregonero de Xilotla if no other is."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {fold(name) for name in names}
        self._having: dict[str, set[str]] = {}
        for name in sorted(self._names):
            for word in _telling_words(name):
                self._having.setdefault(word, set()).add(name)
        self._known: dict[str, str | None] = {}

    def resolve(self, name: str | None) -> str | None:
        """The outlet's name without case and accents; None where it is none of these."""
        if not name or not _is_name(name):
            return None
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> str | None:
        if fold(name) in self._names:
            return fold(name)
        having = sorted((self._having.get(word, set()) for word in _telling_words(name)), key=len)
        fitting = set.intersection(*having) if having else set()
        return min(fitting) if len(fitting) == 1 else None


@lru_cache(maxsize=65536)
def _telling_words(name: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(fold(name)) if len(word) >= _LEAST_LETTERS)


def likeness(left: Testimony, right: Testimony) -> float:
    """0 to 1: how many of the words of two contents are the same (Dice's coefficient)."""
    ours, theirs = (set(spoken_words(testimony.claim.content.text)) for testimony in (left, right))
    total = len(ours) + len(theirs)
    return 2 * len(ours & theirs) / total if total else 0.0


@lru_cache(maxsize=65536)
def spoken_words(text: str) -> tuple[str, ...]:
    """The words of a content in order, without case, accents and marks."""
    return tuple(_WORD.findall(fold(text)))


def by_article(testimonies: Iterable[Testimony]) -> dict[str, list[Testimony]]:
    """The testimonies of each article, in the order given."""
    found: dict[str, list[Testimony]] = {}
    for testimony in testimonies:
        found.setdefault(testimony.article.id, []).append(testimony)
    return found


def by_key(keys: Iterable[tuple[Hashable, Testimony]]) -> list[list[Testimony]]:
    """Those that share a key, in the order given; groups of one are left out."""
    found: dict[Hashable, list[Testimony]] = {}
    for key, testimony in keys:
        found.setdefault(key, []).append(testimony)
    return [group for group in found.values() if len(group) > 1]
