"""Why claims were linked, in the terminal: a dispute, a pair of claims, an actor, each with its rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from careo.cli.actor_tables import iter_entry_lines
from careo.cli.bearings import describe_rival, describe_value
from careo.cli.careo_tables import print_careo, print_reversals
from careo.cli.claim_tables import ID_LENGTH, make_text
from careo.cli.terminal import make_line
from careo.cli.words import count
from careo.model import Dispute, Estimate, Member, Relation, Series
from careo.pipeline.explain_links import ActorExplanation, DisputeExplanation, PairExplanation
from careo.report.careos import TELLING, Careo, Seat
from careo.report.labels import Labels
from careo.report.numbers import format_number

if TYPE_CHECKING:
    from rich.console import Console

MOST = 100
"""How many lines of one kind are printed; the export has all of them."""
_Line = tuple[int, str, str]
_Seats = dict[Member, Seat]


def print_dispute(console: Console, explanation: DisputeExplanation, labels: Labels) -> None:
    """A dispute with the reasons for everything that is said of it."""
    careo = explanation.careo
    dispute, seats = careo.dispute, {seat.member: seat for seat in careo.seats}
    console.print(f"{labels('dispute', dispute.kind)} {make_line(dispute.id)}", style="bold")
    key = ", ".join(f"{name} {value}" for name, value in sorted(dispute.key.items()) if value)
    _print_lines(console, [(0, key, "dim"), (0, _describe_verdict(dispute, labels), "")])
    console.print()
    print_careo(console, careo, labels)
    relations = sorted(dispute.relations, key=lambda r: (TELLING.index(r.relation), r))
    _print_section(console, "relations", (line for r in relations for line in _iter_relation(r, seats, labels)))
    _print_section(console, "origins", _iter_origins(dispute))
    _print_section(console, "estimates", ((2, _describe_estimate(e, labels), "") for e in dispute.estimates))
    _print_section(
        console, "series", ((2, _describe_series(s, seats, explanation, labels), "") for s in dispute.series)
    )
    _print_section(console, "actors", _iter_actors(explanation))
    copies = (f"{article}: {copy.article} ({copy.kind}), {copy.reason}" for article, copy in explanation.copies)
    _print_section(console, "copies", ((2, line, "") for line in copies))
    _print_section(console, "notes", ((2, _describe_reason(note, labels), "") for note in dispute.notes))


def print_pair(console: Console, explanation: PairExplanation, labels: Labels) -> None:
    """How two claims stand to each other; where they do not, in which disputes each of them is."""
    left, right = explanation.claims
    console.print(f"claims {make_line(left)} and {make_line(right)}", style="bold")
    for tie in explanation.ties:
        console.print()
        dispute = tie.careo.dispute
        _print_lines(console, [(0, f"{dispute.id}  {dispute.question}", "dim")])
        _print_lines(console, _iter_relation(tie.relation, {seat.member: seat for seat in tie.careo.seats}, labels))
    if explanation.ties:
        return
    shared = explanation.shared
    if shared:
        console.print(f"no relation between them is recorded, though both take part in {count(len(shared), 'dispute')}")
    else:
        console.print("they take part in no dispute together: what they claim was not found to be one question")
    for claim, disputes in zip(explanation.claims, explanation.disputes, strict=True):
        _print_section(console, claim, (line for dispute in disputes for line in _iter_head(dispute, labels)))


def print_parts(console: Console, claim: str, careos: Sequence[Careo], labels: Labels) -> None:
    """The disputes that a claim takes part in, and how it stands to the others there; nothing where it takes part in none."""
    _print_section(console, "disputes", (line for careo in careos for line in _iter_part(claim, careo, labels)))


def print_actor(console: Console, explanation: ActorExplanation, labels: Labels) -> None:
    """An actor: its names, why they are one, whom it acts for, and where it stands."""
    actor = explanation.actor
    console.print(f"actor {make_line(actor.id)}", style="bold")
    _print_lines(console, [(0, actor.name, "bold cyan")])
    if explanation.party:
        _print_lines(console, [(0, f"acts for {explanation.party} ({actor.party})", "")])
    _print_section(console, "names", ((2, name, "") for name in actor.names))
    _print_section(console, "reasons", ((2, _describe_reason(reason, labels), "") for reason in actor.reasons))
    _print_section(console, "decisions", ((2, line, "") for e in explanation.entries for line in iter_entry_lines(e)))
    _print_section(console, "those who act for it", ((2, f"{a.name} ({a.id})", "") for a in explanation.acting))
    if explanation.positions:
        console.print("\npositions", style="bold")
    for position, careo in explanation.positions:
        _print_lines(console, _iter_head(careo.dispute, labels))
        stands = ", ".join(
            f"{labels('stance', s.stance)} {s.said or labels('dispute', 'undated')} ({s.claim[:ID_LENGTH]})"
            for s in position.stances
        )
        _print_lines(console, [(4, stands, "")])
        print_reversals(console, careo, position, labels)


def _print_section(console: Console, name: str, lines: Iterable[_Line]) -> None:
    """A headline with its lines; nothing where there are none."""
    waiting = iter(lines)
    shown = list(islice(waiting, MOST))
    if not shown:
        return
    console.print()
    console.print(make_text(name, "bold"))
    _print_lines(console, shown)
    if more := sum(1 for _ in waiting):
        console.print(f"  ... and {count(more, 'line')} more; careo export has all of it", style="dim")


def _print_lines(console: Console, lines: Iterable[_Line]) -> None:
    from rich.padding import Padding

    for indent, text, style in lines:
        if text:
            console.print(Padding(make_text(text, style), (0, 0, 0, indent)))


def _iter_relation(relation: Relation, seats: _Seats, labels: Labels) -> Iterator[_Line]:
    """Two members and how they stand to each other; the rule that decided; the values that it went by."""
    left, right = (_describe_member(member, seats, labels) for member in (relation.left, relation.right))
    yield 2, f"{left} {labels('relation', relation.relation).format(rival=right)}", ""
    detail = f": {relation.detail}" if relation.detail else ""
    yield 4, _describe_reason(f"{relation.rule}{detail}", labels), "dim"


def _describe_member(member: Member, seats: _Seats, labels: Labels) -> str:
    return f"{describe_rival(seats.get(member), member, labels)} [{member.claim[:ID_LENGTH]}]"


def _describe_reason(reason: str, labels: Labels) -> str:
    """A rule with its values (``rule: detail``), and what it means where the labels say so."""
    rule, colon, detail = reason.partition(": ")
    words = labels.tables.get("rule", {}).get(rule)
    return f"{rule} ({words}){colon}{detail}" if words else reason


def _describe_verdict(dispute: Dispute, labels: Labels) -> str:
    kinds = Counter(relation.relation for relation in dispute.relations)
    counted = [
        f"{kind.replace('_', ' ')} {format_number(kinds[kind], labels.language)}" for kind in TELLING if kinds[kind]
    ]
    return (
        f"{labels('verdict', dispute.verdict)}: {', '.join(counted)}" if counted else labels("verdict", dispute.verdict)
    )


def _iter_origins(dispute: Dispute) -> Iterator[_Line]:
    for number, origin in enumerate(dispute.origins, 1):
        claims = ", ".join(claim[:ID_LENGTH] for claim in origin.claims)
        yield 2, f"{number} {origin.id}: {claims}", ""
        for reason in origin.reasons:
            yield 6, reason, "dim"


def _describe_estimate(estimate: Estimate, labels: Labels) -> str:
    bounds = ((name, getattr(estimate, name)) for name in ("low", "best", "high"))
    known = ", ".join(f"{name} {format_number(value, labels.language)}" for name, value in bounds if value is not None)
    date = f", {labels('dispute', 'date')} {estimate.as_of}" if estimate.as_of else ""
    return f"{estimate.rule} ({labels('estimate', estimate.rule)}): {known or '-'}{date}"


def _describe_series(series: Series, seats: _Seats, explanation: DisputeExplanation, labels: Labels) -> str:
    steps = []
    for step in series.steps:
        seat = seats.get(step.member)
        value = describe_value(seat, labels) if seat else step.member.claim
        steps.append(f"{value} ({', '.join(part for part in (step.as_of, labels('event', step.event)) if part)})")
    return f"{explanation.names.get(series.claimant, series.claimant)}: {' → '.join(steps)}"


def _iter_actors(explanation: DisputeExplanation) -> Iterator[_Line]:
    for actor in explanation.actors:
        others = ", ".join(name for name in actor.names if name != actor.name)
        yield 2, f"{actor.name} ({actor.id})" + (f": {others}" if others else ""), ""
        for reason in actor.reasons:
            yield 6, reason, "dim"


def _iter_head(dispute: Dispute, labels: Labels) -> Iterator[_Line]:
    yield 2, f"{dispute.id}  {labels('verdict', dispute.verdict)}  {dispute.question}", ""


def _iter_part(claim: str, careo: Careo, labels: Labels) -> Iterator[_Line]:
    yield from _iter_head(careo.dispute, labels)
    seats = {seat.member: seat for seat in careo.seats}
    mine = [r for r in careo.dispute.relations if claim in (r.left.claim, r.right.claim)]
    for relation in sorted(mine, key=lambda r: (TELLING.index(r.relation), r)):
        yield from ((indent + 2, text, style) for indent, text, style in _iter_relation(relation, seats, labels))
