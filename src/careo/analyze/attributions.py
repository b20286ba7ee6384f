"""All attributions of a document: verbs, nouns and formulas of saying, and quotations that go on without a cue of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careo.analyze.attribution import Attribution, in_order
from careo.analyze.chains import cut_nested, tie_chains
from careo.analyze.contents import Quoted
from careo.analyze.cues import VerbCue, find_verb_cues
from careo.analyze.echoes import echo
from careo.analyze.extents import cut_before
from careo.analyze.formulas import FoundFormula, find_formulas
from careo.analyze.gapping import divide_gapped
from careo.analyze.mentions import find_mention
from careo.analyze.noun_cues import find_noun_attributions
from careo.analyze.offices import Pair
from careo.analyze.quotations import Quotation, find_quotations
from careo.analyze.reaches import formula_attribution
from careo.analyze.relays import tie_relays
from careo.analyze.resumed import find_resumed
from careo.analyze.subjects import find_subject
from careo.analyze.turns import find_turns
from careo.analyze.verbs import verb_attribution
from careo.analyze.voices import can_be_subject, is_voice
from careo.lang.pack import Pack
from careo.text import Document, Token


def find_attributions(document: Document, pack: Pack, pairs: Sequence[Pair] | None = None) -> tuple[Attribution, ...]:
    """Every attribution of the document, in the order of their cues. Never raises on any text."""
    quotations = find_quotations(document.text, document.blocks)
    quoted = Quoted(document, quotations)
    formulas = [f for f in find_formulas(document, pack, pairs) if quoted.around(f.span.start) is None]
    cues = find_verb_cues(document, pack)
    found = _verbs(document, quoted, formulas, cues, pack)
    nouns = _nouns(document, found, cues, quotations, pack)
    found = _outside_mentions(document, found, pairs, pack)
    found = [*found, *nouns, *_formulas(document, formulas, quoted, pack)]
    turns = find_turns(document, quoted, pack)
    found = [a for a in found if not any(t.parts[0] == p for t in turns for p in a.parts)]
    found.extend(turns)
    found = divide_gapped(document, found, pack)
    unnamed = [c.span for cue in cues if find_subject(document, cue.governor, pack).passive for c in cue.complements]
    found.extend(find_resumed(document, found, quoted, unnamed))
    ordered = cut_nested(document, in_order(found), pack)
    ordered = tuple(a for a in ordered if not _said_by_noun(document, a, nouns))
    ordered = _cut_at_formulas(document, ordered, formulas)
    ordered = echo(document, ordered, pack)
    ordered = tie_relays(document, ordered, pack)
    return in_order(tie_chains(document, _distinct(ordered), pack))


def _verbs(
    document: Document, quoted: Quoted, formulas: Sequence[FoundFormula], cues: Sequence[VerbCue], pack: Pack
) -> list[Attribution]:
    inside = {f.verb.index for f in formulas if f.verb is not None}
    found = []
    for cue in cues:
        if cue.token.index in inside:
            continue
        attribution = verb_attribution(document, cue, quoted, pack)
        if attribution is None:
            continue
        source = attribution.source
        speaks = source is None or can_be_subject(document, source, cue.entry, pack)
        if speaks and (source is None or attribution.rule != "patient" or is_voice(document, source, pack, True)):
            found.append(attribution)
    return found


def _nouns(
    document: Document,
    verbs: Sequence[Attribution],
    cues: Sequence[VerbCue],
    quotations: Sequence[Quotation],
    pack: Pack,
) -> list[Attribution]:
    """Noun attributions; where a verb's object is a cue noun of the same source, the noun says more (*reiteró su petición de …*)."""
    nouns = list(find_noun_attributions(document, cues, quotations, pack))
    return [n for n in nouns if not any(_says_the_same(v, n) for v in verbs)]


def _says_the_same(verb: Attribution, noun: Attribution) -> bool:
    return verb.parts == noun.parts


def _outside_mentions(
    document: Document, verbs: Sequence[Attribution], pairs: Sequence[Pair] | None, pack: Pack
) -> list[Attribution]:
    """Without what only describes a source (*una fuente **que pidió el anonimato** dijo …*)."""
    if not any(v.cue.relation == "acl" for v in verbs):
        return list(verbs)
    sources = {a.source.index: a.source for a in verbs if a.source is not None and not _is_named(document, a.source)}
    mentions = {index: find_mention(document, source, pack, pairs) for index, source in sources.items()}
    return [
        v for v in verbs if v.cue.relation != "acl" or not any(
            m.contains(v.cue_span) and (v.source is None or v.source.index == head) for head, m in mentions.items()
        )
    ]  # fmt: skip


def _is_named(document: Document, head: Token) -> bool:
    """A proper name or a noun with one: its relative clauses tell what it said, not which one is meant."""
    return head.tag == "PROPN" or any(c.tag == "PROPN" for c in document.children_by(head, "appos", "flat"))


def _said_by_noun(document: Document, verb: Attribution, nouns: Sequence[Attribution]) -> bool:
    """Whether the verb's object is a cue noun of the same source, which says more than the verb (*reiteró su petición de …*)."""
    for noun in nouns:
        lends = verb.kind == "verb" and verb.entry.stance == "assert" and verb.rule == "complement"
        taken = noun.cue.head == verb.cue.index and noun.inherited
        if lends and taken and any(p.contains(noun.cue_span) for p in verb.parts):
            return True
    return False


def _formulas(document: Document, formulas: Sequence[FoundFormula], quoted: Quoted, pack: Pack) -> list[Attribution]:
    found = []
    earlier: FoundFormula | None = None
    for formula in formulas:
        same = earlier is not None and document.sentence_of(earlier.first) == document.sentence_of(formula.first)
        attribution = formula_attribution(document, formula, quoted, pack, earlier if same else None)
        if attribution is not None:
            found.append(attribution)
            earlier = formula
    return found


def _cut_at_formulas(
    document: Document, attributions: Sequence[Attribution], formulas: Sequence[FoundFormula]
) -> tuple[Attribution, ...]:
    """A formula at the end of a content is no part of it (*dijo que hay 12 muertos, según la agencia*)."""
    result = []
    for attribution in attributions:
        parts = list(attribution.parts)
        for formula in formulas:
            last = parts[-1]
            if not last.start < formula.span.start < last.end or attribution.quotation is not None:
                continue
            tail = document.text[formula.span.end : last.end].lstrip(' "”»')
            joined = _joining(document, formula)
            if joined is not None and joined.start > last.start and (tail.strip(" ,.;:") or joined.text == ","):
                parts[-1] = cut_before(last, joined.start, document.text)
                continue
            set_off = document.text[: formula.span.start].rstrip().endswith(",") and not tail.startswith(",")
            if set_off or not tail.strip(" ,.;:"):
                cut = document.text[last.start : formula.span.start].rstrip(" ,;:")
                parts[-1] = replace(last, end=last.start + len(cut))
        result.append(replace(attribution, parts=tuple(p for p in parts if len(p)) or attribution.parts))
    return tuple(result)


def _joining(document: Document, formula: FoundFormula) -> Token | None:
    """The conjunction right before a formula, and the comma before that: another's clause begins there (*…, **y según** otros …*)."""
    before = document.tokens[formula.first.index - 1] if formula.first.index else None
    relative = before is not None and before.has("PronType=Int,Rel")
    if before is None or not (before.tag == "CCONJ" or relative):
        return None
    comma = document.tokens[before.index - 1]
    if relative:  # *…, **que según los vecinos** …*
        return comma if comma.text == "," else None
    return comma if comma.text == "," else before


def _distinct(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """One attribution for each cue and content; a verb before a noun before a formula."""
    rank = {"verb": 0, "quotation": 1, "noun": 2, "formula": 3}
    kept: dict[tuple[object, ...], Attribution] = {}
    for attribution in sorted(attributions, key=lambda a: rank[a.kind]):
        kept.setdefault((attribution.cue.index, attribution.parts), attribution)
    return in_order(list(kept.values()))
