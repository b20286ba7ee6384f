"""Extents: from which character to which character a content reaches.

The parser's subtree gives the core; where it ends too early or too late, clause boundaries in the text correct it: an adjunct after a
*que* clause belongs to the clause, a quotation is never cut in two, and what another cue opens behind a comma is not part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from careo.analyze.complements import Complement
from careo.analyze.cues import VerbCue, verb_index
from careo.analyze.nouns import load_words
from careo.analyze.quotations import Quotation
from careo.analyze.senses import NUMBER, event_nouns, filled_slot, has_number, is_numeric
from careo.analyze.tails import cut_tail
from careo.analyze.words import grammar_of, match_words, strip_span
from careo.lang.cues import Verb
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token
from careo.text.words import fold

_MARKS = '"“”«»‘’'
_LONGEST = 2000  # characters of a quotation that a content may grow to
_PREFIXED = {"person"}  # slots that keep their preposition at the beginning of a content


def complement_extent(document: Document, cue: VerbCue, quotations: Sequence[Quotation], pack: Pack) -> Span | None:
    """The content that the cue's own complements make up; None where they do not fill its frame."""
    numeric = is_numeric(cue.entry, pack)
    slots = (*cue.entry.content, "attribute", "infinitive", *((NUMBER,) if numeric else ()))
    entry = _with_any_object(document, cue, pack)
    chosen = [c for c in cue.complements if not c.clitic and filled_slot(c, entry, document, pack) in slots]
    after = [c for c in chosen if c.head.index > cue.token.index]
    if any(c.clausal for c in chosen) and all(filled_slot(c, entry, document, pack) == "person" for c in after):
        after = []  # *«¿Hay plan?», preguntó una vecina {al alcalde}*
    chosen = _without_venues(after or chosen, pack)
    if not chosen:
        return None
    first, last = chosen[0], chosen[-1]
    slot = filled_slot(first, cue.entry, document, pack)
    called = first.slot in _PREFIXED and slot in cue.entry.needs and first.slot in cue.entry.content
    set_by = cue.entry.stance == "estimate" and slot in grammar_of(pack).numeric
    counted = set_by and has_number(document.tokens_in(first.bare)[:4])
    keeps = slot in _PREFIXED or called or first.marker is None or ((numeric or counted) and not first.clausal)
    start = first.span.start if keeps else first.bare.start
    if slot == "attribute" and first.marker is not None and first.slot == "attribute" and len(chosen) == 1:
        start = first.bare.start
    end = max(c.span.end for c in chosen)
    if last.head.index > cue.token.index:
        if last.clausal or numeric or last.slot not in ("object", "person", "attribute"):
            end = _before_narrative(document, cue.token, last.head, _with_adjuncts(document, cue.token, end), pack)
            end = _with_joined(document, cue.token, end)
        elif (bare := _bare_clause_end(document, end)) > end:
            end = bare
        else:
            end = _with_list(document, cue.token, _with_modifiers(document, cue.token, last.head, end, pack), pack)
    span = whole_quotations(Span(start, max(start, end)), quotations)
    span = cut_at_semicolon(document, span, quotations)
    if not any(c.clausal for c in chosen) and last.head.index > cue.token.index:
        span = _before_contrast(document, _before_explanation(document, span, quotations), quotations, pack)
    span = cut_tail(document, cue.token, _without_afterthought(document, span, quotations, pack), quotations, pack)
    return tidy(document.text, span, quotations)


def _without_venues(chosen: list[Complement], pack: Pack) -> list[Complement]:
    """Without what tells where it was said, beside a clause that tells what (*insistió, **en una entrevista**, en que no cabe*)."""
    if not any(c.clausal for c in chosen):
        return chosen
    venues, inside = load_words(pack).venues, grammar_of(pack).inside
    return [c for c in chosen if not (c.nominal and c.slot in inside and fold(c.head.text) in venues)] or chosen


def _with_any_object(document: Document, cue: VerbCue, pack: Pack) -> Verb:
    """The entry; where something else fills what it needs, any noun phrase is its object (*interpretó {el silencio como una negativa}*)."""
    entry = cue.entry
    needed = [slot for slot in entry.needs if slot != "object"]
    if "object" not in entry.content or not needed or entry.objects == "any":
        return entry
    filled = any(
        filled_slot(c, entry, document, pack) in needed
        for c in cue.complements
        if not c.clausal or "clause" not in needed
    )
    return replace(entry, objects="any") if filled else entry


def _before_narrative(document: Document, cue: Token, verb: Token, end: int, pack: Pack) -> int:
    """The end before a verb that goes on with the story, not with the content: *afirmó que votará en contra **y abandonó la sala***."""
    forms = (verb, *document.children_by(verb, "aux", "cop"))
    if not cue.has("Tense=Past") or any(t.has("Tense=Past") and t.has("VerbForm=Fin") for t in forms):
        return end
    for child in document.children_by(verb, "conj"):
        told = child.has("Tense=Past") and child.has("VerbForm=Fin") and not document.children_by(child, "nsubj")
        link = next((c for c in document.children_by(child, "cc") if c.index < child.index), None)
        reopened = link is not None and any(
            t.lower in grammar_of(pack).complementizers for t in document.tokens[link.index + 1 : link.index + 2]
        )  # *… **y que**, pese a ello, siguió abierto*
        if told and link is not None and link.start < end and not reopened:
            return document.tokens[link.index - 1].end
    return end


def _with_joined(document: Document, cue: Token, end: int) -> int:
    """A clause joined to the verb of saying that can only be part of what was said.

    It is in the conditional, the future as seen from then (*dijo que vendrían diez **y ayudarían ocho***; Nueva gramática 23.15), or counts
    what the clause before it counts (*dijo que diez soldados murieron **y ocho huyeron***).
    """
    for child in document.children_by(cue, "conj"):
        forms = (child, *document.children_by(child, "aux", "cop"))
        later = cue.has("Tense=Past") and any(t.has("Mood=Cnd") for t in forms)
        counted = any(s.tag == "NUM" and not document.children(s) for s in document.children_by(child, "nsubj"))
        if (later or counted) and not document.text[end : document.subtree_span(child).start].strip():
            end = document.subtree_span(child).end
    return end


def _bare_clause_end(document: Document, end: int) -> int:
    """Where a clause without its conjunction ends: a finite verb follows its subject at once (*reafirmó {la isla está lista}*)."""
    after = document.token_from(end)
    if (
        after is None
        or not (after.tag in ("VERB", "AUX") and after.has("VerbForm=Fin"))
        or document.text[end : after.start].strip()
    ):
        return end
    head = document.tokens[after.head] if after.relation in ("aux", "cop") else after
    return max(end, after.end, document.subtree_span(head).end if head.index > after.index else after.end)


def _with_modifiers(document: Document, cue: Token, head: Token, end: int, pack: Pack) -> int:
    """A noun phrase goes on with the prepositional phrase or quotation right behind it (*una partida de diez millones **para** la presa*).

    What tells where, when or to whom it was said does not belong to it (*en un comunicado, en Lima, a la prensa*).
    """
    grammar = grammar_of(pack)
    sentence = document.sentence_of(cue)
    for token in document.tokens[cue.index + 1 : sentence.last + 1]:
        if token.start < end:
            continue
        if document.text[end : token.start].strip():
            return end
        if token.text in '"“«‘' and not token.text.isalnum():
            end = token.end  # the whole quotation is taken in afterwards
            break
        predicate = token.lower in grammar.attribute_any and document.text[token.end : token.end + 2].strip(" ") in (
            '"',
            "“",
            "«",
        )
        if predicate:  # *celebró el fallo **como «un alivio»***
            end = document.tokens[token.index + 1].end
            break
        abstract = is_event_noun(head, pack)
        goes_on = token.lower in grammar.modifying or (token.lower in grammar.toward and abstract)
        goes_on = goes_on or (token.lower in grammar.agent and _is_reason(document, head, token))
        if token.tag != "ADP" or not (goes_on or _is_plain_place(document, token, pack)):
            return end
        governed = document.tokens[token.head]
        top = governed if governed.index > token.index else token
        if any(t.lower in grammar.time_nouns for t in document.tokens[token.index + 1 : token.index + 3]):
            return end
        end = max(end, document.subtree_span(top).end)
    return end


def _is_reason(document: Document, head: Token, preposition: Token) -> bool:
    """*indemnizaciones **por 12 millones***, *dos detenidos **por desórdenes***: a sum, or a bare noun behind what is counted."""
    after = document.tokens[preposition.index + 1]
    bare = after.tag == "NOUN" and after.head in (head.index, preposition.index, head.head)
    return after.tag == "NUM" or (bare and bool(document.children_by(head, "nummod")))


def _with_list(document: Document, cue: Token, end: int, pack: Pack) -> int:
    """A count goes on with the list behind it: *20 muertos en Piura, **7 en Tumbes y dos en Talara***, *58 en total: **45 en Arica** …*."""
    sentence = document.sentence_of(cue)
    counted = any(t.tag == "NUM" for t in document.tokens_in(Span(cue.end, end)))
    rest = [t for t in document.tokens[cue.index + 1 : sentence.last + 1] if t.start >= end]
    while rest and counted and (rest[0].tag == "PROPN" or rest[0].lower in grammar_of(pack).inside):
        rest.pop(0)  # the place of the first count
    if not counted or not rest or rest[0].text not in ",:" or any(t.tag in ("VERB", "AUX", "SCONJ") for t in rest):
        return end
    numbers = [t for t in rest if t.tag == "NUM"]
    return rest[-1].start if numbers and numbers[0].index <= rest[0].index + 3 and rest[-1].tag == "PUNCT" else end


def _is_plain_place(document: Document, preposition: Token, pack: Pack) -> bool:
    """A phrase of a common noun that is neither a venue nor a time (*retrasos **en algunas pruebas***)."""
    words = load_words(pack)
    noun = next(
        (t for t in document.tokens[preposition.index + 1 : preposition.index + 6] if t.tag in ("NOUN", "PROPN")), None
    )
    if noun is None or noun.tag == "PROPN" or preposition.lower in grammar_of(pack).toward:
        return False
    folded = fold(noun.text)
    return preposition.lower in grammar_of(pack).inside and folded not in words.venues and folded not in words.times


def is_event_noun(token: Token, pack: Pack) -> bool:
    """Whether the word names an event, an attitude or a saying (*su apoyo **a** los regantes*)."""
    lemmas, endings = pack.derived(event_nouns)
    return token.lemma in lemmas or (bool(endings) and token.lemma.endswith(endings))


def _without_afterthought(document: Document, span: Span, quotations: Sequence[Quotation], pack: Pack) -> Span:
    """Without what only looks back on the claim: *…, una advertencia a los vecinos*; *«…», hablando ante el Congreso*."""
    inside = document.tokens_in(span)
    ends = {q.outer.end for q in quotations if q.depth == 0 and q.outer.start > span.start}
    for number, token in enumerate(inside[:-2]):
        if number < 4 or any(q.outer.start < token.start < q.outer.end - 1 for q in quotations):
            continue
        after = inside[number + 1] if inside[number + 1].text != "," else inside[number + 2]
        if token.end in ends and after.has("VerbForm=Ger"):
            return Span(span.start, token.end)
        summary = token.text == "," and (
            _is_summary(document, inside, number, pack) or _is_framing(inside, number, pack)
        )
        if summary and not _commas_after(inside, number + 1):
            return Span(span.start, token.start)
    return span


def _is_summary(document: Document, inside: tuple[Token, ...], number: int, pack: Pack) -> bool:
    """A comma and an indefinite or bare noun phrase of an event or a saying, in apposition to the clause (*…, cifra que …*)."""
    window = inside[number + 1 : number + 5]
    bare = len(window) > 1 and window[0].tag == "NOUN" and window[1].lower in grammar_of(pack).complementizers
    if not window or not (bare or (window[0].tag == "DET" and window[0].has("Definite=Ind"))):
        return False
    noun = next((t for t in window if t.tag == "NOUN"), None)
    if noun is None:
        return False
    lemmas, endings = pack.derived(event_nouns)
    return noun.lemma in lemmas or (bool(endings) and noun.lemma.endswith(endings))


def _is_framing(inside: tuple[Token, ...], number: int, pack: Pack) -> bool:
    """A comma, *como* and a bare noun: *…, como parte de un pacto*."""
    first, second = inside[number + 1 : number + 3]
    return first.lower in grammar_of(pack).attribute_any and second.tag == "NOUN"


def _commas_after(inside: tuple[Token, ...], start: int) -> bool:
    """Whether a coordination follows, so that the phrase is one of a list."""
    return any(t.tag == "CCONJ" and i > 0 and inside[start + i - 1].text == "," for i, t in enumerate(inside[start:]))


def _with_adjuncts(document: Document, cue: Token, end: int) -> int:
    """Adjuncts that the parser hung on the cue though they follow its clause without a comma."""
    for child in document.children(cue):
        span = document.subtree_span(child)
        if span.start < end or child.relation not in ("obl", "advmod", "nmod", "obj", "advcl", "dep"):
            continue
        gap = document.text[end : span.start]
        if not gap.strip():
            end = span.end
    return end


def whole_quotations(span: Span, quotations: Sequence[Quotation]) -> Span:
    """The span, grown so that it cuts no outermost quotation in two."""
    for quotation in quotations:
        outer = quotation.outer
        cut = outer.overlaps(span) and not outer.contains(span)
        if cut and quotation.depth == 0 and quotation.mark != "—" and len(outer) < _LONGEST:
            span = span.cover(outer)
    return span


def tidy(text: str, span: Span, quotations: Sequence[Quotation]) -> Span:
    """Without outer punctuation, and without the marks where one quotation is all of it."""
    span = strip_span(text, span)
    for quotation in quotations:
        around = quotation.outer.contains(span) and quotation.inner.start >= span.start - 1
        if quotation.outer == span or (around and strip_span(text, quotation.outer) == span):
            return quotation.inner if len(quotation.inner) else span
        if quotation.closed and quotation.outer.start < span.start and span.end == quotation.outer.end:
            return Span(span.start, max(span.start, quotation.inner.end))  # *exige «que {caiga quien caiga}»*
    return span


def cut_at_semicolon(document: Document, span: Span, quotations: Sequence[Quotation]) -> Span:
    """A semicolon outside quotations ends a statement that is not a quotation itself."""
    for token in document.tokens_in(span):
        if token.text == ";" and not any(q.outer.start < token.start < q.outer.end for q in quotations):
            return strip_span(document.text, Span(span.start, token.start))
    return span


def _before_explanation(document: Document, span: Span, quotations: Sequence[Quotation]) -> Span:
    """A noun phrase ends at a colon with a clause behind it: *rechazó {la queja}: nadie la había firmado*."""
    inside = document.tokens_in(span)
    for number, token in enumerate(inside):
        if token.text == ":" and not any(q.outer.start < token.start < q.outer.end for q in quotations):
            clause = any(t.tag in ("VERB", "AUX") and t.has("VerbForm=Fin") for t in inside[number + 1 :])
            return strip_span(document.text, Span(span.start, token.start)) if clause else span
    return span


def _before_contrast(document: Document, span: Span, quotations: Sequence[Quotation], pack: Pack) -> Span:
    """A noun phrase ends at a comma and a contrast: *cifró {el seguimiento en el 54 %}, en tanto que la empresa …*."""
    phrases = [tuple(phrase.split()) for phrase in grammar_of(pack).contrast_phrases]
    for comma, token in pairwise(document.tokens_in(span)):
        if comma.text != "," or any(q.outer.start < token.start < q.outer.end for q in quotations):
            continue
        if any(match_words(document, token.index, words) for words in phrases):
            return strip_span(document.text, Span(span.start, comma.start))
    return span


def cut_before(span: Span, position: int, text: str) -> Span:
    """The part of ``span`` before ``position``."""
    return strip_span(text, Span(span.start, min(span.end, max(position, span.start))))


def skip_connectives(document: Document, index: int, limit: int, pack: Pack) -> int:
    """The index of the first token from ``index`` on that is no connective (*además,*) nor punctuation before ``limit``."""
    grammar = grammar_of(pack)
    phrases = sorted((tuple(c.split()) for c in grammar.connectives), key=len, reverse=True)
    while index < limit:
        token = document.tokens[index]
        if token.tag == "PUNCT" and token.text not in "\"“«‘¿¡'([":
            index += 1
            continue
        for words in phrases:
            window = document.tokens[index : index + len(words)]
            follows = document.tokens[index + len(words)] if index + len(words) < limit else None
            if follows is None or tuple(t.lower for t in window) != words:
                continue
            if follows.text == "," or (len(words) == 1 and token.tag == "CCONJ"):
                index += len(words)
                break
        else:
            return index
    return index


def rest_of_clause(document: Document, opener: Token, first: Token, quotations: Sequence[Quotation]) -> Span:
    """From ``first`` to the end of the clause that ``opener``, a conjunction or relative, opened before an insertion."""
    last = document.sentence_of(first).last
    verb = next(
        (t for t in document.tokens[first.index : last + 1] if t.tag in ("VERB", "AUX") and t.has("VerbForm=Fin")), None
    )
    end = document.tokens[last].end
    if verb is not None:
        top = document.head(verb) if verb.tag == "AUX" else verb
        reach = document.subtree_span(top or verb)
        if reach.start <= opener.start or verb.relation in ("acl", "ccomp", "advcl", "conj"):
            end = max(verb.end, reach.end)
    span = Span(first.start, max(first.start, min(end, document.tokens[last].end)))
    return tidy(document.text, whole_quotations(span, quotations), quotations)


def clause_start(document: Document, before: Token, pack: Pack) -> int:
    """Where the independent clause begins that ends with ``before``: the token index after a connective, a semicolon or a contrast."""
    sentence = document.sentence_of(before)
    contrast, known = grammar_of(pack).contrast, pack.derived(verb_index)
    start = sentence.first
    for index in range(before.index, sentence.first, -1):
        token, previous = document.tokens[index], document.tokens[index - 1]
        said_before = any(t.tag == "VERB" and t.lemma in known for t in document.tokens[sentence.first : index])
        if (
            token.text == ";"
            or (token.text == ":" and said_before)
            or (token.lower in contrast and previous.text in ",;" and said_before)
        ):
            start = index + 1
            if token.lower in contrast and index + 1 < before.index and document.tokens[index + 1].relation == "fixed":
                start = index + 2
            break
    return skip_connectives(document, start, before.index, pack)
