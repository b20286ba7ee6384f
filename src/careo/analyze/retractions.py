"""Who takes back a figure without another in its place: *la emisora rectificó y pidió disculpas*, *el portavoz se retractó*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careo.analyze.attribution import Attribution, in_order
from careo.analyze.cast import Cast
from careo.analyze.cues import verb_index
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.vocabulary import Vocabulary, build_vocabulary
from careo.analyze.periphrases import find_negator
from careo.analyze.sources import resolve_voices
from careo.analyze.subjects import find_subject
from careo.analyze.voices import is_media
from careo.lang.pack import Pack
from careo.model import Claim, Gist, Reason, Span
from careo.text import Document, Token


def mark_retracted(cast: Cast, claims: Sequence[Claim], attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """The same claims; those whose figures their source takes back further down are marked so, with the verb as a reason.

    A source that gave figures of several categories before leaves open which one it means: none is marked.
    """
    document, pack = cast.document, cast.pack
    verbs = [token for token in document.tokens if _takes_back(document, token, pack)]
    retractions = [_make_attribution(document, verb, pack) for verb in verbs]
    known = [r for r in retractions if r is not None]
    marked = list(claims)
    if not known:
        return tuple(marked)
    everyone = in_order([*attributions, *known])
    outlet: str | None = None
    for attribution, voice in zip(everyone, resolve_voices(document, everyone, pack, cast), strict=True):
        media = attribution.source is not None and is_media(document, attribution.source, pack)
        if attribution in known and voice.source.kind != "author":
            bare = media and attribution.source is not None and attribution.source.tag == "NOUN"
            marked = _mark(marked, (outlet if bare else None) or voice.source.name, attribution.cue_span)
        elif media and voice.source.name[:1].isupper():
            outlet = voice.source.name  # *Radio Sur informó …; la emisora rectificó*
    return tuple(marked)


def _mark(claims: Sequence[Claim], name: str, verb: Span) -> list[Claim]:
    own = [c for c in claims if c.source.name == name and c.figures and c.content.span.end <= verb.start]
    categories = {figure.category for claim in own for figure in claim.figures}
    if len(categories) != 1 or None in categories:
        return list(claims)
    ids = {claim.id for claim in own}
    return [_with_mark(claim, Reason("claim:retracted", verb)) if claim.id in ids else claim for claim in claims]


def _with_mark(claim: Claim, reason: Reason) -> Claim:
    gist = replace(claim.gist or Gist(), retracted=True)
    return replace(claim, gist=gist, reasons=(*claim.reasons, reason))


def _takes_back(document: Document, token: Token, pack: Pack) -> bool:
    """A verb of taking back in the past, not negated, whose object, if it has one, is what was said (*rectificó la cifra*)."""
    vocabulary = pack.derived(build_vocabulary)
    if token.tag != "VERB" or not vocabulary.is_in(fold_word(token.lemma), "retract"):
        return False
    if not _is_past(document, token) or find_negator(document, token, pack) is not None:
        return False
    objects = (
        c for c in document.children_by(token, "obj", "ccomp", "xcomp") if not _is_adjunct(document, c, vocabulary)
    )
    return all("statement" in vocabulary.kinds_of(noun) for noun in objects)


def _is_past(document: Document, verb: Token) -> bool:
    auxiliaries = document.children_by(verb, "aux")
    past = any(token.has("Tense=Past") for token in (verb, *auxiliaries))
    return past and (verb.has("VerbForm=Fin") or bool(auxiliaries))


def _is_adjunct(document: Document, token: Token, vocabulary: Vocabulary) -> bool:
    """A pronoun of the verb itself, or a phrase with a preposition (*rectificó **a las tres***)."""
    return vocabulary.is_in(fold_word(token.text), "reflexive") or bool(document.children_by(token, "case"))


def _make_attribution(document: Document, verb: Token, pack: Pack) -> Attribution | None:
    subject = find_subject(document, verb, pack)
    entries = pack.derived(verb_index).get(verb.lemma, ())
    if subject.passive or not entries:
        return None
    return Attribution(
        "verb", (verb.span,), verb, verb.span, entries[0], subject.head, subject.verb, "retraction", subject.inherited
    )
