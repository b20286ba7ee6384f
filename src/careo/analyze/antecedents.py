"""Antecedents: the noun that a plural pronoun inside a content stands for (*… las compuertas …; una **de ellas** se abrió*)."""

from __future__ import annotations

from collections.abc import Iterator

from careo.lang.grammar import Grammar
from careo.text import Document, Token
from careo.text.words import fold

_PARTS = ("PRON", "NUM", "DET")
_GENDERS = ("Gender=Fem", "Gender=Masc")


def find_antecedent(document: Document, token: Token, grammar: Grammar) -> Token | None:
    """The plural noun that ``token`` (*ellas*, or *una*, *tres*, *ninguna* with *de ellas* behind it) stands for.

    It is the only one of that gender before the pronoun in its sentence, or, where there is none, the only one in the sentence before.
    Where two could be meant, none is: a wrong antecedent would make people say what they have not said. Times are no antecedents.
    """
    pronoun = _pronoun_of(document, token, grammar)
    gender = next((g for g in _GENDERS if pronoun is not None and pronoun.has(g)), None)
    if pronoun is None or gender is None:
        return None
    here = document.sentence_of(pronoun)
    before = [s for s in document.sentences if s.index == here.index - 1 and s.block == here.block]
    for sentence in (here, *before):
        times = {fold(word) for word in grammar.time_nouns}
        found = [
            noun for noun in document.tokens_of(sentence)
            if noun.index < pronoun.index and noun.tag == "NOUN" and noun.has("Number=Plur") and noun.has(gender)
            and fold(noun.lemma) not in times
        ]  # fmt: skip
        if found:
            return found[-1] if len({fold(noun.lemma) for noun in found}) == 1 else None
    return None


def _pronoun_of(document: Document, token: Token, grammar: Grammar) -> Token | None:
    return next((t for t in _iter_pronouns(document, token, grammar) if t.has("Number=Plur")), None)


def _iter_pronouns(document: Document, token: Token, grammar: Grammar) -> Iterator[Token]:
    """The stressed pronouns of the third person that ``token`` is or is a part of."""
    if token.tag not in _PARTS:
        return
    if _is_personal(token) and token.relation == "nsubj":
        yield token
    for child in document.children_by(token, "nmod"):
        cases = {c.lower for c in document.children_by(child, "case")}
        if _is_personal(child) and grammar.of in cases:
            yield child


def _is_personal(token: Token) -> bool:
    return token.tag == "PRON" and token.has("PronType=Prs") and token.has("Person=3")
