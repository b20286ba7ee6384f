"""The disputes of a ledger with their claims, as careos: what a reader is shown."""

from __future__ import annotations

from collections.abc import Iterator

from careo.ledger import DisputeFilter, Ledger
from careo.model import Dispute
from careo.report.careos import Careo, seat_members

_TOGETHER = 100


def iter_careos(ledger: Ledger, chosen: DisputeFilter) -> Iterator[Careo]:
    """The careos of the disputes that ``chosen`` lets through, streamed in its order."""
    waiting: list[Dispute] = []
    for dispute in ledger.links.iter_disputes(chosen):
        waiting.append(dispute)
        if len(waiting) == _TOGETHER:
            yield from _seat(ledger, waiting)
            waiting = []
    yield from _seat(ledger, waiting)


def load_careo(ledger: Ledger, beginning: str) -> Careo:
    """The careo of the dispute with this id, or whose id begins so; LedgerError where there is none, or more than one."""
    return next(_seat(ledger, [ledger.links.dispute(beginning)]))


def _seat(ledger: Ledger, disputes: list[Dispute]) -> Iterator[Careo]:
    claims = ledger.claims(claim for dispute in disputes for claim in dispute.claims)
    for dispute in disputes:
        positions = ledger.links.iter_positions(dispute.id) if dispute.kind == "proposition" else ()
        yield seat_members(dispute, claims, positions)
