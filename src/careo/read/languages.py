"""Which language a line is in, by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from careo.lang import Pack
from careo.lang.boilerplate import FunctionWords

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST_WORDS = 8
_LEAST_SHARE = 0.2
_SAMPLE = 20_000


def find_language(text: str, pack: Pack) -> str | None:
    """The language (ISO 639-1) that ``text`` is clearly in, or None: too short, or no language that the pack tells apart."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _LEAST_WORDS:
        return None
    counts: Counter[str] = Counter()
    index = pack.derived(make_index)
    for word in words:
        for language in index.get(word, ()):
            counts[language] += 1
    ranked = sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:2]
    if not ranked or ranked[0][1] < _LEAST_SHARE * len(words):
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] > 1.25 * second else None


def make_index(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The languages of each common word."""
    index: dict[str, tuple[str, ...]] = {}
    for entry in pack.slot(FunctionWords):
        for word in entry.words:
            index[word] = (*index.get(word, ()), entry.language)
    return index
