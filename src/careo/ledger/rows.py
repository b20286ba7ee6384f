"""Between values and table rows, in both directions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from careo.model import Article, Claim, Content, Copy, Cue, Event, Figure, Gist, Passage, Reason, Source, Span, Via

Row = tuple[Any, ...]
Number = int | float | None
_LARGEST = 2**63 - 1

ARTICLE_COLUMNS = "article, outlet, title, url, published, language, text, sha256, metadata_origin, copies"
PASSAGE_COLUMNS = 'start, "end", role, language'
CLAIM_COLUMNS = (
    'claim, article, position, passage, start, "end", text, parts, cue_start, cue_end, cue, lemma, source, source_kind, '
    "source_start, source_end, source_text, acts_for, quotation, translated, stance, factuality, said, as_of, event, proposition, "
    "gist"
)
VIA_COLUMNS = 'name, text, start, "end"'
FIGURE_COLUMNS = (
    'start, "end", text, low, high, comparator, counts, category, "of", additional, part_of, vague, as_of, unit, per'
)
REASON_COLUMNS = 'figure, rule, start, "end"'


def encode_json(value: object) -> str:
    """JSON without spaces, in the order given; the text stays readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def make_article_row(article: Article) -> Row:
    """The row of ``articles``."""
    origin = encode_json(dict(sorted(article.metadata_origin.items())))
    copies = encode_json([[c.article, c.kind, c.reason] for c in article.copies])
    return (
        article.id, article.outlet, article.title, article.url, article.published, article.language, article.text,
        article.sha256, origin, copies,
    )  # fmt: skip


def make_passage_rows(article: Article) -> Iterator[Row]:
    """The rows of ``passages``."""
    for position, passage in enumerate(article.passages):
        yield article.id, position, *_ends(passage.span), passage.role, passage.language


def make_claim_row(claim: Claim, position: int) -> Row:
    """The row of ``claims``; ``position`` counts the claims of the article."""
    cue, source, content = claim.cue, claim.source, claim.content
    return (
        claim.id, claim.article, position, claim.passage,
        *_ends(content.span), content.text, encode_json([_ends(p) for p in content.parts]),
        *_ends(cue.span if cue else None), cue.text if cue else None, cue.lemma if cue else None,
        source.name, source.kind, *_ends(source.span), source.text, source.acts_for,
        claim.quotation, int(claim.translated), claim.stance, claim.factuality, claim.said, claim.as_of,
        _encode_event(claim.event), claim.proposition, _encode_gist(claim.gist),
    )  # fmt: skip


def make_via_rows(claim: Claim) -> Iterator[Row]:
    """The rows of ``via``, outermost first."""
    for position, via in enumerate(claim.via):
        yield claim.id, position, via.name, via.text, *_ends(via.span)


def make_figure_rows(claim: Claim) -> Iterator[Row]:
    """The rows of ``figures``."""
    for position, f in enumerate(claim.figures):
        yield (
            claim.id, position, *_ends(f.span), f.text, encode_number(f.low), encode_number(f.high), f.comparator,
            f.counts, f.category, f.of, int(f.additional), f.part_of, int(f.vague), f.as_of, f.unit, f.per,
        )  # fmt: skip


def make_reason_rows(claim: Claim) -> Iterator[Row]:
    """The rows of ``reasons``: those of the claim, then those of its figures."""
    rules: list[tuple[int | None, Reason]] = [(None, reason) for reason in claim.reasons]
    rules += [(number, reason) for number, figure in enumerate(claim.figures) for reason in figure.reasons]
    for position, (number, reason) in enumerate(rules):
        yield claim.id, position, number, reason.rule, *_ends(reason.span)


def read_article(row: Row, passages: Iterable[Row]) -> Article:
    """The article of a row of ``ARTICLE_COLUMNS`` and its rows of ``PASSAGE_COLUMNS``."""
    (id_, outlet, title, url, published, language, text, sha256, origin, copies) = row
    return Article(
        id=id_, text=text, sha256=sha256, outlet=outlet, title=title, url=url, published=published, language=language,
        metadata_origin=json.loads(origin),
        passages=tuple(Passage(Span(start, end), role, lang) for start, end, role, lang in passages),
        copies=tuple(Copy(*copy) for copy in json.loads(copies)),
    )  # fmt: skip


def read_claim(row: Row, via: Iterable[Row], figures: Iterable[Row], reasons: Iterable[Row]) -> Claim:
    """The claim of a row of ``CLAIM_COLUMNS`` and the rows that belong to it."""
    (id_, article, _, passage, start, end, text, parts, cue_start, cue_end, cue, lemma, source, kind,
     source_start, source_end, source_text, acts_for, quotation, translated, stance, factuality, said, as_of,
     event, proposition, gist) = row  # fmt: skip
    rules = list(reasons)
    return Claim(
        id=id_, article=article, passage=passage,
        content=Content(Span(start, end), text, tuple(Span(*part) for part in json.loads(parts)) if parts != "[]" else ()),
        cue=Cue(Span(cue_start, cue_end), cue, lemma) if cue_start is not None else None,
        source=Source(source, kind, _span(source_start, source_end), source_text, acts_for),
        via=tuple(Via(t, name, _span(a, b)) for name, t, a, b in via),
        quotation=quotation, translated=bool(translated), stance=stance, factuality=factuality, said=said, as_of=as_of,
        figures=tuple(_read_figure(f, number, rules) for number, f in enumerate(figures)),
        event=_read_event(event), proposition=proposition,
        reasons=tuple(Reason(rule, Span(a, b)) for number, rule, a, b in rules if number is None),
        gist=_read_gist(gist),
    )  # fmt: skip


def place_claim(claim: Claim, placed: Mapping[int, str]) -> Claim:
    """The claim with the disputes that linking found for its figures, by position, and for its stance (at -1)."""
    if not placed:
        return claim
    figures = (replace(figure, dispute=placed.get(number)) for number, figure in enumerate(claim.figures))
    return replace(claim, figures=tuple(figures), proposition=placed.get(-1, claim.proposition))


def _read_figure(row: Row, number: int, rules: list[Row]) -> Figure:
    (start, end, text, low, high, comparator, counts, category, of, additional, part_of, vague, as_of, unit, per) = row
    return Figure(
        span=Span(start, end), text=text, low=decode_number(low), high=decode_number(high), comparator=comparator, counts=counts,
        category=category, of=of, additional=bool(additional), part_of=part_of, vague=bool(vague), as_of=as_of, unit=unit, per=per,
        reasons=tuple(Reason(rule, Span(a, b)) for n, rule, a, b in rules if n == number),
    )  # fmt: skip


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def encode_number(value: Number) -> Number | str:
    """SQLite holds 64 bits; a larger number is kept as its digits."""
    return str(value) if isinstance(value, int) and abs(value) > _LARGEST else value


def decode_number(value: Number | str) -> Number:
    """The number that :func:`encode_number` made a cell of."""
    return int(value) if isinstance(value, str) else value


def _encode_event(event: Event | None) -> str | None:
    if event is None:
        return None
    trigger = _ends(event.trigger)
    return encode_json([event.type, trigger, event.text, event.agent, event.patient, event.place, event.time])


def _read_event(value: str | None) -> Event | None:
    if value is None:
        return None
    type_, trigger, *rest = json.loads(value)
    return Event(type_, Span(*trigger), *rest)


def _encode_gist(gist: Gist | None) -> str | None:
    if gist is None:
        return None
    g = gist
    last = [g.retracted] if g.retracted else []  # a ledger written before there was the field lacks it as well
    return encode_json(
        [
            g.predicate,
            g.polarity,
            g.mode,
            g.agent,
            g.patient,
            g.names,
            g.terms,
            g.place,
            g.answers,
            g.past,
            g.when,
            *last,
        ]
    )


def _read_gist(value: str | None) -> Gist | None:
    if value is None:
        return None
    predicate, polarity, mode, agent, patient, names, terms, *rest = json.loads(value)
    return Gist(predicate, polarity, mode, agent, patient, tuple(names), tuple(terms), *rest)
