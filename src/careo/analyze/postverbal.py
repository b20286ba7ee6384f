"""Subjects behind their verb and its adjuncts: *indicó el lunes en Lima a este diario **Marta Soto***."""

from __future__ import annotations

from careo.analyze.voices import is_voice
from careo.analyze.words import grammar_of
from careo.lang.pack import Pack
from careo.text import Document, Token

_REACH = 14  # tokens between a verb and its subject


def find_postverbal(document: Document, verb: Token, pack: Pack) -> Token | None:
    """The first voice behind the day, the place and the audience, whatever the parser hung it on; None where there is none."""
    grammar = grammar_of(pack)
    sentence = document.sentence_of(verb)
    governed = False  # inside a prepositional phrase
    for token in document.tokens[verb.index + 1 : min(sentence.last, verb.index + _REACH)]:
        before = document.tokens[token.index - 1]
        if token.tag in ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ") or token.lower in grammar.complementizers:
            return None
        if token.tag == "ADP":
            governed = True
        elif token.tag == "DET" and before.tag not in ("ADP", "DET"):
            governed = False
        elif token.tag == "PROPN":
            inside = governed and (before.tag in ("ADP", "DET") or not token.name.startswith("B-PER"))
            if not inside or (governed and before.tag == "NOUN"):
                return token
        elif (
            token.tag == "NOUN"
            and token.lower not in grammar.time_nouns
            and not governed
            and is_voice(document, token, pack, True)
        ):
            return token
    return None
