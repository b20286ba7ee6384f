"""Flat rows for spreadsheets: one table for each file of the CSV export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from careo.ledger.ids import iter_batches
from careo.ledger.link_records import make_figure_number, make_judgment_record
from careo.ledger.queries import Ledger
from careo.ledger.records import Record, make_article_record, make_claim_record
from careo.model import Dispute, Member, find_in_force

_ARTICLE_FIELDS = ("article", "outlet", "title", "url", "published", "language", "sha256", "characters", "copies")
_CLAIM_FIELDS = (
    "claim", "article", "outlet", "published", "passage", "start", "end", "content", "cue", "lemma", "source", "source_text",
    "source_kind", "acts_for", "via", "quotation", "translated", "stance", "factuality", "said", "as_of", "figures", "proposition",
)  # fmt: skip
_FIGURE_FIELDS = (
    "claim", "article", "source", "stance", "said", "start", "end", "text", "low", "high", "comparator", "counts", "category", "of",
    "additional", "part_of", "vague", "as_of", "unit", "per", "dispute",
)  # fmt: skip
_DISPUTE_FIELDS = (
    "dispute", "kind", "question", "verdict", "origins", "claim", "figure", "article", "outlet", "published", "source", "acts_for",
    "via", "origin", "stance", "said", "text", "low", "high", "comparator", "counts", "category", "of", "additional", "part_of",
    "vague", "as_of", "relations",
)  # fmt: skip
_POSITION_FIELDS = ("proposition", "actor", "claim", "stance", "said", "polarity", "reversal")
_ACTOR_FIELDS = ("actor", "name", "party", "names", "reasons")
_JUDGMENT_FIELDS = ("judgment", "kind", "sides", "undoes", "by", "when", "why", "from", "to", "in_force")
_SYMMETRIC = ("same", "compatible", "contradicts")
_BETWEEN = " | "


def _iter_article_rows(ledger: Ledger) -> Iterator[Record]:
    for article in ledger.iter_articles():
        copies = _BETWEEN.join(copy.article for copy in article.copies)
        yield {**make_article_record(article), "characters": len(article.text), "copies": copies}


def _iter_claim_rows(ledger: Ledger) -> Iterator[Record]:
    for row in ledger.iter_claims_by_id():
        record = make_claim_record(*row)
        content, cue = record["content"], record["cue"] or {}
        yield {
            **record,
            **_make_voice(record),
            "start": content["start"],
            "end": content["end"],
            "content": content["text"],
            "cue": cue.get("text"),
            "lemma": cue.get("lemma"),
            "figures": _BETWEEN.join(figure["text"] for figure in record["figures"]),
        }


def _make_voice(record: Record) -> Record:
    source = record["source"]
    return {
        "source": source["name"],
        "source_text": source["text"],
        "source_kind": source["kind"],
        "acts_for": source["acts_for"],
        "via": " > ".join(via["name"] for via in record["via"]),
    }


def _iter_figure_rows(ledger: Ledger) -> Iterator[Record]:
    for claim, outlet, published in ledger.iter_claims_by_id():
        record = make_claim_record(claim, outlet, published)
        for figure in record["figures"]:
            yield {
                "claim": claim.id, "article": claim.article, "source": claim.source.name, "stance": claim.stance, "said": claim.said,
                **figure,
            }  # fmt: skip


def _iter_dispute_rows(ledger: Ledger) -> Iterator[Record]:
    """A row for each member of each dispute."""
    for batch in iter_batches(ledger.links.iter_disputes()):
        claims = ledger.claims(claim for dispute in batch for claim in dispute.claims)
        records = {id_: make_claim_record(*row) for id_, row in claims.items()}
        for dispute in batch:
            relations = _list_relations(dispute)
            origins = {claim: origin.id for origin in dispute.origins for claim in origin.claims}
            head = {**_make_dispute_head(dispute), "origins": len(dispute.origins)}
            for member in dispute.members:
                facts = {"origin": origins.get(member.claim), "relations": _BETWEEN.join(relations.get(member, ()))}
                yield {**_make_member(member, records.get(member.claim, {})), **head, **facts}


def _make_dispute_head(dispute: Dispute) -> Record:
    return {"dispute": dispute.id, "kind": dispute.kind, "question": dispute.question, "verdict": dispute.verdict}


def _make_member(member: Member, record: Record) -> Record:
    """What the claim of a member says: of one figure, or by its stance; nothing where there is no such claim."""
    number = make_figure_number(member)
    if not record:
        return {"claim": member.claim, "figure": number}
    row = {**record, **_make_voice(record), "text": record["content"]["text"]}
    figures = record["figures"]
    if number is not None and number < len(figures):
        row |= figures[number]
    return {**row, "figure": number}


def _list_relations(dispute: Dispute) -> Mapping[Member, list[str]]:
    """How each member stands to others, as ``relation claim``; what holds in one direction is said of the left member alone."""
    found: dict[Member, list[str]] = {}
    for relation in dispute.relations:
        found.setdefault(relation.left, []).append(f"{relation.relation} {relation.right.claim}")
        if relation.relation in _SYMMETRIC:
            found.setdefault(relation.right, []).append(f"{relation.relation} {relation.left.claim}")
    return found


def _iter_position_rows(ledger: Ledger) -> Iterator[Record]:
    """A row for each stance; ``reversal`` tells from which earlier claim it turned away."""
    for position in ledger.links.iter_positions():
        turned = {reversal.right: reversal.left for reversal in position.reversals}
        for stand in position.stances:
            yield {
                "proposition": position.proposition, "actor": position.actor, "claim": stand.claim, "stance": stand.stance,
                "said": stand.said, "polarity": stand.polarity, "reversal": turned.get(stand.claim),
            }  # fmt: skip


def _iter_actor_rows(ledger: Ledger) -> Iterator[Record]:
    for actor in ledger.links.iter_actors():
        yield {
            "actor": actor.id, "name": actor.name, "party": actor.party, "names": _BETWEEN.join(actor.names),
            "reasons": _BETWEEN.join(actor.reasons),
        }  # fmt: skip


def iter_judgment_records(ledger: Ledger) -> Iterator[Record]:
    """The log of what people decided, in its order."""
    log = ledger.judgments()
    in_force = {judgment.id for judgment in find_in_force(log)}
    for judgment in log:
        yield make_judgment_record(judgment, in_force)


def _iter_judgment_rows(ledger: Ledger) -> Iterator[Record]:
    for record in iter_judgment_records(ledger):
        sides = [
            _BETWEEN.join("@".join(filter(None, mention.values())) for mention in side) for side in record["sides"]
        ]
        yield {
            **record,
            "sides": " / ".join(sides),
            "from": _BETWEEN.join(record["from"]),
            "to": _BETWEEN.join(record["to"]),
        }


SHEETS: dict[str, tuple[tuple[str, ...], Callable[[Ledger], Iterator[Record]]]] = {
    "articles": (_ARTICLE_FIELDS, _iter_article_rows),
    "claims": (_CLAIM_FIELDS, _iter_claim_rows),
    "figures": (_FIGURE_FIELDS, _iter_figure_rows),
    "disputes": (_DISPUTE_FIELDS, _iter_dispute_rows),
    "positions": (_POSITION_FIELDS, _iter_position_rows),
    "actors": (_ACTOR_FIELDS, _iter_actor_rows),
    "judgments": (_JUDGMENT_FIELDS, _iter_judgment_rows),
}
"""By the name of the file: its columns, and what yields its rows."""
