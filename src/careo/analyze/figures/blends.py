"""Two categories that share one count: *murieron o resultaron heridos*, *4.000 muertos y heridos*, *entre muertos y desaparecidos*."""

from __future__ import annotations

from collections.abc import Iterator

from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.roles import Roles
from careo.lang.figures import Frame
from careo.text import Token

_COMPLEMENTS = ("obj", "xcomp", "amod", "obl", "ccomp", "advmod")
_NOMINAL = ("NOUN", "ADJ")
_NEAR = 3
"""Words beside a trigger among which a joined state may stand."""


def decide_category(frame: Frame, trigger: Token, roles: Roles) -> str | None:
    """The category of the frame, or the blend of it and of a state that is joined to its trigger; None where more than two are joined."""
    blends = {
        part: blend.category
        for blend in roles.triggers.blends
        if frame.category in blend.parts
        for part in blend.parts
        if part != frame.category
    }
    found = {category for token in _joined(trigger, roles) for category in _categories_of(token, roles)}
    partners = sorted(found & blends.keys())
    if len(partners) > 1:
        return None  # 90 muertos, heridos y desaparecidos
    return blends[partners[0]] if partners else frame.category


def _categories_of(token: Token, roles: Roles) -> Iterator[str]:
    """What happens to those of whom the token, or what completes it, is said."""
    triggers, document = roles.triggers, roles.document
    loosely = roles.is_mistaken_verb(token)
    for table in (triggers.moved, triggers.mover):
        yield from (f.category for f in triggers.frames_of(table, token, loosely=loosely))
    complements = (c for c in document.children(token) if c.relation in _COMPLEMENTS)
    for state in (token, *complements):
        yield from (f.category for f, _ in triggers.states_at(document, state))


def _joined(trigger: Token, roles: Roles) -> Iterator[Token]:
    """Words that share the count of the trigger: joined by *or*, or nouns in a list, if no number stands with them.

    What stands right beside the trigger counts too, wherever the tree puts it.
    """
    for child in roles.document.children_by(trigger, "conj"):
        joiner = next((fold_word(c.text) for c in roles.document.children_by(child, "cc")), "")
        if not roles.is_numbered(child) and roles.vocabulary.is_in(joiner, "or"):
            yield child
    if trigger.tag in _NOMINAL or trigger.has("VerbForm=Part"):
        yield from _listed(trigger, roles)
    yield from _beside(trigger, roles, 1)
    yield from _beside(trigger, roles, -1)


def _listed(trigger: Token, roles: Roles) -> list[Token]:
    """*muertos **y desaparecidos***, *muertos**, heridos o desaparecidos***: words of one list, closed by a conjunction."""
    members: list[Token] = []
    joiner = roles.document.next_token(trigger)
    while joiner is not None and (joiner.text == "," or joiner.tag == "CCONJ"):
        member = roles.document.next_token(joiner)
        if member is None or not (member.tag in _NOMINAL or member.has("VerbForm=Part")):
            break
        members.append(member)
        if joiner.text != ",":
            return members
        joiner = roles.document.next_token(member)
    return []


def _beside(trigger: Token, roles: Roles, step: int) -> Iterator[Token]:
    """The words behind *or* after the trigger (*muerto **o están heridos***), or before it (***murieron o** resultaron heridos*)."""
    joiner = roles.document.next_token(trigger, step)
    for _ in range(_NEAR if step < 0 else 1):
        if (
            joiner is None
            or joiner.tag in ("PUNCT", "NUM", "NOUN")
            or roles.vocabulary.is_in(fold_word(joiner.text), "or")
        ):
            break
        joiner = roles.document.next_token(joiner, step)
    if joiner is None or not roles.vocabulary.is_in(fold_word(joiner.text), "or"):
        return
    token = roles.document.next_token(joiner, step)
    for _ in range(_NEAR if step > 0 else 1):
        if token is None or token.tag in ("PUNCT", "NUM"):
            return
        yield token
        token = roles.document.next_token(token, step)
