from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.parse.lemmas import Lexicon, apply_edit, group_words, make_edit


@pytest.mark.parametrize(
    ("form", "lemma", "edit"),
    [
        ("decimos", "decir", "3+r"),
        ("vino", "vino", ""),
        ("vino", "venir", "3+enir"),
        ("Las", "el", "3+el"),
        ("children", "child", "3+"),
        ("n't", "not", "2+ot"),
        ("1990", "1991", "1+1"),
    ],
)
def test_an_edit_is_found_and_applied(form: str, lemma: str, edit: str) -> None:
    assert make_edit(form, lemma) == edit
    assert apply_edit(form, edit) == lemma


@given(st.text(min_size=1), st.text(min_size=1))
def test_every_lemma_can_be_reached(form: str, lemma: str) -> None:
    assert apply_edit(form, make_edit(form, lemma)) == lemma.lower()


@given(st.text(min_size=1), st.integers(0, 50))
def test_no_word_loses_all_its_letters(form: str, count: int) -> None:
    assert apply_edit(form, f"{count}+")


@pytest.fixture
def lexicon() -> Lexicon:
    entries = [
        ("VERB", "Dijo", "decir"),
        ("VERB", "insistir", "insistir"),
        ("VERB", "creo", "creer"),
        ("VERB", "creo", "crear"),
        ("NOUN", "vinos", "vino"),
        ("PROPN", "Ana", "Ana"),
        ("NUM", "12", "12"),
    ]
    return Lexicon(group_words(entries))


@pytest.mark.parametrize(
    ("form", "tag", "edits", "lemma"),
    [
        ("dijo", "VERB", ["1+ar"], "decir"),  # known, whatever the network says
        ("creo", "VERB", ["1+ear", "1+ar", "1+er"], "crear"),  # of what is known, the network's best
        ("creo", "VERB", ["1+ir"], "crear"),
        ("insistió", "VERB", ["1+ar", "1+r"], "insistir"),  # unknown, but an edit leads to a known verb
        ("zampó", "VERB", ["1+ar", "1+r"], "zampar"),
        ("gatos", "NOUN", ["1+", ""], "gato"),
        ("Ana", "PROPN", ["1+"], "Ana"),
        ("1.200", "NUM", ["2+"], "1.200"),
    ],
)
def test_known_words_have_known_lemmas(lexicon: Lexicon, form: str, tag: str, edits: list[str], lemma: str) -> None:
    assert lexicon.choose(form, tag, edits) == lemma


def test_without_any_words_the_network_alone_decides() -> None:
    assert Lexicon({}).choose("dijo", "VERB", ["3+ecir"]) == "decir"
