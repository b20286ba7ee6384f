from __future__ import annotations

from random import Random

import pytest

from training.order import advance_subject
from training.surgery import is_well_formed
from training.treebank import Tree, Word

FINITE = "VerbForm=Fin"


def tree(*rows: str) -> Tree:
    """Words as ``form|tag|head|relation|features``, heads counted from 1, 0 the root."""
    words = []
    for n, row in enumerate(rows):
        form, tag, head, relation, *features = row.split("|")
        words.append(Word(form, form, tag, "".join(features), int(head) - 1 if int(head) else n, relation))
    return tuple(words)


@pytest.mark.parametrize(
    ("rows", "moved"),
    [
        (
            [f"Dijo|VERB|0|root|{FINITE}", "la|DET|3|det", "ministra|NOUN|1|nsubj", "que|SCONJ|5|mark", f"vendrá|VERB|1|ccomp|{FINITE}"],
            "La ministra dijo que vendrá",
        ),
        (
            ["No|ADV|3|advmod|Polarity=Neg", "lo|PRON|3|obj|PronType=Prs", f"quiso|VERB|0|root|{FINITE}", "Ana|PROPN|3|nsubj"],
            "Ana no lo quiso",
        ),
        (
            ["algo|PRON|0|root", "que|PRON|3|obj|PronType=Int,Rel", f"quería|VERB|1|acl|{FINITE}", "Ana|PROPN|3|nsubj"],
            "algo que Ana quería",
        ),
        (
            ["ya|ADV|3|advmod", "ha|AUX|3|aux", f"llegado|VERB|0|root|{FINITE}", "el|DET|5|det", "tren|NOUN|3|nsubj"],
            "ya el tren ha llegado",
        ),
    ],
)  # fmt: skip
def test_the_subject_comes_first(rows: list[str], moved: str) -> None:
    new = advance_subject(tree(*rows), Random(0))
    assert new is not None
    assert is_well_formed(new)
    assert " ".join(word.form for word in new) == moved
    subject = next(word for word in new if word.relation == "nsubj")
    assert new[subject.head].tag == "VERB"


@pytest.mark.parametrize(
    "rows",
    [
        ["Ana|PROPN|2|nsubj", f"dijo|VERB|0|root|{FINITE}"],  # it does already
        [f"dijo|VERB|0|root|{FINITE}", "ayer|ADV|1|advmod", "Ana|PROPN|1|nsubj"],  # something stands between
        [
            f"dijo|VERB|0|root|{FINITE}",
            "Ana|PROPN|1|nsubj",
            ",|PUNCT|4|punct",
            "alcaldesa|NOUN|2|appos",
        ],  # with a mark in it
        [f"dijo|VERB|0|root|{FINITE}", "quien|PRON|1|nsubj"],
        ["quien|PRON|2|nsubj|PronType=Rel", f"teme|VERB|0|root|{FINITE}", "Ana|PROPN|2|nsubj"],
    ],
)
def test_what_does_not_fit_stays(rows: list[str]) -> None:
    assert advance_subject(tree(*rows), Random(0)) is None
