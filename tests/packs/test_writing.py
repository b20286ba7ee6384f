"""Every entry of how a language is written is proved by its examples: · parts words that no space parts, ‖ parts sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest

from careo.lang.writing import Abbreviation, Contraction, Ending, Entry, Mark, Prefix, Unit, Writing, load_writing
from careo.parse.segmentation import segment

LANGUAGES = ("en", "es")
CUT, BREAK = "·", " ‖ "
ENTRIES = [(language, entry) for language in LANGUAGES for entry in load_writing(language).entries()]


def render(text: str, writing: Writing) -> str:
    """``text`` as it is divided, in the way examples are written."""
    sentences = []
    for sentence in segment(text, writing):
        marked = text[sentence[0].start : sentence[0].end]
        for before, word in pairwise(sentence):
            marked += (CUT if before.end == word.start else " ") + text[word.start : word.end]
        sentences.append(marked)
    return BREAK.join(sentences)


def plain(example: str) -> str:
    return example.replace(BREAK, " ").replace(CUT, "")


def name(case: tuple[str, Entry]) -> str:
    language, entry = case
    return f"{language}-{entry.TABLE}-{entry.mark if isinstance(entry, Mark) else entry.words[0]}"


@pytest.mark.parametrize("case", ENTRIES, ids=name)
def test_examples_come_out_as_they_are_marked(case: tuple[str, Entry]) -> None:
    language, entry = case
    writing = load_writing(language)
    wrong = [e for e in (*entry.accept, *entry.reject) if render(plain(e), writing) != e]
    assert wrong == [], [render(plain(e), writing) for e in wrong]


@pytest.mark.parametrize("case", ENTRIES, ids=name)
def test_accepted_examples_need_the_entry_and_rejected_ones_do_not(case: tuple[str, Entry]) -> None:
    language, entry = case
    writing = load_writing(language)
    without = writing.without(entry)
    assert [e for e in entry.accept if render(plain(e), without) == e] == [], "these prove nothing"
    assert [e for e in entry.reject if render(plain(e), without) != e] == [], "these need the entry"


WORDS = [(lang, e, word) for lang, e in ENTRIES if not isinstance(e, Mark) for word in e.words]
FOLLOWED = {"anything": "Zamora", "capital": "Zamora", "figure": "7", "inside": "7"}


@pytest.mark.parametrize(
    ("language", "entry", "word"), WORDS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_word_listed_has_its_effect(language: str, entry: Entry, word: str) -> None:
    writing = load_writing(language)
    if isinstance(entry, Abbreviation):
        text, expected = f"x {word}. {FOLLOWED[entry.before]}", f"x {word}. {FOLLOWED[entry.before]}"
    elif isinstance(entry, Contraction):
        text, expected = f"x {word.replace('|', '')}", f"x {word.replace('|', CUT)}"
    elif isinstance(entry, Ending):
        text, expected = f"xy{word}", f"xy{CUT}{word}"
    elif isinstance(entry, Prefix):
        text, expected = f"{word}-zamora", f"{word}-zamora"
    elif isinstance(entry, Unit):
        text, expected = f"7{word} x", f"7{CUT}{word} x"
    elif entry.TABLE == "starter":
        text = f"x J. {word.capitalize()} x"
        expected = f"x J{CUT}.{BREAK}{word.capitalize()} x"
    else:
        text, expected = f"x {word} x", f"x {word} x"
    assert render(text, writing) == expected
