"""Performatives: a content that is itself a saying of who speaks (*«La compañía **niega** haber …»*, *«Reitero que no …»*)."""

from __future__ import annotations

from collections.abc import Sequence

from careo.analyze.cues import verb_index
from careo.analyze.periphrases import find_negator
from careo.analyze.predications import Reader
from careo.analyze.words import strip_span
from careo.model import Claim, Span
from careo.text import Token

_CLAUSES = ("ccomp", "xcomp", "csubj")
_SPOKEN = ("organization", "government", "document", "group")


def find_performed(reader: Reader, claim: Claim, parts: Sequence[Span]) -> tuple[Span, int] | None:
    """What the content says that the speaker denies (-1) or affirms (1); None where its verb is no saying of theirs.

    The speaker is meant by a first person, and by a bare noun in what a body says of itself (*la compañía*, *este ministerio*).
    """
    verb = _saying(reader, reader.head_of(parts))
    if verb is None or not _is_speakers_own(reader, claim, verb):
        return None
    stances = {entry.stance for entry in reader.pack.derived(verb_index).get(verb.lemma, ())}
    sign = -1 if "deny" in stances else 1 if stances & {"assert", "confirm"} else 0
    if find_negator(reader.document, verb, reader.pack) is not None:
        sign = 0 if sign > 0 else -sign
    clause = next((c for c in reader.document.children_by(verb, *_CLAUSES) if c.tag in ("VERB", "AUX")), None)
    if not sign or clause is None or clause.index < verb.index:
        return None
    inside = [t for t in reader.document.subtree(clause) if any(part.contains(t.span) for part in parts)]
    inside = [t for t in inside if t.relation != "mark" or t.head != clause.index]
    return (strip_span(reader.document.text, reader.document.cover(inside)), sign) if inside else None


def _saying(reader: Reader, verb: Token | None) -> Token | None:
    """The verb of saying at the top, be it wanted (*quiero **reiterar** que …*)."""
    index = reader.pack.derived(verb_index)
    if verb is None or verb.tag != "VERB" or verb.lemma in index:
        return verb if verb is not None and verb.tag == "VERB" else None
    inner = next((c for c in reader.document.children_by(verb, "xcomp") if c.has("VerbForm=Inf")), None)
    return inner if inner is not None and inner.lemma in index and verb.has("Person=1") else None


def _is_speakers_own(reader: Reader, claim: Claim, verb: Token) -> bool:
    if claim.quotation not in ("direct", "mixed"):
        return False
    above = (verb, *reader.document.children_by(verb, "aux"), *reader.document.ancestors(verb))
    if any(t.has("Person=1") for t in above[:3]):
        return True
    subject = next((c for c in reader.document.children_by(verb, "nsubj") if c.tag == "NOUN"), None)
    spoken = claim.source.kind in _SPOKEN or claim.source.acts_for is not None
    return spoken and subject is not None and reader.is_bare_body(subject)
