"""Where a proper name begins and ends, and its words."""

from __future__ import annotations

from careo.text import Document, Token


def first_of_name(document: Document, token: Token) -> int:
    """The index of the first token of the name that ``token`` is a part of."""
    tokens, first = document.tokens, token.index
    while first > 0 and (tokens[first].name.startswith("I-") or _is_linked(document, first)):
        first -= 1
    return first


def last_of_name(document: Document, token: Token) -> int:
    """The index of the last one."""
    tokens, last = document.tokens, token.index
    limit = document.sentence_of(token).last
    while last < limit and (tokens[last + 1].name.startswith("I-") or _goes_on(document, last)):
        last += 1
    return last


def name_at(document: Document, token: Token) -> str:
    """The whole proper name that begins at ``token`` or that the parser takes it for a part of."""
    tokens, first = document.tokens, token.index
    while tokens[first].name.startswith("I-") and first > 0:
        first -= 1
    return " ".join(document.text[tokens[first].start : tokens[last_of_name(document, token)].end].split())


def _is_linked(document: Document, index: int) -> bool:
    """A name right before, of which this one is a part (*Puerto **Lobos***)."""
    token, before = document.tokens[index], document.tokens[index - 1]
    return token.relation == "flat" and before.tag == "PROPN" and before.text[0].isupper()


def _goes_on(document: Document, last: int) -> bool:
    """A capitalized word follows, or one after a short word in between that belongs to the name (*San Lope de Guarandó*)."""
    tokens = document.tokens
    following = tokens[last + 1]
    if following.text[0].isupper() and following.tag == "PROPN":
        return True
    beyond = document.next_token(following)
    link = following.tag == "ADP" and following.relation in ("case", "flat") and len(following.text) <= 3
    own = beyond is not None and beyond.text[0].isupper() and beyond.tag == "PROPN" and beyond.relation == "flat"
    return link and own
