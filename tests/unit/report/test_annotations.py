"""Marks in a text: whatever the spans, the characters come out as they are, and what opens closes in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careo.model import Span
from careo.report import Event, Mark, iter_events

SIZE = 24
TEXT = "".join(chr(ord("a") + n) for n in range(SIZE))
KINDS = ("content", "source", "cue", "via", "figure")


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    start = draw(st.integers(0, SIZE - 1))
    end = draw(st.integers(start, SIZE))
    return Mark(Span(start, end), draw(st.sampled_from(KINDS)), draw(st.integers(1, 9)), 1, anchor="x")


@st.composite
def places(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, SIZE))
    return Span(start, draw(st.integers(start, SIZE)))


def show(events: list[Event]) -> str:
    signs = {
        "open": lambda e: f"<{e.mark.number}{'' if e.first else '…'}>",
        "close": lambda e: f"</{e.mark.number}{'' if e.last else '…'}>",
    }
    return "".join(signs[event.type](event) if event.type in signs else event.text for event in events)


def mark(start: int, end: int, number: int, kind: str = "content") -> Mark:
    return Mark(Span(start, end), kind, number, 1)  # type: ignore[arg-type]


def test_no_mark() -> None:
    assert show(list(iter_events("abc", Span(0, 3), ()))) == "abc"
    assert list(iter_events("abc", Span(1, 1), [mark(0, 3, 1)])) == []


def test_nested() -> None:
    assert show(list(iter_events("abcdef", Span(0, 6), [mark(2, 4, 2), mark(1, 5, 1)]))) == "a<1>b<2>cd</2>e</1>f"


def test_the_same_span_twice() -> None:
    assert show(list(iter_events("abc", Span(0, 3), [mark(0, 3, 2), mark(0, 3, 1)]))) == "<1><2>abc</2></1>"


def test_a_figure_stands_inside_the_content_of_the_same_extent() -> None:
    assert (
        show(list(iter_events("12", Span(0, 2), [mark(0, 2, 1, "figure"), mark(0, 2, 2, "content")])))
        == "<2><1>12</1></2>"
    )


def test_crossing_marks_are_taken_up_again() -> None:
    assert (
        show(list(iter_events("abcdef", Span(0, 6), [mark(0, 4, 1), mark(2, 6, 2)]))) == "<1>ab<2>cd</2…></1><2…>ef</2>"
    )


def test_clipped_to_the_place() -> None:
    assert show(list(iter_events("abcdef", Span(2, 4), [mark(0, 6, 1)]))) == "<1…>cd</1…>"


@given(places(), st.lists(marks(), max_size=8))
def test_text_is_kept_and_marks_nest(place: Span, given_marks: list[Mark]) -> None:
    events = list(iter_events(TEXT, place, given_marks))
    assert "".join(event.text for event in events) == place.of(TEXT)
    stack: list[Mark | None] = []
    for event in events:
        if event.type == "open":
            stack.append(event.mark)
        elif event.type == "close":
            assert stack.pop() is event.mark
    assert not stack


@given(places(), st.lists(marks(), max_size=8))
def test_every_character_is_in_the_marks_that_cover_it(place: Span, given_marks: list[Mark]) -> None:
    here, stack = place.start, []
    for event in iter_events(TEXT, place, given_marks):
        if event.type == "open":
            stack.append(event.mark)
        elif event.type == "close":
            stack.pop()
        for char in event.text:
            assert char == TEXT[here]
            covering = [m for m in given_marks if m.span.start <= here < m.span.end]
            assert sorted(map(id, stack)) == sorted(map(id, covering))
            here += 1


@given(st.lists(marks(), max_size=8))
def test_each_mark_begins_and_ends_once(given_marks: list[Mark]) -> None:
    events = list(iter_events(TEXT, Span(0, SIZE), given_marks))
    shown = [m for m in given_marks if len(m.span)]
    assert sum(event.first for event in events) == sum(event.last for event in events) == len(shown)
