"""The words, numbers and marks of a stretch of text, as the grammar of figures reads them: numbers whole, designations apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from careo.model import Span

_SPACE = " \u00a0\u2009\u202f"
_PATTERN = re.compile(
    rf"(?P<digits>(?<![\d.,])\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?![\d\w])|\d+(?:[.,'\u2019]\d+)*)(?P<suffix>[-\u2010\u2011]?[^\W\d_][\w-]*)?"
    r"|(?P<code>[^\W\d_]+[-\u2010\u2011]?\d[\w-]*|[#@]\w+)"
    r"|(?P<word>[^\W\d_]+(?:[-'\u2019\u2010\u2011][^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One item. ``word`` is its text in lower case without accents; a ``code`` mixes letters and digits (*B-52*, *11-M*, *152mm*)."""

    kind: Literal["digits", "code", "word", "mark"]
    start: int
    end: int
    text: str
    word: str

    @property
    def span(self) -> Span:
        """Where it stands in the article."""
        return Span(self.start, self.end)


@lru_cache(maxsize=65536)
def fold_word(text: str) -> str:
    """Lower case, without accents; *ñ* stays a letter of its own."""
    plain = unicodedata.normalize("NFD", text.lower())
    kept = "".join(c for c in plain if not unicodedata.combining(c) or c == "\u0303")
    return unicodedata.normalize("NFC", kept)


def find_lexemes(text: str, span: Span, units: Set[str]) -> list[Lexeme]:
    """The lexemes of ``text[span]`` in order. A suffix among ``units`` (*152mm*, *300km2*) is split from its digits."""
    found: list[Lexeme] = []
    for match in _PATTERN.finditer(text, span.start, span.end):
        if match["digits"] is None:
            kind = match.lastgroup
            word = fold_word(match[0])
            if kind == "code":
                found.append(Lexeme("word" if word in units else "code", match.start(), match.end(), match[0], word))
            else:
                found.append(Lexeme("word" if kind == "word" else "mark", match.start(), match.end(), match[0], word))
            continue
        start, end = match.span("digits")
        suffix = match["suffix"]
        if suffix is None:
            found.append(Lexeme("digits", start, end, match["digits"], match["digits"]))
        elif fold_word(suffix) in units:
            found.append(Lexeme("digits", start, end, match["digits"], match["digits"]))
            found.append(Lexeme("word", match.start("suffix"), match.end("suffix"), suffix, fold_word(suffix)))
        else:
            found.append(Lexeme("code", match.start(), match.end(), match[0], fold_word(match[0])))
    return found
