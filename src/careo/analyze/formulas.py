"""Formulas: sources introduced without a verb of their own (*según X*, *a juicio de X*), and how far what they say reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careo.analyze.attribution import Attribution
from careo.analyze.contents import Quoted
from careo.analyze.cues import verb_index
from careo.analyze.extents import (
    clause_start,
    cut_at_semicolon,
    rest_of_clause,
    skip_connectives,
    tidy,
    whole_quotations,
)
from careo.analyze.mentions import find_mention
from careo.analyze.noun_cues import noun_index
from careo.analyze.nouns import find_noun
from careo.analyze.offices import Pair
from careo.analyze.senses import has_number
from careo.analyze.subjects import find_subject
from careo.analyze.voices import is_voice
from careo.analyze.words import grammar_of, is_finite, strip_span
from careo.lang.cues import Formula
from careo.lang.pack import Pack
from careo.model import Reason, Span
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
    return (before[-1] if before else None), pronoun


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


def formula_parts(
    document: Document, formula: FoundFormula, quoted: Quoted, pack: Pack, earlier: FoundFormula | None = None
) -> tuple[Span, ...]:
    """What the formula's source says: the clause after it, before it, or around it. Empty where there is no clause.

    Behind an ``earlier`` formula of the sentence only what stands between is said (*42 según unos **y a 15** según otros*).
    """
    sentence = document.sentence_of(formula.first)
    text = document.text
    aside = _find_parenthesis(document, formula)
    if aside is not None:
        return _beside(document, formula, aside, quoted)
    after = next(
        (t for t in document.tokens[formula.last.index : sentence.last + 1] if t.start >= formula.span.end), None
    )
    after = _behind_aside(document, formula, after, sentence.last)
    after_comma = (
        document.tokens[after.index + 1]
        if after is not None and after.text == "," and after.index < sentence.last
        else after
    )
    start = clause_start(document, formula.first, pack) if formula.first.index > sentence.first else formula.first.index
    before = document.tokens[formula.first.index - 1] if formula.first.index > sentence.first else None
    if formula.relative:
        span = rest_of_clause(document, formula.last, after or formula.last, quoted.all)
        return (span,) if after is not None and len(span) > 3 else ()
    if earlier is not None and before is not None:
        between = _between(document, earlier, formula, quoted, pack)
        if between is not None:
            return (between,)
    if start >= formula.first.index or before is None or before.text == ":":
        return _forward(document, after_comma, sentence.last, quoted, pack)
    opener = (
        before if before.text != "," or formula.first.index - 2 < sentence.first else document.tokens[before.index - 1]
    )
    grammar = grammar_of(pack)
    openers = (*grammar.relatives, *grammar.complementizers, *grammar.relative_adverbs)
    if after_comma is not None and (opener.lower in openers or opener.tag in ("SCONJ", "CCONJ")):
        span = rest_of_clause(document, opener, after_comma, quoted.all)
        counted = _find_counted(document, opener, sentence.first)
        whole = (tidy(text, Span(counted.start, opener.end), quoted.all),) if counted is not None else ()
        return (*whole, span) if len(span) > 3 else ()
    start = _after_subordinator(document, start, formula.first.index)
    if (
        after is not None
        and after.text == ","
        and after.index < sentence.last
        and not _is_whole(document, start, formula.first.index)
    ):
        span = Span(document.tokens[start].start, document.tokens[sentence.last].end)
        span = cut_at_semicolon(document, whole_quotations(span, quoted.all), quoted.all)
        return (tidy(text, span, quoted.all),)
    end = before.start if before.text == "(" else formula.first.start
    head_part = tidy(text, whole_quotations(Span(document.tokens[start].start, end), quoted.all), quoted.all)
    if _has_verb(document, head_part):
        return (head_part,)
    if after_comma is None:
        return (head_part,) if len(head_part) > 12 else ()
    tail = _forward(document, after_comma, sentence.last, quoted, pack)
    return (head_part, *tail) if tail and len(head_part) else tail


def _find_counted(document: Document, relative: Token, first: int) -> Token | None:
    """The beginning of the number that a relative clause is about (***las 500.000 personas** que según el gremio acudieron*)."""
    noun = document.tokens[relative.index - 1] if relative.index > first else None
    numbers = () if noun is None else (noun,) if noun.tag == "NUM" else document.children_by(noun, "nummod")
    if noun is None or not numbers or not relative.has("PronType=Int,Rel"):
        return None
    return numbers[0]


def _find_parenthesis(document: Document, formula: FoundFormula) -> Span | None:
    """The characters between the parentheses around a formula, where they hold more than the formula."""
    sentence = document.sentence_of(formula.first)
    before = document.tokens[sentence.first : formula.first.index]
    opening = next((t for t in reversed(before) if t.text in "()"), None)
    after = (t for t in document.tokens[formula.last.index : sentence.last + 1] if t.start >= formula.span.end)
    closing = next((t for t in after if t.text in "()"), None)
    if opening is None or opening.text == ")" or closing is None or closing.text == "(":
        return None
    inside = Span(opening.end, closing.start)
    words = [t for t in document.tokens_in(inside) if t.tag != "PUNCT" and not formula.span.contains(t.span)]
    return inside if any(t.tag in ("NUM", "NOUN", "VERB", "AUX") for t in words) else None


def _beside(document: Document, formula: FoundFormula, aside: Span, quoted: Quoted) -> tuple[Span, ...]:
    """What a formula in parentheses says: what stands with it there (*Barcelona (110.000 **según la policía**)*)."""
    pieces = (Span(aside.start, formula.span.start), Span(formula.span.end, aside.end))
    tidied = (tidy(document.text, piece, quoted.all) for piece in pieces)
    return tuple(piece for piece in tidied if document.tokens_in(piece))


def _between(
    document: Document, earlier: FoundFormula, formula: FoundFormula, quoted: Quoted, pack: Pack
) -> Span | None:
    """What stands between two formulas of a sentence, where it holds a verb or a number."""
    if earlier.span.end > formula.span.start:
        return None
    start = skip_connectives(document, _index_from(document, earlier.span.end), formula.first.index, pack)
    if start >= formula.first.index:
        return None
    span = tidy(document.text, Span(document.tokens[start].start, formula.first.start), quoted.all)
    counted = has_number(document.tokens_in(span))
    return span if counted or _has_verb(document, span) else None


def _behind_aside(document: Document, formula: FoundFormula, after: Token | None, last: int) -> Token | None:
    """The comma behind an aside on the source (*según el geólogo, **consultado ayer,** …*; *para el gremio, **que reúne a 300,** …*)."""
    if after is None or after.text != "," or after.index + 2 > last:
        return after
    opening = document.tokens[after.index + 1]
    inside = document.tokens_in(formula.span)
    relatives = (c for t in inside for c in document.children_by(t, "acl") if c.index > after.index)
    clause = next((c for c in relatives if document.edges(c)[0].index <= opening.index), None)
    start = after.index + 2
    if clause is not None:
        start = document.edges(clause)[1].index
        limit = start + 2
    elif opening.has("VerbForm=Part"):
        limit = after.index + 10
    else:
        return after
    closing = next((t for t in document.tokens[start : min(limit, last)] if t.text == ","), None)
    return closing or after


def _after_subordinator(document: Document, start: int, end: int) -> int:
    """The token behind the last conjunction that opens a clause behind a comma (*…, **pues** su presencia, a su juicio, …*)."""
    for index in range(end - 1, start, -1):
        token, before = document.tokens[index], document.tokens[index - 1]
        if before.text == "," and token.tag in ("SCONJ", "CCONJ") and not token.has("PronType=Int,Rel"):
            return index + 1 if index + 1 < end else start
    return start


def _is_whole(document: Document, start: int, end: int) -> bool:
    """Whether the words before a formula make a clause with something behind its verb; else the formula only interrupts it."""
    verbs = [t.index for t in document.tokens[start:end] if t.tag in ("VERB", "AUX") and is_finite(document, t)]
    words = [t.index for t in document.tokens[start:end] if t.tag != "PUNCT"]
    return bool(verbs) and verbs[-1] != words[-1] and document.tokens[verbs[-1]].relation not in ("acl", "advcl")


def _index_from(document: Document, position: int) -> int:
    token = document.token_from(position)
    return token.index if token is not None else len(document.tokens) - 1


def _forward(document: Document, first: Token | None, last: int, quoted: Quoted, pack: Pack) -> tuple[Span, ...]:
    if first is None:
        return ()
    start = skip_connectives(document, first.index, last, pack)
    if document.tokens[start].lower in grammar_of(pack).complementizers:
        start += 1
    span = Span(document.tokens[min(start, last)].start, document.tokens[last].end)
    span = cut_at_semicolon(document, whole_quotations(span, quoted.all), quoted.all)
    span = tidy(document.text, span, quoted.all)
    return (span,) if _has_verb(document, span) or len(document.tokens_in(span)) > 3 else ()


def _has_verb(document: Document, span: Span) -> bool:
    return any(
        is_finite(document, t) for t in document.tokens_in(span) if t.tag in ("VERB", "AUX", "ADJ", "NOUN", "PRON")
    )


def formula_attribution(
    document: Document, formula: FoundFormula, quoted: Quoted, pack: Pack, earlier: FoundFormula | None = None
) -> Attribution | None:
    """The attribution that the formula makes; None where it has no clause."""
    parts = tuple(p for p in formula_parts(document, formula, quoted, pack, earlier) if len(p))
    if not parts:
        return None
    whole = next((q for q in quoted.outer if len(parts) == 1 and q.inner == parts[0]), None)
    cue = formula.verb or formula.last
    return Attribution(
        "formula",
        parts,
        cue,
        strip_span(document.text, formula.words),
        formula.entry,
        formula.source,
        cue,
        "formula",
        quotation=whole,
        reasons=(Reason(f"formula:{formula.entry.words}", formula.words),),
    )
