"""Sketches: what is kept of a text to compare it with others. 4 bytes a word and a little more; the text can go.

A *shingle* is five words in a row, as a number of 32 bits. The *fingerprints* are a choice of them by winnowing (Schleimer, Wilkerson
and Aiken, *Winnowing: local algorithms for document fingerprinting*, SIGMOD 2003): the least of every window of eight. Two texts
that share twelve words in a row share at least one, wherever they stand and whatever surrounds them, so that a short excerpt
of a long article is found as surely as a whole copy.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from careo.link.copies.texts import CopyText
from careo.text.words import fold

WORDS = 5
WINDOW = 8

_WORD = re.compile(r"\d[\d.,]*\d|\w+")
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
# Odd numbers without a pattern (the first digits of the golden ratio and of the roots of 2, 3, 5 and 7): multilinear hashing.
_FACTORS = (0x9E3779B1, 0x6A09E667, 0xBB67AE85, 0x3C6EF373, 0xA54FF53B)
_NAME = re.compile(r"(?<=[\w,;:)] )[A-Z\u00c0-\u00de]\w{3,}")  # within a sentence
_QUOTE = re.compile(r"[\"\u201c\u201e\u00ab]\w")
_YEARS = range(1900, 2100)
_STEM = 4


@dataclass(frozen=True, slots=True)
class Sketch:
    """``shingles`` are distinct, in the order of the text; ``digest`` is equal for texts of the same words.

    ``numbers`` (two digits or more, no years) and ``names`` (by their first four letters) survive translation; ``quotes`` is how
    many quotations open.
    """

    id: str
    language: str
    published: str
    agencies: tuple[str, ...]
    words: int
    digest: bytes
    shingles: array[int]
    fingerprints: array[int]
    numbers: array[int]
    names: array[int]
    quotes: int


def make_sketch(article: CopyText) -> Sketch:
    """The sketch of one article; a function of its text alone, so that it can be made anywhere and in any order."""
    text = unicodedata.normalize("NFC", article.text)
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    words = _WORD.findall(text)
    codes = _codes(words)
    shingles = _shingles(codes)
    return Sketch(
        id=article.id,
        language=article.language,
        published=article.published or "",
        agencies=article.agencies,
        words=len(words),
        digest=blake2b(array("I", codes).tobytes(), digest_size=16).digest(),
        shingles=_distinct(shingles),
        fingerprints=array("I", sorted(_winnow(shingles))),
        numbers=_distinct(_numbers(words)),
        names=_distinct(_codes([fold(name)[:_STEM] for name in _NAME.findall(text)])),
        quotes=len(_QUOTE.findall(text)),
    )


def _distinct(values: Iterable[int]) -> array[int]:
    return array("I", list(dict.fromkeys(values)))  # of a list an array takes no more room than it needs


class _Codes(dict[str, int]):
    """32 bits for each word, without regard to case, accents and the separators of numbers; the commonest are remembered."""

    LIMIT = 500_000

    def __missing__(self, word: str) -> int:
        if len(self) >= self.LIMIT:
            self.clear()
        letters = fold(word)
        if letters[:1].isdigit():
            letters = letters.replace(".", "").replace(",", "")
        code = self[word] = zlib.crc32(letters.encode("utf-8", "surrogatepass"))
        return code


_CODES = _Codes()


def _codes(words: Sequence[str]) -> list[int]:
    return [_CODES[word] for word in words]


def _shingles(codes: Sequence[int]) -> list[int]:
    """One number for every five words in a row; a text of fewer words has none."""
    p, q, r, s, t = _FACTORS
    rows = zip(codes, codes[1:], codes[2:], codes[3:], codes[4:], strict=False)
    return [(a * p + b * q + c * r + d * s + e * t) >> 16 & 0xFFFFFFFF for a, b, c, d, e in rows]


def _winnow(shingles: Sequence[int]) -> set[int]:
    """The least of every window of eight shingles; of all where there are fewer."""
    if len(shingles) < WINDOW:
        return {min(shingles)} if shingles else set()
    least = shingles
    for step in (1, 2, 4):
        least = list(map(min, least, least[step:]))
    return set(least)


def _numbers(words: Sequence[str]) -> list[int]:
    """Numbers by their value in either notation: 12.500 and 12,500 are one, 3,5 and 3.5 are one."""
    found = []
    for word in words:
        if word[0].isdecimal() and len(word) > 1 and word[-1].isdecimal():
            *whole, last = re.split(r"[.,]", word)
            value = "".join((*whole, last)) if not whole or len(last) == 3 else f"{''.join(whole)}.{last}"
            if not (value.isdecimal() and int(value[:9]) in _YEARS):
                found.append(zlib.crc32(value.encode()))
    return found
