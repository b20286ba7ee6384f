"""The desk: what linking knows of articles, made of their claims when it is asked for and not before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from careo.lang.taxonomy import load_taxonomy
from careo.link.actors import ActorTable
from careo.link.facts import ArticleFacts
from careo.link.origins import find_origins
from careo.link.propositions.points import Point, make_article_points
from careo.link.quantities.readings import Reading, make_readings
from careo.model import Claim, Member, Origin

Fetch = Callable[[Iterable[str]], Mapping[str, Sequence[Claim]]]
"""The claims of some articles, by article, in order of their ids; an article without claims may be missing."""


class Desk:
    """Claims, readings and points by article, each made once. ``parties``: whom an actor speaks for, by its id."""

    def __init__(
        self, fetch: Fetch, facts: Mapping[str, ArticleFacts], actors: ActorTable, parties: Mapping[str, str]
    ) -> None:
        self._fetch = fetch
        self._facts = facts
        self._parties = parties
        self.actors = actors
        self.taxonomy = load_taxonomy()
        self._claims: dict[str, Sequence[Claim]] = {}
        self._known: dict[str, Claim] = {}
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._points: dict[str, dict[str, Point]] = {}

    def facts(self, article: str) -> ArticleFacts:
        """The facts of an article; of one that has none, its id."""
        return self._facts.get(article) or ArticleFacts(article)

    def lay(self, articles: Iterable[str]) -> None:
        """Fetch the claims of all these articles at once."""
        wanted = sorted({article for article in articles if article not in self._claims})
        if wanted:
            found = self._fetch(wanted)
            for article in wanted:
                self._claims[article] = found.get(article, ())
                self._known.update((claim.id, claim) for claim in self._claims[article])

    def claims(self, article: str) -> Sequence[Claim]:
        """The claims of an article, in order of their ids."""
        self.lay((article,))
        return self._claims[article]

    def readings(self, article: str) -> tuple[Reading, ...]:
        """The readings of the figures of an article."""
        if article not in self._readings:
            rows = self.claims(article)
            self._readings[article] = make_readings(rows, self.facts(article), self.actors, self.taxonomy)
        return self._readings[article]

    def points(self, article: str) -> dict[str, Point]:
        """The points of the claims of an article, by claim."""
        if article not in self._points:
            rows = self.claims(article)
            self._points[article] = make_article_points(rows, self._facts.get(article), self.actors, self._parties)
        return self._points[article]

    def all_points(self, articles: Iterable[str]) -> Mapping[str, Mapping[str, Point]]:
        """The points of some articles, by article and claim."""
        wanted = list(articles)
        self.lay(wanted)
        return {article: self.points(article) for article in wanted}

    def trace(self, members: Sequence[Member]) -> tuple[Origin, ...]:
        """The origins of members whose articles have been laid out."""
        return find_origins([(member, self._known[member.claim]) for member in members], self._facts, self.actors)
