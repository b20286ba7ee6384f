"""The parser of a language: text and paragraphs in, :class:`~careo.text.document.Document` out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, tee
from typing import TYPE_CHECKING

from careo.model import Span
from careo.parse.folding import Piece, iter_pieces
from careo.parse.loading import load_pipeline
from careo.parse.trees import Trees
from careo.text.document import Document

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 32
"""Pieces (paragraphs, as a rule) that go through the net together: with ``PIECE_LIMIT`` this bounds the memory."""


class Parser:
    """Parses articles paragraph by paragraph. Get one from :func:`load_parser`."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline

    def parse(self, text: str, blocks: Sequence[Span]) -> Document:
        """Parse the paragraphs ``blocks`` of ``text``, each on its own; all else in ``text`` stays unread.

        Blocks are in text order and do not overlap. Any string parses: white space and invisible characters give no tokens,
        and a block without words gives no sentence. Blocks longer than ``PIECE_LIMIT`` characters are parsed in pieces.
        """
        return next(self.parse_many([(text, blocks)]))

    def parse_many(self, articles: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Document]:
        """Parse ``(text, blocks)`` pairs one after the other, batched over articles and streamed: a document as soon as it is read.

        The documents come in the order of the articles and equal those of :meth:`parse`.
        """
        waiting, feeding = tee(articles)
        parsed = self._pipeline.pipe(
            ((piece.text, (number, piece)) for number, piece in _iter_all_pieces(feeding)),
            as_tuples=True,
            batch_size=BATCH,
        )
        grouped = groupby(parsed, key=lambda item: item[1][0])
        ahead = next(grouped, None)
        for number, (text, blocks) in enumerate(waiting):
            trees = Trees(text, blocks)
            if ahead is not None and ahead[0] == number:
                for doc, (_, piece) in ahead[1]:
                    trees.append(doc, piece)
                ahead = next(grouped, None)
            yield trees.build()


def _iter_all_pieces(articles: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[tuple[int, Piece]]:
    for number, (text, blocks) in enumerate(articles):
        for block, span in enumerate(blocks):
            for piece in iter_pieces(text, block, span):
                yield number, piece


@cache
def load_parser(language: str = "es") -> Parser:
    """The parser of ``language``, loaded once a process; :class:`~careo.errors.ParserError` if its weights are missing or damaged."""
    return Parser(load_pipeline(language))
