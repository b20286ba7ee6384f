"""Reaches: how far what a formula's source says goes in its sentence, and the attribution that comes of it."""

from __future__ import annotations

from careo.analyze.attribution import Attribution
from careo.analyze.contents import Quoted
from careo.analyze.extents import (
    clause_start,
    cut_at_semicolon,
    rest_of_clause,
    skip_connectives,
    tidy,
    whole_quotations,
)
from careo.analyze.formulas import FoundFormula
from careo.analyze.senses import has_number
from careo.analyze.words import grammar_of, is_finite, strip_span
from careo.lang.pack import Pack
from careo.model import Reason, Span
from careo.text import Document, Token

_FRAGMENT = 8  # words that may stand for a clause between two formulas


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
    if earlier is not None and before is not None and before.tag != "CCONJ":
        between = _between(document, earlier, formula, quoted, pack)
        if between is not None:
            return (between,)
    if start >= formula.first.index or before is None or before.text == ":":
        return _forward(document, after_comma, sentence.last, quoted, pack)
    opener = (
        before if before.text != "," or formula.first.index - 2 < sentence.first else document.tokens[before.index - 1]
    )
    opened = _behind_opener(document, formula, opener, after_comma, (quoted, pack))
    if opened is not None:
        return opened
    begin = _behind_colon(document, start, formula.first.index)
    if begin > start:
        return (tidy(text, Span(document.tokens[begin].start, formula.first.start), quoted.all),)
    start = _after_subordinator(document, start, formula.first.index)
    if (
        after is not None
        and after.text == ","
        and after.index < sentence.last
        and not _is_whole(document, start, formula.first.index)
        and not _runs_out(document, formula, after, sentence.last)
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


def _behind_opener(
    document: Document, formula: FoundFormula, opener: Token, first: Token | None, known: tuple[Quoted, Pack]
) -> tuple[Span, ...] | None:
    """The clause that a conjunction or a relative opens before the formula (*que **según la policía** …*); None where none does."""
    quoted, pack = known
    grammar = grammar_of(pack)
    openers = (*grammar.relatives, *grammar.complementizers, *grammar.relative_adverbs)
    if first is None or not (opener.lower in openers or opener.tag in ("SCONJ", "CCONJ")):
        return None
    span = rest_of_clause(document, opener, first, quoted.all)
    counted = _find_counted(document, opener, document.sentence_of(formula.first).first)
    whole = (tidy(document.text, Span(counted.start, opener.end), quoted.all),) if counted is not None else ()
    return (*whole, span) if len(span) > 3 else ()


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
    counted = has_number(document.tokens_in(span)) or _is_fragment(document, start, formula)
    return span if counted or _has_verb(document, span) else None


def _is_fragment(document: Document, start: int, formula: FoundFormula) -> bool:
    """A few words joined to what an earlier formula ends (*300 según unos **y más del doble** a juicio de otros*)."""
    joined = start > 0 and document.tokens[start - 1].tag == "CCONJ"
    after = document.token_from(formula.span.end)
    return joined and formula.first.index - start <= _FRAGMENT and (after is None or after.tag == "PUNCT")


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


def _behind_colon(document: Document, start: int, end: int) -> int:
    """Where a count behind a colon begins (*Los gastos divergen: **480 millones**, a juicio de la Cámara*)."""
    colon = next((i for i in range(end - 1, start, -1) if document.tokens[i].text == ":"), None)
    if colon is None or colon + 1 >= end:
        return start
    rest = document.tokens[colon + 1 : end]
    counted = rest[0].tag in ("NUM", "SYM") and not any(t.tag in ("VERB", "AUX") for t in rest)
    return colon + 1 if counted else start


def _runs_out(document: Document, formula: FoundFormula, after: Token, last: int) -> bool:
    """Whether a relative clause on the source goes on to the end (*…, según el perito, **que teme más fallos***)."""
    relatives = (c for t in document.tokens_in(formula.span) for c in document.children_by(t, "acl"))
    return any(c.index > after.index and document.edges(c)[1].index >= last - 1 for c in relatives)


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
