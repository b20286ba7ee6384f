"""Claims: attributions with their sources resolved, their figures, dates and events, and what the outlet says itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from careo.analyze.actors import find_actor
from careo.analyze.attribution import Attribution
from careo.analyze.attributions import find_attributions
from careo.analyze.cast import build_cast
from careo.analyze.datings import resolve_as_of, resolve_former, resolve_said
from careo.analyze.events import Events, find_events
from careo.analyze.figures import FORMER, find_figures
from careo.analyze.gists import add_gists
from careo.analyze.quotations import Quotation, find_quotations
from careo.analyze.repairs import repair_lemmas
from careo.analyze.retractions import mark_retracted
from careo.analyze.sources import Voice, resolve_voices
from careo.analyze.stances import decide_factuality, decide_stance, is_held_against, weakened
from careo.analyze.timeline import Moment, find_moments
from careo.analyze.words import strip_span
from careo.lang.pack import Pack
from careo.model import Article, Claim, Content, Cue, Figure, Reason, Role, Source, Span
from careo.model import Quotation as QuotationKind
from careo.text import Document


@dataclass(frozen=True, slots=True)
class _Findings:
    """Everything found in one document, before it is put together."""

    article: Article
    document: Document
    pack: Pack
    quotations: tuple[Quotation, ...]
    figures: tuple[Figure, ...]
    events: Events
    moments: tuple[Moment, ...]


def analyze_article(article: Article, document: Document, pack: Pack) -> tuple[Claim, ...]:
    """The claims of an article, in text order: those of its sources, and the outlet's own where they hold figures or events.

    Pure and deterministic. Every span reproduces its text; any text is accepted.
    """
    document = repair_lemmas(document, pack)
    findings = _Findings(
        article,
        document,
        pack,
        find_quotations(document.text, document.blocks),
        find_figures(document, pack, find_actor, outlet=article.outlet),
        find_events(document, pack, find_actor),
        find_moments(document, pack, article.published),
    )
    cast = build_cast(document, pack, [p.span for p in article.passages if p.role != "body"])
    attributions = find_attributions(document, pack, cast.pairs)
    voices = resolve_voices(document, attributions, pack, cast)
    claims = [_claim(findings, a, v, attributions) for a, v in zip(attributions, voices, strict=True)]
    claims.extend(_own_claims(findings, claims))
    distinct = {claim.id: claim for claim in claims}.values()
    ordered = sorted(distinct, key=lambda c: (c.content.span, c.cue.span if c.cue else c.content.span, c.id))
    told = add_gists(cast, ordered, findings.events.all, findings.moments)
    return mark_retracted(cast, told, attributions)


def _claim(findings: _Findings, attribution: Attribution, voice: Voice, everyone: Sequence[Attribution]) -> Claim:
    document, pack = findings.document, findings.pack
    stance = decide_stance(document, attribution, pack)
    factuality, weak = decide_factuality(document, attribution, stance, pack)
    contents = (part for a in everyone for part in a.parts if not part.contains(a.cue_span))
    excluded = [part for part in contents if not part.contains(attribution.cue_span)]
    said = resolve_said(document, attribution.cue, findings.moments, excluded, findings.article.published)
    figures = tuple(f for f in findings.figures if any(p.contains(f.span) for p in attribution.parts))
    if stance in ("deny", "doubt") and figures and is_held_against(document, attribution):
        stance = "assert"
    claim = Claim(
        id="",
        article=findings.article.id,
        passage=role_of(findings.article, attribution.span),
        content=_content(document.text, attribution.parts),
        source=voice.source,
        cue=Cue(attribution.cue_span, attribution.cue_span.of(document.text), attribution.cue.lemma),
        via=voice.via,
        quotation=quotation_of(attribution.parts, attribution.quotation, findings.quotations),
        stance=stance,
        factuality=factuality,
        said=said,
        figures=_dated(findings, figures, said),
        reasons=(*attribution.reasons, *weak, *voice.reasons),
    )
    return replace(claim, id=make_claim_id(claim))


def _dated(findings: _Findings, figures: Sequence[Figure], said: str | None) -> tuple[Figure, ...]:
    document, moments = findings.document, findings.moments
    return tuple(
        replace(f, as_of=_dating(f, resolve_as_of(document, f.span, moments, said), said, findings.article.published))
        for f in figures
    )


def _dating(figure: Figure, found: str | None, said: str | None, published: str | None) -> str | None:
    former = found is None and any(reason.rule == FORMER for reason in figure.reasons)
    return resolve_former(said, published) if former else found


def _content(text: str, parts: Sequence[Span]) -> Content:
    span = Span(parts[0].start, parts[-1].end)
    return Content(span, span.of(text), tuple(parts) if len(parts) > 1 else ())


def quotation_of(parts: Sequence[Span], whole: Quotation | None, quotations: Sequence[Quotation]) -> QuotationKind:
    """``direct`` where the content stands between marks, ``mixed`` where part of it does, else ``indirect``."""
    if whole is not None:
        return "direct"
    if all(any(q.outer.contains(part) for q in quotations) for part in parts):
        return "direct"
    return "mixed" if any(q.inner.overlaps(part) for q in quotations for part in parts if len(q.inner)) else "indirect"


def role_of(article: Article, span: Span) -> Role:
    """The role of the passage that the span begins in."""
    return next((p.role for p in article.passages if p.span.start <= span.start < p.span.end), "body")


def _own_claims(findings: _Findings, claims: Sequence[Claim]) -> list[Claim]:
    """The outlet's own claims: sentences with a figure or an event that no source accounts for."""
    document, article = findings.document, findings.article
    covered = [p for c in claims for p in (c.content.parts or (c.content.span,))]
    own: list[Claim] = []
    for sentence in document.sentences:
        figures = _uncovered_figures(findings.figures, sentence.span, covered)
        events = [
            e
            for e in findings.events.frames
            if sentence.span.contains(e.trigger) and not any(c.contains(e.trigger) for c in covered)
        ]
        attributed = any(sentence.span.contains(c) for c in covered)
        if not figures and (not events or attributed):
            continue
        span = strip_span(document.text, sentence.span)
        factuality, weak = weakened(document, span, findings.pack)
        own_reason = Reason("author:event", events[0].trigger) if events else Reason("author:figure", figures[0].span)
        reasons = (own_reason, *weak)
        claim = Claim(
            id="",
            article=article.id,
            passage=role_of(article, span),
            content=_content(document.text, (span,)),
            source=Source(article.outlet or article.id, "author"),
            quotation="none",
            factuality=factuality,
            figures=_dated(findings, figures, None),
            reasons=reasons,
        )
        own.append(replace(claim, id=make_claim_id(claim)))
    return own


def _uncovered_figures(figures: Sequence[Figure], span: Span, covered: Sequence[Span]) -> list[Figure]:
    inside = [f for f in figures if span.contains(f.span)]
    return [f for f in inside if not any(c.contains(f.span) for c in covered)]


def make_claim_id(claim: Claim) -> str:
    """``c-`` and 20 hexadecimal digits: SHA-256 of article, cue, content and source, as JSON so that no two joins are alike."""
    cue = [claim.cue.span.start, claim.cue.span.end] if claim.cue else None
    parts = [[p.start, p.end] for p in claim.content.parts or (claim.content.span,)]
    data = [claim.article, cue, parts, claim.content.text, claim.source.kind, claim.source.name]
    return "c-" + hashlib.sha256(json.dumps(data, ensure_ascii=True).encode()).hexdigest()[:20]
