from __future__ import annotations

import pytest

from training.english import mark_names
from training.treebank import Tree, Word


def tree(*rows: str) -> Tree:
    """Words as ``form|tag|head|relation``, heads counted from 1, 0 the root; ``+`` at the end: no space after it."""
    words = []
    for n, row in enumerate(rows):
        form, tag, head, relation = row.rstrip("+").split("|")
        place = int(head) - 1 if int(head) else n
        words.append(Word(form, form, tag, "", place, relation, space=not row.endswith("+")))
    return tuple(words)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (["Reuters|PROPN|2|nsubj", "asked|VERB|0|root", "Tehran|PROPN|2|obj"], "B-ORG O B-LOC"),
        (["Mary|PROPN|3|nsubj", "Wexcombe|PROPN|1|flat", "left|VERB|0|root"], "B-PER I-PER O"),
        (
            ["Fenwick|PROPN|3|compound", "Dental|PROPN|3|compound", "Practice|PROPN|4|nsubj", "moved|VERB|0|root"],
            "B-? I-? I-? O",
        ),
        (["University|PROPN|4|nsubj", "of|ADP|3|case", "Wexcombe|PROPN|1|nmod", "moved|VERB|0|root"], "B-? I-? I-? O"),
        (["Mr.|PROPN|2|compound", "Wexcombe|PROPN|3|nsubj", "left|VERB|0|root"], "- B-? O"),
        (["on|ADP|2|case", "Monday|PROPN|3|obl", "left|VERB|0|root"], "O - O"),
        (
            ["Dunwich|PROPN|5|nsubj", ",|PUNCT|3|punct", "Selby|PROPN|1|conj", "both|ADV|5|advmod", "won|VERB|0|root"],
            "B-? O B-? O O",
        ),
        (["Al|PROPN|4|nsubj+", "-|PUNCT|3|punct+", "Wexi|PROPN|1|flat", "won|VERB|0|root"], "B-? I-? I-? O"),
        (["see|VERB|0|root", "wex.example/a|PROPN|1|obj"], "O O"),
        (["Kent|PROPN|3|nsubj", "Selby|PROPN|3|obl", "won|VERB|0|root"], "B-? B-? O"),
        (["she|PRON|2|nsubj", "left|VERB|0|root"], "O O"),
    ],
)
def test_names_are_proper_nouns_that_hang_together(rows: list[str], names: str) -> None:
    assert [word.name for word in mark_names(tree(*rows))] == names.split()
