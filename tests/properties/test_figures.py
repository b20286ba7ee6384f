"""Any text at all: figures and events reproduce their words, and nothing raises."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from careo.analyze.events import find_events
from careo.analyze.figures import find_figures
from careo.lang import load_pack
from careo.model import Span
from careo.parse import load_parser
from tests.unit.analyze.figures import cases

WORDS = sorted(set(re.findall(r"\S+", " ".join(v for k, v in vars(cases).items() if k.isupper()))))
PIECES = st.one_of(st.sampled_from(WORDS), st.text(max_size=6), st.integers(0, 10**7).map(str))
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join))


@settings(max_examples=150)
@given(TEXTS)
def test_spans_reproduce_any_text(text: str) -> None:
    document = load_parser("es").parse(text, [Span(0, len(text))])
    pack = load_pack("es")
    figures = find_figures(document, pack)
    for figure in figures:
        assert figure.span.of(text) == figure.text
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert (figure.comparator == "range") == (figure.low != figure.high and None not in (figure.low, figure.high))
        for reason in figure.reasons:
            assert 0 <= reason.span.start < reason.span.end <= len(text)
    for first, second in pairwise(figures):
        assert first.span.start < second.span.start
    assert figures == find_figures(document, pack)
    for event in find_events(document, pack).all:
        assert event.trigger.of(text) == event.text
