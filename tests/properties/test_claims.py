"""Any text at all gives claims whose spans reproduce it, and never an exception; the same text gives the same claims."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from careo import analyze

WORDS = (
    "dijo que el ministro según la policía, “ ” « » \" ' — : ; . ? ¡ ( ) 3.000 dos mil heridos no confirmó negó acusó "
    "a de Ana Ruiz Corea del Norte y pero mientras agregó \n \n\n citando fuentes por en ayer el lunes 40 % «sí» aseguró "
    "habría muerto su petición para que se fue calificada como"
).split(" ")
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
TEXTS = st.one_of(SENTENCES, st.text(max_size=200))


def check(text: str) -> None:
    analysis = analyze(text, published="2024-05-15")
    whole = analysis.article.text
    for claim in analysis.claims:
        assert claim.content.span.of(whole) == claim.content.text
        assert all(part.end <= len(whole) for part in claim.content.parts)
        assert claim.cue is None or claim.cue.span.of(whole) == claim.cue.text
        assert claim.source.span is None or claim.source.span.of(whole) == claim.source.text
        for figure in claim.figures:
            assert figure.span.of(whole) == figure.text
            assert figure.low is None or figure.high is None or figure.low <= figure.high
    assert len({claim.id for claim in analysis.claims}) == len(analysis.claims)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_gives_spans_that_reproduce_it(text: str) -> None:
    check(text)


def test_twice_the_same() -> None:
    text = "El alcalde dijo que hay 300 heridos, según informó Radio Sierra. «No cederemos», agregó."
    assert analyze(text).claims == analyze(text).claims
