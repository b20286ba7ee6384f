from __future__ import annotations

from training.corpus import id_of
from training.surface import fold_tree
from training.treebank import Tree, Word

SHIP: Tree = (
    Word("-", "-", "PUNCT", "", 1, "punct", "O", space=False),
    Word("Zarpó", "zarpar", "VERB", "VerbForm=Fin", 1, "root", "O"),
    Word("el", "el", "DET", "", 3, "det", "O"),
    Word("San", "San", "PROPN", "", 1, "nsubj", "B-MISC"),
    Word("Telmo", "Telmo", "PROPN", "", 3, "flat", "I-MISC", space=False),
    Word("”", "”", "PUNCT", "", 1, "punct", "O", space=False),
)


def test_marks_are_folded_as_the_parser_folds_them_and_nothing_else_changes() -> None:
    folded = fold_tree(SHIP)
    assert [(w.form, w.lemma) for w in folded if w.tag == "PUNCT"] == [("—", "—"), ('"', '"')]
    assert folded[1:5] == SHIP[1:5]


def test_sentences_are_told_apart_by_their_words() -> None:
    assert id_of(SHIP) == id_of(SHIP)
    assert id_of(SHIP) != id_of(SHIP[1:])
