"""Complements that the parser hung elsewhere, found again by the order of words.

A *que* behind a verb of saying with nothing but its subject, adjuncts and asides between opens its clause (*informó el día 3, citando a
testigos, **que** …*), and a noun phrase of saying right behind it is its object (*desestimó **las acusaciones de que** …*).
"""

from __future__ import annotations

from careo.analyze.complements import Complement
from careo.analyze.nouns import find_noun
from careo.analyze.words import grammar_of, is_finite, preposition_of
from careo.lang.grammar import Grammar
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token

_REACH = 22  # tokens between a verb and its displaced clause


def find_displaced(
    document: Document, verb: Token, complements: tuple[Complement, ...], pack: Pack
) -> tuple[Complement, ...]:
    """A clause or object that follows the verb but hangs elsewhere in the tree."""
    grammar = grammar_of(pack)
    found: list[Complement] = []
    infinitive = _infinitive(document, verb)
    if infinitive is not None and not complements:
        found.append(infinitive)
    if not any(c.clausal for c in complements):
        clause = _clause(document, verb, pack)
        if clause is not None:
            found.append(clause)
    if not any(c.slot == "object" and not c.clitic for c in complements):
        phrase = _object(document, verb, grammar)
        if phrase is not None:
            found.append(phrase)
    if not any(c.slot == "attribute" for c in complements):
        attribute = _attribute(document, verb, grammar)
        if attribute is not None:
            found.append(attribute)
    taken = [c.span for c in (*complements, *found)]
    if any(c.slot == "person" for c in complements) and not any(c.slot in grammar.attribute for c in complements):
        charge = _charge(document, verb, grammar)
        if charge is not None:
            found.append(charge)
    marked = _marked(document, verb, grammar)
    if marked is not None and not any(s.start == marked.span.start for s in taken):
        found.append(marked)
    return tuple(found)


def _attribute(document: Document, verb: Token, grammar: Grammar) -> Complement | None:
    """A predicate hung on the object before it: *tachó al árbitro **de cobarde***, *definió la obra **como una fábula***."""
    sentence = document.sentence_of(verb)
    found: Token | None = None
    for token in document.tokens[verb.index + 1 : min(sentence.last, verb.index + _REACH)]:
        if token.text in ",.;:!?" or (token.tag in ("VERB", "AUX") and is_finite(document, token)):
            break
        after = document.tokens[token.index + 1]
        bare = after.tag in ("ADJ", "NOUN") and after.text[:1].islower()
        if token.lower in grammar.attribute_any or (
            token.lower in grammar.attribute and (bare or after.text in '"“«‘')
        ):
            found = token
    if found is None or found.index == verb.index + 1:
        return None
    after = next(t for t in document.tokens[found.index + 1 : sentence.last + 1] if t.tag != "PUNCT")
    top = document.tokens[after.head]
    head = top if found.index < top.index <= after.index + 4 else after
    end = max(document.subtree_span(head).end, head.end)
    return Complement("attribute", head, Span(found.start, end), found.span, nominal=True)


def _infinitive(document: Document, verb: Token) -> Complement | None:
    """An infinitive right behind the verb that the parser made the head of the sentence (*dice **haber visto** …*)."""
    following = document.next_token(verb)
    if following is None or not following.has("VerbForm=Inf"):
        return None
    head = document.tokens[following.head] if following.relation == "aux" else following
    if head.index < following.index:
        return None
    return Complement("infinitive", head, Span(following.start, max(head.end, document.subtree_span(head).end)))


def _charge(document: Document, verb: Token, grammar: Grammar) -> Complement | None:
    """A bare noun behind a person and a preposition: *acusó al gobernador **de desvío de fondos***."""
    sentence = document.sentence_of(verb)
    for token in document.tokens[verb.index + 2 : min(sentence.last, verb.index + 12)]:
        if token.text in ".,;:!?" or (token.tag in ("VERB", "AUX") and is_finite(document, token)):
            return None
        after = document.tokens[token.index + 1]
        if (
            token.lower in grammar.attribute
            and after.tag in ("NOUN", "ADJ")
            and after.text[:1].islower()
            and after.relation != "amod"
        ):
            return Complement(
                token.lower, after, Span(token.start, document.subtree_span(after).end), token.span, nominal=True
            )
    return None


def _marked(document: Document, verb: Token, grammar: Grammar) -> Complement | None:
    """A preposition with an infinitive, a clause or a number, hung on the noun before it (*acusó al club **de ocultar** …*)."""
    sentence = document.sentence_of(verb)
    for token in document.tokens[verb.index + 1 : min(sentence.last, verb.index + _REACH)]:
        if token.text in ".;:!?" or (token.tag in ("VERB", "AUX") and is_finite(document, token)):
            return None
        after = document.tokens[token.index + 1]
        if token.has("VerbForm=Inf") and token.index > verb.index + 1:
            previous = document.tokens[token.index - 1]
            if previous.tag in ("NOUN", "PROPN", "ADJ"):
                return Complement("infinitive", token, Span(token.start, document.subtree_span(token).end))
            return None
        previous = document.tokens[token.index - 1]
        if token.tag != "ADP" or previous.tag in ("ADV", "ADP", "PUNCT", "CCONJ"):
            continue  # *después de que*, *a pesar de que* open adjuncts
        opened = after.has("VerbForm=Inf") or after.lower in grammar.complementizers
        window = document.tokens[token.index + 1 : min(token.index + 4, sentence.last)]
        counted = next((t for t in window if t.tag == "NUM" or t.text[:1].isdigit()), None)
        if not opened and counted is None:
            continue
        clause = next((t for t in document.tokens[after.index : sentence.last + 1] if t.tag in ("VERB", "AUX")), after)
        head = clause if opened else counted
        assert head is not None
        end = max(document.subtree_span(head).end, _phrase_end(document, head))
        if token.lower not in grammar.person or not opened or after.lower not in grammar.complementizers:
            name = grammar.contractions.get(token.lower, token.lower)
            opener = after.end if after.lower in grammar.complementizers else token.end
            return Complement(
                name, head, Span(token.start, end), Span(token.start, opener), clausal=opened, nominal=not opened
            )
    return None


def _phrase_end(document: Document, head: Token) -> int:
    """The end of the noun phrase that a number belongs to."""
    top = document.tokens[head.head]
    return document.subtree_span(top).end if head.index < top.index <= head.index + 3 else head.end


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
    noun = _phrase_head(document, verb, previous)
    marked = preposition_of(document, noun, grammar) is not None or noun.lower in grammar.time_nouns
    inverted = noun.head == verb.index and not any(c.index < verb.index for c in document.children_by(verb, "nsubj"))
    speaks = noun.tag == "PROPN" or find_noun(document, noun, pack) is not None
    if inverted and speaks and noun.relation in ("obj", "iobj", "dep"):
        return True  # *adujo la inquilina que …*
    return (noun.head == verb.index and (marked or noun.relation == "nsubj")) or (marked and noun.tag != "PRON")


def _closes_aside(document: Document, verb: Token, comma: Token) -> bool:
    """An aside between commas: another comma after the verb."""
    return any(t.text == "," for t in document.tokens[verb.index + 1 : comma.index])


def _phrase_head(document: Document, verb: Token, token: Token) -> Token:
    while token.head != token.index and verb.index < token.head < token.index:
        token = document.tokens[token.head]
    return token


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


def _object(document: Document, verb: Token, grammar: Grammar) -> Complement | None:
    """A noun phrase right behind a finite verb or participle, hung on a later verb by the parser."""
    if verb.index + 1 >= len(document.tokens):
        return None
    first = document.tokens[verb.index + 1]
    sentence = document.sentence_of(verb)
    if first.index > sentence.last or first.tag not in ("DET", "NOUN"):
        return None
    noun = next(
        (t for t in document.tokens[first.index : min(first.index + 4, sentence.last)] if t.tag == "NOUN"), None
    )
    if noun is None or noun.head == verb.index or noun.lower in grammar.time_nouns or noun.head <= noun.index:
        return None
    if noun.head > sentence.last or document.tokens[noun.head].head != verb.index:
        return None
    end = max(document.subtree_span(noun).end, document.subtree_span(document.tokens[noun.head]).end)
    return Complement("object", noun, Span(first.start, end), nominal=True)
