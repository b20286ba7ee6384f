"""Between what linking found and table rows, in both directions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from itertools import groupby
from typing import Any

from careo.ledger.rows import Row, decode_number, encode_json, encode_number
from careo.model import (
    Actor,
    Copy,
    Dispute,
    Estimate,
    Joint,
    Linked,
    Member,
    Origin,
    Position,
    Relation,
    Reversal,
    Series,
    Stand,
    Step,
)

PARTS = ("members", "relations", "origins", "estimates", "series")
"""The tables that hold the parts of a dispute, each with its columns below."""

COLUMNS = {
    "disputes": "dispute, kind, question, key, verdict, notes",
    "members": "claim, figure",
    "relations": '"left", left_figure, "right", right_figure, relation, rule, detail',
    "origins": "origin, claims, reasons",
    "estimates": "rule, low, best, high, as_of",
    "series": "position, claimant, claim, figure, as_of, event",
    "stands": "claim, stance, said, polarity",
    "reversals": '"left", "right", earliest, latest',
    "actors": "actor, name, names, party, reasons",
    "copies": "copy, kind, reason",
}


def make_link_rows(linked: Linked, copies: Mapping[str, Sequence[Copy]]) -> Iterator[tuple[str, Iterable[Row]]]:
    """The name of each table that linking fills, with its rows in the order of its key."""
    disputes = sorted(linked.disputes, key=lambda dispute: dispute.id)
    positions = _number_positions(linked)
    yield "disputes", (_make_dispute_row(dispute) for dispute in disputes)
    for table, make in _MAKE_PARTS.items():
        yield table, (row for dispute in disputes for row in make(dispute))
    yield "placements", _make_placement_rows(linked)
    yield "positions", ((position.proposition, number, position.actor) for number, position in positions)
    yield "stands", (row for number, position in positions for row in _make_stand_rows(position, number))
    yield "reversals", (row for number, position in positions for row in _make_reversal_rows(position, number))
    yield "actors", (_make_actor_row(actor) for actor in sorted(linked.actors, key=lambda actor: actor.id))
    yield "mentions", ((name, article, actor) for (name, article), actor in sorted(linked.mentions.items()))
    yield "copies", _make_copy_rows(copies)
    yield "linking", ((encode_json(list(linked.notices)),),)


def _make_dispute_row(dispute: Dispute) -> Row:
    key = encode_json(dict(sorted(dispute.key.items())))
    return dispute.id, dispute.kind, dispute.question, key, dispute.verdict, encode_json(dispute.notes)


def _make_member_rows(dispute: Dispute) -> Iterator[Row]:
    for position, member in enumerate(dispute.members):
        yield dispute.id, position, member.claim, member.figure


def _make_relation_rows(dispute: Dispute) -> Iterator[Row]:
    for position, r in enumerate(dispute.relations):
        ends = (r.left.claim, r.left.figure, r.right.claim, r.right.figure)
        yield dispute.id, position, *ends, r.relation, r.rule, r.detail


def _make_origin_rows(dispute: Dispute) -> Iterator[Row]:
    for position, origin in enumerate(dispute.origins):
        yield (
            dispute.id,
            position,
            origin.id,
            encode_json(origin.claims),
            encode_json([astuple(joint) for joint in origin.joints]),
        )


def _make_estimate_rows(dispute: Dispute) -> Iterator[Row]:
    for position, e in enumerate(dispute.estimates):
        bounds = (encode_number(e.low), encode_number(e.best), encode_number(e.high))
        yield dispute.id, position, e.rule, *bounds, e.as_of


def _make_series_rows(dispute: Dispute) -> Iterator[Row]:
    for position, series in enumerate(dispute.series):
        for number, step in enumerate(series.steps):
            yield (
                dispute.id, position, series.claimant, number, step.member.claim, step.member.figure, step.as_of, step.event,
            )  # fmt: skip


_MAKE_PARTS = {
    "members": _make_member_rows,
    "relations": _make_relation_rows,
    "origins": _make_origin_rows,
    "estimates": _make_estimate_rows,
    "series": _make_series_rows,
}


def _make_placement_rows(linked: Linked) -> Iterator[Row]:
    stances = ((Member(claim), dispute) for claim, dispute in linked.propositions.items())
    for member, dispute in sorted([*linked.figures.items(), *stances]):
        yield member.claim, member.figure, dispute


def _number_positions(linked: Linked) -> list[tuple[int, Position]]:
    """All positions by proposition and actor, each with its number among those of its proposition."""
    ranked = sorted(linked.positions, key=lambda p: (p.proposition, p.actor, [stand.claim for stand in p.stances]))
    groups = groupby(ranked, key=lambda position: position.proposition)
    return [numbered for _, positions in groups for numbered in enumerate(positions)]


def _make_stand_rows(position: Position, number: int) -> Iterator[Row]:
    for step, s in enumerate(position.stances):
        yield position.proposition, number, step, s.claim, s.stance, s.said, s.polarity


def _make_reversal_rows(position: Position, number: int) -> Iterator[Row]:
    for step, reversal in enumerate(position.reversals):
        yield position.proposition, number, step, reversal.left, reversal.right, *reversal.between


def _make_actor_row(actor: Actor) -> Row:
    return actor.id, actor.name, encode_json(actor.names), actor.party, encode_json(actor.reasons)


def _make_copy_rows(copies: Mapping[str, Sequence[Copy]]) -> Iterator[Row]:
    for article, found in sorted(copies.items()):
        for position, copy in enumerate(found):
            yield article, position, copy.article, copy.kind, copy.reason


def read_dispute(row: Row, parts: Mapping[str, Sequence[Row]]) -> Dispute:
    """The dispute of a row of ``disputes`` and, by table, the rows of its :data:`PARTS`."""
    (id_, kind, question, key, verdict, notes) = row
    return Dispute(
        id=id_, kind=kind, question=question, key=json.loads(key), verdict=verdict, notes=tuple(json.loads(notes)),
        members=tuple(Member(*member) for member in parts["members"]),
        relations=tuple(
            Relation(Member(left, a), Member(right, b), relation, rule, detail)
            for left, a, right, b, relation, rule, detail in parts["relations"]
        ),
        origins=tuple(
            Origin(origin, tuple(json.loads(claims)), tuple(_read_joint(value) for value in json.loads(reasons)))
            for origin, claims, reasons in parts["origins"]
        ),
        estimates=tuple(
            Estimate(rule, decode_number(low), decode_number(best), decode_number(high), as_of)
            for rule, low, best, high, as_of in parts["estimates"]
        ),
        series=tuple(_read_series(parts["series"])),
    )  # fmt: skip


def _read_joint(value: Any) -> Joint:
    """Rule, claims and detail; of a ledger of an older version ``rule: detail`` alone."""
    if isinstance(value, str):
        rule, _, detail = value.partition(": ")
        return Joint(rule, "", "", detail)
    return Joint(*value)


def _read_series(rows: Sequence[Row]) -> Iterator[Series]:
    steps: dict[tuple[int, str], list[Step]] = {}
    for position, claimant, claim, figure, as_of, event in rows:
        steps.setdefault((position, claimant), []).append(Step(Member(claim, figure), as_of, event))
    for (_, claimant), found in steps.items():
        yield Series(claimant, tuple(found))


def read_position(proposition: str, actor: str, stands: Iterable[Row], reversals: Iterable[Row]) -> Position:
    """The position of ``actor`` on ``proposition``."""
    changes = (Reversal(left, right, (earliest, latest)) for left, right, earliest, latest in reversals)
    return Position(proposition, actor, tuple(Stand(*stand) for stand in stands), tuple(changes))


def read_actor(row: Row) -> Actor:
    """The actor of a row of ``actors``."""
    (id_, name, names, party, reasons) = row
    return Actor(id_, name, tuple(json.loads(names)), party, tuple(json.loads(reasons)))


def read_notices(value: Any) -> tuple[str, ...]:
    """What linking had to say."""
    return tuple(json.loads(value))
