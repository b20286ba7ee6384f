"""Any text at all: moments reproduce it, are in order and apart, have valid values, and nothing raises."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from careo.analyze.moments import Moment, find_moments, resolve_as_of, resolve_said
from careo.lang import load_pack
from careo.lang.dates import CalendarWord
from careo.model import Span
from careo.parse import load_parser
from careo.text.document import Document
from tests.unit.analyze.moments.edtf import is_edtf

PACK = load_pack("es")
WORDS = sorted({word for entry in PACK.slot(CalendarWord) for word in entry.words})
GLUE = [
    "hace",
    "antes",
    "después",
    "de",
    "en",
    "desde",
    "hasta",
    "entre",
    "y",
    "a",
    "31",
    "29",
    "2024",
    "0001",
    "9999",
    "99",
    "/",
    "-",
    ",",
    ".",
    "dijo",
    "hoy",
    "ayer",
    "mañana",
    '"',
]
PUBLISHED = st.one_of(
    st.none(), st.dates().map(date.isoformat), st.sampled_from(["2024", "2024-02", "0001-01-01", "9999-12-31", "x"])
)
CHAINS = st.lists(st.sampled_from(WORDS + GLUE), max_size=14).map(" ".join)


def find(text: str, published: str | None) -> tuple[Document, tuple[Moment, ...]]:
    document = load_parser("es").parse(text, [Span(0, len(text))])
    return document, find_moments(document, PACK, published)


def check(text: str, published: str | None) -> None:
    document, moments = find(text, published)
    end = 0
    for moment in moments:
        assert moment.span.start >= end
        assert moment.span.of(text).strip()
        assert is_edtf(moment.value), (moment.span.of(text), moment.value)
        assert (moment.kind == "interval") == ("/" in moment.value)
        assert 0 <= moment.token < len(document.tokens)
        end = moment.span.end
    for token in document.tokens:
        said = resolve_said(document, token, moments, (), published)
        assert said is None or said in {m.value for m in moments}
        as_of = resolve_as_of(document, token.span, moments, said)
        assert as_of is None or is_edtf(as_of)


@given(st.text(max_size=120), PUBLISHED)
@settings(max_examples=60)
def test_any_text(text: str, published: str | None) -> None:
    check(text, published)


@given(CHAINS, PUBLISHED)
@settings(max_examples=150)
def test_chains_of_calendar_words(text: str, published: str | None) -> None:
    check(text, published)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 31)))
@settings(max_examples=60)
def test_a_date_written_out_is_found_again(day: date) -> None:
    months = {entry.value: entry.words[0] for entry in PACK.slot(CalendarWord) if entry.kind == "month"}
    text = f"El puente cayó el {day.day} de {months[day.month]} de {day.year}."
    _, moments = find(text, None)
    assert [m.value for m in moments] == ([day.isoformat()] if day.year >= 1100 else [])


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 1, 1)), st.integers(0, 6))
@settings(max_examples=60)
def test_the_last_weekday_is_at_most_six_days_ago(day: date, weekday: int) -> None:
    names = {entry.value: entry.words[0] for entry in PACK.slot(CalendarWord) if entry.kind == "weekday"}
    _, (moment,) = find(f"La jueza habló el {names[weekday + 1]}.", day.isoformat())
    found = date.fromisoformat(moment.value)
    assert found.weekday() == weekday
    assert 0 <= (day - found).days <= 6
