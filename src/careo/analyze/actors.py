"""Which party a word stands for: a country through its name, people, capital or seat of power, or a known organization."""

from __future__ import annotations

from careo.analyze.gazetteer import Hit, find_hit
from careo.lang import Pack
from careo.text.document import Document, Token

_DEPTH = 4


def find_actor(document: Document, token: Token, pack: Pack) -> str | None:
    """The canonical name of the party that ``token``, or the noun phrase that it heads, stands for; None if there is none.

    *norcoreanos*, *Pyongyang* and *soldados norcoreanos* are ``Corea del Norte``, *la Casa Blanca* is ``Estados Unidos``,
    *la Alianza Atlántica* is ``OTAN``.
    Outlets count only as mouthpieces of a state.
    """
    hit = find_party(document, token, pack)
    return hit.place.party if hit else None


def find_party(document: Document, token: Token, pack: Pack) -> Hit | None:
    """As :func:`find_actor`, with the tokens that say so: the token itself, then adjectives, then complements, the nearest first."""
    return _search(document, token, pack, _DEPTH)


def _search(document: Document, token: Token, pack: Pack, depth: int) -> Hit | None:
    hit = find_hit(document, token, pack)
    if hit and hit.place.party:
        return hit
    if depth == 0:
        return None
    children = document.children(token)
    for child in children:
        if (
            child.relation in {"amod", "flat", "acl"}
            and (found := find_hit(document, child, pack))
            and found.place.party
        ):
            return found
    for child in children:
        if (
            child.relation in {"nmod", "compound", "amod"}
            and child.index > token.index
            and not child.name.endswith("PER")
        ):
            found = _search(document, child, pack, depth - 1)
            if found:
                return found
    return None
