"""Lanes: where each actor stands on a proposition over time, stands of one day and kind folded, changes of sides marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careo.model import Position, Stand
from careo.report.careos import Careo, Seat
from careo.report.dossier.sides import make_moment
from careo.report.dossier.values import Dating, Lane, Stop
from careo.report.labels import Labels


def make_lanes(careo: Careo, labels: Labels) -> tuple[Lane, ...]:
    """The lanes of a proposition, those with a change of sides first; none where one actor alone says one thing."""
    seats = {seat.member.claim: seat for seat in careo.seats}
    lanes = [_make_lane(position, seats, labels) for position in careo.positions]
    told = [lane for lane in lanes if lane.stops]
    if len(told) < 2 and not any(lane.turns for lane in told):
        return ()
    return tuple(sorted(told, key=lambda lane: (-lane.turns, -len(lane.stops), lane.actor)))


def _make_lane(position: Position, seats: Mapping[str, Seat], labels: Labels) -> Lane:
    turns = {reversal.right for reversal in position.reversals}
    stops: list[Stop] = []
    for stand in _advance(_sort(position.stances, seats), turns, seats):
        value, dating = _date(stand, seats)
        stop = Stop(
            stand.stance, stand.polarity, make_moment(value, dating, labels), (stand.claim,), stand.claim in turns
        )
        last = stops[-1] if stops else None
        if last and (last.stance, last.polarity, last.moment) == (stop.stance, stop.polarity, stop.moment):
            stops[-1] = Stop(
                last.stance, last.polarity, last.moment, (*last.claims, *stop.claims), last.turn or stop.turn
            )
        else:
            stops.append(stop)
    return Lane(position.actor, tuple(stops))


def _sort(stands: Sequence[Stand], seats: Mapping[str, Seat]) -> list[Stand]:
    """By date; what has none keeps its place before the others."""
    return sorted(stands, key=lambda stand: _date(stand, seats)[0] or "")


def _advance(stands: Sequence[Stand], turns: set[str], seats: Mapping[str, Seat]) -> list[Stand]:
    """A change of sides stands before what else was said on that side that day: it is the first of it that changes anything."""
    ordered: list[Stand] = []
    for stand in stands:
        place = len(ordered)
        while place and stand.claim in turns and _is_like(ordered[place - 1], stand, seats):
            place -= 1
        ordered.insert(place, stand)
    return ordered


def _is_like(left: Stand, right: Stand, seats: Mapping[str, Seat]) -> bool:
    return left.polarity == right.polarity and _date(left, seats)[0] == _date(right, seats)[0]


def _date(stand: Stand, seats: Mapping[str, Seat]) -> tuple[str | None, Dating]:
    if stand.said:
        return stand.said, "said"
    seat = seats.get(stand.claim)
    past = seat is not None and seat.claim is not None and seat.claim.gist is not None and seat.claim.gist.past
    published = seat.published if seat is not None and not past else None
    return (published, "published") if published else (None, "none")
