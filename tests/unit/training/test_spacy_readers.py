from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from careo.model import Span
from training.spacy_readers import SpacyReader

try:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
except ImportError:
    if os.environ.get("CI"):
        raise
    pytest.skip("NOT TESTED: spaCy is not there (pip install -e '.[comparison]')", allow_module_level=True)

WORDS = ["El", "diario", "Ecos", "dijo", ":", '"', "Llueve", '"', ".", "Fin", "."]
SPACES = [True, True, True, False, True, False, False, False, True, False, False]
TEXT = "El  diario Ecos dijo: «Llueve». Fin."


class Pipeline:
    """A pipeline that reads one text, whatever it gets; a head that leaves its sentence, a subtype, a name."""

    lang = "es"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def pipe(self, items: Iterable[tuple[str, Any]], as_tuples: bool, batch_size: int) -> Iterator[tuple[Doc, Any]]:
        assert as_tuples
        assert batch_size
        for text, context in items:
            self.texts.append(text)
            doc = Doc(
                Vocab(),
                words=WORDS,
                spaces=SPACES,
                lemmas=["El", "Diario", "Ecos", "Decir", "", '"', "llover", '"', ".", "fin", "."],
                pos=["DET", "NOUN", "PROPN", "VERB", "PUNCT", "PUNCT", "VERB", "PUNCT", "PUNCT", "NOUN", "PUNCT"],
                morphs=["Gender=Masc", *[""] * 10],
                heads=[1, 3, 1, 3, 3, 6, 3, 6, 3, 9, 9],
                deps=[
                    "det",
                    "nsubj:pass",
                    "appos",
                    "ROOT",
                    "punct",
                    "punct",
                    "ccomp",
                    "punct",
                    "punct",
                    "ROOT",
                    "punct",
                ],
                sent_starts=[n in {0, 9} for n in range(11)],
                ents=["O", "O", "B-ORG", *["O"] * 8],
            )
            yield doc, context


def test_trees_become_documents() -> None:
    pipeline = Pipeline()
    [document] = SpacyReader(pipeline).parse_many([(TEXT, [Span(0, len(TEXT))])])  # type: ignore[arg-type]  # a fake
    assert pipeline.texts == ['El diario Ecos dijo: "Llueve". Fin.']
    assert [t.text for t in document.tokens] == [
        "El",
        "diario",
        "Ecos",
        "dijo",
        ":",
        "«",
        "Llueve",
        "»",
        ".",
        "Fin",
        ".",
    ]
    assert all(TEXT[t.start : t.end] == t.text for t in document.tokens)
    assert [(t.lemma, t.relation, t.head) for t in document.tokens[:5]] == [
        ("el", "det", 1),
        ("diario", "nsubj", 3),
        ("Ecos", "appos", 1),
        ("decir", "root", 3),
        (":", "punct", 3),
    ]
    assert [(t.features, t.name) for t in document.tokens[:3]] == [("Gender=Masc", "O"), ("", "O"), ("", "B-ORG")]
    assert [(s.first, s.last) for s in document.sentences] == [(0, 8), (9, 10)]


def test_marks_can_stay_as_they_are_written() -> None:
    pipeline = Pipeline()
    list(SpacyReader(pipeline, folded=False).parse_many([(TEXT, [Span(0, len(TEXT))])]))  # type: ignore[arg-type]  # a fake
    assert pipeline.texts == ["El diario Ecos dijo: «Llueve». Fin."]


def test_every_article_gets_its_own_document() -> None:
    articles = [("", []), (TEXT, [Span(0, len(TEXT))]), ("Nada.", [])]
    documents = list(SpacyReader(Pipeline()).parse_many(articles))  # type: ignore[arg-type]  # a fake
    assert [(d.text, len(d.tokens)) for d in documents] == [("", 0), (TEXT, 11), ("Nada.", 0)]
