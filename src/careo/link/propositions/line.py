"""The line from claims to proposition disputes and positions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from careo.link.actors import ActorTable
from careo.link.clusters import Unions
from careo.link.facts import ArticleFacts
from careo.link.parts import Part
from careo.link.positions import Voice, find_reversals, make_positions
from careo.link.propositions.blocks import iter_pairs, make_roster
from careo.link.propositions.clusters import Edge, cluster_points
from careo.link.propositions.features import compare_points, sum_of
from careo.link.propositions.points import Point, find_answers, make_points
from careo.link.propositions.relations import decide_verdict, relate
from careo.link.weights import PROPOSITIONS, load_weights
from careo.model import Claim, Dispute, Member, Position
from careo.text.words import fold

SHORTEST, LONGEST = 20, 160
"""Characters of a content that is quoted as the question, if there is one of that size."""


def link_propositions(claims: Iterable[Claim], facts: Mapping[str, ArticleFacts], actors: ActorTable) -> Part:
    """The propositions on which at least two claims meet, of different articles or of different parties of one.

    Pure; the result does not depend on the order of ``claims``. ``facts``: by article.
    """
    points = make_points(claims, facts, actors)
    notices: list[str] = []
    articles: dict[str, dict[str, Point]] = {}
    for point in points.values():
        articles.setdefault(point.article, {})[point.id] = point
    edges = find_edges(iter_pairs(make_roster(points.values()), articles, lambda _: articles, notices))
    islands = find_islands(edges, find_answers(points))
    parts = [link_island(island, points, facts, actors) for island in islands]
    return Part(
        tuple(sorted((dispute for part in parts for dispute in part.disputes), key=lambda dispute: dispute.id)),
        sort_positions(position for part in parts for position in part.positions),
        propositions={claim: dispute for part in parts for claim, dispute in part.propositions.items()},
        notices=tuple(notices),
    )


def find_edges(pairs: Iterable[tuple[Point, Point]]) -> list[Edge]:
    """The pairs that are about one thing, with their scores."""
    scored = ((sum_of(compare_points(left, right)), left.id, right.id) for left, right in pairs)
    return [edge for edge in scored if edge[0] >= load_weights(PROPOSITIONS).threshold]


@dataclass(frozen=True, slots=True)
class Island:
    """Claims that hang together by edges or answers, and share neither with any others; all of it sorted."""

    claims: tuple[str, ...]
    edges: tuple[Edge, ...]


def find_islands(edges: Sequence[Edge], answers: Mapping[str, str]) -> list[Island]:
    """The islands, in order of their first claims. ``answers``: for a claim that answers another one, that one."""
    unions: Unions[str] = Unions()
    for _, left, right in edges:
        unions.join(left, right)
    for name, target in answers.items():
        unions.join(name, target)
    found: dict[str, list[Edge]] = {}
    for edge in sorted(edges):
        found.setdefault(unions.find(edge[1]), []).append(edge)
    islands = (Island(tuple(sorted(g)), tuple(found.get(root, ()))) for root, g in unions.groups().items())
    return sorted(islands, key=lambda island: island.claims)


def link_island(
    island: Island, points: Mapping[str, Point], facts: Mapping[str, ArticleFacts], actors: ActorTable
) -> Part:
    """The disputes and positions of an island; ``points`` are at least those of its claims. It depends on these alone."""
    own = {name: points[name] for name in island.claims}
    answers = find_answers(own)
    disputes: list[Dispute] = []
    positions: list[Position] = []
    of: dict[str, str] = {}
    for members in _join_answers(cluster_points(own, island.edges), answers):
        chosen = {name: own[name] for name in members}
        if not (_meet(chosen) or _turns(chosen, facts)):
            continue
        dispute = _make_dispute(chosen, answers, facts)
        disputes.append(dispute)
        of.update(dict.fromkeys(members, dispute.id))
        names = {party: actors.name_of(party) for point in chosen.values() for party in point.parties}
        positions.extend(make_positions(dispute.id, _voices(chosen, facts), names))
    return Part(tuple(disputes), tuple(positions), propositions=of)


def sort_positions(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Positions by proposition and actor."""
    return tuple(sorted(positions, key=lambda p: (p.proposition, p.actor, [stand.claim for stand in p.stances])))


def _join_answers(clusters: Iterable[tuple[str, ...]], answers: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The clusters with the claims that answer one of theirs; an answered claim that stands alone makes a cluster with its answers."""
    unions: Unions[str] = Unions()
    for first, *others in clusters:
        for name in others:
            unions.join(first, name)
    for name, answered in answers.items():
        unions.join(answered, name)
    return sorted(tuple(sorted(group)) for group in unions.groups().values())


def _meet(points: Mapping[str, Point]) -> bool:
    """Whether there are two articles, or two parties of one."""
    return len({p.article for p in points.values()}) > 1 or len({p.party for p in points.values()}) > 1


def _turns(points: Mapping[str, Point], facts: Mapping[str, ArticleFacts]) -> bool:
    """Whether the one party of one article goes over from one side to the other."""
    heard = [voice for voice in _voices(points, facts) if voice.claim.source.kind != "author"]
    return bool(find_reversals(heard))


def _voices(points: Mapping[str, Point], facts: Mapping[str, ArticleFacts]) -> list[Voice]:
    """Every party that speaks in every claim."""
    found = []
    for point in points.values():
        fact = facts.get(point.article)
        found += [Voice(point.claim, party, fact.published if fact is not None else None) for party in point.parties]
    return found


def _make_dispute(
    points: Mapping[str, Point], answers: Mapping[str, str], facts: Mapping[str, ArticleFacts]
) -> Dispute:
    first = min(points)
    verdict, reason = decide_verdict(_voices(points, facts))
    clearest = min(points.values(), key=_clearness)
    return Dispute(
        id="d-" + hashlib.sha256(f"proposition {first}".encode()).hexdigest()[:20],
        kind="proposition",
        question=clearest.claim.content.text,
        key=_make_key(clearest),
        members=tuple(Member(name) for name in sorted(points)),
        relations=relate(points, answers),
        verdict=verdict,
        notes=(f"verdict:{verdict}: {reason}",),
    )


def _clearness(point: Point) -> tuple[bool, bool, bool, int, bool, int, str]:
    """Smaller is clearer: it stands for it, names an event and in its own words who takes part, is neither too short nor too long."""
    text = point.claim.content.text
    words = fold(text)
    named = sum(fold(name) in words for name in (point.gist.agent, point.gist.patient) if name)
    fits = SHORTEST <= len(text) <= LONGEST
    return (point.gist.polarity < 1, point.event is None, point.agent is None, -named, not fits, len(text), point.id)


def _make_key(point: Point) -> dict[str, str | None]:
    return {
        "event": point.event,
        "predicate": point.gist.predicate if point.event is None else None,
        "agent": point.agent,
        "patient": point.patient,
        "mode": point.gist.mode,
    }
