"""The examples of gists.toml: every word of it does what its entry says, and leaves alone what it rejects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from careo.analyze.actors import find_actor
from careo.analyze.assemble import analyze_article
from careo.analyze.cast import build_cast
from careo.analyze.events import find_events
from careo.analyze.predications import Reader, predicate_index
from careo.lang import Example, load_pack, parse_example
from careo.lang.gists import (
    Admission,
    Appraisal,
    Contrast,
    Deictic,
    LightVerb,
    Minimizer,
    Nominalization,
    Occurrence,
    Pointer,
    Predicate,
    Presumption,
    Reference,
)
from careo.model import Article, Claim, Passage, Span
from careo.parse import load_parser
from careo.text import Document
from careo.text.words import fold

PACK = load_pack("es")


def cases(*slots: type[Any]) -> list[Any]:
    return list(iter_cases(*slots))


def iter_cases(*slots: type[Any]) -> Iterator[Any]:
    for slot in slots:
        for entry in PACK.slot(slot):
            for kind in ("accept", "reject"):
                for marked in getattr(entry, kind):
                    yield pytest.param(
                        entry, kind == "accept", parse_example(marked), id=f"{slot.TABLE}-{kind}-{marked[:50]}"
                    )


def parse(text: str) -> Document:
    return load_parser("es").parse(text, [Span(0, len(text))])


def analyze(example: Example) -> tuple[Claim, ...]:
    text = example.text
    article = Article("example", text, "", passages=(Passage(Span(0, len(text)), "body"),))
    return analyze_article(article, parse(text), PACK)


def claim_at(example: Example, claims: tuple[Claim, ...], label: str) -> Claim | None:
    (mark,) = example.spans(label)
    found = [c for c in claims if c.cue is not None and c.cue.span.overlaps(mark)]
    return found[0] if found else next((c for c in claims if c.content.span.overlaps(mark)), None)


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(Reference, Pointer))
def test_what_points_back(entry: Reference | Pointer, accepts: bool, example: Example) -> None:
    claims = analyze(example)
    answering = claim_at(example, claims, "cue")
    answered = claim_at(example, claims, "answered") if example.spans("answered") else None
    if accepts:
        assert answering is not None
        assert answered is not None
        assert answering.gist is not None
        assert answering.gist.answers == answered.id
    else:
        assert answering is None or answering.gist is None or answering.gist.answers is None


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(Appraisal))
def test_what_calls_a_statement_true_or_false(entry: Appraisal, accepts: bool, example: Example) -> None:
    claims = analyze(example)
    (mark,) = example.spans("appraisal")
    claim = next(c for c in claims if c.content.span.overlaps(mark))
    assert claim.gist is not None
    assert (claim.gist.polarity == (1 if entry.holds == "true" else -1)) is accepts


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(Admission))
def test_what_admits_a_deed(entry: Admission, accepts: bool, example: Example) -> None:
    claim = claim_at(example, analyze(example), "cue")
    assert claim is not None
    assert claim.gist is not None
    assert claim.event is not None
    assert (claim.gist.polarity == 1 and claim.gist.mode == "deed") is accepts


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(Occurrence))
def test_events_that_no_frame_names(entry: Occurrence, accepts: bool, example: Example) -> None:
    if entry.people:
        (mark,) = example.spans("people")
        claim = next(c for c in analyze(example) if c.content.span.contains(mark))
        assert (claim.event is not None and claim.event.type == entry.type) is accepts
        return
    events = find_events(parse(example.text), PACK, find_actor).occurrences
    (mark,) = example.spans("trigger")
    assert any(e.trigger.overlaps(mark) and e.type == entry.type for e in events) is accepts


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(Predicate))
def test_words_of_one_meaning(entry: Predicate, accepts: bool, example: Example) -> None:
    predicates = {claim.gist.predicate for claim in analyze(example) if claim.gist is not None}
    assert (fold(entry.name) in predicates) is accepts


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(LightVerb))
def test_verbs_that_leave_it_to_a_noun(entry: LightVerb, accepts: bool, example: Example) -> None:
    (mark,) = example.spans("predicate")
    reader = Reader(build_cast(parse(example.text), PACK))
    token = next(t for t in reader.document.tokens if t.start == mark.start)
    predicates = {claim.gist.predicate for claim in analyze(example) if claim.gist is not None}
    assert (reader.predicate_of(token) in predicates) is accepts


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(Nominalization))
def test_nouns_made_of_verbs(entry: Nominalization, accepts: bool, example: Example) -> None:
    reader = Reader(build_cast(parse(example.text), PACK))
    marked = [t for t in reader.document.tokens if t.start in {mark.start for mark in example.spans("predicate")}]
    assert {fold(t.text).endswith(fold(entry.ending)) for t in marked[:1]} == {True}
    named = {reader.predicate_of(t) for t in marked}
    assert (len(marked) > 1 and len(named) == 1) is accepts
    assert reader.names_event(marked[0]) is accepts


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(Deictic))
def test_what_is_said_of_a_place_that_is_pointed_to_meets_nobody(
    entry: Deictic, accepts: bool, example: Example
) -> None:
    (mark,) = example.spans("content")
    gist = next(c.gist for c in analyze(example) if c.content.span == mark)
    assert gist is not None
    assert (gist.mode == "mention") is accepts


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(Minimizer))
def test_the_least_of_a_thing_is_no_argument(entry: Minimizer, accepts: bool, example: Example) -> None:
    (mark,) = example.spans("minimal")
    reader = Reader(build_cast(parse(example.text), PACK))
    noun = next(t for t in reader.document.tokens_in(mark) if t.tag == "NOUN")
    assert (reader.argument(noun) is None) is accepts


def test_no_word_has_two_meanings() -> None:
    listed = [fold(word) for entry in PACK.slot(Predicate) for word in (*entry.verbs, *entry.nouns)]
    twice = sorted({word for word in listed if listed.count(word) > 1})
    assert not twice
    assert set(predicate_index(PACK)) == set(listed)


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(Contrast))
def test_what_tells_one_of_a_kind_from_another(entry: Contrast, accepts: bool, example: Example) -> None:
    gists = [claim.gist for claim in analyze(example) if claim.gist is not None]
    called = [name for gist in gists for name in (gist.agent, gist.patient) if name is not None]
    assert any(word in name.split() for name in called for word in entry.words) is accepts


@pytest.mark.parametrize(("entry", "accepts", "example"), cases(Presumption))
def test_what_presumes_a_hand_that_others_lend(entry: Presumption, accepts: bool, example: Example) -> None:
    (mark,) = example.spans("alone" if entry.alone else "presumed")
    claim = next(
        c for c in analyze(example) if c.content.span.overlaps(mark) and c.content.span.start >= mark.start - 1
    )
    assert claim.gist is not None
    told = claim.event is not None and claim.event.agent == "Chile" and claim.event.type in entry.types
    assert (told and claim.gist.polarity == (-1 if entry.alone else 1)) is accepts
