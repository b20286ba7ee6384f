"""From the text of a document to its figures: quantities, what they count, their category and owner."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from careo.analyze.figures.answers import is_only
from careo.analyze.figures.changes import find_former, find_governors, mark_former
from careo.analyze.figures.counted import Counted, find_counted, is_difference
from careo.analyze.figures.currencies import is_aside, settle_signs
from careo.analyze.figures.exclusions import ExclusionRules, is_elliptic
from careo.analyze.figures.lexemes import Lexeme, find_lexemes, fold_word
from careo.analyze.figures.owners import OwnerFinder
from careo.analyze.figures.parts import find_parts
from careo.analyze.figures.phrases import ActorFinder
from careo.analyze.figures.plans import is_planned
from careo.analyze.figures.quantities import Quantity, QuantityGrammar, bounded
from careo.analyze.figures.rates import RateFinder, build_rates, inherit_rate
from careo.analyze.figures.references import LARGE, resolve_references
from careo.analyze.figures.rows import Row
from careo.analyze.figures.triggers import Triggers, build_triggers
from careo.analyze.figures.vocabulary import Vocabulary, build_vocabulary
from careo.analyze.figures.warrants import Warrant, WarrantFinder
from careo.analyze.separators import Separators, decide_separators
from careo.lang.pack import Pack
from careo.model import Figure, Reason, Span
from careo.text import Document

BACK = 2
"""Sentences back that the currency of an amount may lie."""
FAR = 5
"""The same where the amount is said to be of losses, costs and the like."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure in the making, with what it was made from. ``borrowed``: its currency is that of the one before;
    ``denied``: it is named to say that it is wrong (*no son **140**, sino 210*), or counts nobody (*siete muertos menos*).
    """

    figure: Figure
    quantity: Quantity
    counted: Counted
    warrant: Warrant | None
    borrowed: bool = False
    denied: bool = False


def find_figures(
    document: Document, pack: Pack, actors: ActorFinder | None = None, *, outlet: str | None = None
) -> tuple[Figure, ...]:
    """All figures of a document, in order, with category, owner and the rules that took part.

    ``actors`` names the actor of a token (see ``careo.analyze.actors``); without it ``of`` is known only for bodies and places that the
    parser takes for names. Separators are decided over the whole article. ``as_of`` is left to a later stage.
    ``outlet`` is who publishes it, whose country tells what ``$`` is.
    """
    blocks = tuple(_blocks(document))
    vocabulary = settle_signs(document, blocks, pack, pack.derived(build_vocabulary), outlet)
    triggers = pack.derived(build_triggers)
    separators = decide_separators(document.text)
    governors = find_governors(document, vocabulary, triggers)
    warrants = WarrantFinder(document, vocabulary, triggers)
    owners = OwnerFinder(document, pack, actors, vocabulary, triggers)
    findings: list[Finding] = []
    for block in blocks:
        lexemes = find_lexemes(document.text, block, vocabulary.suffixes)
        grammar = QuantityGrammar(lexemes, vocabulary, separators, governors)
        rules = ExclusionRules(lexemes, vocabulary)
        for quantity in mark_former(grammar.find_quantities(), lexemes, vocabulary, governors):
            if rules.decide_surface(quantity) is not None:
                continue
            finding = _make_finding(document, lexemes, quantity, vocabulary, warrants, before=findings)
            if finding is not None:
                finding = _add_late_bound(grammar, lexemes, finding)
                denied = rules.is_denied(quantity) or is_difference(document, finding.counted, vocabulary)
                finding = replace(finding, denied=denied)
            if finding is not None and _is_figure(document, rules, finding):
                findings.append(finding)
    findings = _add_rates(findings, RateFinder(document, vocabulary, pack.derived(build_rates)))
    owners.places.bind(finding.counted for finding in findings)
    findings = [_add_facts(document, finding, owners, vocabulary, triggers) for finding in findings]
    findings = [f for i, f in enumerate(findings) if _is_number(document, findings, i, vocabulary)]
    rows = [Row(f.figure, f.counted, f.warrant) for f in findings]
    figures = resolve_references(document, rows, owners, vocabulary, separators_reasons(separators))
    figures = _correct(document, findings, figures, vocabulary)
    kept = [
        Row(figure, finding.counted, finding.warrant)
        for figure, finding in zip(figures, findings, strict=True)
        if not finding.denied and _is_told(figure, finding)
    ]
    return find_parts(document, kept, vocabulary, triggers)


def _correct(
    document: Document, findings: list[Finding], figures: tuple[Figure, ...], vocabulary: Vocabulary
) -> tuple[Figure, ...]:
    """*No había 44 obreros, sino **57***: what is put in the place of a denied number counts what that one does."""
    corrected = list(figures)
    for place, (wrong, right) in enumerate(pairwise(findings), start=1):
        bare = right.counted.noun is None and right.counted.definite is None and right.quantity.unit is None
        first = right.counted.tokens[0]
        near = (document.next_token(first, -1), document.next_token(first, -2))
        instead = any(token is not None and vocabulary.is_in(fold_word(token.text), "instead") for token in near)
        gone, figure = corrected[place - 1], corrected[place]
        if wrong.denied and bare and instead and figure.counts is None and gone.counts is not None:
            corrected[place] = replace(
                figure,
                counts=gone.counts,
                category=figure.category or gone.category,
                of=gone.of or figure.of,
                reasons=(*figure.reasons, Reason("figure:answer", gone.span)),
            )
    return tuple(corrected)


def _is_told(figure: Figure, finding: Finding) -> bool:
    """Whether it is known what the figure counts; of a bare number only by its category, by what it answers or by its size."""
    answers = any(reason.rule == "figure:answer" for reason in figure.reasons)
    elliptic = is_elliptic(finding.quantity, finding.counted)
    return figure.category is not None or answers or not elliptic or _is_count(finding)


def _with_currency(
    document: Document, quantity: Quantity, counted: Counted, before: list[Finding], triggers: Triggers
) -> Quantity:
    """Millions of nothing, shortly after an amount of money (*rebajó la cifra a 15 millones*), are of the same money.

    Where they measure what is paid or lost (*las pérdidas no llegan a 300 millones*) that amount may lie further back.
    """
    amount = quantity.amount
    if quantity.unit is not None or counted.noun is not None or counted.definite is not None or not before:
        return quantity
    if amount.kind == "share" or not amount.noun or amount.low < LARGE:
        return quantity
    last = next(
        (f for f in reversed(before) if not is_aside(document, f.figure.span, counted.anchor.start)), before[-1]
    )
    gap = document.sentence_of(counted.anchor).index - document.sentence_of(last.counted.anchor).index
    unit = last.quantity.unit
    verbs = (counted.anchor, document.head(counted.anchor) or counted.anchor)
    subjects = [noun for verb in verbs for noun in document.children_by(verb, "nsubj", "obj")]
    spent = any("money" in frame.counts for noun in subjects for frame in triggers.frames_of_noun(noun))
    reach = FAR if spent else BACK
    return replace(quantity, unit=unit) if unit is not None and unit.kind == "money" and gap <= reach else quantity


def _is_count(finding: Finding) -> bool:
    """A bare number that can be nothing but a count: of thousands, marked as such (*Gritó 120 mil*, *2.950*)."""
    amount, text = finding.quantity.amount, finding.figure.text
    return (
        amount.kind == "cardinal"
        and amount.low >= 1000
        and (amount.noun or not text.isdigit())
        and finding.quantity.unit is None
    )


def _is_number(document: Document, findings: list[Finding], index: int, vocabulary: Vocabulary) -> bool:
    """Whether *un* or *una* is more than an article; anything else is."""
    own = findings[index]
    alone = not own.quantity.amount.plain or is_only(document, own.counted, vocabulary)
    return alone or _stands_beside(document, findings, index)


def _stands_beside(document: Document, findings: list[Finding], index: int) -> bool:
    """*un muerto y dos heridos*: an article is a number beside another count of the same kind."""
    own = findings[index].counted.tokens
    for other in findings[max(0, index - 1) : index + 2]:
        gap = max(other.counted.tokens[0].index - own[-1].index, own[0].index - other.counted.tokens[-1].index)
        if (
            other is not findings[index]
            and other.warrant is not None
            and other.warrant.rule == "frame:state"
            and 0 < gap <= 3
        ):
            first, second = sorted((own, other.counted.tokens), key=lambda tokens: tokens[0].index)
            between = document.tokens[first[-1].index + 1 : second[0].index]
            if any(token.tag in ("VERB", "AUX") for token in between):
                continue  # un desaparecido no es un muerto
            return document.sentence_of(own[0]) is document.sentence_of(other.counted.tokens[0])
    return False


def _is_figure(document: Document, rules: ExclusionRules, finding: Finding) -> bool:
    previous = document.next_token(finding.counted.tokens[0], -1)
    rule = finding.warrant.rule if finding.warrant is not None else None
    only = is_only(document, finding.counted, rules.vocabulary)
    return rules.decide_counted(finding.quantity, finding.counted, previous, rule, only=only) is None


def separators_reasons(separators: Separators) -> tuple[Reason, ...]:
    """The first number that decided the separators of the article, as a reason; none where they are the default."""
    return separators.evidence[:1]


def _blocks(document: Document) -> Iterator[Span]:
    if document.blocks:
        yield from document.blocks
    else:
        yield from (sentence.span for sentence in document.sentences)


def _make_finding(
    document: Document,
    lexemes: list[Lexeme],
    quantity: Quantity,
    vocabulary: Vocabulary,
    warrants: WarrantFinder,
    *,
    before: list[Finding],
) -> Finding | None:
    span = Span(lexemes[quantity.first].start, lexemes[quantity.last].end)
    core = Span(lexemes[quantity.core[0]].start, lexemes[quantity.core[1]].end)
    counted = find_counted(document, span, core, quantity, vocabulary)
    if counted is None:
        return None
    own, quantity = quantity, _with_currency(document, quantity, counted, before, warrants.triggers)
    borrowed = quantity is not own
    warrant = warrants.find_warrant(quantity, counted)
    whole = span.cover(counted.span)
    unit = quantity.unit
    counts = (
        unit.counts
        if unit is not None and unit.kind != "time"
        else vocabulary.name_counted(counted.noun)
        if counted.noun is not None
        else None
    )
    figure = Figure(
        span=whole,
        text=whole.of(document.text),
        low=plain_number(quantity.low),
        high=plain_number(quantity.high),
        comparator=quantity.comparator,
        counts=counts,
        additional=counted.additional,
        vague=quantity.amount.vague,
        unit="percent" if quantity.amount.kind == "share" else None,
        reasons=quantity.reasons,
    )
    return Finding(figure, quantity, counted, warrant, borrowed)


def _add_late_bound(grammar: QuantityGrammar, lexemes: list[Lexeme], finding: Finding) -> Finding:
    """A bound after the noun: *500 vecinos como mínimo*."""
    end = finding.figure.span.end
    place = bisect_left(lexemes, end, key=lambda lexeme: lexeme.start)
    found = grammar.bound_after(place)
    if found is None or finding.quantity.comparator not in ("=", "~") or grammar.opens_at(place + found[0]):
        return finding  # 14.000 casas, por lo menos la mitad
    quantity = bounded(finding.quantity, found[1])
    last = lexemes[place + found[0] - 1]
    reason = Reason("number:bound", Span(lexemes[place].start, last.end))
    figure = replace(
        finding.figure,
        low=plain_number(quantity.low),
        high=plain_number(quantity.high),
        comparator=quantity.comparator,
        reasons=(*finding.figure.reasons, reason),
    )
    return replace(finding, figure=figure, quantity=quantity)


def _add_rates(findings: list[Finding], rates: RateFinder) -> list[Finding]:
    """The stretch of time that each figure is for, if any; what borrows the currency of a rate answers that rate."""
    rated: list[Finding] = []
    for finding in findings:
        figure, found = finding.figure, rates.find_rate(finding.quantity, finding.counted)
        if found is not None:
            figure = replace(figure, per=found[0], reasons=(*figure.reasons, found[1]))
        elif finding.borrowed and rated:
            figure = replace(figure, per=inherit_rate(figure, rated[-1].figure))
        rated.append(replace(finding, figure=figure))
    return rated


def _add_facts(
    document: Document, finding: Finding, owners: OwnerFinder, vocabulary: Vocabulary, triggers: Triggers
) -> Finding:
    """Category and owner."""
    warrant = finding.warrant
    former = find_former(document, finding.counted, vocabulary)
    if former is not None and former.rule not in [reason.rule for reason in finding.figure.reasons]:
        finding = replace(finding, figure=replace(finding.figure, reasons=(*finding.figure.reasons, former)))
    found = owners.find_owner(finding.counted, warrant)
    owner = found[0] if found is not None else None
    if found is not None:
        reason = Reason(f"owner:{found[1]}", finding.counted.anchor.span)
        finding = replace(finding, figure=replace(finding.figure, reasons=(*finding.figure.reasons, reason)))
    if warrant is None:
        return replace(finding, figure=replace(finding.figure, of=owner))
    category, reasons = warrant.category, [Reason(f"{warrant.rule}:{warrant.frame.category}", warrant.span)]
    if warrant.frame.planned is not None:
        told = warrant.rule in ("frame:state", "frame:measured", "frame:predicate")
        if warrant.rule == "frame:plan" or (not told and is_planned(document, warrant.trigger, vocabulary, triggers)):
            category = warrant.frame.planned
            reasons.append(Reason(f"frame:planned:{category}", warrant.trigger.span))
    figure = replace(finding.figure, category=category, of=owner, reasons=(*finding.figure.reasons, *reasons))
    return replace(finding, figure=figure)


def plain_number(value: Decimal | None) -> int | float | None:
    """An integer where the value is whole, else a float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
