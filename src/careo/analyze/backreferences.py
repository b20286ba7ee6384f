"""Back references: the claim of the same article that another claim takes a stand on, where its own content only points to it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from careo.analyze.predications import Reader, appraisal_index
from careo.analyze.repairs import find_bare_infinitive
from careo.analyze.words import is_finite
from careo.lang.gists import Pointer, Reference
from careo.lang.pack import Pack
from careo.model import Claim, Span
from careo.text import Token
from careo.text.words import fold

BACK = 3
"""Sentences that may lie between a claim and what points back to it without saying whose it is."""
_TOLD = ("assert", "confirm", "estimate")
_OF_NOUNS = ("confirm", "deny", "doubt", "express")
"""Stances whose content may be nothing but a noun that points back; who asserts a noun does something else with it."""
_TAKES_SIDES = ("assert", "confirm", "deny", "doubt", "estimate", "express")


@dataclass(frozen=True, slots=True)
class BackReference:
    """What points back: the noun's entry (None for a pronoun), whose claim it is (None where not said), where it stands.

    ``nested``: the noun has its own complement, so that the claim can only be one inside the content itself. ``same``: the pronoun
    stands for what the claim before it speaks of (*las calificó*). ``retold``: the saying lies before what the article tells of, so that
    one voice may have said both (*confirmó el cierre; en enero lo **había negado***).
    """

    entry: Reference | None
    possessor: str | None
    at: int
    nested: bool = False
    same: bool = False
    retold: bool = False


def reference_index(pack: Pack) -> dict[str, Reference]:
    """The reference nouns by their folded lemma."""
    return {fold(noun): entry for entry in pack.slot(Reference) for noun in entry.nouns}


def find_answers(reader: Reader, claims: Sequence[Claim], events: Set[str]) -> dict[str, tuple[str, int]]:
    """For each claim that points back: the id of the claim that it is about, and what its noun does to its polarity.

    That is -1 where the noun takes the other side (*ese desmentido*), 0 where it stands for a number only and the claim tells an event
    beside it (its id is in ``events``): who disputes the number does not deny the event. ``claims`` in text order. A claim about a
    claim about a third is about the third.
    """
    found: dict[str, tuple[str, int]] = {}
    voices = {fold(claim.source.name) for claim in claims}
    for claim in claims:
        if claim.stance not in _TAKES_SIDES or claim.cue is None:
            continue
        reference = find_reference(reader, claim, voices)
        if reference is None:
            continue
        antecedent = _find_antecedent(reader, claim, reference, claims)
        if antecedent is None:
            continue
        target, factor = found.get(antecedent.id, (antecedent.id, 1))
        entry = reference.entry
        if entry is not None and entry.denial:
            factor = -factor
        if entry is not None and entry.figures and target in events:
            factor = 0
        if target != claim.id:
            found[claim.id] = (target, factor)
    return found


def find_reference(reader: Reader, claim: Claim, voices: Set[str]) -> BackReference | None:
    """What a claim points back with, if its content does nothing else. ``voices``: the folded names of all sources of the article."""
    parts = claim.content.parts or (claim.content.span,)
    document, index = reader.document, reader.pack.derived(reference_index)
    cue = document.token_from(claim.cue.span.start) if claim.cue is not None else None
    tops = reader.tops(parts)
    noun = next((t for t in tops if t.tag == "NOUN" and fold(t.lemma) in index and not _is_appraisal(reader, t)), None)
    bare = claim.stance in _OF_NOUNS and not claim.figures
    if bare and noun is not None:
        found = _of_noun(reader, noun, index[fold(noun.lemma)], voices)
        spoken_of = _is_definite(reader, noun) or _relative_of(reader, noun, cue)
        return (
            found if spoken_of else replace(found, nested=True)
        )  # *versiones según las cuales …*: what they say follows
    appraised = next((t for t in tops if fold(t.lemma) in reader.pack.derived(appraisal_index)), None)
    if appraised is not None:
        subject = next((c for c in document.children_by(appraised, "nsubj")), None)
        if subject is not None and fold(subject.lemma) in index and _is_definite(reader, subject):
            return _of_noun(reader, subject, index[fold(subject.lemma)], voices)
        if subject is not None and fold(subject.text) in reader.pack.derived(pointers)[0]:
            return BackReference(None, None, subject.index)
        if subject is None and claim.stance == "assert" and _is_bare_appraisal(reader, appraised, parts):
            return BackReference(None, None, appraised.index)
    clitic = _clitic_of(reader, cue)
    if clitic is None or (appraised is None and claim.stance not in ("deny", "confirm")):
        return None
    retold = any(a.has("Tense=Imp") for a in document.children_by(cue, "aux")) if cue is not None else False
    return BackReference(None, None, clitic.index, same=appraised is not None, retold=retold)


def pointers(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    """The pronouns that stand for a statement: those that may stand anywhere, and those beside the verb."""
    free = {fold(word) for entry in pack.slot(Pointer) if not entry.clitic for word in entry.words}
    clitic = {fold(word) for entry in pack.slot(Pointer) if entry.clitic for word in entry.words}
    return frozenset(free), frozenset(clitic)


def _of_noun(reader: Reader, noun: Token, entry: Reference, voices: Set[str]) -> BackReference:
    document, grammar = reader.document, reader.grammar
    possessor, nested = None, False
    for child in document.children_by(noun, "nmod", "acl"):
        if child.index < noun.index:
            continue
        cases = {grammar.contractions.get(c.lower, c.lower) for c in document.children_by(child, "case", "mark")}
        name = reader.name_of(child) or (child.text if fold(child.text) in voices else None)
        if child.relation == "nmod" and grammar.of in cases and name is not None:
            possessor = name
        elif child.relation == "acl" and child.has("VerbForm=Part") and not is_finite(document, child):
            nested = True  # *la versión publicada por un diario* is the paper's
        elif not _is_appraisal(reader, child) and (child.relation == "nmod" or grammar.of in cases):
            nested = True
    return BackReference(entry, possessor, noun.index, nested)


def _is_appraisal(reader: Reader, token: Token) -> bool:
    """Whether a noun is what the thing is called (*calificó de **rumores** …*), not the thing."""
    if fold(token.lemma) in reader.pack.derived(appraisal_index):
        return True
    return any(
        fold(c.lemma) in reader.pack.derived(appraisal_index) for c in reader.document.children_by(token, "amod")
    ) and not _is_definite(reader, token)


def _is_bare_appraisal(reader: Reader, word: Token, parts: Sequence[Span]) -> bool:
    """*«Es rotundamente falso»*: what is false is what somebody else has said."""
    rest = [
        t for t in reader.document.tokens_in(parts[0]) if t.tag not in ("PUNCT", "AUX", "ADV") and t.index != word.index
    ]
    return not rest and len(parts) == 1 and bool(reader.document.children_by(word, "cop"))


def _is_definite(reader: Reader, noun: Token) -> bool:
    """An article, demonstrative or possessive makes it one that was spoken of."""
    return any(
        c.has("Definite=Def") or c.has("PronType=Dem") or c.has("Poss=Yes")
        for c in reader.document.children_by(noun, "det")
    )


def _relative_of(reader: Reader, noun: Token, cue: Token | None) -> bool:
    """*…, un cargo **que** ambos **negaron***: an apposition whose relative clause is the cue's."""
    return cue is not None and cue.head == noun.index and cue.relation == "acl"


def _clitic_of(reader: Reader, cue: Token | None) -> Token | None:
    if cue is None:
        return None
    clitics = reader.pack.derived(pointers)[1]
    if find_bare_infinitive(cue, reader.pack) == cue.lemma:
        return cue
    return next(
        (c for c in reader.document.children_by(cue, "obj") if c.tag == "PRON" and fold(c.text) in clitics), None
    )


def _find_antecedent(reader: Reader, claim: Claim, reference: BackReference, claims: Sequence[Claim]) -> Claim | None:
    """The claim that a reference stands for: one inside its own content, else the nearest before it that fits."""
    inside = [c for c in claims if c.id != claim.id and claim.content.span.contains(c.content.span)]
    if reference.nested:
        told = [c for c in inside if c.stance in _TOLD and c.content.span != claim.content.span]
        return told[0] if told else None
    token = reader.document.tokens[reference.at]
    here = reader.document.sentence_of(token)
    best: tuple[int, int, Claim] | None = None
    for other in claims:
        if other.id == claim.id or other.content.span.start >= token.start or other.source.kind == "author":
            continue
        if other.cue is None or other.content.span.overlaps(token.span) or not _fits(claim, other, reference):
            continue
        place = reader.document.token_from(other.content.span.start)
        back = here.index - reader.document.sentence_of(place).index if place is not None else BACK + 1
        near = BACK if reference.retold else 1
        if back > (BACK if reference.possessor is None else 2 * BACK) or (reference.entry is None and back > near):
            continue
        if reference.retold and _is_comment(reader, other):
            continue
        key = (-back, other.content.span.start, other)
        if best is None or key[:2] > best[:2]:
            best = key
    return best[2] if best is not None else None


def _is_comment(reader: Reader, claim: Claim) -> bool:
    """*«Es una decisión dolorosa»* says what another claim is like, and nothing that could be denied."""
    head = reader.head_of(claim.content.parts or (claim.content.span,))
    if head is None or head.tag not in ("NOUN", "ADJ"):
        return False
    return bool(reader.document.children_by(head, "cop")) and not reader.document.children_by(head, "nsubj", "csubj")


def _names_of(claim: Claim) -> frozenset[str]:
    return frozenset(fold(name) for name in (claim.source.name, claim.source.acts_for) if name is not None)


def _fits(claim: Claim, other: Claim, reference: BackReference) -> bool:
    """Whether a claim may be what a reference of ``claim`` stands for."""
    entry = reference.entry
    same_voice = other.source.name == claim.source.name and not reference.retold
    if reference.same and other.stance == "express":
        return not same_voice
    denial = entry is not None and entry.denial
    told = ("deny",) if denial else (*_TOLD, "commit") if entry is not None and entry.cues else _TOLD
    if same_voice or other.stance not in told:
        return False
    if reference.possessor is not None and fold(reference.possessor) not in _names_of(other):
        return False
    if entry is None:
        return True
    if entry.figures and not other.figures:
        return False
    whose = reference.possessor is not None and not entry.denial  # *las acusaciones de Quintero*: whatever he has said
    return whose or not entry.cues or (other.cue is not None and other.cue.lemma in entry.cues)
