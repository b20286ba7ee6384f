"""Who leans on whom: outlets on those in between, and both on sources; and which articles carry one text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from careo.model import Article, Claim
from careo.report.dossier.values import CopyNote, Edge, Leaning, Node
from careo.report.labels import Labels

_SHARED = re.compile(r"(\d+) of (\d+) shingles of the shorter(?:; both credit (.+))?")
MOST = (14, 10, 14)
"""Nodes of each column that a reader can still follow."""
MOST_EDGES = 60
_Place = tuple[int, str]


def make_leaning(articles: Sequence[Article], claims: Sequence[Claim], labels: Labels) -> Leaning:
    """The graph of a story, its heaviest part where it is large. Independent of the order of its input."""
    outlets = {article.id: article.outlet or labels("page", "unnamed_outlet") for article in articles}
    links: Counter[tuple[_Place, _Place]] = Counter()
    firsts: dict[tuple[_Place, _Place], str] = {}
    for claim in sorted(claims, key=lambda c: (c.article, c.content.span.start, c.id)):
        for link in _iter_links(claim, outlets):
            links[link] += 1
            firsts.setdefault(link, claim.id)
    chosen = _choose(links)
    numbers = {place: number for number, place in enumerate(chosen, 1)}
    shown = [link for link in _rank(links) if link[0] in numbers and link[1] in numbers][:MOST_EDGES]
    used = {place for link in shown for place in link}
    weights = _weigh(links)
    nodes = tuple(Node(numbers[place], place[1], place[0], weights[place]) for place in chosen if place in used)
    edges = tuple(_make_edge(link, links[link], firsts[link], numbers, labels) for link in shown)
    return Leaning(nodes, edges, tuple(_iter_copies(articles, outlets, labels)), len(links) - len(shown))


def _iter_links(claim: Claim, outlets: Mapping[str, str]) -> Iterator[tuple[_Place, _Place]]:
    """From the outlet over who stands between to the source."""
    if claim.source.kind == "author" or not claim.source.name:
        return
    outlet = outlets.get(claim.article)
    if outlet is None:
        return
    chain = [
        (0, outlet),
        *((1, via.name) for via in claim.via if via.name),
        (2, claim.source.acts_for or claim.source.name),
    ]
    yield from pairwise(chain)


def _weigh(links: Mapping[tuple[_Place, _Place], int]) -> Counter[_Place]:
    weights: Counter[_Place] = Counter()
    for (left, right), times in links.items():
        weights[right] += times
        if left[0] == 0:
            weights[left] += times
    return weights


def _choose(links: Mapping[tuple[_Place, _Place], int]) -> list[_Place]:
    """Of each column those on which the most lean, then those in the most claims."""
    weights, leaners = _weigh(links), Counter(right for _, right in links)
    places = sorted({place for link in links for place in link}, key=lambda p: (-leaners[p], -weights[p], p))
    return [place for column in range(3) for place in [p for p in places if p[0] == column][: MOST[column]]]


def _rank(links: Mapping[tuple[_Place, _Place], int]) -> list[tuple[_Place, _Place]]:
    return sorted(links, key=lambda link: (-links[link], link))


def _make_edge(
    link: tuple[_Place, _Place], times: int, claim: str, numbers: Mapping[_Place, int], labels: Labels
) -> Edge:
    left, right = link
    reason = labels("dossier", "relays" if right[0] == 1 else "cites")
    return Edge(numbers[left], numbers[right], times, reason, claim)


def _iter_copies(articles: Sequence[Article], outlets: Mapping[str, str], labels: Labels) -> Iterator[CopyNote]:
    told: set[frozenset[str]] = set()
    for article in sorted(articles, key=lambda a: a.id):
        for copy in article.copies:
            pair = frozenset((article.id, copy.article))
            if copy.article not in outlets or pair in told:
                continue
            told.add(pair)
            kind = labels("copy", copy.kind)
            reason = _tell_reason(copy.reason, labels)
            yield CopyNote(article.id, copy.article, outlets[article.id], outlets[copy.article], kind, reason)


def _tell_reason(reason: str, labels: Labels) -> str:
    """How much two texts share, in words; a reason of another kind as it is."""
    found = _SHARED.fullmatch(reason)
    if found is None:
        return reason
    shared, whole, agency = found.groups()
    told = labels("copy_reason", "shared").format(percent=round(100 * int(shared) / max(int(whole), 1)))
    return told + (labels("copy_reason", "credit").format(agency=agency) if agency else "")
