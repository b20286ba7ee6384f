"""Formulas: sources introduced without a verb of their own (*según X*, *a juicio de X*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careo.analyze.cues import verb_index
from careo.analyze.mentions import find_mention
from careo.analyze.noun_cues import noun_index
from careo.analyze.nouns import find_noun
from careo.analyze.offices import Pair
from careo.analyze.subjects import find_subject
from careo.analyze.voices import is_voice
from careo.analyze.words import grammar_of
from careo.lang.cues import Formula
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token

_CLOSING = '"”»’'
_MODIFIERS = ("det", "amod", "nummod", "case", "flat", "advmod", "cc", "mark", "fixed")


@dataclass(frozen=True, slots=True)
class FoundFormula:
    """A formula in place: its words, the head of its source, the verb in it (*según **informó** X*), and all its characters."""

    entry: Formula
    words: Span
    first: Token
    last: Token
    source: Token | None
    verb: Token | None
    span: Span
    relative: bool = False


def formula_index(pack: Pack) -> dict[str, tuple[tuple[tuple[str, ...], Formula], ...]]:
    """Formulas by their first word, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], Formula]]] = {}
    for entry in pack.slot(Formula):
        words = tuple(entry.words.split())
        index.setdefault(words[0], []).append((words, entry))
    return {k: tuple(sorted(v, key=lambda item: -len(item[0]))) for k, v in index.items()}


def find_formulas(document: Document, pack: Pack, pairs: Sequence[Pair] | None = None) -> tuple[FoundFormula, ...]:
    """Every formula whose complement can be a source, in text order."""
    index = pack.derived(formula_index)
    found: list[FoundFormula] = []
    skip_to = 0
    for token in document.tokens:
        if token.index < skip_to:
            continue
        for words, entry in index.get(token.lower, ()):
            if not _matches(document, token.index, words):
                continue
            formula = _formula(document, token, words, entry, (pack, pairs))
            if formula is not None:
                found.append(formula)
                skip_to = formula.last.index + 1
                break
    return tuple(found)


def _matches(document: Document, start: int, words: tuple[str, ...]) -> bool:
    """The words, with the last one possibly contracted with an article (*a juicio **del** juez*)."""
    window = document.tokens[start : start + len(words)]
    if len(window) < len(words):
        return False
    last, wanted = window[-1].lower, words[-1]
    contracted = len(words) > 1 and len(last) == len(wanted) + 1 and last.startswith(wanted[0])
    if last != wanted and not contracted:
        return False
    return all(token.lower == word for token, word in zip(window[:-1], words[:-1], strict=True))


def _formula(
    document: Document,
    first: Token,
    words: tuple[str, ...],
    entry: Formula,
    known: tuple[Pack, Sequence[Pair] | None],
) -> FoundFormula | None:
    pack, pairs = known
    last = document.tokens[first.index + len(words) - 1]
    sentence = document.sentence_of(first)
    if last.index >= sentence.last:
        return None
    if entry.complement == "none":
        return FoundFormula(entry, Span(first.start, last.end), first, last, None, None, Span(first.start, last.end))
    verb = _verb_inside(document, last, pack) if entry.complement == "clause" else None
    if verb is not None:
        subject = find_subject(document, verb, pack)
        if subject.passive:
            return None
        head = None if subject.inherited else subject.head
        if head is not None and (
            head.lower in grammar_of(pack).time_nouns or head.lemma in grammar_of(pack).time_nouns
        ):
            return None  # *según avanzaba la tarde*
        end = (
            _to_comma(document, verb) if head is None else max(verb.end, find_mention(document, head, pack, pairs).end)
        )
        return FoundFormula(entry, Span(first.start, verb.end), first, last, head, verb, Span(first.start, end))
    head = _complement_head(document, last, sentence.last)
    relative = _relative_complement(document, first, last, pack)
    if relative is not None:
        antecedent, end_token = relative
        return FoundFormula(
            entry,
            Span(first.start, last.end),
            first,
            end_token,
            antecedent,
            None,
            Span(first.start, end_token.end),
            True,
        )
    if head is None or head.lemma in grammar_of(pack).time_nouns or head.lower in grammar_of(pack).time_nouns:
        return None
    named = find_noun(document, head, pack)
    saying = (
        head.lemma in pack.derived(noun_index)
        or named is None
        or (named.source is not None and named.source.kind == "document")
    )
    possessor = saying and any(c.has("Poss=Yes") for c in document.children(head))
    if not possessor and not is_voice(document, head, pack, entry.complement == "voice"):
        return None
    mention = find_mention(document, head, pack, pairs)
    span = Span(first.start, max(mention.end, head.end))
    if entry.position == "edge" and not _at_edge(document, first, span, grammar_of(pack).copulas):
        return None
    return FoundFormula(entry, Span(first.start, last.end), first, last, None if possessor else head, None, span)


def _relative_complement(
    document: Document, first: Token, last: Token, pack: Pack
) -> tuple[Token | None, Token] | None:
    """*un informe según **el cual** …*: the antecedent, and the relative pronoun; None for any other complement."""
    grammar = grammar_of(pack)
    words = tuple(w for w in grammar.relatives if w not in grammar.complementizers)
    pronoun = next((t for t in document.tokens[last.index + 1 : last.index + 3] if t.lower in words), None)
    if pronoun is None or document.sentence_of(pronoun) != document.sentence_of(first):
        return None
    sentence = document.sentence_of(first)
    before = [
        t for t in document.tokens[max(sentence.first, first.index - 4) : first.index] if t.tag in ("NOUN", "PROPN")
    ]
    antecedent = before[-1] if before else None
    while antecedent is not None and antecedent.relation == "flat" and antecedent.head < antecedent.index:
        antecedent = document.tokens[antecedent.head]
    return antecedent, pronoun


def _to_comma(document: Document, verb: Token) -> int:
    """The end of the verb's adjuncts: the next comma or stop, if it is near (*según adelantó anoche en sus redes, …*)."""
    sentence = document.sentence_of(verb)
    for token in document.tokens[verb.index + 1 : min(verb.index + 10, sentence.last + 1)]:
        if token.text in ",.;:":
            return document.tokens[token.index - 1].end
    return verb.end


def _verb_inside(document: Document, last: Token, pack: Pack) -> Token | None:
    """*según (ha) informó / explicó ayer X*: a verb of saying among the next words, before any noun."""
    index = pack.derived(verb_index)
    for token in document.tokens[last.index + 1 : last.index + 6]:
        if token.tag == "VERB" and token.lemma in index:
            return token
        if token.tag not in ("AUX", "ADV", "PRON", "VERB") or token.text in ".,;":
            return None
    return None


def _complement_head(document: Document, last: Token, limit: int) -> Token | None:
    token = document.tokens[last.index + 1]
    while token.relation in _MODIFIERS and last.index < token.head <= limit and token.head != token.index:
        if document.tokens[token.head].index < token.index and token.relation != "flat":
            break
        token = document.tokens[token.head]
    if token.tag == "DET" and token.index < limit:
        token = document.tokens[token.index + 1]
    return token if token.tag in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X") else None


def _at_edge(document: Document, first: Token, span: Span, copulas: tuple[str, ...]) -> bool:
    """Set off by punctuation, or at the beginning and right before a copula (*para el sindicato fue total*)."""
    sentence = document.sentence_of(first)
    before = document.tokens[first.index - 1] if first.index > sentence.first else None
    after = next((t for t in document.tokens[first.index : sentence.last + 1] if t.start >= span.end), None)
    opens = before is None or _sets_off(before, first) or before.tag in ("CCONJ", "SCONJ")
    closes = after is None or after.text in ",.;:" or after.lemma in copulas
    return opens and closes and not (before is None and after is None)


def _sets_off(mark: Token, first: Token) -> bool:
    """Whether a mark parts what follows from what comes before: not one that closes a quotation (*«nada» para los socios*)."""
    return mark.tag == "PUNCT" and (mark.text not in _CLOSING or mark.end == first.start)
