"""Subjects: whose saying it is, by syntax. Who that is, is for ``careo.analyze.speakers``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careo.analyze.nouns import find_noun
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
    own = _own_subject(document, verb, grammar.neuters) or _beside_hearer(document, verb, pack)
    if is_passive(document, verb, pack):
        agent = _agent(document, verb, pack)
        return Subject(agent, verb, passive=agent is None)
    if own is not None:
        relative = own.lower in grammar.relatives and own.tag in ("PRON", "SCONJ")
        return Subject(_find_agreeing(document, verb) if relative else own, verb)
    return _subject_elsewhere(document, verb, pack, depth)


def _subject_elsewhere(document: Document, verb: Token, pack: Pack, depth: int) -> Subject:
    """The subject of a verb that has none of its own: that of the verb it is joined to or hangs on, or its antecedent."""
    head = document.head(verb)
    if head is not None and verb.relation == "conj" and head.tag in ("VERB", "AUX"):
        head = _told_above(document, verb, head) or head
        head = next((v for v in _joined_before(document, verb, head) if _agree(document, verb, v)), head)
        shared = find_subject(document, head, pack, depth + 1)
        if not shared.passive and _agree(document, verb, head):
            return Subject(shared.head, shared.verb, inherited=True)
        return Subject(None, verb)
    if verb.has("VerbForm=Ger") and not is_finite(document, verb):
        above = find_verb_above(document, verb)
        if above is not None:
            shared = find_subject(document, above, pack, depth + 1)
            return Subject(shared.head, shared.verb, shared.passive, inherited=True)
    return _subject_above(document, verb, pack, depth)


def _told_above(document: Document, verb: Token, head: Token) -> Token | None:
    """The verb that a verb in its tense goes on from, though it hangs on what was said (*dijo que no cuadra **y descartó** …*)."""
    above = document.head(head)
    if above is None or head.relation != "ccomp" or not (above.has("Tense=Past") and verb.has("Tense=Past")):
        return None
    forms = (head, *document.children_by(head, "aux", "cop"))
    past = any(t.has("Tense=Past") or t.has("Tense=Imp") or t.has("Mood=Cnd") for t in forms)
    cc = next((c for c in document.children_by(verb, "cc") if c.index < verb.index), None)
    return (
        above if not past and cc is not None and is_finite(document, above) and _agree(document, verb, above) else None
    )


def _joined_before(document: Document, verb: Token, head: Token) -> list[Token]:
    """The clauses that a coordinated verb can share its subject with, the nearest first: all hang on the first of them.

    One that a conjunction subordinates is among them only where no comma parts the two (*A calla, mientras que B niega **y acusa***).
    """
    cc = next((c for c in document.children_by(verb, "cc") if c.index < verb.index), None)
    before = document.next_token(cc, -1) if cc is not None else None
    apart = before is None or before.text == ","
    between = [c for c in document.children_by(head, "conj", "advcl") if head.index < c.index < verb.index]
    free = [
        c
        for c in between
        if c.tag == head.tag
        and c.has("VerbForm=Fin")
        and (c.relation == "conj" or not apart)
        and not (apart and document.children_by(c, "mark"))
    ]
    return [*reversed(free), head]


def find_verb_above(document: Document, token: Token) -> Token | None:
    """The nearest verb that ``token`` hangs on; where a verb of saying stands between, above or beside that one, it: *«Falta gente»,
    **agregó** Ruiz, {reiterando …}* is about Ruiz.
    """
    verb = next((a for a in document.ancestors(token) if a.tag in ("VERB", "AUX")), None)
    if verb is None or verb.index > token.index:
        return verb
    beside = [document.tokens[verb.head], *document.children_by(verb, "parataxis")]
    between = [t for t in beside if t.tag == "VERB" and verb.index < t.index < token.index]
    return between[0] if between else verb


def _subject_above(document: Document, verb: Token, pack: Pack, depth: int) -> Subject:
    """The noun that a verb hangs on, or the subject of the verb that it hangs on."""
    head = document.head(verb)
    if is_finite(document, verb):
        relative = _relative_before(document, verb, pack)
        if relative and verb.relation in ("acl", "advcl"):
            return Subject(_find_agreeing(document, verb), verb)
        return Subject(None, verb, passive=_is_impersonal(document, verb))
    if head is not None and head.tag == "ADV" and verb.relation == "advcl":
        head = document.head(head)  # *después de **haberlo negado**, la naviera reconoció …*
    if head is not None and verb.relation in _SHARING and head.tag in ("VERB", "AUX", "ADJ"):
        shared = find_subject(document, head, pack, depth + 1)
        return Subject(shared.head, shared.verb, shared.passive, inherited=True)
    if head is not None and verb.relation in ("acl", "amod") and head.tag in ("NOUN", "PROPN", "PRON"):
        return Subject(head, verb, inherited=True)
    return Subject(None, verb)


def _own_subject(document: Document, verb: Token, neuters: tuple[str, ...]) -> Token | None:
    """The subject; *lo dicho* and the like are what is spoken of."""
    subjects = [
        s
        for s in document.children_by(verb, "nsubj")
        if not any(c.lower in neuters for c in document.children_by(s, "det"))
    ]
    named = [s for s in subjects if s.tag in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X")]
    return named[0] if named else None


def _beside_hearer(document: Document, verb: Token, pack: Pack) -> Token | None:
    """A person behind those who were told, of whom it is no name: *contó a este diario **Ana Gil***, *dijo a los vecinos **Ana Gil***."""
    grammar = grammar_of(pack)
    for hearer in document.children_by(verb, "obj", "iobj", "obl"):
        told = preposition_text(preposition_of(document, hearer, grammar), grammar) in grammar.person
        if not told or hearer.index < verb.index:
            continue
        noun = find_noun(document, hearer, pack)
        other = hearer.has("Number=Plur") or (noun is not None and bool(noun.outlet or noun.body) and not noun.title)
        for name in document.children_by(hearer, "appos") if other else ():
            before = document.next_token(name, -1)
            if name.tag == "PROPN" and name.name == "B-PER" and before is not None and before.tag != "PUNCT":
                return name
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


def _find_agreeing(document: Document, verb: Token) -> Token | None:
    """The antecedent that a relative clause is about: the noun that it hangs on, or one further up that agrees with its verb.

    *los vecinos de la **zona**, que piden …*: the neighbors ask.
    """
    noun, number = find_antecedent(document, verb), number_of(document, verb)
    top = noun
    while top is not None and number and _number_of_noun(document, top) not in ("", number):
        above = document.head(top)
        climbs = top.relation in ("nmod", "appos", "flat") and above is not None and above.tag in ("NOUN", "PROPN")
        top = above if climbs and above is not None and above.index < top.index else None
    return top or noun


def _number_of_noun(document: Document, noun: Token) -> str:
    """``Plur`` of a plural or a coordination, ``Sing`` of a singular common noun; empty where unknown."""
    if noun.has("Number=Plur") or document.children_by(noun, "conj"):
        return "Plur"
    return "Sing" if noun.tag == "NOUN" and noun.has("Number=Sing") else ""


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
