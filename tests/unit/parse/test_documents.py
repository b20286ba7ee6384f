from __future__ import annotations

import pytest

from careo.model import Span
from careo.parse.documents import DocumentBuilder, repair_names
from careo.parse.folding import iter_pieces
from careo.parse.lemmas import Lexicon
from careo.parse.readings import Reading, Words
from careo.parse.words import Word

TEXT = "«Dijo  Ana»"


@pytest.mark.parametrize(
    ("tags", "repaired"),
    [
        ("O I-PER I-PER", "O B-PER I-PER"),
        ("B-PER I-ORG O I-LOC", "B-PER I-PER O B-LOC"),
        ("B-PER B-PER I-PER", "B-PER B-PER I-PER"),
        ("", ""),
    ],
)
def test_names_begin_and_keep_their_type(tags: str, repaired: str) -> None:
    assert repair_names(tags.split()) == repaired.split()


def test_tokens_lie_in_the_text_and_only_the_root_is_one() -> None:
    (piece,) = iter_pieces(TEXT, 0, Span(0, len(TEXT)))
    places = [Word(0, 1), Word(1, 5), Word(6, 9), Word(9, 10)]
    words = Words(['"', "Dijo", "Ana", '"'], [False, True, False, True])
    reading = Reading(
        heads=[1, 1, 1, 1],
        relations=["punct", "root", "root", "punct"],
        tags=["PUNCT", "VERB", "PROPN", "PUNCT"],
        features=["", "VerbForm=Fin", "", ""],
        names=["O", "O", "I-PER", "O"],
        edits=[[""], ["3+ecir", ""], ["1+o"], [""]],
    )
    builder = DocumentBuilder(TEXT, [Span(0, len(TEXT))], Lexicon({}))
    builder.append(piece, places, words, reading)
    document = builder.build()
    assert [t.text for t in document.tokens] == ["«", "Dijo", "Ana", "»"]
    assert [TEXT[t.start : t.end] for t in document.tokens] == ["«", "Dijo", "Ana", "»"]
    assert [t.relation for t in document.tokens] == ["punct", "root", "dep", "punct"]
    assert [t.lemma for t in document.tokens] == ['"', "decir", "Ana", '"']
    assert document.tokens[2].name == "B-PER"
    assert document.sentences[0].span == Span(0, len(TEXT))
