"""Sources and chains of the attributions, resolved to names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careo.analyze.attribution import Attribution
from careo.analyze.attribution import Via as Step
from careo.analyze.cast import Cast
from careo.analyze.mentions import find_mention
from careo.analyze.speakers import Mention, resolve_name, resolve_speakers
from careo.analyze.voices import is_media
from careo.lang.pack import Pack
from careo.model import Reason, Source, Span, Via
from careo.text import Document, Token
from careo.text.words import fold


@dataclass(frozen=True, slots=True)
class Voice:
    """The source of one attribution, those who stand between, and why."""

    source: Source
    via: tuple[Via, ...]
    reasons: tuple[Reason, ...]


def resolve_voices(
    document: Document, attributions: Sequence[Attribution], pack: Pack, cast: Cast
) -> tuple[Voice, ...]:
    """The resolved source and chain of each attribution, in the same order."""
    if not attributions:
        return ()
    mentions = [_mention(document, a, attributions[:n], cast) for n, a in enumerate(attributions)]
    sources = resolve_speakers(document, mentions, pack, cast)
    by_cue = {a.cue.index: s for a, s in zip(attributions, sources, strict=True)}
    voices = []
    for attribution, source in zip(attributions, sources, strict=True):
        via = _chain(document, attribution, source, by_cue, cast)
        if _is_outlet_itself(document, attribution.source, cast):
            source = replace(source, kind="author")
        voices.append(Voice(source, via, _reasons(attribution, source)))
    return tuple(voices)


def _is_outlet_itself(document: Document, head: Token | None, cast: Cast) -> bool:
    """*según pudo comprobar este diario*: the outlet speaks of itself."""
    if head is None or not is_media(document, head, cast.pack):
        return False
    return any(c.has("PronType=Dem") for c in document.children_by(head, "det"))


def _mention(document: Document, attribution: Attribution, earlier: Sequence[Attribution], cast: Cast) -> Mention:
    quoted = attribution.quotation is not None
    head = attribution.source
    if head is not None:
        span = _before_content(document, find_mention(document, head, cast.pack, cast.pairs), attribution)
        return Mention(span, head.index, attribution.cue.index, quoted)
    shared = next(
        (n for n, other in enumerate(earlier) if other.cue.index in (attribution.cue.index, _leader(attribution))), None
    )
    return Mention(None, None, attribution.cue.index, quoted, shared)


def _before_content(document: Document, span: Span, attribution: Attribution) -> Span:
    """The mention without the cue or the content that the parser hung on it (*la petición de los padres **de que …***)."""
    source = attribution.source
    starts = [
        p.start
        for p in (*attribution.parts, attribution.cue_span)
        if source is not None and source.end <= p.start < span.end
    ]
    if source is None or not starts:
        return span
    start = min(starts)
    before = list(document.tokens_in(Span(span.start, start)))
    while before and before[-1].index > source.index and before[-1].tag in ("ADP", "SCONJ", "PUNCT", "PRON"):
        before.pop()
    return document.cover(before) if before else span


def _leader(attribution: Attribution) -> int:
    """The cue whose omitted subject this one takes over."""
    return attribution.verb.index if attribution.inherited else attribution.cue.index


def _chain(
    document: Document, attribution: Attribution, source: Source, by_cue: dict[int, Source], cast: Cast
) -> tuple[Via, ...]:
    chain: list[Via] = []
    for step in attribution.via:
        via = _step(document, step, by_cue, cast)
        if via is not None and fold(via.name) != fold(source.name) and via.name not in [v.name for v in chain]:
            chain.append(via)
    return tuple(chain)


def _step(document: Document, step: Step, by_cue: dict[int, Source], cast: Cast) -> Via | None:
    if step.head is not None:
        span = find_mention(document, step.head, cast.pack, cast.pairs)
        return Via(span.of(document.text), _name(document, step.head, span, cast), span)
    source = by_cue.get(step.cue)
    if source is None:
        (source,) = resolve_speakers(document, [Mention(None, None, step.cue)], cast.pack, cast)
    return Via(source.text or source.name, source.name, source.span) if source.name else None


def _name(document: Document, head: Token, span: Span, cast: Cast) -> str:
    return resolve_name(document, head, cast.pack, cast) or span.of(document.text)


def _reasons(attribution: Attribution, source: Source) -> tuple[Reason, ...]:
    """How the source was found: named, or resolved from a pronoun, a noun or an omitted subject."""
    if source.span is None:
        return (Reason("source:omitted", attribution.cue_span),)
    how = "named" if source.text is not None and fold(source.name) in fold(source.text) else "resolved"
    return (Reason(f"source:{how}", source.span),)
