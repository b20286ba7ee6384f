"""Senses: which slots of a pack entry a verb's complements fill, and whether what it needs is there."""

from __future__ import annotations

from careo.analyze.complements import Complement
from careo.analyze.words import grammar_of
from careo.lang.cues import EventNoun, Verb
from careo.lang.pack import Pack
from careo.text import Document, Token

NUMBER = "number"  # the slot of a number that a numeric verb sets behind another preposition than it asks for
_MARKS = '"“«‘'


def event_nouns(pack: Pack) -> tuple[frozenset[str], tuple[str, ...]]:
    """Lemmas of nouns that name an event or a saying, and endings of such nouns."""
    entries = pack.slot(EventNoun)
    lemmas = frozenset(lemma for e in entries for lemma in e.lemmas)
    return lemmas, tuple(ending for e in entries for ending in e.endings)


def has_number(tokens: tuple[Token, ...]) -> bool:
    """Whether one of the tokens is a number, in words or in digits (*el 78%*)."""
    return any(t.tag == "NUM" or t.text[:1].isdigit() for t in tokens)


def needs_filled(document: Document, entry: Verb, complements: tuple[Complement, ...], pack: Pack) -> bool:
    """Whether one of the slots that the entry needs is filled."""
    needs = entry.needs or tuple(slot for slot in entry.content if slot != "person")
    if not entry.needs and set(needs) <= {"object"} and entry.objects != "never":
        needs = entry.content  # *respaldó a la directora*: who is judged is all there is
    elif not entry.needs and entry.stance == "express" and entry.objects != "never":
        needs = entry.content  # *criticó al alcalde*
    filled = [
        c
        for c in complements
        if filled_slot(c, entry, document, pack) in (*needs, *((NUMBER,) if is_numeric(entry, pack) else ()))
    ]
    named = "object" in entry.content and "attribute" in (*entry.content, *entry.needs)
    if filled and named and all(_is_of_attribute(c, document, pack) for c in filled):
        return any(c.slot in ("object", "person") for c in complements)  # somebody or something must be called so
    if is_numeric(entry, pack):
        spans = (document.tokens_in(c.span)[:8] for c in filled)
        return any(has_number(inside) and not _counts_known(inside) for inside in spans)
    return bool(filled)


def _counts_known(inside: tuple[Token, ...]) -> bool:
    """*en **las tres** puertas*: a place, not a number that somebody sets."""
    number = next((n for n, t in enumerate(inside) if t.tag == "NUM"), 0)
    return (
        number > 0
        and inside[number].text.isalpha()
        and inside[number - 1].has("PronType=Art")
        and number + 1 < len(inside)
        and inside[number + 1].tag == "NOUN"
    )


def _is_of_attribute(complement: Complement, document: Document, pack: Pack) -> bool:
    marker = complement.marker.of(document.text).lower() if complement.marker is not None else ""
    return marker in grammar_of(pack).attribute


def is_numeric(entry: Verb, pack: Pack) -> bool:
    """Whether the verb sets a number (*cifró en*, *elevó a*): an estimate that needs one of the prepositions that come before one."""
    return entry.stance == "estimate" and bool(entry.needs) and set(entry.needs) <= set(grammar_of(pack).numeric)


def filled_slot(complement: Complement, entry: Verb, document: Document, pack: Pack) -> str:
    """The slot that a complement fills in the frame of ``entry``; empty where the frame has no place for it."""
    content = (*entry.content, *entry.needs)
    slot, to = complement.slot, grammar_of(pack).to
    if slot == "person" and "person" not in content and to in content:
        slot = to
    if slot == "person" and to in entry.needs and complement.nominal and _is_called_for(document, complement, pack):
        slot = to  # *llamó a las partes {al diálogo}*
    if slot == to and to not in content and "person" in content and complement.nominal:
        slot = "person"
    if slot in grammar_of(pack).attribute and slot not in content and "attribute" in content:
        slot = "attribute" if complement.head.tag != "NUM" else ""
    if slot == "object" and "attribute" in entry.needs and complement.head.tag == "ADJ":
        slot = "attribute"
    marked = complement.marker is not None and complement.marker.of(document.text).lower() in grammar_of(pack).attribute
    if slot == "attribute" and marked and "clause" in content:
        return ""  # *declaró el estado de excepción*
    if slot == "attribute" and slot not in content and not marked and ("object" in content or "person" in content):
        return "attribute"  # *criticó la reforma como injusta*
    if slot == "infinitive" and "attribute" in content:
        return slot  # *consideró prematuro declarar la alerta*
    if is_numeric(entry, pack) and slot not in content and complement.nominal and slot not in ("person", "attribute"):
        inside = document.tokens_in(complement.span)
        return (
            NUMBER if complement.marker is not None and has_number(inside[:6]) else ""
        )  # *la situó entre el 6 y el 8 %*
    if slot not in content:
        return ""
    if slot == "object" and not _object_fits(document, complement, entry, pack):
        return ""
    return slot


def _is_called_for(document: Document, complement: Complement, pack: Pack) -> bool:
    """An event or an attitude behind the preposition of persons; *a una huelga* convenes one."""
    if any(c.has("Definite=Ind") for c in document.children_by(complement.head, "det")):
        return False
    lemmas, endings = pack.derived(event_nouns)
    head = complement.head
    return head.tag == "NOUN" and head.has("Number=Sing") and (head.lemma in lemmas or head.lemma.endswith(endings))


def _object_fits(document: Document, complement: Complement, entry: Verb, pack: Pack) -> bool:
    if entry.objects == "any" or is_numeric(entry, pack):
        return True
    if entry.objects == "never" or complement.clitic:
        return False
    if any(mark in complement.span.of(document.text) for mark in _MARKS):
        return True  # words of the source: *celebró el «gran paso»*
    inside = document.subtree(complement.head)
    if has_number(_counted_part(document, complement.head, inside[:8], pack)) or any(
        t.has("PronType=Dem") and t.tag == "DET" for t in inside[:2]
    ):
        return (
            True  # a figure (*reportó cinco heridos*), or a phrase that points back to a saying (*rechazó esa cuenta*)
        )
    lemmas, endings = pack.derived(event_nouns)
    head = complement.head
    if entry.stance == "request" and head.tag == "NOUN" and complement.span.start == head.start:
        return True  # *pidió calma*
    return head.lemma in lemmas or (head.tag == "NOUN" and head.lemma.endswith(endings) and bool(endings))


def _counted_part(document: Document, head: Token, inside: tuple[Token, ...], pack: Pack) -> tuple[Token, ...]:
    """The words of an object that can count it: not those behind another preposition (*ratificó el tratado {por dos votos}*)."""
    of = (*grammar_of(pack).attribute, *grammar_of(pack).contractions)
    for number, token in enumerate(inside):
        if token.index > head.index and token.tag == "ADP" and token.lower not in of:
            return inside[:number]
    return inside
