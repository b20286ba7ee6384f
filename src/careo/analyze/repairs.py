"""Repairs: lemmas of verbs of saying by their forms.

The parser makes up the lemma of a verb that no treebank has (*desmintió*: *desmintiar*). The pack knows five hundred verbs of saying
in all their regular forms, so a verb with such a form gets a lemma that the form can have.
"""

from __future__ import annotations

from dataclasses import replace

from careo.analyze.cues import verb_index
from careo.lang.gists import Pointer
from careo.lang.pack import Pack
from careo.lang.verb_forms import Ending, StemChange, StrongEnding
from careo.text import Document, Token
from careo.text.words import fold

Form = tuple[str, str]  # lemma, features


def form_index(pack: Pack) -> dict[str, tuple[Form, ...]]:
    """The verbs of saying that a form can belong to, in the order of the pack; forms without accents (*confían*, *evalúa*)."""
    index: dict[str, tuple[Form, ...]] = {}
    changes = {entry.lemma: entry for entry in pack.slot(StemChange)}
    for lemma in pack.derived(verb_index):
        change = changes.get(lemma)
        forms = [
            (stem + form, strong.features)
            for strong in pack.slot(StrongEnding)
            for stem in (change.strong if change else ())
            for form in strong.forms
        ]
        for ending in pack.slot(Ending):
            if lemma.endswith(ending.infinitive):
                stems = (lemma[: -len(ending.infinitive)], *(change.stems if change else ()))
                forms.extend((stem + e, ending.features) for stem in stems for e in ending.forms)
        for form, features in forms:
            index[fold(form)] = (*index.get(fold(form), ()), (lemma, features))
    return index


def find_bare_infinitive(token: Token, pack: Pack) -> str | None:
    """An infinitive without the pronoun that stands for a statement at its end: *negar* of *negar**lo***."""
    if token.tag != "VERB" or (token.features and not token.has("VerbForm=Inf")):
        return None
    text = token.text.lower()
    clitic = next((c for c in sorted(pack.derived(clitic_pointers)) if text.endswith(c)), None)
    return text.removesuffix(clitic) if clitic is not None and len(text) > len(clitic) + 2 else None


def clitic_pointers(pack: Pack) -> frozenset[str]:
    """The pronouns beside a verb that stand for a whole statement."""
    return frozenset(fold(word) for entry in pack.slot(Pointer) if entry.clitic for word in entry.words)


def repair_lemmas(document: Document, pack: Pack) -> Document:
    """The document with the lemmas of its verbs of saying set right, and their features where they have none; heads and offsets stay."""
    forms, verbs = pack.derived(form_index), pack.derived(verb_index)
    changed: dict[int, Token] = {}
    for token in document.tokens:
        bare = find_bare_infinitive(token, pack)
        if bare is not None and bare in verbs:
            changed[token.index] = replace(token, lemma=bare, features=token.features or "VerbForm=Inf")
            continue
        possible = forms.get(fold(token.text), ())
        verbal = token.tag in ("VERB", "AUX") or token.has("VerbForm=Fin")
        if not possible or not verbal or (token.lemma in dict(possible) and "VerbForm=" in token.features):
            continue
        lemma, features = possible[0]
        readable = token.features if "VerbForm=" in token.features else features
        tag = token.tag if token.tag == "AUX" else "VERB"
        changed[token.index] = replace(token, tag=tag, lemma=lemma, features=readable)
    if not changed:
        return document
    return replace(document, tokens=tuple(changed.get(t.index, t) for t in document.tokens))
