"""Quotations that go on: *“A”, dijo X, “B”*, *“A”, dijo X. “B”*, and a quotation whose cue stands in the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careo.analyze.attribution import Attribution
from careo.analyze.contents import Quoted
from careo.analyze.quotations import Quotation
from careo.analyze.words import is_finite
from careo.model import Reason, Span
from careo.text import Document

_FRAGMENT = 3  # words; less is a scare quote or a name unless it has a verb


def find_resumed(
    document: Document, attributions: Sequence[Attribution], quoted: Quoted, unnamed: Sequence[Span] = ()
) -> list[Attribution]:
    """An attribution for each quotation of speech that no cue has claimed, to the source of the quotation before it.

    ``unnamed``: what a cue says without telling who (*—¿Cuántos eran? —**se le preguntó***).
    """
    found: list[Attribution] = []
    known = list(attributions)
    for quotation in quoted.outer:
        nobody = any(span.overlaps(quotation.inner) for span in unnamed if len(quotation.inner))
        if nobody or _is_claimed(quotation, known) or not is_speech(document, quotation):
            continue
        model = _speaker_before(document, quotation, known)
        if model is None:
            continue
        reason = Reason("quotation:resumed", quotation.outer)
        attribution = replace(
            model, kind="quotation", parts=(quotation.inner,), quotation=quotation, rule="resumed", inherited=True,
            negator=None, reasons=(*model.reasons, reason),
        )  # fmt: skip
        found.append(attribution)
        known.append(attribution)
    return found


def _is_claimed(quotation: Quotation, attributions: Sequence[Attribution]) -> bool:
    return any(
        part.overlaps(quotation.inner) and (not quotation.outer.contains(a.cue_span) or part.contains(quotation.inner))
        for a in attributions
        for part in a.parts
        if len(quotation.inner)
    )


def is_speech(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation without a cue can be speech: it opens its sentence and has a finite verb or several words."""
    inside = document.tokens_in(quotation.inner)
    words = [t for t in inside if t.tag != "PUNCT"]
    if quotation.mark == "—":
        return len(words) > 1
    if len(words) < _FRAGMENT or not inside:
        return False
    opening = document.tokens_in(quotation.outer)[0]
    sentence = document.sentence_of(opening)
    before = document.text[sentence.span.start : quotation.outer.start].strip(" ,.;:—–-\xa0")
    if before and before[-1:] not in '.!?…”»"':
        joined = document.text[: quotation.outer.start].rstrip()[-1:]
        return joined in ",—–" and any(is_finite(document, t) for t in inside if t.tag in ("VERB", "AUX"))
    return any(is_finite(document, t) for t in inside if t.tag in ("VERB", "AUX")) or len(words) > 6


def _speaker_before(document: Document, quotation: Quotation, known: Sequence[Attribution]) -> Attribution | None:
    """The attribution that the quotation goes on from: the nearest before it in its paragraph, or a quotation that closes the last one."""
    block = next((b for b in document.blocks if b.start <= quotation.outer.start < b.end), None)
    if block is None:
        return None
    before = [a for a in known if a.span.start < quotation.outer.start and a.cue.start < quotation.outer.start]
    if not before:
        return None
    latest = max(before, key=lambda a: max(a.span.end if a.span.end <= quotation.outer.start else 0, a.cue_span.end))
    end = max(latest.cue_span.end, latest.span.end)
    if latest.cue.start >= block.start:
        return latest if _follows(document, latest, end, quotation) else None
    gap = document.text[end : quotation.outer.start]
    opens_block = not document.text[block.start : quotation.outer.start].strip(" ¿¡")
    direct = latest.quotation is not None
    return (
        latest
        if opens_block and direct and gap.count("\n") >= 1 and _sentences(document, end, quotation.outer.start) <= 1
        else None
    )


def _follows(document: Document, latest: Attribution, end: int, quotation: Quotation) -> bool:
    """Whether nothing but the rest of the cue's sentence stands between."""
    return end <= quotation.outer.start and _sentences(document, end, quotation.outer.start) <= 1


def _sentences(document: Document, start: int, end: int) -> int:
    """How many sentences end between two positions."""
    tokens = document.tokens_in(Span(start, max(start, end)))
    return sum(1 for t in tokens if t.text in (".", "!", "?", "…"))
