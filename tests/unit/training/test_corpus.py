from __future__ import annotations

from pathlib import Path

import spacy
from spacy.tokens import DocBin

from training.corpus import Group, make_doc, write_corpus
from training.treebank import UNKNOWN, Tree, Word

SHIP: Tree = (
    Word("-", "-", "PUNCT", "", 1, "punct", "O", space=False),
    Word("Zarpó", "zarpar", "VERB", "VerbForm=Fin", 1, "root", "O"),
    Word("el", "el", "DET", "", 3, "det", "O"),
    Word("San", "San", "PROPN", "", 1, "nsubj", "B-MISC"),
    Word("Telmo", "Telmo", "PROPN", "", 3, "flat", "I-MISC", space=False),
    Word(".", ".", "PUNCT", "", 1, "punct", "O", space=False),
)
PORT: Tree = (
    Word("Puerto", "puerto", "NOUN", "", 0, "root", "O"),
    Word("Marún", "Marún", "PROPN", "", 0, "flat", UNKNOWN),
)


def test_a_document_has_folded_marks_trees_and_names() -> None:
    doc = make_doc(spacy.blank("es").vocab, [SHIP, PORT])
    assert doc.text == "—Zarpó el San Telmo. Puerto Marún "
    assert [t.head.text for t in doc] == ["Zarpó", "Zarpó", "San", "Zarpó", "San", "Zarpó", "Puerto", "Puerto"]
    assert [s.text for s in doc.sents] == ["—Zarpó el San Telmo.", "Puerto Marún"]
    assert [(e.text, e.label_) for e in doc.ents] == [("San Telmo", "MISC")]
    assert [t.ent_iob_ for t in doc] == ["O", "O", "O", "B", "I", "O", "O", ""]
    assert doc[0].lemma_ == "—"


def test_paragraphs_keep_every_sentence_and_the_seed_decides(tmp_path: Path) -> None:
    groups = [Group([SHIP, PORT] * 10), Group([PORT] * 3, longest=1)]
    words = write_corpus(tmp_path / "a.spacy", groups, 1)
    assert words == 10 * (len(SHIP) + len(PORT)) + 3 * len(PORT)
    write_corpus(tmp_path / "b.spacy", groups, 1)
    assert (tmp_path / "a.spacy").read_bytes() == (tmp_path / "b.spacy").read_bytes()
    docs = list(DocBin().from_disk(tmp_path / "a.spacy").get_docs(spacy.blank("es").vocab))
    assert sum(len(list(doc.sents)) for doc in docs) == 23
    assert [doc.text for doc in docs[-3:]] == ["Puerto Marún "] * 3
