"""Repairs: verbs of saying that the parser took for another word, known again by their form.

The parser learnt its verbs from two hundred thousand words; the pack knows five hundred verbs of saying in all their regular forms. A
preterite or gerund that no noun looks like (*evaluó*, *ironizaron*) is a verb wherever it stands, and a verb whose lemma the parser made
up gets the lemma that its form has.
"""

from __future__ import annotations

from dataclasses import replace

from careo.analyze.cues import CLOSING, OPENING, verb_index
from careo.analyze.words import grammar_of
from careo.lang.pack import Pack
from careo.lang.verb_forms import Ending, StemChange, StrongEnding
from careo.text import Document, Token
from careo.text.words import fold

Form = tuple[str, str, bool]  # lemma, features, certain


def form_index(pack: Pack) -> dict[str, Form]:
    """The forms of the pack's verbs of saying. A form that two verbs share belongs to the first."""
    index: dict[str, Form] = {}
    changes = {entry.lemma: entry for entry in pack.slot(StemChange)}
    for lemma in pack.derived(verb_index):
        change = changes.get(lemma)
        for strong in pack.slot(StrongEnding):
            for stem in change.strong if change else ():
                for form in strong.forms:
                    index.setdefault(stem + form, (lemma, strong.features, True))
        for ending in pack.slot(Ending):
            if lemma.endswith(ending.infinitive):
                stems = (lemma[: -len(ending.infinitive)], *(change.stems if change else ()))
                for form in (stem + e for stem in stems for e in ending.forms):
                    index.setdefault(form, (lemma, ending.features, ending.certain))
    return index


def repair_verbs(document: Document, pack: Pack) -> Document:
    """The document with the tags, lemmas and features of its verbs of saying set right; heads and offsets stay."""
    forms, known = pack.derived(form_index), pack.derived(verb_index)
    enclitics = grammar_of(pack).enclitics
    changed: dict[int, Token] = {}
    for token in document.tokens:
        form = forms.get(token.lower) or _with_enclitic(token, forms, enclitics)
        if form is None:
            continue
        lemma, features, certain = form
        verbal = token.tag in ("VERB", "AUX")
        if verbal and (token.lemma not in known or "VerbForm=" not in token.features):
            readable = token.features if "VerbForm=" in token.features else features
            changed[token.index] = replace(token, lemma=lemma, features=readable)
        elif (
            not verbal
            and (certain or _opens_clause(document, token, pack))
            and not (token.tag == "PROPN" and token.text[:1].isupper())
        ):
            changed[token.index] = replace(token, tag="VERB", lemma=lemma, features=features, name="O")
    if not changed:
        return document
    tokens = tuple(changed.get(t.index, t) for t in document.tokens)
    return replace(document, tokens=tokens)


def _with_enclitic(token: Token, forms: dict[str, Form], enclitics: tuple[str, ...]) -> Form | None:
    """The form without the pronoun written at its end (*acusándolo* is *acusando*)."""
    lower = token.lower
    if not lower.endswith(enclitics):
        return None
    for enclitic in enclitics:
        if lower.endswith(enclitic) and len(lower) > len(enclitic) + 5:
            form = forms.get(fold(lower[: -len(enclitic)]))
            if form is not None and "VerbForm=Ger" in form[1]:
                return form
    return None


def _opens_clause(document: Document, token: Token, pack: Pack) -> bool:
    """Whether a conjunction or a quotation follows, or a quotation comes before: *la guardia urbana **calcula** que …*."""
    words = grammar_of(pack).complementizers
    if _is_bare_root(document, token):
        return True
    after, before = document.next_token(token), document.next_token(token, -1)
    if before is not None and before.text == ",":
        mark = document.next_token(token, -2)
        if mark is not None and mark.text in CLOSING:
            return True  # *«…», zanja su abogada*
    if after is not None and after.text == ":":
        mark = document.next_token(token, 2)
        return mark is not None and mark.text in OPENING
    if after is not None and after.tag == "ADP":
        after = document.next_token(token, 2)
    return after is not None and after.lower in words and (before is None or before.tag not in ("DET", "ADP", "NUM"))


def _is_bare_root(document: Document, token: Token) -> bool:
    """The top word of a sentence, no verb before it, no determiner of its own, a phrase behind: *su abogada, Paz, **califica** la …*."""
    sentence = document.sentence_of(token)
    head = document.tokens[token.head]
    if token.relation != "root" and not (
        token.relation == "amod" and head.relation == "root" and head.index < token.index
    ):
        return False
    before = document.tokens[sentence.first : token.index]
    if any(t.tag in ("VERB", "AUX") and t.has("VerbForm=Fin") for t in before) or not before:
        return False
    after = document.next_token(token)
    free = before[-1].tag not in ("DET", "ADP", "ADJ", "NUM") and not document.children_by(token, "det", "case")
    return free and after is not None and after.tag in ("DET", "ADP", "PRON", "NUM")
