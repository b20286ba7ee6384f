"""Bodies of state that an article names without their country, because its headline has said which country speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careo.analyze.bodies import Body
from careo.analyze.cues import verb_index
from careo.analyze.gazetteer import find_hit
from careo.analyze.nouns import find_noun
from careo.lang import Pack
from careo.model import Span
from careo.text.document import Document, Token

_LEAD = 2
"""Sentences of the body text in which the news of the headline is told in full."""
_SIDES = frozenset({"deny", "confirm"})
"""Stances that are the news themselves: who denies in the headline is who denies in the lead."""


def add_homes(document: Document, bodies: Sequence[Body], pack: Pack, aside: Sequence[Span] = ()) -> tuple[Body, ...]:
    """The same bodies; one of state without a country gets that of the headline where both deny, or both confirm.

    *Noruega niega …* over *El Ministerio de Defensa negó …*: the ministry is Norway's. The body must be the first subject of the lead, and
    no other country may be named with it. ``aside``: the passages that are no body text (headlines, captions).
    """
    found = _find_headline(document, pack)
    if found is None:
        return tuple(bodies)
    party, stances, block = found
    at = _find_denier(document, pack, stances, {block}, aside)
    return tuple(replace(body, party=party) if at in body.places and not body.party else body for body in bodies)


def _find_headline(document: Document, pack: Pack) -> tuple[str, frozenset[str], int] | None:
    """The country that takes a side in the first block, its stances, and the block."""
    first = document.sentences[0] if document.sentences else None
    if first is None or any(s.block == first.block and s.index > first.index + 1 for s in document.sentences):
        return None  # a paragraph, no headline
    for token in document.tokens_of(first):
        stances = _stances(document, token, pack)
        hit = find_hit(document, token, pack) if stances else None
        if hit is not None and hit.place.kind == "government" and hit.place.sense == "name" and not hit.place.region:
            return (hit.place.party, stances, first.block) if hit.place.party else None
    return None


def _find_denier(
    document: Document, pack: Pack, stances: frozenset[str], blocks: set[int], aside: Sequence[Span]
) -> int:
    """The token of the body of state that takes one of the stances in the lead; -1 if there is none."""
    left = _LEAD
    for sentence in document.sentences:
        if sentence.block in blocks or any(span.overlaps(document.blocks[sentence.block]) for span in aside):
            continue
        for token in document.tokens_of(sentence):
            if token.relation != "nsubj" or not _stances(document, token, pack) & stances:
                continue
            noun = find_noun(document, token, pack)
            national = noun is not None and noun.body is not None and noun.body.national and not noun.plural
            return token.index if national else -1
        left -= 1
        if not left:
            break
    return -1


def _stances(document: Document, subject: Token, pack: Pack) -> frozenset[str]:
    """The sides that the verb of a subject may take."""
    verb = document.head(subject) if subject.relation == "nsubj" else None
    entries = pack.derived(verb_index).get(verb.lemma, ()) if verb is not None else ()
    return frozenset(entry.stance for entry in entries) & _SIDES
