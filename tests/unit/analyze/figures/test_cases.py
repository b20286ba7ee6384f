"""Families of sentences, each with all the figures it holds."""

from __future__ import annotations

from functools import cache

import pytest

from careo.analyze.figures import find_figures
from careo.lang import load_pack
from careo.model import Figure, Span
from careo.parse import load_parser
from tests.unit.analyze.figures import cases

Row = tuple[str, str, str, str, str]

FAMILIES = ("NUMBERS", "COLLECTIVES", "BOUNDS", "RANGES", "SHARES", "FRAMES", "GROUPS", "TOPICS", "NONE")


def lines(family: str) -> list[tuple[str, str]]:
    rows = [line.split("|") for line in getattr(cases, family).strip().splitlines()]
    return [(sentence.strip(), expected.strip()) for sentence, expected in rows]


CASES = [(sentence, expected) for family in FAMILIES for sentence, expected in lines(family)]


@cache
def found_figures() -> dict[str, tuple[Figure, ...]]:
    texts = [sentence for sentence, _ in CASES]
    documents = load_parser("es").parse_many((text, [Span(0, len(text))]) for text in texts)
    return {text: find_figures(document, load_pack("es")) for text, document in zip(texts, documents, strict=True)}


def parse_expected(expected: str) -> list[Row]:
    rows: list[Row] = []
    for piece in filter(None, (p.strip() for p in expected.split(";"))):
        words, _, facts = piece.partition(" = ")
        bounds, mark, category = facts.split()
        low, high = bounds.split("..")
        rows.append((words, low, high, mark, category))
    return rows


def row_of(figure: Figure, text: str) -> Row:
    low = "_" if figure.low is None else str(figure.low)
    high = "_" if figure.high is None else str(figure.high)
    return text, low, high, figure.comparator, (figure.category or "_") + ("+" if figure.additional else "")


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150
    assert len({sentence for sentence, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[sentence for sentence, _ in CASES])
def test_figures_of_a_sentence(sentence: str, expected: str) -> None:
    figures = found_figures()[sentence]
    wanted = parse_expected(expected)
    assert [row_of(f, w[0])[1:] for f, w in zip(figures, wanted, strict=False)] == [w[1:] for w in wanted]
    assert len(figures) == len(wanted), [f.text for f in figures]
    for figure, (words, *_) in zip(figures, wanted, strict=True):
        start = sentence.index(words)
        assert figure.span.overlaps(Span(start, start + len(words)))
        assert figure.span.of(sentence) == figure.text
        for reason in figure.reasons:
            assert reason.span.of(sentence).strip()
            assert ":" in reason.rule
