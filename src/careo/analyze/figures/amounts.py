"""Amounts: a numeral, a collective (*medio centenar*, *decenas de miles*), a percentage or a part of a whole (*dos tercios*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from careo.analyze.figures.lexemes import Lexeme
from careo.analyze.figures.numerals import Numeral, NumeralGrammar
from careo.analyze.figures.vocabulary import Vocabulary
from careo.analyze.separators import Separators
from careo.lang.figures import Collective, ParticleRole
from careo.model import Comparator

AmountKind = Literal["cardinal", "collective", "share"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity over the lexemes ``first`` to ``last``, before bounds and ranges. Shares are in percent.

    ``plain``: only *un* or *una*. ``noun``: what is counted follows after *de*. ``words``: no digits in it; ``fraction``: a part in words
    (*la mitad*).
    """

    first: int
    last: int
    low: Decimal
    high: Decimal | None
    comparator: Comparator
    kind: AmountKind
    vague: bool = False
    plain: bool = False
    noun: bool = False
    words: bool = True
    fraction: bool = False
    factor: Decimal | None = None
    scale: int = 1


class AmountGrammar:
    """Reads amounts from a sequence of lexemes."""

    def __init__(self, lexemes: Sequence[Lexeme], vocabulary: Vocabulary, separators: Separators) -> None:
        self._lexemes = lexemes
        self._vocabulary = vocabulary
        self._found: dict[int, Amount | None] = {}
        self._numerals = NumeralGrammar(lexemes, vocabulary, separators)

    def find_amount(self, first: int) -> Amount | None:
        """The longest amount that begins at lexeme ``first``."""
        if first not in self._found:
            self._found[first] = self._parse_amount(first) if self._can_open(first) else None
        return self._found[first]

    def _can_open(self, place: int) -> bool:
        if not 0 <= place < len(self._lexemes):
            return False
        lexeme = self._lexemes[place]
        return lexeme.kind == "digits" or (lexeme.kind == "word" and lexeme.word in self._vocabulary.openers)

    def _parse_amount(self, first: int) -> Amount | None:
        found = [
            a for a in (self._parse_fraction(first), self._parse_collective(first), self._parse_numeral(first)) if a
        ]
        return max(found, key=lambda a: a.last, default=None)

    def is_word(self, place: int, role: ParticleRole) -> bool:
        """Whether the lexeme at ``place`` plays ``role``."""
        return 0 <= place < len(self._lexemes) and self._vocabulary.is_in(self._lexemes[place].word, role)

    def match(self, place: int, words: Sequence[str]) -> bool:
        """Whether ``words`` stand from ``place`` on."""
        if place < 0 or place + len(words) > len(self._lexemes):
            return False
        return not any(self._lexemes[place + i].word != word for i, word in enumerate(words))

    def percent_at(self, place: int) -> int:
        """How many lexemes *%* or *por ciento* takes at ``place``; 0 for none."""
        for words in self._vocabulary.particles.get("percent", frozenset()):
            if self.match(place, words):
                return len(words)
        if place < len(self._lexemes):
            unit = self._vocabulary.signs.get(self._lexemes[place].word)
            return 1 if unit is not None and unit.kind == "share" else 0
        return 0

    # --- numerals and shares ------------------------------------------------------------------------------------------

    def _parse_numeral(self, first: int) -> Amount | None:
        start = first
        numeral = self._numerals.find_numeral(first)
        if (numeral is None or numeral.first == numeral.last) and (
            self.is_word(first, "definite") or self.is_word(first, "plain")
        ):
            inner = self._numerals.find_numeral(first + 1)  # un 35 %, el 35 %, un millón is read above
            if inner is not None and self.percent_at(inner.last + 1):
                numeral = inner
        if numeral is None:
            return None
        percent = self.percent_at(numeral.last + 1)
        if percent:
            amount = self._amount_of(numeral, "share")
            return replace(amount, first=start, last=numeral.last + percent, noun=True)
        return self._parse_ratio(numeral) or self._amount_of(numeral, "cardinal")

    def _amount_of(self, numeral: Numeral, kind: AmountKind) -> Amount:
        value = numeral.value
        plain = numeral.first == numeral.last and self.is_word(numeral.first, "plain")
        return Amount(
            numeral.first, numeral.last, value, value, "=", kind,
            plain=plain, noun=numeral.noun, words=numeral.words, factor=numeral.factor, scale=numeral.scale,
        )  # fmt: skip

    def _parse_ratio(self, part: Numeral) -> Amount | None:
        """*seis de cada diez*."""
        place = part.last + 1
        if not (self.is_word(place, "of") and self.is_word(place + 1, "each")):
            return None
        whole = self._numerals.find_numeral(place + 2)
        if whole is None or whole.value <= 0 or part.value > whole.value:
            return None
        value = percent_of(part.value, whole.value)
        return Amount(part.first, whole.last, value, value, "=", "share", words=part.words)

    def _parse_fraction(self, first: int) -> Amount | None:
        """*un tercio*, *la mitad*, *tres cuartas partes*, *la tercera parte*."""
        numeral = self._numerals.find_numeral(first)
        definite = self.is_word(first, "definite")
        if numeral is None and not definite:
            return None
        value, place = (numeral.value, numeral.last + 1) if numeral else (Decimal(1), first + 1)
        if place >= len(self._lexemes):
            return None
        for words, fraction in self._vocabulary.fractions.get(self._lexemes[place].word, ()):
            if not self.match(place, words) or not 0 < value < fraction.parts or (definite and not fraction.bare):
                continue
            if self._takes_whole(place + len(words), strict=not fraction.bare and value == 1):
                share = percent_of(value, Decimal(fraction.parts))
                return Amount(first, place + len(words) - 1, share, share, "=", "share", noun=True, fraction=True)
        return None

    def _takes_whole(self, place: int, *, strict: bool) -> bool:
        """Whether a definite whole follows (*de los votos*); unless ``strict`` it may be left out. *Cuartos de final* has none."""
        if not self.is_word(place, "of"):
            return not strict
        bare = self._lexemes[place].word == min(w[0] for w in self._vocabulary.particles["of"])
        return not bare or self.is_word(place + 1, "definite") or self.is_word(place + 1, "partitive")

    # --- collectives --------------------------------------------------------------------------------------------------

    def _parse_collective(self, first: int) -> Amount | None:
        """*un centenar*, *medio centenar*, *docena y media*, *un par de docenas*, *varios cientos*, *decenas de miles*."""
        place, times, vague = first, Decimal(1), False
        bare = self._collective_at(first)
        if bare is None:
            opening = self._parse_times(first)
            if opening is None:
                return None
            times, place, vague = opening
            bare = self._collective_at(place)
        if bare is None or not (bare[0].elliptic or self.is_word(place + 1, "of")):
            return None
        entry, plural = bare
        if place == first and not plural:
            return self._half_more(first, place, entry.value)
        if plural and place == first:
            times, vague = Decimal(2), True
        low = high = times * entry.value
        if not plural and entry.low is not None and entry.high is not None:
            low, high, vague = Decimal(entry.low), Decimal(entry.high), True
        amount = Amount(first, place, low, high, "~", "collective", vague=vague, noun=True)
        if vague and low == high:
            amount = replace(amount, high=None, comparator=">=")
        elif low != high:
            amount = replace(amount, comparator="range")
        elif entry.exact:
            amount = replace(amount, comparator="=")
        more = self._half_more(first, place, entry.value)
        if more is not None and times == 1 and not plural:
            return more
        return self._multiply(amount)

    def _parse_times(self, first: int) -> tuple[Decimal, int, bool] | None:
        """What stands before a collective: a numeral, *medio*, or *varios* (vague, at least two)."""
        if self.is_word(first, "half"):
            return Decimal("0.5"), first + 1, False
        numeral = self._numerals.find_numeral(first)
        if numeral is not None and numeral.value < 1000:
            return numeral.value, numeral.last + 1, False
        place = first
        while self.is_word(place, "several") and place - first < 3:
            place += 1
        return (Decimal(2), place, True) if place > first and self._is_plural(place) else None

    def _is_plural(self, place: int) -> bool:
        found = self._collective_at(place)
        return found is not None and found[1]

    def _half_more(self, first: int, place: int, value: int) -> Amount | None:
        """*docena y media*."""
        if not (self.is_word(place + 1, "and") and self.is_word(place + 2, "half")):
            return None
        total = Decimal(value) * Decimal("1.5")
        return Amount(first, place + 2, total, total, "~", "collective", noun=True)

    def _multiply(self, amount: Amount) -> Amount:
        """*decenas de miles*, *un par de docenas*, *miles de millones*: the next collective or scale word after *de* multiplies."""
        place = amount.last + 2
        if not self.is_word(amount.last + 1, "of"):
            return amount
        found = self._collective_at(place)
        if found is None or not found[1]:
            return amount
        value = found[0].value
        high = None if amount.high is None else amount.high * value
        comparator: Comparator = "~" if amount.comparator == "=" else amount.comparator
        wider = replace(amount, last=place, low=amount.low * value, high=high, comparator=comparator)
        return self._multiply(wider)

    def _collective_at(self, place: int) -> tuple[Collective, bool] | None:
        if not 0 <= place < len(self._lexemes):
            return None
        return self._vocabulary.collectives.get(self._lexemes[place].word)


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """A share in percent, to two decimals."""
    return round(part * 100 / whole, 2).normalize()
