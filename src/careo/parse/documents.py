"""From words and what the network read to careo's document."""

from __future__ import annotations

from collections.abc import Sequence

from careo.model import Span
from careo.parse.folding import Piece
from careo.parse.lemmas import Lexicon
from careo.parse.readings import Reading, Words
from careo.parse.words import Word
from careo.text.document import Document, Sentence, Token


class DocumentBuilder:
    """Collects the sentences of one article."""

    def __init__(self, text: str, blocks: Sequence[Span], lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._blocks = tuple(blocks)
        self._tokens: list[Token] = []
        self._sentences: list[Sentence] = []

    def append(self, piece: Piece, places: Sequence[Word], words: Words, reading: Reading) -> None:
        """Add a sentence: where its words stand in ``piece``, as the network read them."""
        shift = len(self._tokens)
        names = repair_names(reading.names)
        for n, place in enumerate(places):
            start, end = piece.locate(place.start, place.end)
            head = reading.heads[n]
            tag = reading.tags[n]
            form = words.forms[n]
            self._tokens.append(
                Token(
                    index=shift + n,
                    start=start,
                    end=end,
                    text=self._text[start:end],
                    lemma=self._lexicon.choose(form, tag, reading.edits[n]),
                    tag=tag,
                    features=reading.features[n],
                    head=shift + head,
                    relation=_choose_relation(reading.relations[n], root=head == n),
                    name=names[n],
                )
            )
        span = Span(self._tokens[shift].start, self._tokens[-1].end)
        self._sentences.append(Sentence(len(self._sentences), shift, len(self._tokens) - 1, piece.block, span))

    def build(self) -> Document:
        """The document of all sentences added so far."""
        return Document(self._text, tuple(self._tokens), tuple(self._sentences), self._blocks)


def repair_names(tags: Sequence[str]) -> list[str]:
    """BIO tags in which every name begins with ``B-`` and keeps its type: an ``I-`` of another type goes on with the first one's."""
    repaired: list[str] = []
    for tag in tags:
        before = repaired[-1] if repaired else "O"
        if tag.startswith("I-"):
            tag = f"B-{tag[2:]}" if before == "O" else f"I-{before[2:]}"
        repaired.append(tag)
    return repaired


def _choose_relation(relation: str, *, root: bool) -> str:
    """The network's relation; ``root`` is the root's and no other word's."""
    if root:
        return "root"
    return "dep" if relation == "root" else relation
