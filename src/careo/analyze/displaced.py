"""Complements that the parser hung elsewhere, found again by the order of words.

A *que* behind a verb of saying with nothing but its subject, adjuncts and asides between opens its clause (*informó el día 3, citando a
testigos, **que** …*), and a noun phrase of saying right behind it is its object (*desestimó **las acusaciones de que** …*).
"""

from __future__ import annotations

from careo.analyze.complements import Complement
from careo.analyze.words import grammar_of, is_finite, preposition_of
from careo.lang.grammar import Grammar
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token

_REACH = 22  # tokens between a verb and its displaced clause


def find_displaced(
    document: Document, verb: Token, complements: tuple[Complement, ...], pack: Pack
) -> tuple[Complement, ...]:
    """A clause or object that follows the verb but hangs elsewhere in the tree."""
    grammar = grammar_of(pack)
    found: list[Complement] = []
    if not any(c.clausal for c in complements):
        clause = _clause(document, verb, grammar)
        if clause is not None:
            found.append(clause)
    if not any(c.slot == "object" and not c.clitic for c in complements):
        phrase = _object(document, verb, grammar)
        if phrase is not None:
            found.append(phrase)
    return tuple(found)


def _clause(document: Document, verb: Token, grammar: Grammar) -> Complement | None:
    sentence = document.sentence_of(verb)
    limit = min(sentence.last, verb.index + _REACH)
    for token in document.tokens[verb.index + 1 : limit]:
        if token.lower in grammar.complementizers and token.tag in ("SCONJ", "PRON"):
            return _opened(document, verb, token, sentence.last) if _may_open(document, verb, token, grammar) else None
        if token.text in ".;:!?" or (token.tag in ("VERB", "AUX") and is_finite(document, token) and token.index > verb.index + 1):
            return None
    return None


def _may_open(document: Document, verb: Token, word: Token, grammar: Grammar) -> bool:
    """Whether *que* opens the verb's clause and is no relative to the noun before it."""
    previous = document.tokens[word.index - 1]
    if previous.index == verb.index or previous.tag in ("ADV", "VERB") or previous.lower in grammar.time_nouns:
        return True
    if previous.tag == "PUNCT":
        return previous.text in ",”»\"" and _closes_aside(document, verb, previous)
    if previous.tag in ("ADP", "CCONJ", "DET"):
        return False
    noun = _phrase_head(document, verb, previous)
    marked = preposition_of(document, noun, grammar) is not None or noun.lower in grammar.time_nouns
    return (noun.head == verb.index and (marked or noun.relation == "nsubj")) or (marked and noun.tag != "PRON")


def _closes_aside(document: Document, verb: Token, comma: Token) -> bool:
    """An aside between commas: another comma after the verb."""
    return any(t.text == "," for t in document.tokens[verb.index + 1 : comma.index])


def _phrase_head(document: Document, verb: Token, token: Token) -> Token:
    while token.head != token.index and verb.index < token.head < token.index:
        token = document.tokens[token.head]
    return token


def _opened(document: Document, verb: Token, word: Token, last: int) -> Complement | None:
    clause = [t for t in document.tokens[word.index + 1 : last + 1]]
    head = next((t for t in clause if t.tag in ("VERB", "AUX", "ADJ") and is_finite(document, t)), None)
    if head is None:
        return None
    end = max(document.subtree_span(head).end, head.end)
    stop = document.tokens[last].end
    del verb
    return Complement("clause", head, Span(word.start, max(word.end, min(end, stop))), word.span, clausal=True)


def _object(document: Document, verb: Token, grammar: Grammar) -> Complement | None:
    """A noun phrase right behind a finite verb or participle, hung on a later verb by the parser."""
    if verb.index + 1 >= len(document.tokens):
        return None
    first = document.tokens[verb.index + 1]
    sentence = document.sentence_of(verb)
    if first.index > sentence.last or first.tag not in ("DET", "NOUN"):
        return None
    noun = next((t for t in document.tokens[first.index : min(first.index + 4, sentence.last)] if t.tag == "NOUN"), None)
    if noun is None or noun.head == verb.index or noun.lower in grammar.time_nouns or noun.head <= noun.index:
        return None
    if noun.head > sentence.last or document.tokens[noun.head].head != verb.index:
        return None
    end = max(document.subtree_span(noun).end, document.subtree_span(document.tokens[noun.head]).end)
    return Complement("object", noun, Span(first.start, end), nominal=True)
