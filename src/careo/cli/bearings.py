"""How a member of a dispute stands to the others, in words of the labels."""

from __future__ import annotations

from collections.abc import Mapping

from careo.cli.words import describe_bounds
from careo.model import Member, RelationKind
from careo.report.careos import INSIDE, Bearing, Seat
from careo.report.labels import Labels

_MOST = 2
"""Kinds of relation named for one member; the most telling come first."""
_TIERS: tuple[tuple[RelationKind, ...], ...] = (
    ("contradicts", "denies", "revises", "part_of", "adds"),
    ("supersedes",),
    ("refines", "confirms"),
    ("compatible",),
    ("same",),
)
"""What is told of a member: of the first of these that it has any of."""
_MUTUAL = ("same", "compatible", "contradicts")


def describe_value(seat: Seat, labels: Labels) -> str:
    """The figure of a seat as an amount, else the stance of its claim."""
    if seat.figure is not None:
        return describe_bounds(seat.figure, labels)
    return labels("stance", seat.claim.stance) if seat.claim else ""


def describe_rival(seat: Seat | None, member: Member, labels: Labels) -> str:
    """Who says it and what, in brackets."""
    if seat is None or seat.claim is None:
        return member.claim
    claimant = describe_claimant(seat, labels)
    value = describe_value(seat, labels)
    return f"{claimant} ({value})" if value else claimant


def describe_claimant(seat: Seat, labels: Labels) -> str:
    """Who is spoken for; of an outlet that speaks for itself its name."""
    if seat.claim is None:
        return seat.member.claim
    if seat.claim.source.kind == "author":
        return seat.outlet or labels("dispute", "outlet")
    return seat.claimant or seat.claim.source.kind


def describe_bearing(bearing: Bearing, rival: str, labels: Labels) -> str:
    """One relation in words, seen from the seat that has it."""
    table = "relation" if bearing.left else "relation_of"
    return labels(table, bearing.relation).format(rival=rival)


def describe_bearings(seat: Seat, seats: Mapping[Member, Seat], labels: Labels) -> list[str]:
    """The most telling relations of a seat, a line for each kind: its first rival, and how many more there are.

    That others say the same, or nothing that contradicts it, is told only where there is nothing else to tell; ``careo explain`` has
    all of it.
    """
    groups: dict[tuple[RelationKind, bool], list[str]] = {}
    firsts: dict[tuple[RelationKind, bool], Bearing] = {}
    for bearing in seat.bearings:
        if bearing.relation in INSIDE and not bearing.left:
            continue  # what is inside stands below, and says so itself
        kind = (bearing.relation, bearing.left or bearing.relation in _MUTUAL)
        rival = describe_rival(seats.get(bearing.rival), bearing.rival, labels)
        firsts.setdefault(kind, bearing)
        if rival not in groups.setdefault(kind, []):
            groups[kind].append(rival)
    tiers = ([kind for kind in groups if kind[0] in tier] for tier in _TIERS)
    telling = next((tier for tier in tiers if tier), [])
    lines = []
    for kind in telling[:_MOST]:
        first, *others = groups[kind]
        more = f" {labels('dispute', 'more').format(number=len(others))}" if others else ""
        lines.append(describe_bearing(firsts[kind], first, labels) + more)
    return lines
