"""From the parser library's own trees to careo's document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from careo.model import Span
from careo.parse.folding import Piece
from careo.text.document import Document, Sentence, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token as SpacyToken


class Trees:
    """Collects the parsed pieces of one article."""

    def __init__(self, text: str, blocks: Sequence[Span]) -> None:
        self._text = text
        self._blocks = tuple(blocks)
        self._tokens: list[Token] = []
        self._sentences: list[Sentence] = []

    def append(self, doc: Doc, piece: Piece) -> None:
        """Add the sentences of a parsed piece."""
        for sentence in doc.sents:
            self._append_sentence(sentence, piece)

    def build(self) -> Document:
        """The document of all pieces added so far."""
        return Document(self._text, tuple(self._tokens), tuple(self._sentences), self._blocks)

    def _append_sentence(self, sentence: SpacySpan, piece: Piece) -> None:
        first = len(self._tokens)
        shift = first - sentence.start
        root = sentence.root.i + shift
        for word in sentence:
            self._tokens.append(self._make_token(word, shift, root, piece))
        last = len(self._tokens) - 1
        for index in range(first, last + 1):
            if not first <= self._tokens[index].head <= last:  # a tree never leaves its sentence
                self._tokens[index] = replace(self._tokens[index], head=root, relation="dep")
        span = Span(self._tokens[first].start, self._tokens[last].end)
        self._sentences.append(Sentence(len(self._sentences), first, last, piece.block, span))

    def _make_token(self, word: SpacyToken, shift: int, root: int, piece: Piece) -> Token:
        index = word.i + shift
        start, end = piece.locate(word.idx, word.idx + len(word.text))
        own_head = word.head.i + shift
        return Token(
            index=index,
            start=start,
            end=end,
            text=self._text[start:end],
            lemma=_make_lemma(word),
            tag=word.pos_ or "X",
            features=str(word.morph),
            head=root if own_head == index else own_head,
            relation="root" if index == root else _make_relation(word),
            name=f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "O",
        )


def _make_lemma(word: SpacyToken) -> str:
    """The dictionary form, in lower case but for names; the word itself where the parser gives none."""
    lemma = word.lemma_ or word.text
    return lemma if word.pos_ == "PROPN" else lemma.lower()


def _make_relation(word: SpacyToken) -> str:
    """The base relation of Universal Dependencies, without subtype."""
    relation = word.dep_.split(":")[0].lower()
    return relation if relation and relation != "root" else "dep"
