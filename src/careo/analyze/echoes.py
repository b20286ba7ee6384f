"""Echoes: *negó que falten camas, **como denunció el sindicato***: the same content, said by two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careo.analyze.attribution import Attribution
from careo.analyze.cues import verb_index
from careo.analyze.extents import cut_before
from careo.analyze.subjects import find_subject, person_of
from careo.analyze.words import grammar_of
from careo.lang.pack import Pack
from careo.model import Reason
from careo.text import Document, Token


def echo(document: Document, attributions: Sequence[Attribution], pack: Pack) -> tuple[Attribution, ...]:
    """Cuts a content before such a clause and gives what is left to the second source too."""
    result: list[Attribution] = []
    for attribution in attributions:
        found = _clause(document, attribution, pack)
        if found is None:
            result.append(attribution)
            continue
        comma, verb = found
        last = cut_before(attribution.parts[-1], comma.start, document.text)
        parts = (*attribution.parts[:-1], last)
        subject = find_subject(document, verb, pack)
        result.append(replace(attribution, parts=parts))
        if subject.head is not None and not subject.inherited and len(last):
            entry = pack.derived(verb_index)[verb.lemma][0]
            reasons = (Reason(f"verb:{verb.lemma}", verb.span), Reason("content:echo", last))
            result.append(
                Attribution("verb", parts, verb, verb.span, entry, subject.head, subject.verb, "echo", reasons=reasons)
            )
    inside = {a.cue.index for a in result if a.rule == "echo"}
    return tuple(a for a in result if a.rule == "echo" or a.cue.index not in inside)


def _clause(document: Document, attribution: Attribution, pack: Pack) -> tuple[Token, Token] | None:
    """The comma and the verb of a clause of saying that *como* opens inside a content."""
    if attribution.rule != "complement" or attribution.kind != "verb":
        return None
    words, known = grammar_of(pack).attribute_any, pack.derived(verb_index)
    inside = document.tokens_in(attribution.parts[-1])
    for number, token in enumerate(inside[1:-1], 1):
        if token.lower not in words or inside[number - 1].text != ",":
            continue
        for verb in inside[number + 1 : number + 5]:
            if verb.tag == "VERB" and verb.lemma in known and person_of(document, verb) == "3":
                return inside[number - 1], verb
            if verb.tag not in ("PRON", "AUX", "ADV", "VERB"):
                break
    return None
