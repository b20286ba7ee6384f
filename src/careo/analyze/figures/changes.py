"""Changes of a figure: what it was before (*pasó **de 148** a 154*, *el balance anterior hablaba de 14*), and the verbs of change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.lexemes import Lexeme, fold_word
from careo.analyze.figures.quantities import Governors, Quantity
from careo.analyze.figures.triggers import Triggers
from careo.analyze.figures.vocabulary import Vocabulary
from careo.lang.figures import BoundVerb
from careo.model import Comparator, Reason, Span
from careo.text import Document, Token

FORMER = "number:former"
"""The rule of a figure that was given up for the one after it."""
GAP = 6
"""Words that may stand between the two."""


def find_governors(document: Document, vocabulary: Vocabulary, triggers: Triggers) -> Governors:
    """The verbs of a document that compare a number with a quantity, or tell how one changed."""
    bounds: dict[int, tuple[BoundVerb, Comparator, int]] = {}
    changes: set[int] = set()
    told: set[int] = set()
    for token in document.tokens:
        if token.tag not in ("VERB", "AUX"):
            continue
        for lemma in triggers.lemmas_of(token):
            entry = vocabulary.bound_verbs.get(lemma)
            if entry is not None and token.start not in bounds:
                before = _before_auxiliaries(document, token)
                negated = before is not None and vocabulary.is_in(fold_word(before.text), "condition")
                mark = entry.negated if negated and entry.negated is not None else entry.comparator
                bounds[token.start] = (entry, mark, before.start if negated and before is not None else token.start)
            if vocabulary.is_in(lemma, "change"):
                changes.add(token.start)
                if _is_told(document, token, vocabulary):
                    told.add(token.start)
    return Governors(bounds, frozenset(changes), frozenset(told))


def _before_auxiliaries(document: Document, verb: Token) -> Token | None:
    """The word before a verb and the auxiliaries right before it: ***no** debería superar los 300*."""
    token = document.next_token(verb, -1)
    while token is not None and token.tag == "AUX":
        token = document.next_token(token, -1)
    return token


def _is_told(document: Document, verb: Token, vocabulary: Vocabulary) -> bool:
    """Present or past, without a verb of possibility (*podría subir*, *puede haber subido*)."""
    forms = (verb, *document.children_by(verb, "aux"))
    if any(form.has("Mood=Cnd") or form.has("Tense=Fut") or form.has("Mood=Sub") for form in forms):
        return False
    free = all(form is verb or vocabulary.is_in(fold_word(form.lemma), "perfect") for form in forms)
    return free and not verb.has("VerbForm=Inf")


def mark_former(
    quantities: Sequence[Quantity], lexemes: Sequence[Lexeme], vocabulary: Vocabulary, governors: Governors
) -> list[Quantity]:
    """The quantities, those marked that a change led away from: *de 148* where it goes on *a 154*, and a verb of change precedes."""
    found = list(quantities)
    for place, (one, other) in enumerate(pairwise(quantities)):
        between = lexemes[one.last + 1 : other.first]
        if len(between) > GAP or any(lexeme.kind == "mark" for lexeme in between):
            continue
        start = _skip_article(one.first, lexemes, vocabulary)
        leaves = start is not None and governors.find_change(lexemes, start)
        if leaves and any(vocabulary.leads_on(lexeme.word) for lexeme in between[-2:]):
            span = Span(lexemes[start or 0].start, lexemes[one.last].end)
            reasons = (*one.reasons, Reason(FORMER, span))
            found[place] = replace(one, unit=one.unit or other.unit, reasons=reasons)
    return found


def find_former(document: Document, counted: Counted, vocabulary: Vocabulary) -> Reason | None:
    """Why a figure is one that held before: an adjective on it (*los 200 iniciales*), or on the count that gives it.

    That is the subject of its verb (*el balance anterior hablaba de 14*) or a complement of it (*los 79 del informe anterior*); or one that
    somebody changed since (*más de 800, según un balance que el Gobierno rebajó a 279*).
    """
    after = document.next_token(counted.tokens[-1])
    if after is not None and counted.noun is None and after.tag == "ADJ" and _is_former(after, vocabulary):
        return Reason(FORMER, after.span)
    verbs = [t for t in (counted.anchor, *document.ancestors(counted.anchor)) if t.tag == "VERB"]
    subjects = document.children_by(verbs[0], "nsubj") if verbs else ()
    beside = document.children_by(counted.anchor, "nmod")
    behind = [n for verb in verbs for n in document.children_by(verb, "obl") if n.index > counted.anchor.index]
    for noun in (*subjects, *behind):
        changed = _find_change(document, noun, vocabulary) if "aggregate" in vocabulary.kinds_of(noun) else None
        if changed is not None:
            return Reason(FORMER, noun.span.cover(changed.span))
    for noun in (*subjects, *beside):
        if "aggregate" in vocabulary.kinds_of(noun) or noun in beside:
            marks = document.children_by(noun, "amod", "nummod", "det")
            mark = next((token for token in marks if _is_former(token, vocabulary)), None)
            if mark is not None:
                return Reason(FORMER, noun.span.cover(mark.span))
    return None


def _find_change(document: Document, noun: Token, vocabulary: Vocabulary) -> Token | None:
    """The verb of a relative clause that tells how somebody changed a count (*un balance que el Gobierno **rebajó***)."""
    clauses = (v for v in document.children_by(noun, "acl") if v.tag == "VERB" and v.index > noun.index)
    verb = next((v for v in clauses if vocabulary.is_in(fold_word(v.lemma), "change")), None)
    return verb if verb is not None and _is_told(document, verb, vocabulary) else None


def _is_former(token: Token, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_in(fold_word(token.text), "former")


def _skip_article(first: int, lexemes: Sequence[Lexeme], vocabulary: Vocabulary) -> int | None:
    """The place of the *de* before a quantity, over an article; None where there is none."""
    for place in (first - 1, first - 2):
        word = lexemes[place].word if place >= 0 else ""
        if vocabulary.is_in(word, "of") or vocabulary.is_in(word, "from"):
            return place
        if not (vocabulary.is_in(word, "definite") or vocabulary.is_in(word, "plain")):
            return None
    return None
