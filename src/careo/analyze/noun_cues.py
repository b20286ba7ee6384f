"""Cue nouns: *la acusación de X de que …*, *su petición de …*, *lanzó una advertencia: …*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careo.analyze.attribution import Attribution
from careo.analyze.complements import Complement, find_complements
from careo.analyze.contents import phrase_start
from careo.analyze.cues import VerbCue
from careo.analyze.extents import tidy, whole_quotations
from careo.analyze.quotations import Quotation
from careo.analyze.subjects import find_subject, find_verb_above
from careo.analyze.words import grammar_of, strip_span
from careo.lang.cues import CueNoun
from careo.lang.grammar import Grammar
from careo.lang.pack import Pack
from careo.model import Reason, Span
from careo.text import Document, Token


def noun_index(pack: Pack) -> dict[str, CueNoun]:
    """Cue nouns by lemma."""
    return {entry.lemma: entry for entry in pack.slot(CueNoun)}


def find_noun_attributions(
    document: Document, cues: Sequence[VerbCue], quotations: Sequence[Quotation], pack: Pack
) -> tuple[Attribution, ...]:
    """The attributions that nouns of saying make, in text order."""
    index = pack.derived(noun_index)
    verbs = {cue.token.index: cue for cue in cues}
    found: list[Attribution] = []
    for token in document.tokens:
        noun = token.tag == "NOUN" or (token.tag == "ADJ" and bool(document.children_by(token, "det")))
        entry = index.get(token.lemma) if noun else None
        if entry is not None:
            attribution = _attribution(document, token, entry, verbs, (pack, quotations))
            if attribution is not None:
                found.append(attribution)
    return tuple(found)


def _attribution(
    document: Document,
    noun: Token,
    entry: CueNoun,
    verbs: dict[int, VerbCue],
    tools: tuple[Pack, Sequence[Quotation]],
) -> Attribution | None:
    pack, quotations = tools
    complements = _complements(document, noun, entry, pack)
    possessive = any(c.has("Poss=Yes") for c in document.children(noun))
    content = _content(noun, entry, complements, possessive, grammar_of(pack))
    if not content:
        return None
    source = _source(document, noun, complements, verbs, (entry, pack))
    if source is None:
        return None
    head, verb, inherited = source
    first, to = content[0], grammar_of(pack).to
    start = first.span.start if (first.slot == to and first.nominal) or first.marker is None else first.bare.start
    end = max(c.span.end for c in content)
    span = Span(start, max(start, end))
    if noun.relation == "nsubj" and span.start < document.tokens[noun.head].start < span.end:
        span = strip_span(document.text, Span(span.start, phrase_start(document, document.tokens[noun.head]).start))
    span = tidy(document.text, whole_quotations(span, quotations), quotations)
    if len(span) < 3 or (head is not None and span.start <= head.start < span.end and head.index > noun.index):
        return None
    reason = Reason(f"noun:{entry.lemma}", noun.span)
    return Attribution("noun", (span,), noun, noun.span, entry, head, verb, "complement", inherited, reasons=(reason,))


def _complements(document: Document, noun: Token, entry: CueNoun, pack: Pack) -> tuple[Complement, ...]:
    """The noun's complements, with those hung on the verb whose object it is (*reiteró su petición **a** X **para que** …*)."""
    own = find_complements(document, noun, pack)
    if all(c.nominal for c in own):
        own = (*own, *_hung_on_source(document, noun, entry, own, pack))
    head = document.head(noun)
    if noun.relation != "obj" or head is None or head.tag != "VERB":
        return own
    names = {"person": grammar_of(pack).to}
    shared = [replace(c, slot=names.get(c.slot, c.slot)) for c in find_complements(document, head, pack)]
    shared = [c for c in shared if c.head.index > noun.index and c.slot in entry.content and not c.clitic]
    return (*own, *shared)


def _hung_on_source(
    document: Document, noun: Token, entry: CueNoun, own: tuple[Complement, ...], pack: Pack
) -> tuple[Complement, ...]:
    """Clauses that hang on the source, which cannot take them (*la petición de los padres **de que** …*)."""
    found: list[Complement] = []
    for complement in own:
        if complement.head.index > noun.index:
            inner = find_complements(document, complement.head, pack)
            found.extend(c for c in inner if not c.nominal and c.slot in entry.content)
    return tuple(found)


def _is_clause_of(complement: Complement, entry: CueNoun, grammar: Grammar) -> bool:
    """A clause or infinitive of the noun's frame; the clause of a noun has *de* before it (*el relato **de que** …*)."""
    if complement.nominal:
        return False
    finite = complement.clausal and complement.slot == grammar.of and "clause" in entry.content
    return finite or complement.slot in entry.content


def _content(
    noun: Token, entry: CueNoun, complements: tuple[Complement, ...], possessive: bool, grammar: Grammar
) -> list[Complement]:
    """The complements that hold the content: clauses and infinitives, and phrases that cannot be the source."""
    clauses = [c for c in complements if _is_clause_of(c, entry, grammar) and c.head.index > noun.index]
    if not clauses:
        phrases = (c for c in complements if c.nominal and c.slot in entry.content and c.head.index > noun.index)
        free = (grammar.to,) if possessive else (grammar.of, grammar.to)
        return [c for c in phrases if c.slot not in free]
    addressee = [
        c
        for c in complements
        if c.slot == grammar.to and c.nominal and noun.index < c.head.index < clauses[0].head.index
    ]
    return [*addressee, *clauses] if entry.stance == "request" else clauses


def _source(
    document: Document,
    noun: Token,
    complements: tuple[Complement, ...],
    verbs: dict[int, VerbCue],
    knowledge: tuple[CueNoun, Pack],
) -> tuple[Token | None, Token, bool] | None:
    """Head of the source (None for a possessive), the verb for agreement, and whether it is inherited; None where there is no source."""
    entry, pack = knowledge
    possessive = any(c.has("Poss=Yes") for c in document.children(noun))
    named = next(
        (c for c in complements if c.slot == grammar_of(pack).of and c.nominal and c.head.index > noun.index), None
    )
    if named is not None and not possessive:
        return named.head, noun, False
    if possessive and noun.relation == "nsubj":
        return None, noun, True  # *su versión fue recibida con risas*
    head = document.head(noun)
    if head is not None and noun.relation == "nmod" and head.tag in ("NOUN", "PROPN"):
        head = next(
            (a for a in document.ancestors(noun) if a.index in verbs), head
        )  # *indica la agencia, con advertencias de que …*
    elif head is not None and head.tag in ("VERB", "AUX"):
        head = find_verb_above(document, noun)
    if head is not None and head.tag in ("VERB", "AUX"):
        light = noun.relation in ("obj", "nsubj", "obl") and head.lemma in entry.light
        cue = verbs.get(head.index)
        if (
            light
            or possessive
            or (cue is not None and noun.relation in ("obl", "advcl", "nmod", "conj") and head.index < noun.index)
        ):
            subject = find_subject(document, head, pack)
            if subject.passive:
                return None
            if light or subject.head is not None:
                return subject.head, subject.verb, True
    return (None, noun, True) if possessive else None
