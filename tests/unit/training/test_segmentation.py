from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from training.segmentation import load_sentences, make_paragraphs, measure, score, split_by_rules

ROWS = """# text = «No», dijo.
1\t«\t_\t_\t_\t_\t0\troot\t_\tSpaceAfter=No
2\tNo\t_\t_\t_\t_\t1\tdep\t_\tSpaceAfter=No
3\t»\t_\t_\t_\t_\t1\tdep\t_\tSpaceAfter=No
4\t,\t_\t_\t_\t_\t1\tdep\t_\t_
5\tdijo\t_\t_\t_\t_\t1\tdep\t_\tSpaceAfter=No
6\t.\t_\t_\t_\t_\t1\tdep\t_\t_

1-2\tdel\t_\t_\t_\t_\t_\t_\t_\t_
1\tde\t_\t_\t_\t_\t0\troot\t_\t_
2\tel\t_\t_\t_\t_\t1\tdep\t_\t_
3-4\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
3\tdo\t_\t_\t_\t_\t1\tdep\t_\t_
4\tn't\t_\t_\t_\t_\t1\tdep\t_\t_
4.1\tx\t_\t_\t_\t_\t_\t_\t_\t_
5\t.\t_\t_\t_\t_\t1\tdep\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "a.conllu"
    path.write_text(ROWS, "utf-8")
    return path


def test_sentences_are_folded_and_parted_where_the_parts_spell_the_word(treebank: Path) -> None:
    first, second = load_sentences(treebank)
    assert first == ('"No", dijo.', ((0, 1), (1, 3), (3, 4), (4, 5), (6, 10), (10, 11)))
    assert second == ("del don't.", ((0, 3), (4, 6), (6, 9), (9, 10)))


def test_paragraphs_hold_all_sentences(treebank: Path) -> None:
    [(text, spans)] = make_paragraphs(load_sentences(treebank), Random(0))
    assert sorted(text[a:b] for a, b in spans) == ['"No", dijo.', "del don't."]


def test_a_score_counts_exact_spans() -> None:
    assert score([({(0, 2), (2, 3)}, {(0, 2), (2, 4)})]) == 50
    assert score([]) == 0


def test_measuring_gives_words_and_sentences(treebank: Path) -> None:
    words, sentences, speed = measure(load_sentences(treebank), split_by_rules("en"))
    assert words == 100
    assert sentences == 0  # the second begins with a small letter, so both make one
    assert speed > 0
