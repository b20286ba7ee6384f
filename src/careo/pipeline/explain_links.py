"""Why claims were linked: the relations, origins, actors and copies behind a dispute, a pair of claims, an actor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger import DisputeFilter, Ledger, open_ledger
from careo.model import Actor, Copy, Dispute, Position, Relation
from careo.pipeline.careos import iter_careos, load_careo
from careo.pipeline.judgments import Entry, find_entries
from careo.report.careos import Careo, Seat

DISPUTE_PREFIX = "d-"
"""How the id of a dispute begins."""


@dataclass(frozen=True, slots=True)
class DisputeExplanation:
    """A dispute with its claims, the actors that take part in it, the copies among its articles, and ``names`` by actors' ids."""

    careo: Careo
    actors: tuple[Actor, ...]
    copies: tuple[tuple[str, Copy], ...]
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two claims, in the dispute where it holds."""

    careo: Careo
    relation: Relation


@dataclass(frozen=True, slots=True)
class PairExplanation:
    """Two claims (their ids), how they stand to each other, and the disputes that each of them takes part in."""

    claims: tuple[str, str]
    ties: tuple[Tie, ...]
    disputes: tuple[tuple[Dispute, ...], tuple[Dispute, ...]]

    @property
    def shared(self) -> tuple[Dispute, ...]:
        """The disputes that both take part in."""
        right = {dispute.id for dispute in self.disputes[1]}
        return tuple(dispute for dispute in self.disputes[0] if dispute.id in right)


@dataclass(frozen=True, slots=True)
class ActorExplanation:
    """An actor, the party that it acts for, those who act for it, its positions with the questions they answer, and what people decided
    about its names.
    """

    actor: Actor
    party: str | None
    acting: tuple[Actor, ...]
    positions: tuple[tuple[Position, Careo], ...]
    entries: tuple[Entry, ...] = ()


def explain_dispute(path: Path, dispute: str) -> DisputeExplanation:
    """Explain the dispute of this id, or whose id begins so; LedgerError where there is none, or more than one."""
    with open_ledger(path) as ledger:
        careo = load_careo(ledger, dispute)
        articles = sorted({seat.claim.article for seat in careo.seats if seat.claim})
        copies = [(article, copy) for article in articles for copy in ledger.links.copies_of(article)]
        inside = tuple((article, copy) for article, copy in copies if copy.article in articles)
        names = {series.claimant: ledger.links.name_of(series.claimant) for series in careo.dispute.series}
        return DisputeExplanation(careo, _find_actors(ledger, careo.seats), inside, names)


def explain_pair(path: Path, left: str, right: str) -> PairExplanation:
    """How two claims (their ids, or the beginnings) stand to each other; LedgerError where one is not there."""
    with open_ledger(path) as ledger:
        ledger.links.check()
        ids = ledger.claim(left).id, ledger.claim(right).id
        if ids[0] == ids[1]:
            raise LedgerError(f"{path}: {left!r} and {right!r} are one claim, {ids[0]}; give two")
        careos = [list(iter_careos(ledger, DisputeFilter(claim=id_))) for id_ in ids]
    ties = tuple(
        Tie(careo, relation)
        for careo in careos[0]
        for relation in careo.dispute.relations
        if {relation.left.claim, relation.right.claim} == set(ids)
    )
    return PairExplanation(ids, ties, (_disputes_of(careos[0]), _disputes_of(careos[1])))


def explain_actor(path: Path, name: str) -> ActorExplanation:
    """Explain the actor of this id or name; LedgerError where there is none, or more than one."""
    with open_ledger(path) as ledger:
        actor = ledger.links.actor(name)
        party = ledger.links.name_of(actor.party) if actor.party else None
        acting = tuple(other for other in ledger.links.iter_actors() if other.party == actor.id)
        names = dict.fromkeys([actor.name, *actor.names])
        positions = [position for form in names for position in ledger.links.iter_positions(actor=form)]
        shown = tuple((position, load_careo(ledger, position.proposition)) for position in positions)
        entries = find_entries(ledger, actor.id)
    return ActorExplanation(actor, party, acting, shown, entries)


def find_careos(path: Path, claim: str) -> tuple[Careo, ...]:
    """The careos that the claim of this id takes part in; none where the ledger was not linked."""
    with open_ledger(path) as ledger:
        return tuple(iter_careos(ledger, DisputeFilter(claim=claim)))


def _disputes_of(careos: list[Careo]) -> tuple[Dispute, ...]:
    return tuple(careo.dispute for careo in careos)


def _find_actors(ledger: Ledger, seats: tuple[Seat, ...]) -> tuple[Actor, ...]:
    names = {
        name for seat in seats if seat.claim for name in (seat.claim.source.name, seat.claim.source.acts_for) if name
    }
    return ledger.links.actors_named(names)
