"""Relays: who passes on what another says (*informó, citando a testigos, que …*; *fuentes consultadas por X*; *en un discurso
reproducido por X*).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careo.analyze.attribution import Attribution, Via
from careo.analyze.cues import verb_index
from careo.analyze.senses import event_nouns
from careo.analyze.subjects import find_subject
from careo.analyze.voices import is_media, is_voice
from careo.analyze.words import grammar_of, preposition_of, preposition_text
from careo.lang.cues import Relay
from careo.lang.pack import Pack
from careo.lang.verb_forms import Ending
from careo.model import Reason
from careo.text import Document, Token


def relay_index(pack: Pack) -> dict[str, tuple[Relay, ...]]:
    """Relays by their lemma and by their participle, which the parser may take for an adjective."""
    index: dict[str, tuple[Relay, ...]] = {}
    for relay in pack.slot(Relay):
        forms = [relay.lemma]
        for ending in pack.slot(Ending):
            if not relay.cites and "VerbForm=Part" in ending.features and relay.lemma.endswith(ending.infinitive):
                forms.extend(relay.lemma[: -len(ending.infinitive)] + form for form in ending.forms)
        for form in forms:
            index[form] = (*index.get(form, ()), relay)
    return index


def tie_relays(document: Document, attributions: Sequence[Attribution], pack: Pack) -> tuple[Attribution, ...]:
    """*CNN reportó, citando fuentes X, que …* is X's, via CNN; *fuentes consultadas por Y* are relayed by Y."""
    relays = pack.derived(relay_index)
    tied = list(attributions)
    for token in document.tokens:
        for relay in relays.get(token.lemma.lower(), ()) if token.tag in ("VERB", "ADJ", "NOUN") else ():
            tie = _cited if relay.cites else _published if relay.publishes else _relayed
            changed = ((n, tie(document, attribution, token, pack)) for n, attribution in enumerate(tied))
            found = [(n, attribution) for n, attribution in changed if attribution is not None]
            found.sort(key=lambda item: item[1].cue.index != token.head)  # the cue that it hangs on comes first
            for n, attribution in (
                found[:1] if relay.cites else found
            ):  # *citado por* goes for all that the source says there
                tied[n] = attribution
            if found:
                break
    return tuple(_reported_by(document, attribution, pack) for attribution in tied)


def _cited(document: Document, attribution: Attribution, token: Token, pack: Pack) -> Attribution | None:
    """The object of *citando* becomes the source, and its subject the relay."""
    if not (token.has("VerbForm=Ger") or token.relation == "acl") or attribution.cue.index == token.index:
        return None
    if document.sentence_of(token).index != document.sentence_of(attribution.cue).index:
        return None
    on_source = attribution.source is not None and token.head == attribution.source.index
    above = attribution.cue.index in (a.index for a in document.ancestors(token))
    between = document.tokens[min(attribution.cue.index, token.index) : max(attribution.cue.index, token.index)]
    near = on_source or (above and not any(t.text == ";" for t in between) and token.relation != "acl")
    cited = next((c for c in document.children_by(token, "obj", "iobj", "obl", "nsubj") if c.index > token.index), None)
    if (
        not near
        or cited is None
        or attribution.source is None
        or not (is_voice(document, cited, pack, False) or _is_animate(document, cited, pack))
        or any(p.contains(token.span) for p in attribution.parts)
    ):
        return None
    via = (*attribution.via, Via(attribution.source, attribution.cue.index))
    reason = Reason("relay:cites", token.span)
    return replace(attribution, source=cited, inherited=False, via=via, reasons=(*attribution.reasons, reason))


def _is_animate(document: Document, noun: Token, pack: Pack) -> bool:
    """A direct object that takes the preposition of persons (*citando **a desertores***; Nueva gramática 34.8), and no event."""
    grammar = grammar_of(pack)
    marked = preposition_text(preposition_of(document, noun, grammar), grammar) in grammar.person
    lemmas, endings = pack.derived(event_nouns)
    return noun.tag == "NOUN" and marked and noun.lemma not in lemmas and not noun.lemma.endswith(endings)


def _relayed(document: Document, attribution: Attribution, token: Token, pack: Pack) -> Attribution | None:
    """The agent of a participle on the source (*citado por*, *consultadas por*) is the relay."""
    source = attribution.source
    if source is None or not (token.has("VerbForm=Part") or token.tag == "ADJ") or token.index < source.index:
        return None
    if document.sentence_of(token).index != document.sentence_of(source).index or token.index - source.index > 18:
        return None
    if source.index not in (token.head, *(a.index for a in document.ancestors(token))):
        return None
    agent = _agent_of(document, token, pack)
    if agent is None:
        return None
    reason = Reason("relay:agent", token.span)
    return replace(attribution, via=(*attribution.via, Via(agent, token.index)), reasons=(*attribution.reasons, reason))


def _published(document: Document, attribution: Attribution, token: Token, pack: Pack) -> Attribution | None:
    """The outlet that made known in what something was said (*en un discurso, **reproducido por** la agencia*)."""
    medium = document.tokens[token.head]
    if not (token.has("VerbForm=Part") or token.tag == "ADJ") or medium.tag != "NOUN" or medium.index > token.index:
        return None
    if medium.relation not in ("obl", "nmod", "obj") or not _is_adjunct(document, medium, attribution):
        return None
    agent = _agent_of(document, token, pack)
    if agent is None or not is_media(document, agent, pack):
        return None
    reason = Reason("relay:published", token.span)
    return replace(attribution, via=(*attribution.via, Via(agent, token.index)), reasons=(*attribution.reasons, reason))


def _reported_by(document: Document, attribution: Attribution, pack: Pack) -> Attribution:
    """*En su carta, **de la que informó la agencia Sur**, admite que …*: who made known in what it was said."""
    grammar, known = grammar_of(pack), pack.derived(verb_index)
    for medium in document.children_by(attribution.cue, "obl", "nmod") if attribution.kind == "verb" else ():
        for clause in document.children_by(medium, "acl"):
            if clause.tag != "VERB" or clause.lemma not in known or not clause.has("VerbForm=Fin"):
                continue
            opening = next(t for t in document.subtree(clause) if t.tag != "PUNCT")
            marked = preposition_text(opening, grammar) in grammar.prepositions and opening.tag == "ADP"
            teller = find_subject(document, clause, pack).head
            plain = teller is not None and not any(t.text == "," for t in document.subtree(teller))
            if marked and teller is not None and plain and is_media(document, teller, pack):
                reason = Reason("relay:reported", clause.span)
                via = (*attribution.via, Via(teller, clause.index))
                return replace(attribution, via=via, reasons=(*attribution.reasons, reason))
    return attribution


def _is_adjunct(document: Document, medium: Token, attribution: Attribution) -> bool:
    """Whether a noun hangs on the cue, outside the content."""
    above = (a.index for a in document.ancestors(medium))
    return attribution.cue.index in above and not any(p.contains(medium.span) for p in attribution.parts)


def _agent_of(document: Document, token: Token, pack: Pack) -> Token | None:
    grammar = grammar_of(pack)
    agents = document.children_by(token, "obl", "obj", "nmod", "iobj")
    return next(
        (c for c in agents if preposition_text(preposition_of(document, c, grammar), grammar) in grammar.agent), None
    )
