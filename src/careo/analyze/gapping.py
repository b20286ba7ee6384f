"""Gapping: *Los organizadores cifraron la asistencia en 30.000; **la policía, en 10.000***: the verb is said once for two sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careo.analyze.attribution import Attribution
from careo.analyze.extents import tidy
from careo.analyze.senses import has_number, is_numeric
from careo.analyze.voices import is_voice
from careo.analyze.words import grammar_of
from careo.lang.cues import Verb
from careo.lang.pack import Pack
from careo.model import Reason, Span
from careo.text import Document, Token

_REACH = 20  # tokens within which the second number stands
_Gap = tuple[Attribution, Token, Span]
"""An attribution without what a second voice says in it, that voice, and what it says."""


def divide_gapped(document: Document, attributions: Sequence[Attribution], pack: Pack) -> list[Attribution]:
    """All of ``attributions``, and behind them those whose verb is that of the figure before; what is theirs is cut from the former."""
    kept: list[Attribution] = []
    found: list[Attribution] = []
    for attribution in attributions:
        gap = None
        if _sets_number(document, attribution, pack):
            gap = _gap_inside(document, attribution, pack) or _gap_behind(document, attribution, pack)
        if gap is not None:
            attribution, source, span = gap
            found.append(_gapped(attribution, source, span))
        kept.append(attribution)
    return [*kept, *found]


def _sets_number(document: Document, attribution: Attribution, pack: Pack) -> bool:
    """Whether a verb sets a number with the preposition of one (*cifró en 300*, *la estimó en 300*)."""
    entry = attribution.entry
    if attribution.kind != "verb" or not isinstance(entry, Verb) or entry.stance != "estimate":
        return False
    set_by = any(slot in grammar_of(pack).numeric for slot in entry.needs)
    return is_numeric(entry, pack) or (set_by and has_number(document.tokens_in(attribution.span)[:8]))


def _gapped(attribution: Attribution, source: Token, span: Span) -> Attribution:
    reasons = (Reason(f"verb:{attribution.cue.lemma}", attribution.cue_span), Reason("content:gapping", span))
    own = replace(attribution, parts=(span,), source=source, inherited=False, rule="gapping", reasons=reasons)
    return replace(own, quotation=None, negator=None)


def _gap_behind(document: Document, attribution: Attribution, pack: Pack) -> _Gap | None:
    """A voice behind the content, a comma, and a preposition with a number."""
    sentence = document.sentence_of(attribution.cue)
    rest = [t for t in document.tokens[attribution.cue.index : sentence.last + 1] if t.start >= attribution.span.end]
    if not rest or rest[0].tag not in ("PUNCT", "CCONJ"):
        return None
    found = _read_gap(document, rest, pack)
    return (attribution, *found) if found is not None else None


def _gap_inside(document: Document, attribution: Attribution, pack: Pack) -> _Gap | None:
    """*situaron en el 82% **y el departamento, en el 27%***: the tree took the second voice for more of what the first one measures."""
    if len(attribution.parts) > 1:
        return None
    inside = document.tokens_in(attribution.span)
    for number, token in enumerate(inside):
        if token.tag != "CCONJ" or not has_number(inside[:number]) or attribution.cue.index > token.index:
            continue
        found = _read_gap(document, inside[number:], pack)
        if found is not None:
            start = attribution.span.start
            cut = tidy(document.text, Span(start, token.start), ())
            return replace(attribution, parts=(cut,)), *found
    return None


def _read_gap(document: Document, rest: Sequence[Token], pack: Pack) -> tuple[Token, Span] | None:
    source: Token | None = None
    for number, token in enumerate(rest[1:_REACH], 1):
        if (token.tag in ("VERB", "AUX") and not token.has("VerbForm=Part")) or token.text == ".":
            return None
        if source is None and token.tag in ("NOUN", "PROPN") and is_voice(document, token, pack, True):
            source = token
            continue
        counted = (
            token.tag == "ADP" and rest[number - 1].text == "," and has_number(tuple(rest[number + 1 : number + 6]))
        )
        if source is not None and counted:
            end = next((t.start for t in rest[number:] if t.text in ".;,"), rest[-1].end)
            return source, tidy(document.text, Span(token.start, max(token.end, end)), ())
    return None
