"""Presumptions: what a claim takes for granted, or rules out, of a hand that others lend (*sin X habríamos caído*, *luchan solos*).

Nueva gramática de la lengua española (RAE 2009), 47.8 (conditions in a phrase with *sin*).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careo.analyze.predications import Reader
from careo.lang.gists import Presumption
from careo.model import Claim, Event, Gist, Span
from careo.text import Token
from careo.text.words import fold

_REACH = 5
"""Words behind *sin* or *gracias a* within which the helper is named."""


def find_presumed(reader: Reader, claim: Claim, known: Mapping[str, str]) -> tuple[Event, int] | None:
    """The event of another actor that a claim presumes, and whether it presumes it (1) or rules it out (-1).

    ``known``: the agents of the events that the article has told, by type. None where it has told of no such event.
    """
    parts = claim.content.parts or (claim.content.span,)
    tokens = [token for part in parts for token in reader.document.tokens_in(part)]
    for entry in reader.pack.slot(Presumption):
        told = [(type_, known[type_]) for type_ in entry.types if type_ in known]
        for type_, agent in told:
            if entry.alone:
                trigger = None if _speaks_for(claim, agent) else _find_alone(reader, entry, tokens)
            else:
                trigger = _find_owed(reader, entry, tokens, agent)
            if trigger is not None:
                return Event(type_, trigger, trigger.of(reader.document.text), agent), -1 if entry.alone else 1
    return None


def presume(gist: Gist, event: Event, side: int) -> Gist:
    """The gist of a claim that presumes an event, or rules it out; a claim that takes no side keeps none."""
    return Gist(
        predicate=gist.predicate, polarity=side * gist.polarity, agent=event.agent, names=gist.names, terms=gist.terms,
        past=gist.past, when=gist.when,
    )  # fmt: skip


def _speaks_for(claim: Claim, actor: str) -> bool:
    return fold(actor) in {fold(name) for name in (claim.source.name, claim.source.acts_for) if name is not None}


def _find_owed(reader: Reader, entry: Presumption, tokens: Sequence[Token], agent: str) -> Span | None:
    """*Sin los soldados de X habríamos caído*: the words, where the helper is named right behind them."""
    if entry.unreal and not any(token.has("Mood=Cnd") or token.lower in entry.unreal for token in tokens):
        return None
    name = fold(agent).split()
    folded = [fold(token.text) for token in tokens]
    for words in entry.words:
        opening = fold(words).split()
        for place in range(len(folded) - len(opening)):
            behind = folded[place + len(opening) : place + len(opening) + _REACH]
            if folded[place : place + len(opening)] == opening and _holds(behind, name):
                return Span(tokens[place].start, tokens[place + len(opening) - 1].end)
    return None


def _find_alone(reader: Reader, entry: Presumption, tokens: Sequence[Token]) -> Span | None:
    """*Nuestras tropas **combaten** solas*: the verb, with the words behind it that rule others out, in one clause."""
    folded = [fold(token.text) for token in tokens]
    for place, token in enumerate(tokens):
        if token.lemma not in entry.verbs or token.tag != "VERB" or any(t.text == "," for t in tokens[:place]):
            continue
        behind = [word for word in folded[place + 1 : place + 1 + _REACH] if word.isalpha()]
        for words in entry.words:
            if behind[: len(fold(words).split())] == fold(words).split():
                return token.span
    return None


def _holds(words: Sequence[str], name: Sequence[str]) -> bool:
    return any(list(words[place : place + len(name)]) == list(name) for place in range(len(words)))
