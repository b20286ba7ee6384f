"""Forms of words: the words of a text folded, and the genders and numbers that the pack's inflection rules give."""

from __future__ import annotations

import re
from functools import lru_cache

from careo.lang.actors import Inflection
from careo.lang.pack import Pack
from careo.text.words import fold

_WORDS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def fold_words(text: str) -> tuple[str, ...]:
    """The folded words of ``text``, without marks between them (*EE.UU.* gives two)."""
    return tuple(_WORDS.findall(fold(text)))


def find_forms(word: str, pack: Pack) -> tuple[str, ...]:
    """All forms of a singular word: four where it has genders, two where it has not. The rule with the longest ending wins."""
    for ending, forms in pack.derived(_rules):
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: len(word) - len(ending)]
            return tuple(stem + form for form in forms)
    return (word,)


def find_plurals(words: str, pack: Pack) -> tuple[str, ...]:
    """The plurals of a singular noun in its own gender; of several words the first one and adjectives after it, up to a preposition."""
    head, *rest = words.split(" ")
    plurals = _plurals_of(head, pack)
    if len(rest) == 1:
        return tuple(f"{plural} {other}" for plural in plurals for other in _plurals_of(rest[0], pack))
    return tuple(" ".join((plural, *rest)) for plural in plurals)


def _plurals_of(word: str, pack: Pack) -> tuple[str, ...]:
    forms = find_forms(word, pack)
    return (forms[2],) if len(forms) == 4 else forms[1:]


def _rules(pack: Pack) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rules = [(rule.ending, rule.forms) for rule in pack.slot(Inflection)]
    return tuple(sorted(rules, key=lambda rule: (-len(rule[0]), rule[0])))
