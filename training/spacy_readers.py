"""Pipelines of spaCy as readers: its trees become careo's documents, with the same folding and pieces as careo's own parser."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from importlib.util import find_spec
from itertools import groupby, tee
from pathlib import Path
from typing import TYPE_CHECKING

from careo.model import Span
from careo.parse.folding import Piece, iter_pieces
from careo.text.document import Document, Sentence, Token
from training.readers import ReaderError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token as SpacyToken

BATCH = 32
"""Pieces that go through the net together."""

CONFIG = "config.cfg"


def load_spacy_reader(source: str, folded: bool = True) -> SpacyReader:
    """The pipeline in a folder or an installed package; ReaderError where there is none, or no spaCy."""
    folder = find_pipeline(source)
    try:
        import spacy
    except ImportError as error:
        raise ReaderError(
            f"{source}: spaCy cannot be imported ({error}); run: pip install 'careo[comparison]', or -e '.[comparison]' in a checkout"
        ) from error
    with warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", message=r"\[W095\]"
        )  # made for another version of spaCy: that is what is compared
        try:
            return SpacyReader(spacy.load(folder), folded)
        except (ValueError, KeyError, OSError, TypeError) as error:
            raise ReaderError(f"{folder}: spaCy {version('spacy')} cannot load this pipeline: {error}") from error


def find_pipeline(source: str) -> Path:
    """The folder with the pipeline's configuration: ``source`` itself, or the one folder in it that has one, as in packages."""
    folder = Path(source)
    if not folder.is_dir():
        spec = find_spec(source) if source.isidentifier() else None
        if spec is None or spec.origin is None:
            raise ReaderError(f"{source}: neither a folder nor an installed package")
        folder = Path(spec.origin).parent
    if (folder / CONFIG).is_file():
        return folder
    inside = sorted(path.parent for path in folder.glob(f"*/{CONFIG}"))
    if len(inside) != 1:
        raise ReaderError(
            f"{folder}: expected {CONFIG} of a spaCy pipeline here or in one folder below, found {len(inside)}"
        )
    return inside[0]


class SpacyReader:
    """Reads articles paragraph by paragraph with a pipeline of spaCy, which gets the marks folded or as they are written."""

    def __init__(self, pipeline: Language, folded: bool = True) -> None:
        self._pipeline = pipeline
        self._folded = folded
        self.language = pipeline.lang or "xx"

    def parse_many(self, articles: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Document]:
        """A document for each ``(text, blocks)``, in order, batched over articles and streamed."""
        waiting, feeding = tee(articles)
        parsed = self._pipeline.pipe(
            ((piece.text, (number, piece)) for number, piece in _iter_all_pieces(feeding, self._folded)),
            as_tuples=True,
            batch_size=BATCH,
        )
        grouped = groupby(parsed, key=lambda item: item[1][0])
        ahead = next(grouped, None)
        for number, (text, blocks) in enumerate(waiting):
            trees = _Trees(text, blocks)
            if ahead is not None and ahead[0] == number:
                for doc, (_, piece) in ahead[1]:
                    trees.append(doc, piece)
                ahead = next(grouped, None)
            yield trees.build()


def _iter_all_pieces(articles: Iterable[tuple[str, Sequence[Span]]], folded: bool) -> Iterator[tuple[int, Piece]]:
    for number, (text, blocks) in enumerate(articles):
        for block, span in enumerate(blocks):
            for piece in iter_pieces(text, block, span):
                yield number, piece if folded else _unfold(piece, text)


def _unfold(piece: Piece, text: str) -> Piece:
    """The piece with its marks as they are written; white space and loose accents stay as they were folded."""
    places = [piece.locate(n, n + 1) for n in range(len(piece.text))]
    written = (
        text[a:b] if b - a == 1 and char != " " else char for char, (a, b) in zip(piece.text, places, strict=True)
    )
    return replace(piece, text="".join(written))


class _Trees:
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
    lemma = str(word.lemma_ or word.text)
    return lemma if word.pos_ == "PROPN" else lemma.lower()


def _make_relation(word: SpacyToken) -> str:
    """The base relation of Universal Dependencies, without subtype."""
    relation = str(word.dep_).split(":")[0].lower()
    return relation if relation and relation != "root" else "dep"
