"""Whether an event is done or only planned, promised, possible: *enviará*, *prometió enviar*, *un posible envío*."""

from __future__ import annotations

from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.triggers import Triggers
from careo.analyze.figures.vocabulary import Vocabulary
from careo.model import Span
from careo.text import Document, Token


def is_planned(
    document: Document, trigger: Token, vocabulary: Vocabulary, triggers: Triggers, *, within: Span | None = None
) -> bool:
    """By tense and mood of the trigger, and by the words that govern it (those ``within`` a span alone, where one is given).

    The conditional perfect (*habría enviado*) is rumor, not plan.
    """
    if trigger.has("VerbForm=Inf") and _follows_plan(document, trigger, vocabulary, triggers):
        return True
    token = trigger
    tells = trigger.tag in ("VERB", "AUX")  # the tense of a verb above a noun is not that of its event
    for _ in range(4):
        if triggers.is_plan(token) and (token.index != trigger.index or _is_direct(token, triggers)):
            return True
        if token.tag in ("VERB", "AUX"):
            if tells and _looks_ahead(document, token, vocabulary):
                return True
            if _is_settled(document, token):
                return False
        elif any(triggers.is_plan(c) for c in document.children_by(token, "amod", "acl")):
            return True
        governor = document.head(token)
        if governor is None or (within is not None and not within.contains(governor.span)):
            return False
        if token.relation == "nsubj" and document.children_by(governor, "obj"):
            return False  # el despliegue prepara la ofensiva
        if token.relation in ("conj", "parataxis", "acl") and not triggers.is_plan(governor):
            return False
        token = governor
    return False


def _follows_plan(document: Document, trigger: Token, vocabulary: Vocabulary, triggers: Triggers) -> bool:
    """A verb of planning right before the infinitive, whatever the tree makes of it: *planea enviar*, *se comprometió a enviar*."""
    before = document.next_token(trigger, -1)
    if before is not None and (
        vocabulary.is_in(fold_word(before.text), "to") or vocabulary.is_in(fold_word(before.text), "of")
    ):
        before = document.next_token(before, -1)
    return (
        before is not None
        and before.tag != "PROPN"
        and any(  # Iran is no form of *ir*
            lemma in triggers.plan_verbs for lemma in triggers.lemmas_of(before, loosely=True)
        )
    )


def _is_direct(token: Token, triggers: Triggers) -> bool:
    return any(lemma in triggers.direct_plans for lemma in triggers.lemmas_of(token))


def _looks_ahead(document: Document, verb: Token, vocabulary: Vocabulary) -> bool:
    """Future or conditional, in the verb or its auxiliary; perfect tenses look back."""
    auxiliaries = document.children_by(verb, "aux")
    if any(vocabulary.is_in(fold_word(a.lemma), "perfect") for a in auxiliaries):
        return False
    if verb.has("VerbForm=Ger"):  # estarían combatiendo
        auxiliaries = tuple(a for a in auxiliaries if not a.has("Mood=Cnd"))
    return any(t.has("Tense=Fut") or t.has("Mood=Cnd") for t in (verb, *auxiliaries))


def _is_settled(document: Document, verb: Token) -> bool:
    """A finite indicative: whatever governs it, it is told as done."""
    forms = (verb, *document.children_by(verb, "aux", "cop"))
    return any(t.has("VerbForm=Fin") and t.has("Mood=Ind") for t in forms)
