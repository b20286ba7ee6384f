"""Cardinal numbers in digits, in words, and in both: *234.500*, *doscientas mil*, *30 mil 500*, *tres millones y medio*.

The grammar of the words: a number below a hundred is a unit or a ten with *and* and a unit; below a thousand a hundred with such a number;
below a million thousands and the rest; above, groups below a million, each before its scale word, in falling order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from careo.analyze.figures.lexemes import Lexeme
from careo.analyze.figures.vocabulary import Vocabulary
from careo.analyze.separators import Separators, parse_digits
from careo.lang.figures import NumberLevel


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over the lexemes ``first`` to ``last`` (inclusive).

    ``factor`` and ``scale``: *30* and *1000* in *30 mil*, so that *20 a 30 mil* can share it. ``words``: no digits in it. ``noun``: it ends
    with a scale word, which takes what is counted after *de*.
    """

    value: Decimal
    first: int
    last: int
    factor: Decimal | None = None
    scale: int = 1
    words: bool = True
    noun: bool = False


class NumeralGrammar:
    """Reads numerals from a sequence of lexemes."""

    def __init__(self, lexemes: Sequence[Lexeme], vocabulary: Vocabulary, separators: Separators) -> None:
        self._lexemes = lexemes
        self._vocabulary = vocabulary
        self._separators = separators
        self._found: dict[int, Numeral | None] = {}

    def find_numeral(self, first: int) -> Numeral | None:
        """The longest numeral that begins at lexeme ``first``."""
        if first not in self._found:
            self._found[first] = self._parse_numeral(first)
        return self._found[first]

    def _parse_numeral(self, first: int) -> Numeral | None:
        total, place, ceiling = Decimal(0), first, None
        words, factor, scale, noun = True, None, 1, False
        while True:
            group = self._parse_group(place)
            if group is None:
                group = self._parse_bare_scale(place) if place == first else None
                if group is None:
                    break
            value, end, in_words = group
            step = self._scale_at(end)
            if ceiling is not None and (step or 1) >= ceiling:
                break
            if step is None:
                if place == first:
                    factor, scale = self._thousands(place, end, value)
                total, place, noun = total + value, end, False
                words = words and in_words
                break
            total, ceiling, place, noun = total + value * step, step, end + 1, True
            words, factor, scale = words and in_words, value, step
            half = self._half_at(place)
            if half:
                return Numeral(total + Decimal(step) / 2, first, place + half - 1, None, 1, words, noun=True)
        if place == first:
            return None
        return Numeral(total, first, place - 1, factor, scale, words, noun)

    def _level(self, place: int, *levels: NumberLevel) -> int | None:
        """The value of the number word at ``place`` if it is of one of ``levels``."""
        if not 0 <= place < len(self._lexemes) or self._lexemes[place].kind != "word":
            return None
        found = self._vocabulary.cardinals.get(self._lexemes[place].word)
        return found[1] if found and found[0] in levels else None

    def _scale_at(self, place: int) -> int | None:
        value = self._level(place, "scale")
        return value if value and value > 1 else None

    def _parse_bare_scale(self, place: int) -> tuple[Decimal, int, bool] | None:
        """*medio millón*, *millón y medio*: a scale word without a number before it."""
        if self._is(place, "half") and self._scale_at(place + 1):
            return Decimal("0.5"), place + 1, True
        if self._scale_at(place) and self._half_at(place + 1):
            return Decimal(1), place, True
        return None

    def _half_at(self, place: int) -> int:
        """How many lexemes *y medio* takes at ``place``: 2 or none; none before a scale (*y medio millón*)."""
        joined = self._is(place, "and") and self._is(place + 1, "half")
        return 2 if joined and self._scale_at(place + 2) is None and not self._is_collective(place + 2) else 0

    def _is_collective(self, place: int) -> bool:
        return place < len(self._lexemes) and self._lexemes[place].word in self._vocabulary.collectives

    def _is(self, place: int, role: str) -> bool:
        return place < len(self._lexemes) and self._vocabulary.is_in(self._lexemes[place].word, role)  # type: ignore[arg-type]

    def _parse_group(self, place: int) -> tuple[Decimal, int, bool] | None:
        """A number below a million (or any in digits): value, the place after it, whether it is all in words."""
        head = self._parse_small(place)
        thousand = self._level(head[1] if head else place, "thousand")
        if thousand is None:
            return head
        value, end, words = (head[0] * thousand, head[1] + 1, head[2]) if head else (Decimal(thousand), place + 1, True)
        if head and head[0] >= thousand:
            return head
        rest = self._parse_small(end)
        if (
            rest is not None
            and rest[0] < thousand
            and rest[0] == rest[0].to_integral_value()
            and self._level(rest[1], "thousand") is None
        ):
            return value + rest[0], rest[1], words and rest[2]
        return value, end, words

    def _thousands(self, place: int, end: int, value: Decimal) -> tuple[Decimal | None, int]:
        """The factor before a last word *mil*, and its scale."""
        thousand = self._level(end - 1, "thousand")
        return (value / thousand, thousand) if thousand and end - 1 > place else (None, 1)

    def _parse_small(self, place: int) -> tuple[Decimal, int, bool] | None:
        """Digits, or a number word below a thousand."""
        if not 0 <= place < len(self._lexemes):
            return None
        lexeme = self._lexemes[place]
        if lexeme.kind == "digits":
            scaled = self._scale_at(place + 1) is not None or self._level(place + 1, "thousand") is not None
            value = parse_digits(lexeme.text, self._separators, scaled)
            return None if value is None else (value, place + 1, False)
        hundred = self._level(place, "hundred")
        if hundred is not None:
            rest = self._parse_below_hundred(place + 1)
            return (Decimal(hundred + rest[0]), rest[1], True) if rest else (Decimal(hundred), place + 1, True)
        below = self._parse_below_hundred(place)
        return (Decimal(below[0]), below[1], True) if below else None

    def _parse_below_hundred(self, place: int) -> tuple[int, int] | None:
        ten = self._level(place, "ten")
        if ten is not None:
            unit = self._level(place + 2, "unit")
            if self._is(place + 1, "and") and unit is not None and 1 <= unit <= 9:
                return ten + unit, place + 3
            return ten, place + 1
        unit = self._level(place, "unit")
        return None if unit is None else (unit, place + 1)
