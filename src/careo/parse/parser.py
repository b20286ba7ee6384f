"""The parser of a language: text and paragraphs in, :class:`~careo.text.document.Document` out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from careo.lang.writing import Writing, load_writing
from careo.model import Span
from careo.parse.documents import DocumentBuilder
from careo.parse.folding import Piece, iter_pieces
from careo.parse.lemmas import Lexicon
from careo.parse.loading import load_lexicon, load_network
from careo.parse.readings import Words
from careo.parse.segmentation import segment
from careo.parse.subwords import LONGEST
from careo.parse.words import Word
from careo.text.document import Document

if TYPE_CHECKING:
    from careo.parse.network import Network

TOGETHER = 3_000
"""Words of articles that are read ahead and sorted by length together: enough to fill every batch."""


@dataclass(slots=True)
class _Plan:
    """An article cut into sentences: of each the piece that it stands in, the places of its words, and the words."""

    text: str
    blocks: Sequence[Span]
    sentences: list[tuple[Piece, Sequence[Word], Words]] = field(default_factory=list)


class Parser:
    """Parses articles paragraph by paragraph, sentence by sentence. Get one from :func:`load_parser`."""

    def __init__(self, network: Network, writing: Writing, lexicon: Lexicon) -> None:
        self._network = network
        self._writing = writing
        self._lexicon = lexicon

    def parse(self, text: str, blocks: Sequence[Span]) -> Document:
        """Parse the paragraphs ``blocks`` of ``text``, each on its own; all else in ``text`` stays unread.

        Blocks are in text order and do not overlap. Any string parses: white space and invisible characters give no tokens,
        and a block without words gives no sentence. Blocks longer than ``PIECE_LIMIT`` characters are parsed in pieces.
        """
        return next(self.parse_many([(text, blocks)]))

    def parse_many(self, articles: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Document]:
        """Parse ``(text, blocks)`` pairs, batched by length over paragraphs and articles; at most :data:`TOGETHER` words are read ahead.

        The documents come in the order of the articles and equal those of :meth:`parse`.
        """
        waiting: list[_Plan] = []
        ahead = 0
        for text, blocks in articles:
            plan = self._plan(text, blocks)
            waiting.append(plan)
            ahead += sum(len(words.forms) for _, _, words in plan.sentences)
            if ahead >= TOGETHER:
                yield from self._read(waiting)
                waiting, ahead = [], 0
        yield from self._read(waiting)

    def _plan(self, text: str, blocks: Sequence[Span]) -> _Plan:
        plan = _Plan(text, blocks)
        for block, span in enumerate(blocks):
            for piece in iter_pieces(text, block, span):
                for places in segment(piece.text, self._writing):
                    for part, words in self._cut(places, _make_words(piece.text, places)):
                        plan.sentences.append((piece, part, words))
        return plan

    def _cut(self, places: Sequence[Word], words: Words) -> Iterator[tuple[Sequence[Word], Words]]:
        """The sentence, in parts where it has more pieces than the network takes."""
        start, size, after_space = 0, 0, True
        for n, (form, space) in enumerate(zip(words.forms, words.spaces, strict=True)):
            count = self._network.count_pieces(form, after_space)
            if size + count > LONGEST:
                yield places[start:n], Words(words.forms[start:n], words.spaces[start:n])
                start, size = n, 0
            size += count
            after_space = space
        yield places[start:], Words(words.forms[start:], words.spaces[start:])

    def _read(self, plans: Sequence[_Plan]) -> Iterator[Document]:
        readings = iter(self._network.read([words for plan in plans for _, _, words in plan.sentences]))
        for plan in plans:
            builder = DocumentBuilder(plan.text, plan.blocks, self._lexicon)
            for piece, places, words in plan.sentences:
                builder.append(piece, places, words, next(readings))
            yield builder.build()


def _make_words(text: str, places: Sequence[Word]) -> Words:
    """The words at ``places``; white space follows a word that does not touch the next one, and the last."""
    ends = [place.start for place in places[1:]]
    spaces = [place.end < start for place, start in zip(places, ends, strict=False)]
    return Words([text[place.start : place.end] for place in places], [*spaces, True])


@cache
def load_parser(language: str = "es", threads: int = 1) -> Parser:
    """The parser of ``language``, its network loaded once a process.

    ``threads`` is how many cores one batch may use; the result is the same with any number. :class:`~careo.errors.ParserError` where
    the weights are missing or damaged or no language of that name was trained.
    """
    return Parser(load_network(language, threads), load_writing(language), load_lexicon(language))
