from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careo.model import Span
from careo.parse import Parser, load_parser
from careo.parse.folding import PIECE_LIMIT
from careo.text import Document, Token

SPEECH = "La alcaldesa de Villarrubia, Elsa Marún, dijo el lunes que el puente nuevo no aguantará otra crecida."


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


def whole(parser: Parser, text: str) -> Document:
    return parser.parse(text, [Span(0, len(text))])


def the(document: Document, word: str) -> Token:
    (token,) = [t for t in document.tokens if t.text == word]
    return token


def check(document: Document, blocks: list[Span]) -> None:
    """Every token proves itself, and every sentence is one tree inside one block."""
    assert [t.index for t in document.tokens] == list(range(len(document.tokens)))
    for token in document.tokens:
        assert document.text[token.start : token.end] == token.text
        assert token.text.strip() == token.text != ""
        assert token.lemma
        assert token.tag
    for left, right in pairwise(document.tokens):
        assert left.end <= right.start
    counted = 0
    for sentence in document.sentences:
        assert sentence.first == counted
        tokens = document.tokens_of(sentence)
        counted += len(tokens)
        assert [t.relation for t in tokens if t.head == t.index] == ["root"]
        for token in tokens:
            assert token in sentence
            assert sentence.first <= token.head <= sentence.last
            steps = list(document.ancestors(token))
            assert len(steps) < len(tokens)
        assert blocks[sentence.block].start <= sentence.span.start
        assert sentence.span.end <= blocks[sentence.block].end
    assert counted == len(document.tokens)


def test_a_sentence_of_saying(parser: Parser) -> None:
    document = whole(parser, SPEECH)
    check(document, [Span(0, len(SPEECH))])
    said = the(document, "dijo")
    assert (said.lemma, said.tag, said.relation) == ("decir", "VERB", "root")
    assert said.has("Person=3")
    assert document.head(the(document, "alcaldesa")) == said
    assert the(document, "alcaldesa").relation == "nsubj"
    clause = document.head(the(document, "que"))
    assert clause == the(document, "aguantará")
    assert document.head(clause) == said
    assert clause.relation == "ccomp"
    assert [the(document, word).name for word in ("Elsa", "Marún", "lunes")] == ["B-PER", "I-PER", "O"]


MARKS = ['"{}"', "«{}»", "“{}”", "‘{}’", "'{}'", "„{}“"]


@pytest.mark.parametrize("marks", MARKS)
def test_every_kind_of_mark_gives_the_same_trees(parser: Parser, marks: str) -> None:
    plain, other = (m.format("No habrá más obras este año") + ", añadió el concejal." for m in (MARKS[0], marks))
    one, two = whole(parser, plain), whole(parser, other)
    assert [(t.start, t.end, t.head, t.relation, t.tag) for t in one.tokens] == [
        (t.start, t.end, t.head, t.relation, t.tag) for t in two.tokens
    ]
    assert two.text == other


def test_dashes_of_speech_are_tokens_of_their_own(parser: Parser) -> None:
    for text in ("—Es falso —insistió Marún—, y lo saben.", "-Es falso -insistió Marún-, y lo saben."):
        document = whole(parser, text)
        assert [t.text for t in document.tokens][3:6] == [text[0], "insistió", "Marún"]
        assert the(document, "insistió").lemma == "insistir"


def test_blocks_are_parsed_on_their_own_and_nothing_else_is_read(parser: Parser) -> None:
    parts = ["Sube la cifra de heridos", "PROMO: suscríbase", "El hospital confirmó doce ingresos."]
    text = "\n\n".join(parts)
    blocks = [Span(text.index(p), text.index(p) + len(p)) for p in (parts[0], parts[2])]
    document = parser.parse(text, blocks)
    check(document, blocks)
    assert "suscríbase" not in [t.text for t in document.tokens]
    assert [s.block for s in document.sentences] == [0, 1]
    assert document.blocks == tuple(blocks)


def test_a_line_break_inside_a_block_breaks_nothing(parser: Parser) -> None:
    broken = SPEECH.replace(" que ", "\nque ").replace(" el lunes", "  \t el lunes")
    one, two = whole(parser, SPEECH), whole(parser, broken)
    assert [(t.text, t.head, t.relation) for t in one.tokens] == [(t.text, t.head, t.relation) for t in two.tokens]


def test_many_articles_are_parsed_as_one_by_one_and_streamed(parser: Parser) -> None:
    texts = [SPEECH, "", "¿Quién lo dijo?\n\nNadie.", "   ", "El Gobierno lo negó. Según la oposición, miente."]
    articles = [(text, [Span(0, len(text))] if text else []) for text in texts]
    assert list(parser.parse_many(articles)) == [parser.parse(*article) for article in articles]

    taken = 0

    def endless() -> Iterator[tuple[str, list[Span]]]:
        nonlocal taken
        while True:
            taken += 1
            yield SPEECH, [Span(0, len(SPEECH))]

    first = next(parser.parse_many(endless()))
    assert first == whole(parser, SPEECH)
    assert taken < 200


@pytest.mark.parametrize("text", ["palabra sin punto " * 700, "x" * 9000, "¡" * 4000, "Sí. " * 3000])
def test_a_very_long_block_is_parsed_in_bounded_pieces(parser: Parser, text: str) -> None:
    document = whole(parser, text)
    check(document, [Span(0, len(text))])
    assert all(len(s.span) <= PIECE_LIMIT for s in document.sentences)
    assert "".join(t.text for t in document.tokens) == text.replace(" ", "")


WORDS = [
    "dijo",
    "que",
    "«",
    "»",
    '"',
    "—",
    "-",
    "el",
    "Río",
    "12.000",
    "\n",
    "  ",
    "\u200b",
    "e\u0301",
    ",",
    ".",
    "?",
    "😀",
    "EE.UU.",
]


@settings(max_examples=60)
@given(
    st.lists(st.one_of(st.text(max_size=12), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)), max_size=4)
)
def test_any_text_gives_trees_that_reproduce_it(parser: Parser, parts: list[str]) -> None:
    blocks, start = [], 0
    for part in parts:
        blocks.append(Span(start, start + len(part)))
        start += len(part) + 1
    check(parser.parse("\n".join(parts), blocks), blocks)


def test_importing_the_package_imports_no_parser() -> None:
    code = "import sys, careo, careo.parse; sys.exit(bool({'onnxruntime', 'tokenizers', 'numpy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
