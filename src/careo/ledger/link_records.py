"""The records of an export for what linking found, as docs/glossary.md names their fields."""

from __future__ import annotations

from collections.abc import Container

from careo.ledger.records import Record
from careo.model import Actor, Dispute, Estimate, Judgment, Member, Position, Relation, Series


def make_dispute_record(dispute: Dispute) -> Record:
    """One line of disputes.jsonl."""
    return {
        "dispute": dispute.id,
        "kind": dispute.kind,
        "question": dispute.question,
        "key": dict(sorted(dispute.key.items())),
        "claims": list(dispute.claims),
        "members": [{"claim": member.claim, "figure": make_figure_number(member)} for member in dispute.members],
        "relations": [make_relation_record(relation) for relation in dispute.relations],
        "verdict": dispute.verdict,
        "origins": [
            {"origin": origin.id, "claims": list(origin.claims), "reasons": list(origin.reasons)}
            for origin in dispute.origins
        ],
        "estimates": {estimate.rule: make_estimate_record(estimate) for estimate in dispute.estimates},
        "series": [make_series_record(series) for series in dispute.series],
        "notes": list(dispute.notes),
    }


def make_relation_record(relation: Relation) -> Record:
    """One of the ``relations`` of a dispute: how *left* stands to *right*, and the rule that decided with the values it went by."""
    return {
        "left": relation.left.claim,
        "right": relation.right.claim,
        "left_figure": make_figure_number(relation.left),
        "right_figure": make_figure_number(relation.right),
        "relation": relation.relation,
        "reason": f"{relation.rule}: {relation.detail}" if relation.detail else relation.rule,
    }


def make_estimate_record(estimate: Estimate) -> Record:
    """What one rule makes of the figures of a dispute."""
    return {"low": estimate.low, "best": estimate.best, "high": estimate.high, "as_of": estimate.as_of}


def make_series_record(series: Series) -> Record:
    """The figures of one claimant over time."""
    steps = [
        {
            "claim": step.member.claim,
            "figure": make_figure_number(step.member),
            "as_of": step.as_of,
            "event": step.event,
        }
        for step in series.steps
    ]
    return {"claimant": series.claimant, "steps": steps}


def make_position_record(position: Position) -> Record:
    """One line of positions.jsonl."""
    return {
        "proposition": position.proposition,
        "actor": position.actor,
        "stances": [
            {"claim": stand.claim, "stance": stand.stance, "said": stand.said, "polarity": stand.polarity}
            for stand in position.stances
        ],
        "reversals": [
            {"from": reversal.left, "to": reversal.right, "between": list(reversal.between)}
            for reversal in position.reversals
        ],
    }


def make_actor_record(actor: Actor) -> Record:
    """One line of actors.jsonl."""
    return {
        "actor": actor.id,
        "name": actor.name,
        "names": list(actor.names),
        "party": actor.party,
        "reasons": list(actor.reasons),
    }


def make_judgment_record(judgment: Judgment, in_force: Container[str]) -> Record:
    """One line of judgments.jsonl; ``in_force`` are the ids of the judgments that hold."""
    return {
        "judgment": judgment.id,
        "kind": judgment.kind,
        "sides": [[{"name": name, "article": article or None} for name, article in side] for side in judgment.sides],
        "undoes": judgment.undoes,
        "by": judgment.by,
        "when": judgment.when,
        "why": judgment.why,
        "from": list(judgment.before),
        "to": list(judgment.after),
        "in_force": judgment.id in in_force,
    }


def make_figure_number(member: Member) -> int | None:
    """The position of the figure among those of its claim; None where the claim takes part with its stance."""
    return None if member.figure < 0 else member.figure
