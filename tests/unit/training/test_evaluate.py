from __future__ import annotations

from dataclasses import replace

import pytest

from careo.model import Span
from careo.parse import Parser, load_parser
from training.evaluate import evaluate, iter_names
from training.treebank import Tree, Word


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


def read(parser: Parser, text: str) -> Tree:
    """What the parser itself says of ``text``, as if it were gold."""
    document = parser.parse(text, [Span(0, len(text))])
    return tuple(
        Word(t.text, t.lemma, t.tag, t.features, t.head, t.relation, t.name, text[t.end : t.end + 1] == " ")
        for t in document.tokens
    )


def test_a_parser_agrees_with_itself(parser: Parser) -> None:
    trees = [
        read(parser, "La alcaldesa Elsa Marún dijo el lunes que el puente no aguantará otra crecida."),
        read(parser, "El consejero explicó que la obra sigue parada."),
    ]
    figures = evaluate(parser, trees)
    measured = ("uas", "las", "upos", "lemma", "subject", "subject_span", "que_clause", "que_clause_span", "names_f")
    assert {figures[m] for m in measured} == {100.0}
    assert figures["que_clause_n"] == 2


def test_every_difference_lowers_its_own_figure(parser: Parser) -> None:
    tree = read(parser, "El consejero explicó que la obra sigue parada.")
    assert [w.form for w in tree][1:3] == ["consejero", "explicó"]
    wrong = list(tree)
    wrong[1] = replace(wrong[1], relation="obj", lemma="consejo")
    figures = evaluate(parser, [tuple(wrong)])
    assert figures["uas"] == 100.0
    assert figures["las"] == figures["lemma"] == 87.5
    assert "subject" not in figures
    wrong[1] = replace(wrong[1], relation="nsubj")
    wrong[0] = replace(wrong[0], head=2)
    figures = evaluate(parser, [tuple(wrong)])
    assert (figures["subject"], figures["subject_span"]) == (100.0, 0.0)


def test_names_are_read_from_tags() -> None:
    tags = ["O", "B-PER", "I-PER", "B-LOC", "O", "I-LOC"]
    assert list(iter_names(((n, n + 1), tag) for n, tag in enumerate(tags))) == [(1, 3, "PER"), (3, 4, "LOC")]
