"""Chains: which attribution stands inside which, and what is cut or dropped because of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careo.analyze.attribution import Attribution, Via
from careo.analyze.contents import phrase_start
from careo.analyze.extents import cut_before
from careo.analyze.voices import is_media
from careo.analyze.words import grammar_of, match_words
from careo.lang.cues import Verb
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token

_NON_FACTUAL = ("deny", "doubt", "request", "commit")
_TAKES_OVER = ("deny", "doubt", "confirm", "decline")


def cut_nested(document: Document, attributions: Sequence[Attribution], pack: Pack) -> tuple[Attribution, ...]:
    """Ends a content before the next thing that the same source says; drops what the source says of its own saying."""
    items: list[Attribution | None] = [_over_anaphor(document, a, attributions) for a in attributions]
    for inner_index, inner in enumerate(attributions):
        for outer_index, _ in enumerate(attributions):
            outer, current = items[outer_index], items[inner_index]
            if outer is None or current is None or outer_index == inner_index or not _holds_cue(outer, current):
                continue
            items[outer_index], items[inner_index] = _settle(document, outer, current, pack)
        del inner
    return tuple(a for a in items if a is not None)


def _over_anaphor(document: Document, outer: Attribution, everyone: Sequence[Attribution]) -> Attribution:
    """*informó que A se reunió con B, y **ambos** prometieron X*: who is meant by a pronoun inside the content goes on with it."""
    for inner in everyone:
        source = inner.source
        if (
            source is None
            or source.tag not in ("PRON", "NUM")
            or source.has("PronType=Int,Rel")
            or inner.cue.head != outer.cue.index
        ):
            continue
        gap = document.tokens_in(Span(outer.span.end, max(outer.span.end, source.start)))
        joined = any(t.tag == "CCONJ" for t in gap) and all(t.tag in ("PUNCT", "CCONJ") for t in gap)
        if outer.rule == "complement" and outer.quotation is None and joined and source.start > outer.span.end:
            return replace(outer, parts=(*outer.parts[:-1], outer.parts[-1].cover(inner.span)))
    return outer


def _holds_cue(outer: Attribution, inner: Attribution) -> bool:
    return outer.cue.index != inner.cue.index and any(p.contains(inner.cue_span) for p in outer.parts)


def _settle(
    document: Document, outer: Attribution, inner: Attribution, pack: Pack
) -> tuple[Attribution, Attribution | None]:
    if inner.kind != "verb" or outer.kind == "noun":
        hypothetical = inner.kind == "verb" and inner.cue.has("Mood=Sub") and outer.entry.stance in _NON_FACTUAL
        return outer, None if hypothetical else inner
    if inner.rule == "before" and any(p.contains(outer.cue_span) for p in inner.parts):
        return _cut(
            document, outer, inner.parts[-1].end
        ), inner  # what stands behind the content of both belongs to neither
    if outer.quotation is not None:
        return outer, inner
    if inner.source is not None and not inner.inherited:
        return _settle_own(document, outer, inner, pack)
    return _settle_shared(document, outer, inner, pack)


def _settle_own(
    document: Document, outer: Attribution, inner: Attribution, pack: Pack
) -> tuple[Attribution, Attribution | None]:
    """A cue with a source of its own inside the content of another."""
    if isinstance(inner.entry, Verb):
        plan = not inner.entry.quotes and inner.entry.stance == "commit"
        if plan and inner.cue.relation in ("ccomp", "csubj") and outer.kind == "verb":
            return outer, None  # *informó que X planea …*: X has said nothing
    if outer.rule == "complement" and outer.entry.stance in _NON_FACTUAL and inner.cue.relation != "conj":
        return outer, None  # *negó que X haya pedido …*: X has not said so, as far as this goes
    return _separate(document, outer, inner, pack), inner


def _settle_shared(
    document: Document, outer: Attribution, inner: Attribution, pack: Pack
) -> tuple[Attribution, Attribution | None]:
    """A cue inside the content of another, with the same source."""
    cue = inner.cue
    aside = _aside(document, outer, inner)
    if aside is not None:
        return _cut(document, outer, aside), _same_source(outer, inner)
    infinitive = cue.has("VerbForm=Inf") and inner.effect == "none" and cue.relation in ("xcomp", "ccomp", "acl")
    if infinitive and _is_governed(document, outer, inner):
        return outer, None
    before = document.tokens[cue.index - 1] if cue.index else cue
    if cue.has("VerbForm=Ger") and before.text == "," and outer.span.start < before.start:
        return _cut(document, outer, before.start), _same_source(outer, inner)
    main = _main_verb(document, outer)
    if main is None or outer.rule not in ("complement", "colon"):
        return outer, inner
    if cue.index == main.index:
        takes = isinstance(outer.entry, Verb) and outer.entry.stance == "assert" and inner.entry.stance in _TAKES_OVER
        takes = takes and not cue.has("Tense=Fut")  # *anunció que recurrirá la multa* plans it
        return (replace(outer, entry=replace_stance(outer.entry, inner)) if takes else outer), None
    coordinator = _coordinator(document, inner, pack)
    if coordinator is not None and coordinator.start > outer.span.start:
        return _cut(document, outer, coordinator.start), _same_source(outer, inner)
    if inner.source is None and _shares_content(document, outer, inner):
        return outer, None
    return outer, inner


def _separate(document: Document, outer: Attribution, inner: Attribution, pack: Pack) -> Attribution:
    """*X dijo que A, y Y exige que B*: a coordinated saying of somebody named is no part of what X said."""
    assert inner.source is not None
    head = document.head(inner.cue)
    aside = _aside(document, outer, inner)
    if aside is not None and inner.source.index > document.tokens[inner.cue.head].index:
        return _cut(document, outer, aside)
    if head is None or inner.source.tag not in ("NOUN", "PROPN") or inner.source.index > inner.cue.index:
        return outer
    left = next(t for t in document.subtree(inner.cue) if t.tag != "PUNCT")
    contrast = left.lower in grammar_of(pack).contrast and left.index < inner.source.index
    conjunction = (
        left
        if contrast
        else next((c for c in document.children_by(inner.cue, "cc") if c.index < inner.source.index), None)
    )
    phrase = _contrast_phrase(
        document, document.edges(inner.source)[0].index, document.edges(inner.source)[0].index - 4, pack
    )
    contrast = contrast or phrase is not None
    conjunction = phrase or conjunction
    if conjunction is None or not (contrast or inner.cue.relation == "conj"):
        return outer
    if conjunction.index == 0 or document.tokens[conjunction.index - 1].text not in ",;":
        return outer
    return _cut(document, outer, conjunction.start)


def _aside(document: Document, outer: Attribution, inner: Attribution) -> int | None:
    """Where a relative clause behind a comma begins that says something more (*…, a la que reprochó X*; *…, extremo que Y negó*)."""
    clause = inner.cue
    while clause.relation == "conj" and clause.head != clause.index:
        clause = document.tokens[clause.head]
    head = document.head(clause)
    if clause.relation not in ("acl", "advcl") or head is None or outer.rule != "complement":
        return None
    if head.index < outer.cue.index or head.start < outer.span.start:
        return None
    left, right = document.edges(clause)
    if document.text[right.end : outer.span.end].strip(' ,.;:"”»'):
        return None  # the sentence goes on behind the relative clause
    before = document.tokens[left.index - 1] if left.index else left
    comma = before if before.text == "," else left if left.text == "," else None
    if comma is None:
        while head.relation == "nmod" and head.head > outer.cue.index:
            head = document.tokens[head.head]
        opening = document.edges(head)[0]
        previous = document.tokens[opening.index - 1] if opening.text != "," else opening
        comma = previous if previous.text == "," and head.tag == "NOUN" else None
    return comma.start if comma is not None and comma.start > outer.span.start else None


def _coordinator(document: Document, inner: Attribution, pack: Pack) -> Token | None:
    """The conjunction right before the phrase of a cue without a subject of its own: *… **y** anunció que*, *…, **aunque** confirmó*."""
    cue = inner.cue
    first = phrase_start(document, cue)
    before = document.next_token(first, -1)
    if before is None or not (cue.has("VerbForm=Fin") or document.children_by(cue, "aux")):
        return None
    contrast = before.lower in grammar_of(pack).contrast
    if before.tag == "CCONJ" or contrast:
        return before
    return _contrast_phrase(document, cue.index, first.index - 3, pack)


def _contrast_phrase(document: Document, end: int, start: int, pack: Pack) -> Token | None:
    """The first word of *si bien*, *al tiempo que* and the like that ends right before token ``end``, its clitics and auxiliaries."""
    for index in range(max(start, 0), end):
        for phrase in grammar_of(pack).contrast_phrases:
            words = tuple(phrase.split())
            if match_words(document, index, words) and end - (index + len(words)) <= 3:
                return document.tokens[index]
    return None


def _is_governed(document: Document, outer: Attribution, inner: Attribution) -> bool:
    return outer.cue.index in (a.index for a in document.ancestors(inner.cue))


def replace_stance(entry: object, inner: Attribution) -> Verb:
    """The outer entry with the stance of what it introduces (*dijo que duda de que …* doubts)."""
    assert isinstance(entry, Verb)
    return replace(entry, stance=inner.entry.stance, factuality=inner.entry.factuality)


def _shares_content(document: Document, outer: Attribution, inner: Attribution) -> bool:
    return (
        document.sentence_of(outer.cue).index == document.sentence_of(inner.cue).index and inner.cue.relation != "acl"
    )


def _main_verb(document: Document, outer: Attribution) -> Token | None:
    """The verb of the content's main clause: the first token inside the content whose head is outside of it."""
    inside = document.tokens_in(outer.parts[0])
    if not inside:
        return None
    first, last = inside[0].index, inside[-1].index
    tops = [t for t in inside if not first <= t.head <= last or t.head == t.index]
    verbal = [
        t
        for t in tops
        if t.tag in ("VERB", "AUX", "ADJ", "NOUN") and t.relation not in ("obl", "nmod", "nsubj", "mark", "case")
    ]
    return verbal[0] if verbal else None


def _cut(document: Document, outer: Attribution, position: int) -> Attribution:
    parts = tuple(
        cut_before(p, position, document.text) if p.start < position < p.end else p
        for p in outer.parts
        if p.start < position
    )
    parts = tuple(p for p in parts if len(p))
    return replace(outer, parts=parts) if parts else outer


def _same_source(outer: Attribution, inner: Attribution) -> Attribution:
    return replace(inner, source=outer.source, verb=outer.verb, inherited=True)


def tie_chains(document: Document, attributions: Sequence[Attribution], pack: Pack) -> tuple[Attribution, ...]:
    """Adds to each attribution those it stands inside of, outermost first, and drops what only relays another's claim.

    *El líder prometió X, según los medios estatales* and *“Z confirmó X”, informó la agencia* have one claim each, by the leader and by Z,
    via the media.
    """
    holders = [
        [n for n, outer in enumerate(attributions) if n != m and _stands_in(document, outer, inner)]
        for m, inner in enumerate(attributions)
    ]
    dropped = {
        n
        for n, outer in enumerate(attributions)
        if any(n in holders[m] and _only_relays(document, outer, inner, pack) for m, inner in enumerate(attributions))
    }
    result: list[Attribution] = []
    for number, attribution in enumerate(attributions):
        if number in dropped:
            continue
        outer_first = sorted(holders[number], key=lambda n: -len(attributions[n].span))
        steps: list[Via] = []
        for n in outer_first:
            steps.extend(attributions[n].via)
            steps.append(Via(attributions[n].source, attributions[n].cue.index))
        result.append(replace(attribution, via=(*steps, *attribution.via)) if steps else attribution)
    return tuple(result)


def _stands_in(document: Document, outer: Attribution, inner: Attribution) -> bool:
    if outer.cue.index == inner.cue.index or not any(p.contains(inner.cue_span) for p in outer.parts):
        return False
    if any(p.contains(outer.cue_span) for p in inner.parts) and len(inner.span) >= len(outer.span):
        return False
    same = outer.source is not None and inner.source is not None and outer.source.index == inner.source.index
    return not same or outer.kind == "formula"


def _only_relays(document: Document, outer: Attribution, inner: Attribution, pack: Pack) -> bool:
    """Whether the outer content is nothing but the inner claim."""
    if not any(p.contains(inner.cue_span) for p in outer.parts) or inner.kind == "formula":
        return False
    if outer.source is None or not is_media(document, outer.source, pack):
        return False
    top = _top_inside(document, inner.cue, outer)
    governed = inner.kind == "verb" and inner.effect != "none"
    return top.index == inner.cue.index or (governed and top.index == inner.cue.head)


def _top_inside(document: Document, token: Token, outer: Attribution) -> Token:
    """The highest ancestor of ``token`` inside the content (through coordination too)."""
    top = token
    for ancestor in document.ancestors(token):
        if not any(p.contains(Span(ancestor.start, ancestor.end)) for p in outer.parts):
            break
        if top.relation == "conj" and ancestor.tag in ("VERB", "AUX"):
            return token
        top = ancestor
    return top
