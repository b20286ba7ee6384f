"""From the parser library's own trees to careo's document."""

from __future__ import annotations

from collections.abc import Sequence
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
        words = [token for token in sentence if not token.is_space]
        if not words:
            return
        first = len(self._tokens)
        places = {token.i: first + n for n, token in enumerate(words)}
        root = _find_root(sentence, places)
        for word in words:
            self._tokens.append(self._make_token(word, places, root, piece))
        last = len(self._tokens) - 1
        span = Span(self._tokens[first].start, self._tokens[last].end)
        self._sentences.append(Sentence(len(self._sentences), first, last, piece.block, span))

    def _make_token(self, word: SpacyToken, places: dict[int, int], root: int, piece: Piece) -> Token:
        index = places[word.i]
        head = index if index == root else _find_head(word, places, root)
        start, end = piece.locate(word.idx, word.idx + len(word.text))
        return Token(
            index=index,
            start=start,
            end=end,
            text=self._text[start:end],
            lemma=word.lemma_ or word.lower_,
            tag=word.pos_ or "X",
            features=str(word.morph),
            head=head,
            relation="root" if index == root else _make_relation(word),
            name=f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "O",
        )


def _find_root(sentence: SpacySpan, places: dict[int, int]) -> int:
    """The new root: that of the sentence or, where it is white space, the first word whose ancestors are all white space."""
    if sentence.root.i in places:
        return places[sentence.root.i]
    free = (places[t.i] for t in sentence if t.i in places and not any(a.i in places for a in t.ancestors))
    return next(free)


def _find_head(word: SpacyToken, places: dict[int, int], root: int) -> int:
    """The nearest ancestor that is a word of the same sentence; the root where there is none."""
    return next((places[a.i] for a in word.ancestors if a.i in places), root)


def _make_relation(word: SpacyToken) -> str:
    """The base relation of Universal Dependencies, without subtype."""
    relation = word.dep_.split(":")[0].lower()
    return relation if relation and relation != "root" else "dep"
