from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.training.oracles import ENGLISH, Oracle
from training.evaluate import evaluate, make_gold
from training.reporting import iter_reported, load_reporting
from training.treebank import Tree, load_trees


@pytest.fixture
def english(tmp_path: Path) -> list[Tree]:
    path = tmp_path / "english.conllu"
    path.write_text(ENGLISH, "utf-8")
    return load_trees(path, split=True)


def test_words_of_a_contraction_stand_together_where_they_make_it_up(english: list[Tree], tmp_path: Path) -> None:
    assert make_gold(english[0]).text == "The mayor said that it doesn't rain. "
    assert make_gold(load_trees(tmp_path / "english.conllu")[0]).text == "The mayor said that it doesn't rain. "
    assert "doesn't" in [word.form for word in load_trees(tmp_path / "english.conllu")[0]]
    spanish = tmp_path / "spanish.conllu"
    rows = [
        "1-2\tdel\t" + "\t".join("_" * 8),
        "1\tde\tde\tADP\t_\t_\t2\tcase\t_\t_",
        "2\tel\tel\tDET\t_\t_\t0\troot\t_\t_",
        "",
        "",
    ]
    spanish.write_text("\n".join(rows), "utf-8")
    for split in (True, False):
        assert make_gold(load_trees(spanish, split=split)[0]).text == "del "


def test_clauses_are_told_apart_by_their_marks(english: list[Tree]) -> None:
    reporting = load_reporting("en")
    found = [[(tree[n].form, measure) for n, _, measure in iter_reported(tree, reporting)] for tree in english]
    assert found == [
        [("mayor", "subject"), ("rain", "that_clause")],
        [("She", "subject"), ("rains", "bare_clause")],
        [("She", "subject")],
    ]
    marked_otherwise = tuple(replace(word, form="if") if word.form == "that" else word for word in english[0])
    assert [measure for *_, measure in iter_reported(marked_otherwise, reporting)] == ["subject"]


def test_the_verbs_of_spanish_are_those_of_the_first_figures() -> None:
    spanish = load_reporting("es")
    assert (len(spanish.verbs), spanish.clauses) == (28, ("que_clause",))


def test_a_language_without_verbs_is_named() -> None:
    with pytest.raises(ValueError, match=r"'xx'.*es, en.*add a table"):
        load_reporting("xx")


def test_a_reader_that_knows_the_trees_is_right(english: list[Tree]) -> None:
    figures = evaluate(Oracle(english), english, "en")
    measures = (
        "uas",
        "las",
        "upos",
        "features",
        "lemma",
        "subject",
        "subject_span",
        "that_clause_span",
        "bare_clause_span",
    )
    assert {figures[m] for m in measures} == {100.0}
    assert (figures["subject_n"], figures["that_clause_n"], figures["bare_clause_n"]) == (3, 1, 1)


def test_a_reader_that_reads_nothing_is_wrong(english: list[Tree]) -> None:
    figures = evaluate(Oracle(), english, "en")
    assert {figures[m] for m in ("uas", "upos", "features", "subject", "that_clause")} == {0.0}


def test_features_of_kinds_that_the_trees_lack_are_no_mistakes(english: list[Tree]) -> None:
    more = [tuple(replace(w, features=f"{w.features}|Style=Arch".strip("|")) for w in tree) for tree in english]
    assert evaluate(Oracle(more), english, "en")["features"] == 100.0
    less = [tuple(replace(w, features="") for w in tree) for tree in english]
    assert evaluate(Oracle(less), english, "en")["features"] < 50.0
