"""Stance and factuality: what a source does with a content, and how certain it makes it.

Factuality follows FactBank (Saurí & Pustejovsky 2009): certainty (certain, probable, possible) and polarity, as the source has it.
"""

from __future__ import annotations

from careo.analyze.attribution import Attribution
from careo.analyze.periphrases import find_negative_subject, find_negator
from careo.lang.cues import Hedge, Modal, Verb
from careo.lang.pack import Pack
from careo.model import Factuality, Reason, Span, Stance
from careo.text import Document, Token

_CERTAINTY = {"CT": 3, "PR": 2, "PS": 1}
_CERTAIN = {3: "CT", 2: "PR", 1: "PS"}
_OPEN_STANCES = ("request", "commit", "decline")


_OPENING = " \t\n\"'“«‘"


def decide_stance(document: Document, attribution: Attribution, pack: Pack) -> Stance:
    """The stance: that of the cue, changed by what governs or negates it and by the mood of its clause."""
    entry = attribution.entry
    effects: dict[str, Stance] = {"decline": "decline", "request": "request", "commit": "commit"}
    if attribution.effect in effects:
        return effects[attribution.effect]
    if not isinstance(entry, Verb):
        return entry.stance
    negated = attribution.negator is not None
    if attribution.effect == "negate":
        negated = not negated
    if negated and entry.negated != "none":
        return entry.negated
    if entry.subjunctive is not None and attribution.rule == "complement" and _is_subjunctive(document, attribution):
        return entry.subjunctive
    return entry.stance


def _is_subjunctive(document: Document, attribution: Attribution) -> bool:
    verb = main_verb(document, attribution.parts[0])
    if verb is None:
        return False
    forms = (verb, *document.children_by(verb, "aux", "cop"))
    return any(t.has("Mood=Sub") for t in forms)


def is_held_against(document: Document, attribution: Attribution) -> bool:
    """*El sindicato **lo** niega: solo se ha ido un barco*: what is denied is the pronoun, what follows the colon is held against it.

    A figure there is no denied one.
    """
    cue = attribution.cue
    objects = (c for c in document.children_by(cue, "obj", "iobj", "expl") if c.tag == "PRON" and c.index < cue.index)
    pronoun = any(c.has("Person=3") and c.has("PronType=Prs") and not c.has("Reflex=Yes") for c in objects)
    return pronoun and document.text[cue.end : attribution.span.start].strip(_OPENING) == ":"


def main_verb(document: Document, span: Span) -> Token | None:
    """The verb of the topmost clause inside ``span``."""
    inside = document.tokens_in(span)
    if not inside:
        return None
    first, last = inside[0].index, inside[-1].index
    tops = [t for t in inside if not first <= t.head <= last or t.head == t.index]
    return next(
        (t for t in tops if t.tag in ("VERB", "AUX")), next((t for t in tops if t.tag in ("ADJ", "NOUN")), None)
    )


def decide_factuality(
    document: Document, attribution: Attribution, stance: Stance, pack: Pack
) -> tuple[Factuality, tuple[Reason, ...]]:
    """How certain the source makes the content, and the words that say so."""
    if stance in _OPEN_STANCES:
        return "UU", ()
    base = attribution.entry.factuality
    if attribution.negator is not None and isinstance(attribution.entry, Verb):
        base = "CT+" if stance not in ("deny", "doubt") else "PS-"
    span, reasons = weakened(document, attribution.parts[0], pack, denied=base.endswith("-"))
    return combine(base, span), reasons


def weakened(
    document: Document, span: Span, pack: Pack, *, denied: bool = False
) -> tuple[Factuality, tuple[Reason, ...]]:
    """The factuality of a clause by its own words: modal verbs and adverbs, hedges, negation of its main verb.

    In a clause that is ``denied`` negative pronouns and determiners say no more (*niega que **nadie** entrara*: RAE 2009, 48.6).
    """
    verb = main_verb(document, span)
    if verb is None:
        return "CT+", ()
    found: Factuality = "CT+"
    reasons: list[Reason] = []
    index = pack.derived(weakeners)
    for token in _near(document, verb, span):
        for words, factuality in sorted({*index.get(token.lower, ()), *index.get(token.lemma, ())}):
            window = document.tokens[token.index : token.index + len(words)]
            if len(window) == len(words) and all(w in (t.lower, t.lemma) for w, t in zip(words, window, strict=True)):
                found = combine(found, factuality)
                reasons.append(Reason(f"modal:{' '.join(words)}", document.cover(window)))
    negator = find_negator(document, verb, pack) or find_negative_subject(document, verb, pack)
    if denied and negator is not None and negator.tag in ("PRON", "DET"):
        negator = None
    if negator is not None and span.contains(negator.span):
        found = combine(found, "CT-")
        reasons.append(Reason(f"negator:{negator.lower}", negator.span))
    return found, tuple(sorted(set(reasons), key=lambda r: (r.span, r.rule)))


def weakeners(pack: Pack) -> dict[str, tuple[tuple[tuple[str, ...], Factuality], ...]]:
    """Modals and hedges, as words and factuality, by their first word."""
    entries = [(tuple(m.words.split()), m.factuality) for m in pack.slot(Modal)]
    entries += [(tuple(h.words.split()), h.factuality) for h in pack.slot(Hedge)]
    index: dict[str, tuple[tuple[tuple[str, ...], Factuality], ...]] = {}
    for words, factuality in sorted(entries):
        index[words[0]] = (*index.get(words[0], ()), (words, factuality))
    return index


def _near(document: Document, verb: Token, span: Span) -> list[Token]:
    """The words of the verb's own clause: its auxiliaries and adverbs, itself, and what opens the clause."""
    own = [
        c
        for c in document.children(verb)
        if c.relation in ("aux", "cop", "advmod", "mark", "obl", "amod", "discourse", "fixed")
    ]
    inside = document.tokens_in(span)[:3]
    head = document.head(verb)
    above = [head] if head is not None and span.contains(head.span) else []
    return sorted({t.index: t for t in (*own, verb, *inside, *above)}.values(), key=lambda t: t.index)


def combine(left: Factuality, right: Factuality) -> Factuality:
    """The weaker certainty, the product of the polarities; UU where either is open."""
    if "UU" in (left, right):
        return "UU"
    certainty = _CERTAIN[min(_CERTAINTY[left[:2]], _CERTAINTY[right[:2]])]
    polarity = "+" if left[2] == right[2] else "-"
    values: dict[str, Factuality] = {"CT+": "CT+", "CT-": "CT-", "PR+": "PR+", "PR-": "PR-", "PS+": "PS+", "PS-": "PS-"}
    return values[certainty + polarity]
