from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from careo.parse import subwords
from careo.parse.loading import TOKENIZER, WEIGHTS
from careo.parse.subwords import LONGEST_WORD, START, STOP, UNKNOWN, Subwords

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "a", "b", "▁a", "ab", "▁ab"]


@pytest.fixture
def small() -> Subwords:
    return Subwords(Tokenizer(Unigram([(piece, -float(n)) for n, piece in enumerate(PIECES)], unk_id=UNKNOWN)))


@pytest.fixture(scope="module")
def shipped() -> Subwords:
    return Subwords(Tokenizer.from_file(str(WEIGHTS / TOKENIZER)))


def test_a_word_after_a_space_is_spelled_otherwise(small: Subwords) -> None:
    assert small.cut("ab", after_space=True) == [PIECES.index("▁ab")]
    assert small.cut("ab", after_space=False) == [PIECES.index("ab")]


def test_a_sentence_has_its_marks_and_the_ends_of_each_word(small: Subwords) -> None:
    ids, first, last = small.cut_sentence(["ab", "aab", "b"], [True, False, True])
    assert ids[0] == START
    assert ids[-1] == STOP
    assert first[0] == last[0] == 0
    assert [ids[a : b + 1] for a, b in zip(first[1:], last[1:], strict=True)] == [
        small.cut("ab", after_space=True),
        small.cut("aab", after_space=True),
        small.cut("b", after_space=False),
    ]


def test_unknown_letters_are_pieces_too(small: Subwords) -> None:
    assert small.cut("ж", after_space=False) == [UNKNOWN]


def test_what_is_remembered_is_bounded(small: Subwords, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subwords, "CACHE_LIMIT", 3)
    for word in ("a", "b", "ab", "ba", "aa", "bb"):
        before = small.cut(word, after_space=True)
        assert small.cut(word, after_space=True) == before
        assert len(small._known) <= 3


@given(st.text(min_size=1, max_size=60))
def test_every_word_has_some_pieces_and_not_too_many(shipped: Subwords, word: str) -> None:
    assert 1 <= len(shipped.cut(word, after_space=False)) <= LONGEST_WORD


def test_of_a_very_long_word_both_ends_are_read(shipped: Subwords) -> None:
    ids = shipped.cut("w" * 5000 + "mente", after_space=True)
    assert len(ids) == LONGEST_WORD
    assert ids[-1] == shipped.cut("wmente", after_space=False)[-1]


def test_latin_words_are_never_unknown(shipped: Subwords) -> None:
    for word in ("Ñandú", "pingüino", "Çelik", "Łódź", "naïve", "Güemes", "co-operate"):
        assert UNKNOWN not in shipped.cut(word, after_space=True)
