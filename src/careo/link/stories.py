"""Stories: articles that report on one thing at one time, told by the voices that they share.

Two articles belong together where they name the same few people and bodies within days of each other. Names that half the archive
mentions say nothing, so only rare ones count; a story goes on as long as one article follows the other closely enough.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from careo.link.actors import ActorTable
from careo.link.clusters import Unions
from careo.link.facts import ArticleFacts
from careo.model import Claim
from careo.text.dates import parse_edtf

SHARED: Final = 2
"""Rare names that two articles of one story share, at least."""

GAP: Final = 14
"""Days between two articles of a story that follow each other."""

RARE: Final = 25
"""Articles that a name may stand in, at least, and still be rare; besides, one in a hundred of all."""

_NAMED: Final = ("person", "organization", "government")


def find_stories(
    told: Mapping[str, Iterable[str]], facts: Mapping[str, ArticleFacts], actors: ActorTable
) -> dict[str, str]:
    """The story of every article in ``told`` (see :func:`find_telling_names`): the id of its first article, by date and id.

    Time and memory grow with the number of names, not with pairs of articles: a name is compared within the window of its dates.
    """
    names = {
        article: frozenset(actors.id_of(name, article) or name for name in found) for article, found in told.items()
    }
    holders: dict[str, list[str]] = defaultdict(list)
    for article in sorted(names):
        for name in names[article]:
            holders[name].append(article)
    days = {article: _day_of(facts.get(article)) for article in names}
    rare = max(RARE, len(names) // 100)
    unions = Unions(sorted(names))
    for copy_of, article in _copies(facts, names):
        unions.join(copy_of, article)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for name in sorted(holders):
        if 2 <= len(holders[name]) <= rare:
            for pair in _iter_close(sorted(holders[name], key=lambda a: (days[a], a)), days):
                shared[pair] += 1
                if shared[pair] == SHARED:
                    unions.join(*pair)
    first = {root: min(group, key=lambda a: (days[a], a)) for root, group in unions.groups().items()}
    return {article: first[unions.find(article)] for article in names}


def find_telling_names(claims: Iterable[Claim]) -> frozenset[str]:
    """Who is named in the claims of an article as a source, in its events, or as whose its figures are; never an outlet."""
    found: set[str] = set()
    for claim in claims:
        names = [claim.source.name] if claim.source.kind in _NAMED else []
        names += [figure.of for figure in claim.figures if figure.of]
        if claim.event:
            names += [name for name in (claim.event.agent, claim.event.patient, claim.event.place) if name]
        found.update(name for name in names if name[:1].isupper())
    return frozenset(found)


def _day_of(facts: ArticleFacts | None) -> int:
    days = parse_edtf(facts.published) if facts else None
    return (days.first or 0) if days else 0


def _copies(facts: Mapping[str, ArticleFacts], names: Mapping[str, object]) -> Iterable[tuple[str, str]]:
    for article in sorted(names):
        known = facts.get(article)
        for copy in known.copies if known else ():
            if copy.article in names:
                yield copy.article, article


def _iter_close(articles: list[str], days: Mapping[str, int]) -> Iterable[tuple[str, str]]:
    """Pairs within the gap; articles are sorted by day, those without a date (day 0) stand together."""
    order = [days[article] for article in articles]
    for place, article in enumerate(articles):
        start = bisect_left(order, order[place] - GAP, hi=place)
        for other in articles[start:place]:
            yield (other, article) if other < article else (article, other)
