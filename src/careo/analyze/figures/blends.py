"""Two categories that share one count: *murieron o resultaron heridos*, *4.000 muertos y heridos*."""

from __future__ import annotations

from collections.abc import Iterator

from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.roles import Roles
from careo.lang.figures import Frame
from careo.text import Token

_COMPLEMENTS = ("obj", "xcomp", "amod", "obl", "ccomp", "advmod")


def decide_category(frame: Frame, trigger: Token, roles: Roles) -> str:
    """The category of the frame, or the blend of it and of a state that is joined to its trigger."""
    triggers, document = roles.triggers, roles.document
    for token in _joined(trigger, roles):
        frames = [*triggers.frames_of(triggers.moved, token), *triggers.frames_of(triggers.mover, token)]
        complements = (c for c in document.children(token) if c.relation in _COMPLEMENTS)
        frames += [f for state in (token, *complements) for f, _ in triggers.states_at(document, state)]
        for other in frames:
            for blend in triggers.blends:
                if {frame.category, other.category} == set(blend.parts):
                    return blend.category
    return frame.category


def _joined(trigger: Token, roles: Roles) -> Iterator[Token]:
    """Conjuncts of the trigger that share its count: joined by *or*; nouns also by *and* if no number stands with the second.

    What stands right after the trigger counts too, wherever the tree puts it.
    """
    for child in roles.document.children_by(trigger, "conj"):
        joiner = next((c for c in roles.document.children_by(child, "cc")), None)
        if joiner is None or roles.is_numbered(child):
            continue
        word = fold_word(joiner.text)
        noun = trigger.tag in ("NOUN", "ADJ") and child.tag in ("NOUN", "ADJ")
        if roles.vocabulary.is_in(word, "or") or (
            noun and roles.vocabulary.is_in(word, "and") and child.index - trigger.index == 2
        ):
            yield child
    joiner = roles.document.next_token(trigger)
    if joiner is not None and roles.vocabulary.is_in(fold_word(joiner.text), "or"):
        token = roles.document.next_token(joiner)
        for _ in range(3):
            if token is None or token.tag in ("PUNCT", "NUM"):
                return
            yield token
            token = roles.document.next_token(token)
