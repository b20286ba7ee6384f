"""Complements: which slots of a cue's frame are filled, and by which characters.

Slots are those of ``careo.lang.cues``; relations are Universal Dependencies'. The parser's choice between ``obj``, ``iobj`` and ``obl`` is
not relied on: the preposition decides (UD Spanish-AnCora marks arguments with prepositions as ``obj`` as often as ``obl``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from careo.analyze.words import grammar_of, is_finite, preposition_of, preposition_text
from careo.lang.grammar import Grammar
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token

_CLAUSES = {"ccomp", "csubj", "xcomp", "advcl", "acl", "parataxis"}
_NOMINALS = {"amod", "obj", "iobj", "obl", "nmod", "advmod", "compound", "dep", "appos"}


@dataclass(frozen=True, slots=True)
class Complement:
    """A filled slot. ``span`` runs from its marker (preposition, conjunction) to its end; ``marker`` is the span of the marker.

    ``clausal`` tells a finite clause from the rest; ``clitic`` a pronoun that only marks the slot (*las calificó de …*).
    """

    slot: str
    head: Token
    span: Span
    marker: Span | None = None
    clausal: bool = False
    clitic: bool = False
    nominal: bool = False

    @property
    def bare(self) -> Span:
        """The complement without its marker."""
        return self.span if self.marker is None else Span(min(self.marker.end, self.span.end), self.span.end)


def find_complements(document: Document, head: Token, pack: Pack) -> tuple[Complement, ...]:
    """The filled slots of the frame of ``head`` (verb or noun), in text order."""
    grammar = grammar_of(pack)
    found: list[Complement] = []
    for child in document.children(head):
        complement = _complement(document, head, child, grammar)
        if complement is not None:
            found.append(complement)
    if any(c.clitic and c.slot == "object" for c in found):  # *lo considera {el cerebro de la trama}*
        found = [replace(c, slot="attribute") if c.slot == "object" and c.nominal else c for c in found]
    return tuple(sorted(found, key=lambda c: c.span))


def _complement(document: Document, head: Token, child: Token, grammar: Grammar) -> Complement | None:
    if child.relation in _CLAUSES:
        clause = _clause(document, head, child, grammar)
        if clause is not None or child.relation != "xcomp":
            return clause
    if child.relation in _NOMINALS or child.relation == "xcomp":
        return _nominal(document, head, child, grammar)
    return None


def _clause(document: Document, head: Token, child: Token, grammar: Grammar) -> Complement | None:
    """A complement clause or infinitive; None for adverbial, relative and gerund clauses."""
    span = document.subtree_span(child)
    preposition = preposition_of(document, child, grammar)
    opener = _opener(document, child, grammar)
    if opener is not None and preposition is not None and opener.start < preposition.start:
        preposition = None  # the preposition belongs to something inside the clause
    finite = is_finite(document, child) or opener is not None
    if child.has("VerbForm=Ger") and not finite:
        return None
    infinitive = child.has("VerbForm=Inf") or any(c.has("VerbForm=Inf") for c in document.children_by(child, "aux"))
    name = preposition_text(preposition, grammar)
    if not finite and not infinitive and child.relation != "ccomp":
        return _nominal(document, head, child, grammar) if child.relation in ("xcomp", "advcl") else None
    if preposition is not None:
        end = opener.end if opener is not None and opener.lower in grammar.complementizers else preposition.end
        slot = "attribute" if name in grammar.attribute_any else name
        if child.relation in ("advcl", "acl") and finite and opener is None and slot != "attribute":
            return None
        return Complement(slot, child, span, Span(preposition.start, end), finite)
    if child.relation in ("advcl", "acl") and not (opener is not None and opener.tag == "SCONJ" and head.tag == "NOUN"):
        bare = child.relation == "advcl" and child.index > head.index and opener is None and not finite
        return (
            Complement("infinitive", child, span)
            if bare and document.text[span.start - 1 : span.start] != ","
            else None
        )
    if not finite:
        return Complement("infinitive", child, span)
    marker = opener.span if opener is not None and opener.lower in grammar.complementizers else None
    if marker is not None:
        span = Span(marker.start, span.end) if marker.start > head.start else span
    return Complement("clause", child, span, marker, clausal=True)


def _opener(document: Document, verb: Token, grammar: Grammar) -> Token | None:
    """The complementizer or question word that opens the clause of ``verb``."""
    left, _ = document.edges(verb)
    words = (*grammar.complementizers, *grammar.questions)
    for token in document.tokens[left.index : min(left.index + 4, verb.index)]:
        if token.lower in words and (token.head == verb.index or token.lower in grammar.complementizers):
            return token
        if token.tag not in ("ADP", "PUNCT", "SCONJ", "CCONJ", "ADV"):
            break
    return None


def _nominal(document: Document, head: Token, child: Token, grammar: Grammar) -> Complement | None:
    timed = child.lower in grammar.time_nouns or child.lemma in grammar.time_nouns
    if timed and not (child.relation == "obj" and _is_counted(document, child)):
        return None
    preposition = preposition_of(document, child, grammar)
    name = preposition_text(preposition, grammar)
    span = document.subtree_span(child)
    marker = preposition.span if preposition is not None else None
    if preposition is not None and preposition.start > span.start:
        span = Span(preposition.start, span.end)
    if not name:
        if child.tag == "PRON" and child.relation in ("obj", "iobj") and child.has("PronType=Prs"):
            return Complement("person" if child.relation == "iobj" else "object", child, span, clitic=True)
        if child.relation == "xcomp" or (
            child.tag == "ADJ" and child.relation in ("obj", "obl", "advmod", "amod") and head.tag == "VERB"
        ):
            return Complement("attribute", child, span, nominal=True)
        if child.relation in ("obj", "iobj", "dep"):
            return Complement("object", child, span, nominal=True)
        return None
    if name in grammar.attribute_any:
        return Complement("attribute", child, span, marker, nominal=True)
    if name in grammar.person and child.relation in ("obj", "iobj", "obl") and head.tag != "NOUN":
        return Complement("person", child, span, marker, nominal=True)
    return Complement(name, child, span, marker, nominal=True)


def _is_counted(document: Document, noun: Token) -> bool:
    """*pidió diez años de cárcel*: a span of time that is asked for, not one in which something is said."""
    return bool(document.children_by(noun, "nummod")) and bool(document.children_by(noun, "nmod"))
