"""Complements that hang elsewhere in the tree: on the object of their verb, or behind what stands between.

A phrase behind an object can hang on the verb or on the object; the verb's frame decides. Where a verb asks for a preposition with a
number, an infinitive, a clause or a predicate, it is looked for inside its object too (*cifró la asistencia **en 70.000***, *acusó al
club **de ocultar** las pérdidas*, *tachó la norma **de «parche»***). And a *que* behind a verb of saying with nothing but its subject,
adjuncts and asides between opens its clause (*informó el día 3, citando a testigos, **que** …*).
"""

from __future__ import annotations

from collections.abc import Iterator

from careo.analyze.complements import Complement, find_complements
from careo.analyze.nouns import find_noun
from careo.analyze.senses import has_number
from careo.analyze.words import grammar_of, is_finite, preposition_of
from careo.lang.grammar import Grammar
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token

_REACH = 22  # tokens between a verb and its displaced clause
_MARKS = '"“«‘'


def find_displaced(
    document: Document, verb: Token, complements: tuple[Complement, ...], pack: Pack
) -> tuple[Complement, ...]:
    """A clause that follows the verb but hangs elsewhere, and what hangs on the verb's object though the verb may ask for it."""
    if verb.relation == "aux" and (infinitive := document.tokens[verb.head]).has("VerbForm=Inf"):
        span = Span(infinitive.start, document.subtree_span(infinitive).end)  # *baraja {cerrar dos plantas}*
        return (Complement("infinitive", infinitive, span),)
    if any(c.clausal for c in complements):
        return ()
    clause = _clause(document, verb, pack) or _bare_clause(document, verb)
    hung = (*_hung_on_object(document, verb, complements, pack), *_hung_on_time(document, verb, pack))
    return (clause,) if clause is not None else hung


def _hung_on_time(document: Document, verb: Token, pack: Pack) -> Iterator[Complement]:
    """A number with its preposition that the parser hung on the day before it (*hablaba el jueves {de 7.500}*)."""
    for time in document.children_by(verb, "obl", "obj", "nmod", "advmod"):
        if time.index < verb.index or time.lower not in grammar_of(pack).time_nouns:
            continue
        for inner in find_complements(document, time, pack):
            if (
                inner.marker is not None
                and inner.head.index > time.index
                and has_number(document.tokens_in(inner.bare)[:4])
            ):
                yield inner


def _hung_on_object(
    document: Document, verb: Token, complements: tuple[Complement, ...], pack: Pack
) -> Iterator[Complement]:
    """Phrases with a preposition inside an object behind the verb that the verb's frame may want."""
    for complement in complements:
        if not complement.nominal or complement.slot not in ("object", "person") or complement.head.index < verb.index:
            continue
        for noun in document.subtree(complement.head):
            if noun.tag not in ("NOUN", "PROPN", "PRON", "ADJ"):
                continue
            for inner in find_complements(document, noun, pack):
                counts = inner.head.relation == "nummod"  # *elevó {a 43} los fallecidos*
                behind = inner.marker is not None and (inner.head.index > noun.index or counts)
                if behind and _may_be_wanted(document, inner, grammar_of(pack)):
                    yield inner


def _may_be_wanted(document: Document, complement: Complement, grammar: Grammar) -> bool:
    """A clause, an infinitive, a number, or a bare predicate (*de «parche»*, *de cobarde*)."""
    infinitive = any(t.has("VerbForm=Inf") for t in (complement.head, *document.children_by(complement.head, "aux")))
    assert complement.marker is not None
    inside = document.tokens_in(complement.bare)[:4]
    commas = [n for n, t in enumerate(inside) if t.text == ","]
    if complement.clausal or infinitive or has_number(inside[: commas[0] if commas else 4]):
        return True
    first = document.token_from(complement.marker.end)
    bare = first is not None and first.tag in ("ADJ", "NOUN") and first.text[:1].islower()
    whole = (
        complement.marker.of(document.text).lower() not in grammar.contractions
    )  # *del texto* has its article inside
    return complement.slot == "attribute" or (bare and whole) or (first is not None and first.text in _MARKS)


def _clause(document: Document, verb: Token, pack: Pack) -> Complement | None:
    grammar = grammar_of(pack)
    sentence = document.sentence_of(verb)
    limit = min(sentence.last, verb.index + _REACH)
    for token in document.tokens[verb.index + 1 : limit]:
        if token.index == verb.index + 1 and token.lower in grammar.questions:
            return _opened(document, token, sentence.last, grammar)
        if token.lower in grammar.complementizers and token.tag in ("SCONJ", "PRON"):
            return _opened(document, token, sentence.last, grammar) if _may_open(document, verb, token, pack) else None
        if token.text in ".;:!?" or (
            token.tag in ("VERB", "AUX") and is_finite(document, token) and token.index > verb.index + 1
        ):
            return None
    return None


def _bare_clause(document: Document, verb: Token) -> Complement | None:
    """A clause without *que* right behind a verb that is one itself: *«Ana repitió {el taller está parado}», contó su socio*."""
    for other in document.children_by(document.tokens[verb.head], "ccomp"):
        if verb.relation == "ccomp" and document.edges(other)[0].index == verb.index + 1:
            return Complement("clause", other, document.subtree_span(other), clausal=True)
    return None


def _may_open(document: Document, verb: Token, word: Token, pack: Pack) -> bool:
    """Whether *que* opens the verb's clause and is no relative to the noun before it."""
    grammar = grammar_of(pack)
    previous = document.tokens[word.index - 1]
    if previous.index == verb.index or previous.tag in ("ADV", "VERB") or previous.lower in grammar.time_nouns:
        return True
    if previous.tag == "PUNCT":
        clause = document.tokens[word.head]
        antecedent = document.tokens[clause.head] if clause.relation == "acl" else None
        if antecedent is not None and antecedent.head == verb.index and antecedent.relation in ("nsubj", "obj"):
            return False  # *declaró la perito, que dijo …*
        return previous.text in ',”»"' and _closes_aside(document, verb, previous)
    if previous.tag in ("ADP", "CCONJ", "DET"):
        return False
    noun = previous
    marked = preposition_of(document, noun, grammar) is not None or noun.lower in grammar.time_nouns
    inverted = noun.head == verb.index and not any(c.index < verb.index for c in document.children_by(verb, "nsubj"))
    speaks = noun.tag == "PROPN" or find_noun(document, noun, pack) is not None
    if inverted and speaks and noun.relation in ("obj", "iobj", "dep"):
        return True  # *adujo la inquilina que …*
    return (noun.head == verb.index and (marked or noun.relation == "nsubj")) or (marked and noun.tag != "PRON")


def _closes_aside(document: Document, verb: Token, comma: Token) -> bool:
    """An aside between commas: another comma after the verb."""
    return any(t.text == "," for t in document.tokens[verb.index + 1 : comma.index])


def _opened(document: Document, word: Token, last: int, grammar: Grammar) -> Complement | None:
    clause = list(document.tokens[word.index + 1 : last + 1])
    head = next((t for t in clause if t.tag in ("VERB", "AUX", "ADJ") and is_finite(document, t)), None)
    if head is not None and head.relation in ("aux", "cop") and head.head > head.index:
        head = document.tokens[head.head]
    marker = word.span if word.lower in grammar.complementizers else None
    if head is None:
        return None
    end = max(document.subtree_span(head).end, head.end)
    stop = document.tokens[last].end
    return Complement("clause", head, Span(word.start, max(word.end, min(end, stop))), marker, clausal=True)
