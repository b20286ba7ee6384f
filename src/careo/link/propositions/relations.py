"""Relations and verdict: how the members of a proposition stand to each other, by rule, and what that comes to over all parties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careo.link.positions import Voice, held_sides
from careo.link.propositions.points import Point
from careo.model import Member, Relation, Verdict

PARTIES = 12
"""At most so many parties on the other side that one member is set against."""


def relate(points: Mapping[str, Point], answers: Mapping[str, str]) -> tuple[Relation, ...]:
    """The relations between the members of one proposition, sorted.

    A member that answers another relates to that; one against it denies (or contradicts) the first claim of each other party that
    stands for it; a confirmation confirms the first other party's; what else stands for it is the same as the first of all.
    """
    ordered = sorted(points.values(), key=_by_time)
    first: dict[str, Point] = {}
    for point in ordered:
        if point.gist.polarity > 0:
            first.setdefault(point.party, point)
    found: set[Relation] = set()
    for point in ordered:
        side = point.gist.polarity
        if point.id in answers and answers[point.id] in points:
            found.update(_relation(point, points[answers[point.id]], "answers", side))
        elif side < 0:
            others = [p for p in first.values() if p.party != point.party][:PARTIES]
            for other in others:
                found.update(_relation(point, other, "polarity", side))
        elif side > 0:
            others = [
                p
                for p in first.values()
                if p.id != point.id and (point.claim.stance != "confirm" or p.party != point.party)
            ]
            for other in others[:1]:
                found.update(_relation(point, other, "polarity", side))
    return tuple(sorted(found))


def _relation(left: Point, right: Point, rule: str, side: int) -> list[Relation]:
    if left.id == right.id or side == 0:
        return []
    stance = left.claim.stance
    if side * right.gist.polarity < 0:
        if rule == "polarity" and "author" in (left.claim.source.kind, right.claim.source.kind):
            return []
        kind = "denies" if side < 0 and stance in ("deny", "express") else "contradicts"
    else:
        kind = "confirms" if stance == "confirm" else "same"
    detail = f"{stance} {left.party} {side:+d}; {right.claim.stance} {right.party} {right.gist.polarity:+d}"
    return [Relation(Member(left.id), Member(right.id), kind, f"proposition:{rule}", detail)]  # type: ignore[arg-type]


def decide_verdict(voices: Sequence[Voice]) -> tuple[Verdict, str]:
    """What the sources come to, with the reason.

    ``contested`` where the last known sides of two parties differ, ``revised`` where a party went over and none differs any more,
    ``single`` where one claim alone takes a side. What the outlets say themselves does not contest.
    """
    if len([v for v in voices if v.polarity]) < 2:
        return "single", "one claim takes a side"
    heard = [v for v in voices if v.claim.source.kind != "author"]
    sides = held_sides(heard)
    standing = sorted(party for party, held in sides.items() if 1 in held)
    against = sorted(party for party, held in sides.items() if -1 in held)
    if any(one != other for one in standing for other in against):
        return "contested", f"for: {', '.join(standing)}; against: {', '.join(against)}"
    if len({v.polarity for v in heard if v.polarity}) > 1:
        return "revised", "no two parties stand on different sides at last"
    return "compatible", "all that take a side take the same one"


def _by_time(point: Point) -> tuple[int, str, str]:
    return (point.day if point.day is not None else 0, point.article, point.id)
