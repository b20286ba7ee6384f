"""Attributions that verbs of saying make."""

from __future__ import annotations

from dataclasses import replace

from careo.analyze.attribution import Attribution
from careo.analyze.contents import Quoted, find_content
from careo.analyze.cues import VerbCue
from careo.analyze.extents import is_event_noun
from careo.analyze.senses import has_number, needs_filled
from careo.analyze.subjects import Subject, find_antecedent, find_subject, is_passive, number_of, person_of
from careo.analyze.voices import is_voice
from careo.analyze.words import grammar_of, match_words, preposition_of, strip_span
from careo.lang.pack import Pack
from careo.model import Reason, Span
from careo.text import Document, Token

_CONTENTFUL = ("NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV", "AUX", "INTJ", "X", "SYM")


def verb_attribution(document: Document, cue: VerbCue, quoted: Quoted, pack: Pack) -> Attribution | None:
    """What the verb claims and for whom; None where it introduces nothing or nobody in particular says it."""
    subject = _subject(document, cue, quoted, pack)
    cue = _without_subject(cue, subject, document, pack)
    if subject.passive or _is_first_person(document, cue, subject, quoted) or _is_conditional(document, cue, pack):
        return None
    named = subject.head is not None and subject.head.tag == "PROPN" and subject.head.index < cue.token.index
    if quoted.around(cue.token.start) is not None and not named and not any(c.clausal for c in cue.complements):
        return None  # inside a quotation only a reported clause or a name makes it somebody else's claim
    content = find_content(document, cue, subject, quoted, pack)
    parts: tuple[Span, ...]
    if (
        subject.head is not None
        and is_passive(document, cue.token, pack)
        and (content is None or content.rule != "complement")
    ):
        patient = _patient(document, cue)
        if patient is None or (cue.negator is not None and _is_modal(document, cue, pack)):
            return None  # *no pudo ser verificado por fuentes independientes* is nobody's claim
        parts, rule, quotation = (patient,), "patient", None
    elif content is None:
        span = _relative_content(document, cue, pack)
        if span is None:
            return None
        parts, rule, quotation = (span,), "relative", None
    else:
        parts, rule, quotation = (content.span,), content.rule, content.quotation
    if not any(t.tag in _CONTENTFUL for p in parts for t in document.tokens_in(p)):
        return None
    if subject.head is not None and is_passive(document, cue.governor, pack):
        parts = tuple(_before_agent(document, p, subject.head, pack) for p in parts)
    within = subject.head is not None and any(p.start <= subject.head.start < p.end for p in parts)
    if within and rule != "around" and (rule != "complement" or not subject.inherited):
        return None
    if cue.negator is not None and cue.entry.negated == "none":
        return None
    if cue.entry.stance == "request" and _is_stretch(document, parts, subject, pack):
        return None
    return Attribution(
        "verb",
        parts,
        cue.token,
        _cue_span(cue),
        cue.entry,
        subject.head,
        subject.verb,
        rule,
        subject.inherited,
        cue.effect,
        cue.negator,
        quotation,
        reasons=_reasons(cue, rule, parts),
    )


def _is_modal(document: Document, cue: VerbCue, pack: Pack) -> bool:
    """Whether another verb than that of the passive and the perfect governs a participle (*pudo ser verificado*)."""
    grammar = grammar_of(pack)
    helpers = (*grammar.copulas, *grammar.perfects)
    return cue.governor.index != cue.token.index or any(
        a.lemma not in helpers for a in document.children_by(cue.token, "aux")
    )


def _is_stretch(document: Document, parts: tuple[Span, ...], subject: Subject, pack: Pack) -> bool:
    """*La obra demandará «entre siete y diez días»*: what is no voice takes time, it does not ask for it."""
    words = [t for p in parts for t in document.tokens_in(p) if t.tag in _CONTENTFUL]
    times = grammar_of(pack).time_nouns
    stretch = all(t.tag == "NUM" or t.lemma in times or t.lower in times for t in words)
    return stretch and subject.head is not None and not is_voice(document, subject.head, pack, True)


def _before_agent(document: Document, span: Span, agent: Token, pack: Pack) -> Span:
    """What a passive says of its subject, without the agent (*calificada de «parche» {por el gremio}*)."""
    marker = preposition_of(document, agent, grammar_of(pack))
    if marker is None or not span.start < marker.start < span.end:
        return span
    return strip_span(document.text, Span(span.start, marker.start))


def _patient(document: Document, cue: VerbCue) -> Span | None:
    """*La denuncia de los vecinos fue desmentida por el alcalde*: the subject of a passive is what the agent speaks of."""
    patient = next((c for c in document.children_by(cue.token, "nsubj") if c.tag in ("NOUN", "PROPN")), None)
    if patient is None or "object" not in cue.entry.content or patient.index > cue.token.index:
        return None
    auxiliary = min((c.index for c in document.children_by(cue.token, "aux", "cop")), default=cue.token.index)
    span = Span(document.subtree_span(patient).start, document.tokens[max(auxiliary - 1, patient.index)].end)
    return strip_span(document.text, span)


def _without_subject(cue: VerbCue, subject: Subject, document: Document, pack: Pack) -> VerbCue:
    """What turned out to be the subject is no complement."""
    if subject.head is None or not any(c.head.index == subject.head.index for c in cue.complements):
        return cue
    rest = tuple(c for c in cue.complements if c.head.index != subject.head.index)
    return replace(cue, complements=rest, fits=needs_filled(document, cue.entry, rest, pack))


def _cue_span(cue: VerbCue) -> Span:
    """The verb; with the verb that governs it where that makes it something else (*se **negó a confirmar***)."""
    if cue.effect == "none" or cue.governor.index > cue.token.index:
        return cue.token.span
    return cue.governor.span.cover(cue.token.span)


def _reasons(cue: VerbCue, rule: str, parts: tuple[Span, ...]) -> tuple[Reason, ...]:
    reasons = [Reason(f"verb:{cue.entry.lemma}", cue.token.span), Reason(f"content:{rule}", parts[0])]
    if cue.negator is not None:
        reasons.append(Reason(f"negator:{cue.negator.lower}", cue.negator.span))
    if cue.effect != "none":
        reasons.append(Reason(f"periphrasis:{cue.governor.lemma}", cue.governor.span))
    return tuple(reasons)


def _subject(document: Document, cue: VerbCue, quoted: Quoted, pack: Pack) -> Subject:
    """The subject; behind its content a verb may have it tagged as an object (*“…”, dijo el portavoz*)."""
    subject = find_subject(document, cue.governor, pack)
    reflexive = cue.entry.reflexive != "no" or cue.governor.index != cue.token.index
    if subject.passive and reflexive and not is_passive(document, cue.governor, pack):
        subject = Subject(None, subject.verb)  # *se quejó, se limitó a decir*: no impersonal
    if subject.head is not None and _is_object_of_estimate(document, cue, subject.head, pack):
        subject = Subject(None, subject.verb)
    if subject.head is not None and _is_quoted_apart(document, cue, subject.head, quoted):
        beside = (s for s in document.children_by(cue.governor, "nsubj") if quoted.around(s.start) is None)
        subject = Subject(next(beside, None), cue.governor)
    if subject.head is None and cue.governor.index != cue.token.index and not subject.passive:
        inner = find_subject(document, cue.token, pack)
        subject = inner if inner.head is not None else subject
    if subject.head is not None and not subject.inherited:
        return subject
    body = _wherefrom(document, cue, subject, pack) or _before_clause(document, cue, subject, pack)
    return Subject(body, cue.governor) if body is not None else subject


def _is_object_of_estimate(document: Document, cue: VerbCue, head: Token, pack: Pack) -> bool:
    """*las cajas con fallos, **que estimó en 310***: of a verb that sets a number the relative is the object, if it is nobody's voice."""
    behind = cue.token.relation == "acl" and cue.token.head == head.index
    objects = any(c.slot == "object" for c in cue.complements)
    sets = cue.entry.stance == "estimate" and any(slot in grammar_of(pack).numeric for slot in cue.entry.needs)
    return behind and sets and cue.fits and not objects and not is_voice(document, head, pack, True)


def _before_clause(document: Document, cue: VerbCue, subject: Subject, pack: Pack) -> Token | None:
    """*Desmiente **la Junta** que vaya a cerrar*: a bare phrase between a verb and its clause, which takes no object, is the subject."""
    clause = next(
        (c for c in cue.complements if c.clausal and c.marker is not None and c.span.start > cue.token.end), None
    )
    if clause is None or subject.passive or subject.head is not None:
        return None
    bare = (c for c in cue.complements if c.slot == "object" and c.nominal and not c.clitic and c.marker is None)
    head = next((c.head for c in bare if cue.token.end <= c.span.start < clause.span.start), None)
    neuter = head is not None and any(c.lower in grammar_of(pack).neuters for c in document.children_by(head, "det"))
    return None if neuter else head  # *matizó lo dicho: …*


def _wherefrom(document: Document, cue: VerbCue, subject: Subject, pack: Pack) -> Token | None:
    """*Desde el sindicato replican que …*, *en la Moncloa confían en que …*: a body that stands for those who speak for it."""
    if subject.head is not None or subject.passive or number_of(document, cue.governor) != "Plur":
        return None
    grammar = grammar_of(pack)
    for child in document.children_by(cue.governor, "obl", "nmod", "advmod", "obj"):
        marker = preposition_of(document, child, grammar)
        if marker is not None and marker.lower in grammar.wherefrom and child.index < cue.governor.index:
            return child if is_voice(document, child, pack, True) else None
    return None


def _is_quoted_apart(document: Document, cue: VerbCue, head: Token, quoted: Quoted) -> bool:
    """Whether the parser took a word out of a quotation for the subject of a verb outside of it."""
    around = quoted.around(head.start)
    if around is None or around.outer.contains(cue.token.span):
        return False
    return len(document.tokens_in(around.inner)) > 3 or len(document.children_by(cue.governor, "nsubj")) > 1


def _is_first_person(document: Document, cue: VerbCue, subject: Subject, quoted: Quoted) -> bool:
    """First and second persons speak inside quotations or interviews: the speaker himself, not another source."""
    around = quoted.around(cue.token.start)
    for verb in (cue.governor, cue.token):
        told = around is None and verb.has("Mood=Imp")  # *… y jura que …*: an imperative by its form alone
        if person_of(document, verb) in ("1", "2") and not told:
            return True
    return around is not None and (
        subject.head is None or not around.outer.start <= subject.head.start < around.outer.end
    )


def _is_conditional(document: Document, cue: VerbCue, pack: Pack) -> bool:
    """*si confirmara que …*: nobody has said it; but *si bien confirmó que …* concedes it."""
    grammar = grammar_of(pack)
    phrases = [tuple(phrase.split()) for phrase in grammar.contrast_phrases]
    marks = (c for t in (cue.token, cue.governor) for c in document.children_by(t, "mark", "advmod"))
    conditional = [
        m
        for m in marks
        if m.lower in grammar.conditionals
        and m.index < cue.token.index
        and not any(match_words(document, m.index, words) for words in phrases)
    ]
    return bool(conditional) and cue.token.relation == "advcl"


def _relative_content(document: Document, cue: VerbCue, pack: Pack) -> Span | None:
    """*un cargo que ambos países han negado*: the antecedent is what the verb is about."""
    verb = cue.governor
    antecedent = find_antecedent(document, verb)
    above = document.tokens[verb.head]
    if antecedent is None and verb.relation == "conj":
        antecedent = find_antecedent(document, above)  # *un plan que A elogió **y que B tildó** de …*
    if antecedent is None or "object" not in cue.entry.content or antecedent.tag not in ("NOUN", "PROPN"):
        return None
    relative = _relative_word(document, cue, pack)
    if relative is None or relative.relation == "nsubj":
        return None
    if not is_event_noun(antecedent, pack) and not has_number(document.subtree(antecedent)[:6]):
        return None  # *la camisa que mostró*: a thing, not something said
    left, _ = document.edges(antecedent)
    start = left if left.tag != "ADP" else document.tokens[left.index + 1]
    before = list(document.tokens[start.index : relative.index])
    commas = [n for n, t in enumerate(before[:-1]) if t.text == ","]
    before = [t for t in before[commas[-1] + 1 if commas else 0 :] if t.tag != "PUNCT"]
    return document.cover(before) if before else None


def _relative_word(document: Document, cue: VerbCue, pack: Pack) -> Token | None:
    """The relative pronoun of the clause of the cue or its governor, before the cue."""
    words = grammar_of(pack).relatives
    for verb in (cue.governor, cue.token):
        for child in document.children_by(verb, "obj", "mark", "nsubj", "iobj"):
            marked = preposition_of(document, child, grammar_of(pack)) is not None
            if child.lower in words and child.index < cue.token.index and not marked:
                return child
    return None
