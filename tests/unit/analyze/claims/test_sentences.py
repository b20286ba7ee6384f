"""Sources, cues, contents and stances in sentences of our own, family by family."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from careo.analyze import analyze_article
from careo.lang import load_pack, parse_example
from careo.model import Article, Claim, Passage, Span
from careo.parse import load_parser
from tests.unit.analyze.claims import sentences

NAMES = ("COMPLEMENTS", "QUOTATIONS", "POSTPOSED", "COORDINATED", "NOUNS", "NEGATION", "FIGURE_VERBS", "NEWS", "TREES")
FAMILIES = {name: getattr(sentences, name) for name in NAMES}
CASES = [
    pytest.param(marked, stance, id=f"{name}: {marked}") for name, rows in FAMILIES.items() for marked, stance in rows
]
CASES += [pytest.param(marked, None, marks=pytest.mark.xfail(strict=True)) for marked in sentences.MISREAD]
EDGES = ' \n.,;:—"“”«»'


def find_claims(text: str) -> Sequence[Claim]:
    document = load_parser("es").parse(text, [Span(0, len(text))])
    article = Article("sentence", text, "", passages=(Passage(Span(0, len(text)), "body"),), published="2024-05-15")
    return analyze_article(article, document, load_pack("es"))


@pytest.mark.parametrize(("marked", "stance"), CASES)
def test_claims_of_a_sentence(marked: str, stance: str | None) -> None:
    example = parse_example(marked)
    text = example.text
    claims = find_claims(text)
    seen = [(c.cue.text if c.cue else "", c.content.text, c.source.text, c.stance) for c in claims]
    for cue, content in zip(example.spans("cue"), example.spans("content"), strict=True):
        match = [
            c for c in claims
            if c.cue and c.cue.text == cue.of(text) and c.content.text.strip(EDGES) == content.of(text).strip(EDGES)
        ]  # fmt: skip
        assert match, seen
        assert all(c.content.span.of(text) == c.content.text for c in match)
        if stance is not None:
            assert match[0].stance == stance
    for source in example.spans("source"):
        said = [c.source.text for c in claims if c.source.text]
        assert any(source.of(text).removeprefix("de ") == s for s in said), seen


@pytest.mark.parametrize("text", sentences.SILENT)
def test_nobody_says_anything(text: str) -> None:
    assert [c.content.text for c in find_claims(text) if c.source.kind != "author"] == []
