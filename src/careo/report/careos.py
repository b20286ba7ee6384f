"""A dispute as a *careo*: its members face to face, each with its claimant, its chain, its origin and how it bears on the others.

Pure: which member stands where depends on the dispute and its claims alone, whatever order they come in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from careo.model import Claim, Dispute, Figure, Member, Position, RelationKind

TELLING: tuple[RelationKind, ...] = (
    "contradicts", "denies", "revises", "supersedes", "part_of", "adds", "refines", "confirms", "compatible", "same",
)  # fmt: skip
"""The kinds of relation, those that a reader wants to know of first."""
INSIDE: tuple[RelationKind, ...] = ("part_of", "adds")
"""The relations that set a member below another one."""
_OPPOSED = ("contradicts", "denies")
_LAST = "~"


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a seat stands to another member: ``left`` where it is the left end of the relation."""

    relation: RelationKind
    left: bool
    rival: Member
    rule: str
    detail: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A member of a dispute with what is known of it; ``claim`` is None where the ledger has none of this id.

    ``claimant`` is who is spoken for, ``origin`` the number of its origin in the dispute, from 1; ``depth`` is above 0 where it is a
    part of, or an increment to, the seat above it.
    """

    member: Member
    claimant: str
    claim: Claim | None = None
    figure: Figure | None = None
    outlet: str | None = None
    published: str | None = None
    origin: int | None = None
    depth: int = 0
    bearings: tuple[Bearing, ...] = ()

    @property
    def date(self) -> str | None:
        """The date for which the figure or the stance holds (EDTF), else that of the saying."""
        dates = [self.figure.as_of if self.figure else None]
        dates += [self.claim.as_of, self.claim.said] if self.claim else []
        return next((date for date in dates if date), None)

    @property
    def chain(self) -> tuple[str, ...]:
        """Outlet, who stands between, source; an outlet that speaks for itself is all of it."""
        outlet = (self.outlet,) if self.outlet else ()
        if self.claim is None:
            return outlet
        source = () if self.claim.source.kind == "author" else (self.claim.source.name,)
        return (*outlet, *(via.name for via in self.claim.via), *source)


@dataclass(frozen=True, slots=True)
class Careo:
    """A dispute, its seats in the order in which they are shown, and for a proposition the positions of the actors."""

    dispute: Dispute
    seats: tuple[Seat, ...]
    positions: tuple[Position, ...] = ()


def seat_members(
    dispute: Dispute, claims: Mapping[str, tuple[Claim, str | None, str | None]], positions: Iterable[Position] = ()
) -> Careo:
    """Set the members of ``dispute`` face to face: those in opposition first, by date, then the others; parts and increments below
    what they belong to. ``claims`` gives by id a claim with the outlet and the date of publication of its article.
    """
    origins = {claim: number for number, origin in enumerate(dispute.origins, 1) for claim in origin.claims}
    bearings = _collect_bearings(dispute)
    seats = {
        member: _make_seat(member, claims, origins.get(member.claim), bearings.get(member, ()))
        for member in sorted(set(dispute.members))
    }
    return Careo(dispute, tuple(_order(seats)), tuple(positions))


def _collect_bearings(dispute: Dispute) -> dict[Member, tuple[Bearing, ...]]:
    found: dict[Member, list[Bearing]] = {}
    for r in dispute.relations:
        found.setdefault(r.left, []).append(Bearing(r.relation, True, r.right, r.rule, r.detail))
        found.setdefault(r.right, []).append(Bearing(r.relation, False, r.left, r.rule, r.detail))
    return {
        member: tuple(sorted(mine, key=lambda b: (TELLING.index(b.relation), not b.left, b.rival, b.rule)))
        for member, mine in found.items()
    }


def _make_seat(
    member: Member,
    claims: Mapping[str, tuple[Claim, str | None, str | None]],
    origin: int | None,
    bearings: tuple[Bearing, ...],
) -> Seat:
    if member.claim not in claims:
        return Seat(member, "", origin=origin, bearings=bearings)
    claim, outlet, published = claims[member.claim]
    figure = claim.figures[member.figure] if 0 <= member.figure < len(claim.figures) else None
    claimant = claim.source.acts_for or claim.source.name
    return Seat(member, claimant, claim, figure, outlet, published, origin, bearings=bearings)


def _order(seats: Mapping[Member, Seat]) -> Iterator[Seat]:
    """Roots in order, each followed by what is inside it; what hangs from itself in a circle is a root."""
    above = {member: whole for member, seat in seats.items() if (whole := _find_whole(seat, seats)) is not None}
    below: dict[Member, list[Member]] = {}
    for member, whole in above.items():
        if not _is_inside(whole, member, above):
            below.setdefault(whole, []).append(member)
    hanging = {member for inside in below.values() for member in inside}
    waiting = [(member, 0) for member in sorted(seats.keys() - hanging, key=lambda m: _rank(seats[m]), reverse=True)]
    while waiting:
        member, depth = waiting.pop()
        seat = seats[member]
        yield Seat(
            member, seat.claimant, seat.claim, seat.figure, seat.outlet, seat.published, seat.origin, depth, seat.bearings
        )  # fmt: skip
        inside = sorted(below.get(member, ()), key=lambda m: _rank(seats[m]), reverse=True)
        waiting += [(part, depth + 1) for part in inside]


def _find_whole(seat: Seat, seats: Mapping[Member, Seat]) -> Member | None:
    """The member that a seat is a part of or adds to; of several the one of its own article."""
    wholes = [b.rival for b in seat.bearings if b.left and b.relation in INSIDE and b.rival in seats]
    article = seat.claim.article if seat.claim else None
    return min(wholes, key=lambda m: (_article(seats[m]) != article, m), default=None)


def _article(seat: Seat) -> str | None:
    return seat.claim.article if seat.claim else None


def _is_inside(member: Member, other: Member, above: Mapping[Member, Member]) -> bool:
    """Whether ``member`` is, or lies somewhere inside, ``other``."""
    seen: set[Member] = set()
    here: Member | None = member
    while here is not None and here not in seen:
        if here == other:
            return True
        seen.add(here)
        here = above.get(here)
    return False


def _rank(seat: Seat) -> tuple[bool, str, float, str, Member]:
    opposed = any(bearing.relation in _OPPOSED for bearing in seat.bearings)
    bounds = [seat.figure.low, seat.figure.high] if seat.figure else []
    amount = next((float(bound) for bound in bounds if bound is not None), 0.0)
    return not opposed, seat.date or _LAST, amount, seat.claimant, seat.member
