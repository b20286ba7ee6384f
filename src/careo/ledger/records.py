"""The records of an export, as docs/glossary.md names their fields."""

from __future__ import annotations

from typing import Any

from careo.model import Article, Claim, Figure, Reason, Span

Record = dict[str, Any]


def make_article_record(article: Article) -> Record:
    """One line of articles.jsonl."""
    return {
        "article": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "metadata_origin": dict(sorted(article.metadata_origin.items())),
        "text": article.text,
        "sha256": article.sha256,
        "passages": [
            {**_ends(p.span), "role": p.role, "language": p.language} for p in article.passages if p.role != "body"
        ],
        "copies": [{"article": c.article, "kind": c.kind, "reason": c.reason} for c in article.copies],
    }


def make_claim_record(claim: Claim, outlet: str | None, published: str | None) -> Record:
    """One line of claims.jsonl."""
    content: Record = {**_ends(claim.content.span), "text": claim.content.text}
    if claim.content.parts:
        content["parts"] = [_ends(part) for part in claim.content.parts]
    return {
        "claim": claim.id,
        "article": claim.article,
        "outlet": outlet,
        "published": published,
        "passage": claim.passage,
        "content": content,
        "cue": {**_ends(claim.cue.span), "text": claim.cue.text, "lemma": claim.cue.lemma} if claim.cue else None,
        "source": make_source_record(claim),
        "via": [{"text": via.text, "name": via.name} for via in claim.via],
        "quotation": claim.quotation,
        "translated": claim.translated,
        "stance": claim.stance,
        "factuality": claim.factuality,
        "said": claim.said,
        "as_of": claim.as_of,
        "figures": [make_figure_record(figure) for figure in claim.figures],
        "event": make_event_record(claim),
        "proposition": claim.proposition,
        "reasons": [make_reason_record(reason) for reason in iter_reasons(claim)],
    }


def make_source_record(claim: Claim) -> Record:
    """The ``source`` of a claim; start, end and text are null where the subject is omitted."""
    source = claim.source
    ends = _ends(source.span) if source.span else {"start": None, "end": None}
    return {**ends, "text": source.text, "name": source.name, "kind": source.kind, "acts_for": source.acts_for}


def make_figure_record(figure: Figure) -> Record:
    """One of the ``figures`` of a claim."""
    return {
        **_ends(figure.span),
        "text": figure.text,
        "low": figure.low,
        "high": figure.high,
        "comparator": figure.comparator,
        "counts": figure.counts,
        "category": figure.category,
        "of": figure.of,
        "additional": figure.additional,
        "part_of": figure.part_of,
        "vague": figure.vague,
        "as_of": figure.as_of,
        "unit": figure.unit,
        "per": figure.per,
        "dispute": figure.dispute,
    }


def make_event_record(claim: Claim) -> Record | None:
    """The ``event`` of a claim."""
    event = claim.event
    if event is None:
        return None
    return {
        "type": event.type,
        "trigger": {**_ends(event.trigger), "text": event.text},
        "agent": event.agent,
        "patient": event.patient,
        "place": event.place,
        "time": event.time,
    }


def make_reason_record(reason: Reason) -> Record:
    """One of the ``reasons`` of a claim."""
    return {"rule": reason.rule, **_ends(reason.span)}


def iter_reasons(claim: Claim) -> list[Reason]:
    """Every rule that took part: those of the claim, then those of its figures, each once."""
    of_figures = [reason for figure in claim.figures for reason in figure.reasons]
    return list(dict.fromkeys([*claim.reasons, *of_figures]))


def _ends(span: Span) -> Record:
    return {"start": span.start, "end": span.end}
