"""The function words of the language at hand, indexed once a pack."""

from __future__ import annotations

from careo.errors import PackError
from careo.lang.grammar import Grammar
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token


def grammar_of(pack: Pack) -> Grammar:
    """The pack's one grammar entry. Raises PackError where it has none or several."""
    entries = pack.slot(Grammar)
    if len(entries) != 1:
        raise PackError(f"{pack.language}/{Grammar.FILE}: expected one [[grammar]] entry, found {len(entries)}")
    return entries[0]


def is_finite(document: Document, token: Token) -> bool:
    """Whether the verb is finite itself or through an auxiliary (*ha dicho*, *puede confirmar*)."""
    if token.has("VerbForm=Fin"):
        return True
    return any(c.has("VerbForm=Fin") for c in document.children_by(token, "aux", "cop"))


def preposition_of(document: Document, token: Token, grammar: Grammar) -> Token | None:
    """The preposition that marks the phrase or clause headed by ``token``: its first ``case`` or ``mark`` that is an adposition."""
    for child in document.children(token):
        if child.index >= token.index:
            break
        if child.relation in ("case", "mark") and child.tag == "ADP":
            return child
        if child.relation == "mark" and child.lower in grammar.attribute_any:
            return child
        if child.relation in ("case", "advmod", "cc") and child.lower in grammar.attribute_any:
            return child
    return None


def preposition_text(token: Token | None, grammar: Grammar) -> str:
    """The preposition itself, contractions resolved; empty for None."""
    return "" if token is None else grammar.contractions.get(token.lower, token.lower)


def match_words(document: Document, start: int, words: tuple[str, ...]) -> bool:
    """Whether the tokens from index ``start`` on are ``words``, in lower case."""
    window = document.tokens[start : start + len(words)]
    return len(window) == len(words) and all(t.lower == w for t, w in zip(window, words, strict=True))


def strip_span(text: str, span: Span) -> Span:
    """Without whitespace and the punctuation that separates a clause from what stands around it."""
    return span.strip(text, " \t\n\r\xa0\u2009\u202f,;:.—–-")
