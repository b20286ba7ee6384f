"""The sides of a dispute: seats that are one to a reader, folded, each with sentences that say how it stands to the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careo.model import Claim, Member, RelationKind
from careo.report.amounts import format_amount
from careo.report.careos import INSIDE, TELLING, Careo, Seat
from careo.report.dates import format_date
from careo.report.dossier.reasons import find_printings
from careo.report.dossier.values import Dating, Moment, Side, Witness
from careo.report.labels import Labels
from careo.report.phrases import explain
from careo.report.tones import join_pieces

MOST_REASONS = 2
"""Kinds of relation told of one side; the most telling come first."""
MOST_AMOUNTS = 3
"""Figures of one rival that are named."""
_TIERS: tuple[tuple[RelationKind, ...], ...] = (
    ("contradicts", "denies", "revises", "part_of", "adds"), ("supersedes",), ("refines", "confirms"), ("compatible",), ("same",),
)  # fmt: skip
_Kind = tuple[RelationKind, str, bool]
"""A relation, its rule, and whether it is told from its left end."""
_MUTUAL = ("same", "compatible", "contradicts")
_OPPOSED = ("contradicts", "denies")
_WORDS = 280


@dataclass(frozen=True, slots=True)
class Group:
    """Seats that make up one side; ``copies`` are the claims among them that are copied from another article."""

    number: int
    seats: tuple[Seat, ...]
    copies: frozenset[str] = frozenset()

    @property
    def first(self) -> Seat:
        """The seat that stands for the group: no copy, if there is another one, and the best dated."""

        def rank(seat: Seat) -> tuple[bool, int, str, Member]:
            date, dating = date_seat(seat)
            return seat.member.claim in self.copies, _DATINGS.index(dating), date or "", seat.member

        return min(self.seats, key=rank)


_DATINGS: tuple[Dating, ...] = ("as_of", "said", "published", "none")


def group_seats(careo: Careo) -> tuple[Group, ...]:
    """The seats of one claimant, one figure (or one stand) and one origin, in the order in which the first of them stands.

    What a copy calls its source counts for less than what the first printing calls it.
    """
    found: dict[tuple[object, ...], list[Seat]] = {}
    printings, claimants = find_printings(careo.dispute), {s.member.claim: s.claimant for s in careo.seats if s.claim}
    for seat in careo.seats:
        printed = claimants.get(printings.get(seat.member.claim, ""), seat.claimant)
        found.setdefault(_make_key(seat, printed), []).append(seat)
    copies = frozenset(printings)
    return tuple(Group(number, tuple(seats), copies) for number, seats in enumerate(found.values(), 1))


def _make_key(seat: Seat, claimant: str) -> tuple[object, ...]:
    if seat.claim is None:
        return (seat.member,)
    who = seat.outlet if seat.claim.source.kind == "author" else claimant
    if seat.figure is None:
        return who, seat.origin, find_polarity(seat.claim)
    figure = seat.figure
    value = (figure.low, figure.high, figure.comparator, figure.additional, seat.claim.stance == "deny")
    return who, seat.origin, value, seat.depth, bool(figure.part_of)


def find_polarity(claim: Claim | None) -> int:
    """For (1), against (-1), neither (0)."""
    return claim.gist.polarity if claim is not None and claim.gist is not None else 0


def name_claimant(seat: Seat, labels: Labels) -> str:
    """Who is spoken for; of an outlet that speaks for itself its name."""
    if seat.claim is None:
        return seat.member.claim
    if seat.claim.source.kind == "author":
        return seat.outlet or labels("dispute", "outlet")
    return seat.claimant or labels("kind", seat.claim.source.kind)


def date_seat(seat: Seat) -> tuple[str | None, Dating]:
    """The date of a seat (EDTF), and what it is a date of."""
    as_of = (seat.figure.as_of if seat.figure else None) or (seat.claim.as_of if seat.claim else None)
    if as_of:
        return as_of, "as_of"
    if seat.claim is not None and seat.claim.said:
        return seat.claim.said, "said"
    return (seat.published, "published") if seat.published else (None, "none")


def make_moment(value: str | None, dating: Dating, labels: Labels) -> Moment:
    """A moment in words."""
    if not value:
        return Moment(labels("dating", "none"), labels("dating", "none"), None, dating)
    return Moment(format_date(value, labels), format_date(value, labels, short=True), value, dating)


def make_sides(groups: Sequence[Group], labels: Labels) -> tuple[Side, ...]:
    """The sides of a dispute, in the order of their groups."""
    of_member = {seat.member: group for group in groups for seat in group.seats}
    return tuple(_make_side(group, of_member, labels) for group in groups)


def _make_side(group: Group, of_member: Mapping[Member, Group], labels: Labels) -> Side:
    seat = group.first
    stances = dict.fromkeys(s.claim.stance for s in group.seats if s.claim)
    opposed = any(bearing.relation in _OPPOSED for s in group.seats for bearing in s.bearings)
    return Side(
        number=group.number,
        claimant=name_claimant(seat, labels),
        amount=format_amount(seat.figure, labels) if seat.figure else "",
        stances=tuple(stances),
        polarity=find_polarity(seat.claim),
        moment=make_moment(*date_seat(seat), labels),
        origin=seat.origin,
        depth=min(seat.depth, 3),
        opposed=opposed,
        whys=_tell(group, of_member, labels),
        witnesses=tuple(_make_witness(s, labels) for s in group.seats if s.claim),
    )


def _make_witness(seat: Seat, labels: Labels) -> Witness:
    assert seat.claim is not None
    words = " ".join(join_pieces(seat.claim.content).split())
    if len(words) > _WORDS:
        words = words[:_WORDS].rpartition(" ")[0] + "…"
    moment = make_moment(*date_seat(seat), labels)
    return Witness(seat.member.claim, seat.chain or (name_claimant(seat, labels),), words, seat.claim.stance, moment)


def _tell(group: Group, of_member: Mapping[Member, Group], labels: Labels) -> tuple[str, ...]:
    """The most telling relations of a side, a sentence for each kind and rule; those to the most rivals first."""
    found: dict[_Kind, dict[int, tuple[Group | None, Member]]] = {}
    for bearing in (bearing for seat in group.seats for bearing in seat.bearings):
        rival = of_member.get(bearing.rival)
        if rival is group or (bearing.relation in INSIDE and not bearing.left):
            continue  # what is inside stands below, and says so itself
        kind = (bearing.relation, bearing.rule, bearing.left or bearing.relation in _MUTUAL)
        found.setdefault(kind, {}).setdefault(rival.number if rival else 0, (rival, bearing.rival))
    kinds = {kind: _name_voices(rivals, labels) for kind, rivals in found.items()}
    tiers = ([kind for kind in kinds if kind[0] in tier] for tier in _TIERS)
    telling = next((tier for tier in tiers if tier), [])
    telling.sort(key=lambda kind: (TELLING.index(kind[0]), not kind[2], -len(kinds[kind])))
    return tuple(
        explain(kind[0], kind[1], left=kind[2], rivals=kinds[kind], labels=labels) for kind in telling[:MOST_REASONS]
    )


def _name_voices(rivals: Mapping[int, tuple[Group | None, Member]], labels: Labels) -> list[str]:
    """A name for each voice, with its figures, in the order of the sides."""
    amounts: dict[str, list[str]] = {}
    for _, (group, member) in sorted(rivals.items()):
        name = name_claimant(group.first, labels) if group else member.claim
        figures = amounts.setdefault(name, [])
        if group is not None and group.first.figure is not None:
            figures.append(format_amount(group.first.figure, labels))
    return [f"{name} ({_list(figures)})" if figures else name for name, figures in amounts.items()]


def _list(amounts: Sequence[str]) -> str:
    once = list(dict.fromkeys(amounts))
    return ", ".join(once[:MOST_AMOUNTS]) + (", …" if len(once) > MOST_AMOUNTS else "")
