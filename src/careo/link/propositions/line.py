"""The line from claims to proposition disputes and positions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from careo.link.actors import ActorTable
from careo.link.clusters import Unions
from careo.link.facts import ArticleFacts
from careo.link.positions import Voice, make_positions
from careo.link.propositions.blocks import iter_pairs
from careo.link.propositions.clusters import Edge, cluster_points
from careo.link.propositions.features import compare_points, decide, sum_of
from careo.link.propositions.points import Point, make_points
from careo.link.propositions.relations import decide_verdict, relate
from careo.model import Claim, Dispute, Member, Position
from careo.text.words import fold

SHORTEST, LONGEST = 20, 160
"""Characters of a content that is quoted as the question, if there is one of that size."""


@dataclass(frozen=True, slots=True)
class Propositions:
    """What linking yields: disputes and positions, sorted; ``of`` maps a claim to its dispute."""

    disputes: tuple[Dispute, ...] = ()
    positions: tuple[Position, ...] = ()
    of: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


def link_propositions(claims: Iterable[Claim], facts: Mapping[str, ArticleFacts], actors: ActorTable) -> Propositions:
    """The propositions on which at least two claims meet, of different articles or of different parties of one.

    Pure; the result does not depend on the order of ``claims``. ``facts``: by article.
    """
    points = make_points(claims, facts, actors)
    notices: list[str] = []
    edges: list[Edge] = []
    for left, right in iter_pairs(points, notices):
        features = compare_points(left, right)
        if decide(features):
            edges.append((sum_of(features), left.id, right.id))
    answers = _find_answers(points)
    disputes: list[Dispute] = []
    positions: list[Position] = []
    of: dict[str, str] = {}
    for members in _join_answers(cluster_points(points, edges), answers):
        chosen = {name: points[name] for name in members}
        if not _meet(chosen):
            continue
        dispute = _make_dispute(chosen, answers, facts)
        disputes.append(dispute)
        of.update(dict.fromkeys(members, dispute.id))
        names = {party: actors.name_of(party) for point in chosen.values() for party in point.parties}
        positions.extend(make_positions(dispute.id, _voices(chosen, facts), names))
    return Propositions(
        tuple(sorted(disputes, key=lambda dispute: dispute.id)),
        tuple(
            sorted(
                positions,
                key=lambda position: (
                    position.proposition,
                    position.actor,
                    [stand.claim for stand in position.stances],
                ),
            )
        ),
        of,
        tuple(notices),
    )


def _find_answers(points: Mapping[str, Point]) -> dict[str, str]:
    """For each claim that answers another and claims no event itself: that other claim."""
    return {
        name: point.gist.answers
        for name, point in points.items()
        if point.gist.answers in points and point.event is None and point.gist.answers is not None
    }


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
