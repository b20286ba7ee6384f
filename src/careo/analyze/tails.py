"""Tails: where the outlet goes on by itself behind what a source said (*…, con lo que cerró el caso*; *…, lo que el juez negó*)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from careo.analyze.cues import verb_index
from careo.analyze.quotations import Quotation
from careo.analyze.senses import has_number
from careo.analyze.words import grammar_of, match_words, strip_span
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token

_TAKEN_UP = ("deny", "doubt", "confirm", "decline")
_OPENING = 5  # tokens within which the relative pronoun of such a clause stands
_REACH = 8  # tokens within which its verb stands


def cut_tail(document: Document, cue: Token, span: Span, quotations: Sequence[Quotation], pack: Pack) -> Span:
    """``span`` without a clause behind a comma in which the outlet, not the source, judges or compares what was said.

    The clause takes up the content as a whole (*lo que*, *lo cual*, *extremo que*) and its verb says what somebody else makes of it, or
    tells in the tense of the cue what came of saying it (*prometió que vendrá, **con lo que cerró** la disputa*); or it sets a number
    beside another one (*fijó en 12 los heridos, **por encima de** los 9 de ayer*).
    """
    inside = document.tokens_in(span)
    for number, comma in enumerate(inside[:-3]):
        if comma.text != "," or number < 2 or any(q.outer.start < comma.start < q.outer.end - 1 for q in quotations):
            continue
        rest = inside[number + 1 :]
        if _compares(document, rest, pack) and has_number(inside[:number]):
            return strip_span(document.text, Span(span.start, comma.start))
        relative = _resuming(rest, pack)
        if relative is None:
            continue
        verb = _verb_behind(document, rest, relative)
        if verb is not None and (
            _judges(document, verb, pack) or _goes_on(document, cue, inside[:number], verb, rest[0])
        ):
            return strip_span(document.text, Span(span.start, comma.start))
    return span


def _compares(document: Document, rest: Sequence[Token], pack: Pack) -> bool:
    phrases = (tuple(phrase.split()) for phrase in grammar_of(pack).comparing)
    return any(match_words(document, rest[0].index, words) for words in phrases) and has_number(tuple(rest[:_REACH]))


def _resuming(rest: Sequence[Token], pack: Pack) -> Token | None:
    """The relative pronoun of a clause that takes up a whole clause: behind *lo*, or behind a noun for what was said and nothing else."""
    grammar = grammar_of(pack)
    for before, token in pairwise(rest[:_OPENING]):
        if token.lower in grammar.relatives:
            neuter = before.lower in grammar.neuters
            return (
                token if neuter or (before.index == rest[0].index and before.lemma.lower() in grammar.summing) else None
            )
        if before.tag not in ("ADP", "DET", "PRON", "ADV", "NOUN"):
            return None
    return None


def _verb_behind(document: Document, rest: Sequence[Token], relative: Token) -> Token | None:
    """The finite verb of the clause, past its subject."""
    after = [t for t in rest if t.index > relative.index][:_REACH]
    return next((t for t in after if t.tag in ("VERB", "AUX") and t.has("VerbForm=Fin")), None)


def _judges(document: Document, verb: Token, pack: Pack) -> bool:
    entries = pack.derived(verb_index).get(verb.lemma.lower(), ())
    fitting = (e for e in entries if not e.phrase or match_words(document, verb.index + 1, tuple(e.phrase.split())))
    return any(entry.stance in _TAKEN_UP for entry in fitting)


def _goes_on(document: Document, cue: Token, said: Sequence[Token], verb: Token, first: Token) -> bool:
    """Whether the clause tells on in the past what the cue began, while what was said is no such tale."""
    told = first.tag == "ADP" and cue.has("Tense=Past") and verb.has("Tense=Past") and verb.has("VerbForm=Fin")
    return told and not any(t.has("Tense=Past") and t.has("VerbForm=Fin") for t in said)
