"""Words cut into the pieces that the encoder knows: a unigram vocabulary, read by the library ``tokenizers``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

START, PAD, STOP, UNKNOWN = 0, 1, 2, 3
"""Ids of the marks ``<s> <pad> </s> <unk>``; ``<s>`` also stands for the root of the tree."""

BLANK = "▁"
"""What a piece begins with where white space stands before it."""

LONGEST = 510
"""Most pieces of a sentence: the encoder has 512 positions, and the marks of start and end take two."""

LONGEST_WORD = 12
"""Most pieces of one word: of a longer one the first and the last half of these are read."""

CACHE_LIMIT = 200_000
"""Most words whose pieces are remembered; then the memory starts anew."""


class Subwords:
    """Cuts words into pieces, each distinct word once."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[tuple[str, bool], list[int]] = {}

    def cut(self, word: str, after_space: bool) -> list[int]:
        """The ids of the pieces of ``word``, one at least and :data:`LONGEST_WORD` at most."""
        key = (word, after_space)
        ids = self._known.get(key)
        if ids is None:
            if len(self._known) >= CACHE_LIMIT:
                self._known.clear()
            # nothing of a hostile word of many thousand letters is lost to the tree: its ends stand for it
            text = word if len(word) <= 200 else word[:100] + word[-100:]
            found = self._tokenizer.encode(BLANK + text if after_space else text, add_special_tokens=False).ids
            half = LONGEST_WORD // 2
            ids = found if len(found) <= LONGEST_WORD else [*found[:half], *found[-half:]]
            ids = self._known[key] = ids or [UNKNOWN]
        return ids

    def cut_sentence(self, words: Sequence[str], spaces: Sequence[bool]) -> tuple[list[int], list[int], list[int]]:
        """Ids of a sentence between its marks, and the place of the first and the last piece of each word.

        ``spaces`` says whether white space follows a word. Place 0, the mark of the start, is the root's and comes first in
        both lists of places.
        """
        ids, first, last = [START], [0], [0]
        after_space = True
        for word, space in zip(words, spaces, strict=True):
            first.append(len(ids))
            ids += self.cut(word, after_space)
            last.append(len(ids) - 1)
            after_space = space
        ids.append(STOP)
        return ids, first, last
