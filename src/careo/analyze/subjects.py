"""Subjects: whose saying it is, by syntax. Who that is, is for ``careo.analyze.speakers``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careo.analyze.words import grammar_of, is_finite, preposition_of, preposition_text
from careo.lang.pack import Pack
from careo.text import Document, Token

_SHARING = ("advcl", "xcomp", "ccomp", "obl", "acl", "csubj", "dep")


@dataclass(frozen=True, slots=True)
class Subject:
    """The head of the source's noun phrase; None where it is omitted. ``verb`` is the verb that carries the subject or its number.

    ``passive``: a passive without agent, or an impersonal *se*: nobody is named as the source, and none is to be resolved.
    ``inherited``: taken over from the verb that governs the cue (coordination, gerund, infinitive).
    """

    head: Token | None
    verb: Token
    passive: bool = False
    inherited: bool = False


def find_subject(document: Document, verb: Token, pack: Pack, depth: int = 0) -> Subject:
    """The subject of a verb: its own, its antecedent, its agent, or that of the verb it depends on."""
    if depth > 6:
        return Subject(None, verb)
    grammar = grammar_of(pack)
    if verb.relation == "aux" and verb.head > verb.index:
        return replace(find_subject(document, document.tokens[verb.head], pack, depth + 1), verb=verb)
    own = _own_subject(document, verb) or _bare_before(document, verb, pack)
    if is_passive(document, verb, pack):
        agent = _agent(document, verb, pack)
        return Subject(agent, verb, passive=agent is None)
    if own is not None:
        relative = own.lower in grammar.relatives and own.tag in ("PRON", "SCONJ")
        return Subject(find_antecedent(document, verb) if relative else own, verb)
    return _subject_elsewhere(document, verb, pack, depth)


def _subject_elsewhere(document: Document, verb: Token, pack: Pack, depth: int) -> Subject:
    """The subject of a verb that has none of its own: that of the verb it is joined to or hangs on, or its antecedent."""
    head = document.head(verb)
    if head is not None and verb.relation == "conj" and head.tag in ("VERB", "AUX"):
        shared = find_subject(document, head, pack, depth + 1)
        if not shared.passive and _agree(document, verb, head):
            return Subject(shared.head, shared.verb, inherited=True)
        return Subject(None, verb)
    if verb.has("VerbForm=Ger") and not is_finite(document, verb):
        above = next((a for a in document.ancestors(verb) if a.tag in ("VERB", "AUX")), None)
        if above is not None:
            shared = find_subject(document, above, pack, depth + 1)
            return Subject(shared.head, shared.verb, shared.passive, inherited=True)
    return _subject_above(document, verb, pack, depth)


def _subject_above(document: Document, verb: Token, pack: Pack, depth: int) -> Subject:
    """The noun that a verb hangs on, or the subject of the verb that it hangs on."""
    head = document.head(verb)
    misread = verb.relation in ("amod", "nmod", "appos", "flat", "compound")
    if verb.relation == "acl" and is_finite(document, verb) and not _has_relative(document, verb, pack):
        misread = True
    if misread and head is not None and head.index < verb.index and head.tag in ("NOUN", "PROPN"):
        return Subject(head, verb)  # a verb that the parser took for a modifier of its subject
    if is_finite(document, verb):
        relative = _relative_before(document, verb, pack)
        if relative and verb.relation in ("acl", "advcl"):
            return Subject(find_antecedent(document, verb), verb)
        return Subject(None, verb, passive=_is_impersonal(document, verb))
    if head is not None and verb.relation in _SHARING and head.tag in ("VERB", "AUX", "ADJ"):
        shared = find_subject(document, head, pack, depth + 1)
        return Subject(shared.head, shared.verb, shared.passive, inherited=True)
    if head is not None and verb.relation in ("acl", "amod") and head.tag in ("NOUN", "PROPN", "PRON"):
        return Subject(head, verb, inherited=True)
    return Subject(None, verb)


def _own_subject(document: Document, verb: Token) -> Token | None:
    subjects = document.children_by(verb, "nsubj")
    named = [s for s in subjects if s.tag in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X")]
    return named[0] if named else None


def _bare_before(document: Document, verb: Token, pack: Pack) -> Token | None:
    """A noun phrase without preposition at the head of the sentence, before a finite verb that has no other subject."""
    grammar = grammar_of(pack)
    if not is_finite(document, verb) or verb.relation not in ("root", "conj", "parataxis"):
        return None
    for child in document.children_by(verb, "obl", "obj", "dislocated", "dep", "nmod"):
        plain = preposition_of(document, child, grammar) is None and child.tag in ("NOUN", "PROPN")
        if (
            plain
            and child.index < verb.index
            and child.lower not in grammar.time_nouns
            and child.lemma not in grammar.time_nouns
        ):
            return child
    return None


def is_passive(document: Document, verb: Token, pack: Pack) -> bool:
    """Whether the verb is a participle with a passive auxiliary (*fue acusado*)."""
    grammar = grammar_of(pack)
    if not verb.has("VerbForm=Part"):
        return False
    auxiliaries = document.children_by(verb, "aux", "cop")
    return any(a.lemma in grammar.copulas for a in auxiliaries)


def _agent(document: Document, verb: Token, pack: Pack) -> Token | None:
    grammar = grammar_of(pack)
    below = (t for t in document.subtree(verb) if t.index > verb.index and t.relation in ("obl", "obj", "nmod", "iobj"))
    for child in sorted(below, key=lambda t: (t.head != verb.index, t.index)):
        if preposition_text(preposition_of(document, child, grammar), grammar) in grammar.agent:
            return child
    return None


def find_antecedent(document: Document, verb: Token) -> Token | None:
    """The noun that a relative clause hangs on."""
    if verb.relation == "acl":
        return document.head(verb)
    return None


def _has_relative(document: Document, verb: Token, pack: Pack) -> bool:
    """Whether a relative or a conjunction opens the clause of the verb."""
    left, _ = document.edges(verb)
    grammar = grammar_of(pack)
    words = (*grammar.relatives, *grammar.complementizers, *grammar.relative_adverbs)
    opening = document.tokens[left.index : verb.index]
    return any(t.lower in words or t.tag == "SCONJ" or t.has("PronType=Int,Rel") for t in opening)


def _relative_before(document: Document, verb: Token, pack: Pack) -> bool:
    left, _ = document.edges(verb)
    words = grammar_of(pack).relatives
    opening = document.tokens[left.index : min(left.index + 3, verb.index)]
    if any(t.tag == "ADP" for t in opening):
        return False  # *un comunicado en el que se comprometió*
    return any(t.lower in words for t in opening)


def _is_impersonal(document: Document, verb: Token) -> bool:
    return any(
        c.relation == "expl" and c.has("Person=3") for c in document.children(verb)
    ) and not document.children_by(verb, "nsubj")


def number_of(document: Document, verb: Token) -> str:
    """``Sing`` or ``Plur`` of a finite verb or its auxiliary; empty where unknown."""
    for token in (*document.children_by(verb, "aux", "cop"), verb):
        for number in ("Sing", "Plur"):
            if token.has("VerbForm=Fin") and token.has(f"Number={number}"):
                return number
    return ""


def person_of(document: Document, verb: Token) -> str:
    """``1``, ``2`` or ``3`` of a finite verb or its auxiliary; empty where unknown."""
    for token in (*document.children_by(verb, "aux", "cop"), verb):
        for person in ("1", "2", "3"):
            if token.has("VerbForm=Fin") and token.has(f"Person={person}"):
                return person
    return ""


def _agree(document: Document, left: Token, right: Token) -> bool:
    numbers = {number_of(document, left), number_of(document, right)} - {""}
    return len(numbers) <= 1
