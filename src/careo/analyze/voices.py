"""Voices: which noun phrases can be a source at all, by the lexicon of people, bodies and documents and by the gazetteer."""

from __future__ import annotations

from careo.analyze.extents import is_event_noun
from careo.analyze.gazetteer import find_hit
from careo.analyze.noun_cues import noun_index
from careo.analyze.nouns import find_noun
from careo.analyze.words import grammar_of
from careo.lang.cues import Verb
from careo.lang.pack import Pack
from careo.text import Document, Token


def is_voice(document: Document, token: Token, pack: Pack, strict: bool) -> bool:
    """Whether the phrase headed by ``token`` names somebody or something that can speak. ``strict``: no bare documents."""
    if token.tag == "PRON":
        return token.has("PronType=Prs") or token.has("PronType=Dem") or not strict
    if token.lower in grammar_of(pack).time_nouns:
        return False
    if token.lemma.lower() in grammar_of(pack).norms:
        return False
    noun = find_noun(document, token, pack)
    if noun is not None:
        return not strict or noun.source is None or noun.source.kind != "document"
    if find_hit(document, token, pack) is not None:
        return True
    if token.tag == "PROPN":
        return not token.name.endswith("MISC")
    if token.lemma in pack.derived(noun_index):
        return not strict
    return _has_named_apposition(document, token)


def _has_named_apposition(document: Document, token: Token) -> bool:
    return any(c.tag == "PROPN" for c in document.children_by(token, "appos", "flat"))


def is_media(document: Document, token: Token, pack: Pack) -> bool:
    """Whether the phrase names a news outlet or agency."""
    noun = find_noun(document, token, pack)
    if noun is not None and noun.outlet:
        return True
    hit = find_hit(document, token, pack)
    return hit is not None and hit.place.sense == "outlet"


def can_be_subject(document: Document, token: Token, entry: Verb, pack: Pack) -> bool:
    """Whether the phrase headed by ``token`` can be whose saying it is; events and qualities cannot, documents with some verbs."""
    if token.tag in ("PROPN", "PRON"):
        return True
    if entry.voices and not is_voice(document, token, pack, True):
        return False
    if token.tag == "NUM":
        return "Gender=" in token.features or any(c.tag in ("NOUN", "PRON", "PROPN") for c in document.children(token))
    if token.lower in grammar_of(pack).time_nouns:
        return False
    if token.text[:1].isupper() and token.has("Number=Sing") and not document.children_by(token, "det", "nummod"):
        return True  # *Sanidad teme …*: a noun without an article is a name
    if token.lemma.lower() in grammar_of(pack).norms:
        return entry.of_documents and not any(c.relation == "acl" for c in document.children(token))
    noun = find_noun(document, token, pack)
    if noun is not None:
        bare_document = (
            noun.source is not None and noun.source.kind == "document" and noun.title is None and noun.body is None
        )
        return entry.of_documents or not bare_document
    if find_hit(document, token, pack) is not None:
        return True
    if token.tag == "SYM" or any(
        t.text in "%" or t.tag == "SYM" for t in document.tokens[max(token.index - 2, 0) : token.index + 1]
    ):
        return False  # *el 68 % de los analistas cree que …* is the survey's finding
    return not is_event_noun(token, pack) or (entry.of_documents and token.lemma in pack.derived(noun_index))
