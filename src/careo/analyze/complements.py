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
_MARKS = '"“”«»‘’'
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
    return tuple(sorted(_with_one_clause(document, head, found), key=lambda c: c.span))


def _with_one_clause(document: Document, head: Token, found: list[Complement]) -> list[Complement]:
    """Without a bare clause behind a comma and one with its conjunction: *negó que lloviera, {culpó al riego}* is a clause of its own."""
    opened = [c for c in found if c.slot == "clause" and c.marker is not None and c.head.index > head.index]
    if not opened:
        return found
    end = opened[0].head.start
    rest = [c for c in found if c.slot == "clause" and c.marker is None and c.span.start > end]
    return [c for c in found if c not in rest or not document.text[end : c.span.start].rstrip().endswith(",")]


def _complement(document: Document, head: Token, child: Token, grammar: Grammar) -> Complement | None:
    opened = child.relation == "obj" or (child.relation == "nmod" and child.tag in ("VERB", "AUX"))
    if child.relation in _CLAUSES or (opened and _opener(document, child, grammar) is not None):
        clause = _clause(document, head, child, grammar)
        if clause is not None or child.relation != "xcomp":
            return clause
    counted = child.relation == "nummod" and preposition_of(document, child, grammar) is not None
    if (
        child.relation == "nsubj"
        and child.index > head.index
        and document.children_by(head, "nsubj")[0].index < head.index
    ):
        return Complement("object", child, document.subtree_span(child), nominal=True)  # a verb has one subject
    if child.relation in _NOMINALS or child.relation == "xcomp" or counted:
        return _nominal(document, head, child, grammar)
    return None


def _clause(document: Document, head: Token, child: Token, grammar: Grammar) -> Complement | None:
    """A complement clause or infinitive; None for adverbial, relative and gerund clauses."""
    span = _side_span(document, head, child)
    preposition = preposition_of(document, child, grammar)
    opener = _opener(document, child, grammar)
    if preposition is None and opener is not None and opener.lower in grammar.complementizers:
        preposition = preposition_of(document, opener, grammar)  # *confía **en** que …*, wherever the preposition hangs
    name, marker = preposition_text(preposition, grammar), preposition.span if preposition is not None else None
    article = _free_relative(document, child)
    if article is not None:
        before = document.next_token(article, -1)
        apart = before is not None and before.text == ","
        return None if apart else Complement(name or "object", child, span, marker, nominal=True)
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
        return Complement("infinitive", child, _with_negation(document, head, span))
    marker = opener.span if opener is not None and opener.lower in grammar.complementizers else None
    if marker is not None:
        span = Span(marker.start, span.end) if marker.start > head.start else span
    return Complement("clause", child, span, marker, clausal=True)


def _with_negation(document: Document, head: Token, span: Span) -> Span:
    """*prometió {no subir los impuestos}*: what negates an infinitive stands right before it, wherever it hangs."""
    first = document.token_from(span.start)
    before = document.next_token(first, -1) if first is not None else None
    negates = before is not None and before.index > head.index and before.has("Polarity=Neg")
    return Span(before.start, span.end) if before is not None and negates else span


def _side_span(document: Document, head: Token, child: Token) -> Span:
    """The characters of the subtree of ``child`` on its own side of ``head``: *{la obra está lista}, dijo Ana, {con reservas}*."""
    span = document.subtree_span(child)
    if not span.start <= head.start < span.end:
        return span
    before = child.index < head.index
    beside = [
        t
        for t in document.subtree(child)
        if (t.index < head.index) == before and (t.tag != "PUNCT" or t.text in _MARKS)
    ]
    return document.cover(beside)


def _free_relative(document: Document, clause: Token) -> Token | None:
    """The article that opens a relative clause without a noun (*mostró **lo** que traía*; behind a comma: *…, **lo** que inquieta*)."""
    left, _ = document.edges(clause)
    opening = [t for t in document.tokens[left.index : left.index + 4] if t.tag not in ("PUNCT", "ADP")]
    relative = len(opening) > 1 and opening[0].relation == "det" and opening[1].has("PronType=Int,Rel")
    return opening[0] if relative else None


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
    span = _with_number(document, _side_span(document, head, child), child)
    marker = preposition.span if preposition is not None else None
    if preposition is not None and preposition.start > span.start:
        span = Span(preposition.start, span.end)
    if child.tag == "ADP" and child.relation == "obj":  # so AnCora: *dio **por** acabado el partido*
        inner = document.children(child)
        return Complement(child.lower, inner[-1] if inner else child, span, child.span, nominal=True)
    if not name:
        if child.tag == "PRON" and child.relation in ("obj", "iobj") and child.has("PronType=Prs"):
            dative = child.relation == "iobj" or child.has("Case=Dat")
            return Complement("person" if dative else "object", child, span, clitic=True)
        if child.relation == "xcomp" or (
            child.tag == "ADJ"
            and child.relation in ("obj", "obl", "advmod", "amod")
            and head.tag == "VERB"
            and not _follows_number(document, child)
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


def _follows_number(document: Document, adjective: Token) -> bool:
    """*contó **quince** fallecidos*: what a number stands before is a noun, whatever the parser calls it."""
    before = document.next_token(adjective, -1)
    obj = adjective.relation == "obj" and adjective.tag == "ADJ"
    return obj and before is not None and before.tag == "NUM"


def _with_number(document: Document, span: Span, child: Token) -> Span:
    """The number before a counted word belongs to its phrase, wherever the tree hangs it (*contaba al mediodía **quince** fallecidos*)."""
    before = document.next_token(child, -1)
    first = document.token_from(span.start)
    alone = first is not None and first.index == child.index
    return Span(before.start, span.end) if before is not None and alone and _follows_number(document, child) else span


def _is_counted(document: Document, noun: Token) -> bool:
    """*pidió diez años de cárcel*: a span of time that is asked for, not one in which something is said."""
    return bool(document.children_by(noun, "nummod")) and bool(document.children_by(noun, "nmod"))
