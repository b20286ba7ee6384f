"""Quantities: amounts with their bounds (*más de*, *o más*, *superan los*), ranges (*entre X e Y*) and units of money and area."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from careo.analyze.figures.amounts import Amount, AmountGrammar
from careo.analyze.figures.lexemes import Lexeme
from careo.analyze.figures.vocabulary import Vocabulary, Words
from careo.analyze.separators import Separators
from careo.lang.figures import BoundVerb, ParticleRole, Unit
from careo.model import Comparator, Reason, Span

REACH = 3
"""Words that may stand between the beginning of a quantity and its number."""
CHANGE = 6
"""Words that may stand between a verb of change and the numbers that it is about."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount or a range over the lexemes ``first`` to ``last``, bounds included; ``core`` are those of the number itself.

    ``unit`` is its unit of measure, ``bare`` tells that neither bound nor range stands with it, ``joiner`` is the word between the two
    ends of a range.
    """

    first: int
    last: int
    core: tuple[int, int]
    amount: Amount
    low: Decimal | None
    high: Decimal | None
    comparator: Comparator
    unit: Unit | None = None
    joiner: str | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether nothing modifies the number."""
        return self.first == self.core[0] and self.joiner is None


@dataclass(frozen=True, slots=True)
class Governors:
    """Verbs that matter for reading the numbers beside them, by the offset of their first character.

    ``bounds``: *superan*, with its comparator as it stands (negated or not); ``changes``: *pasó de X a Y*; ``told``: those of them
    that are told as done.
    """

    bounds: Mapping[int, tuple[BoundVerb, Comparator, int]]
    changes: Collection[int]
    told: Collection[int] = ()

    def find_change(self, lexemes: Sequence[Lexeme], place: int, *, told: bool = False) -> bool:
        """Whether a verb of change (``told``: one that happened) stands shortly before lexeme ``place``: *pasó de 12 a 15 muertos*."""
        verbs = self.told if told else self.changes
        for lexeme in reversed(lexemes[max(0, place - CHANGE) : max(0, place)]):
            if lexeme.kind == "mark":
                return False
            if lexeme.start in verbs:
                return True
        return False


class QuantityGrammar:
    """Reads quantities from the lexemes of one stretch of text."""

    def __init__(
        self, lexemes: Sequence[Lexeme], vocabulary: Vocabulary, separators: Separators, governors: Governors
    ) -> None:
        self._lexemes = lexemes
        self._vocabulary = vocabulary
        self._amounts = AmountGrammar(lexemes, vocabulary, separators)
        self._governors = governors

    def find_quantities(self) -> list[Quantity]:
        """All quantities, from left to right, none overlapping another."""
        found: list[Quantity] = []
        place = 0
        near = self._find_starts()
        while place < len(self._lexemes):
            quantity = (self._parse_interval(place) or self._parse_single(place)) if place in near else None
            if quantity is None:
                place += 1
                continue
            floor = found[-1].last + 1 if found else 0
            quantity = self._add_unit(self._add_bounds(self._add_sign(quantity), floor))
            found.append(quantity)
            place = quantity.last + 1
        return found

    def _find_starts(self) -> frozenset[int]:
        """The places where a quantity may begin: a number, or up to three words before one (*entre los 20 …*, *unos pocos cientos*)."""
        heads = self._vocabulary.heads
        numeric = (i for i, lexeme in enumerate(self._lexemes) if lexeme.kind == "digits" or lexeme.word in heads)
        return frozenset(start for i in numeric for start in range(i - REACH, i + 1))

    # --- amounts and ranges -------------------------------------------------------------------------------------------

    def _parse_single(self, place: int) -> Quantity | None:
        amount = self._amounts.find_amount(place)
        if amount is None:
            return None
        reasons = (Reason(f"number:{amount.kind}", self._span(amount.first, amount.last)),)
        return Quantity(
            amount.first, amount.last, (amount.first, amount.last), amount, amount.low, amount.high, amount.comparator, reasons=reasons
        )  # fmt: skip

    def _parse_interval(self, place: int) -> Quantity | None:
        opening = self._lexemes[place].word in self._vocabulary.interval_openers
        if not opening and self._amounts.find_amount(place) is None:
            return None
        for interval in self._vocabulary.intervals:
            start = place
            if interval.opener:
                if self._lexemes[place].word != interval.opener or self._is_change(place):
                    continue
                start = place + 1
            found = self._parse_ends(start, interval.joiners, open_end=not interval.opener)
            if found is not None and not (self._vocabulary.leads_on(found[2]) and self._is_change(place)):
                low, high, joiner = found
                core = (place, high.last)
                reason = Reason("number:range", self._span(*core))
                return Quantity(
                    place, high.last, core, high, low.low, high.high, "range", joiner=joiner, reasons=(reason,)
                )
        return None

    def _parse_ends(self, start: int, joiners: Sequence[str], *, open_end: bool) -> tuple[Amount, Amount, str] | None:
        low = self._amount_after_article(start, allowed=not open_end)
        if low is None or low.last + 2 >= len(self._lexemes):
            return None
        joiner = self._lexemes[low.last + 1]
        if joiner.word not in joiners or (joiner.kind == "mark" and not self._is_tight(low.last)):
            return None
        high = self._amount_after_article(low.last + 2, allowed=not open_end)
        if high is None or (open_end and low.plain and joiner.kind == "word" and high.low != 2):
            return None
        low = _share_scale(low, high)
        if high.kind == "share" and low.kind != "share":
            low = replace(low, kind="share")
        if (
            high.high is None
            or low.low >= high.high
            or (open_end and joiner.kind == "word" and high.high > low.low * 10)
        ):
            return None
        return low, high, joiner.word

    def _amount_after_article(self, place: int, *, allowed: bool) -> Amount | None:
        amount = self._amounts.find_amount(place)
        inner = self._amounts.find_amount(place + 1)
        skips = (
            self._amounts.is_word(place, "definite") or self._amounts.is_word(place, "plain") or self._is_about(place)
        )
        if allowed and inner is not None and skips and (amount is None or amount.plain):
            return inner
        return amount

    def _is_about(self, place: int) -> bool:
        """A one-word approximator (*unos*)."""
        return place < len(self._lexemes) and self._lexemes[place].word in self._vocabulary.about

    def _is_tight(self, place: int) -> bool:
        """No space on either side of the mark after lexeme ``place``, as in *10.000-12.000*."""
        window = self._lexemes[place : place + 3]
        return len(window) == 3 and all(a.end == b.start for a, b in pairwise(window))

    def _is_change(self, place: int, *, told: bool = False) -> bool:
        return self._governors.find_change(self._lexemes, place, told=told)

    # --- bounds and units ---------------------------------------------------------------------------------------------

    def _add_bounds(self, quantity: Quantity, floor: int) -> Quantity:
        """The bounds before (down to lexeme ``floor``) and right after the number."""
        comparator, first, reasons = quantity.comparator, quantity.first, list(quantity.reasons)
        while True:
            found = self._bound_before(first, floor)
            if found is None:
                break
            start, mark = found
            reasons.append(Reason("number:bound", self._span(start, first - 1)))
            comparator, first = _stronger(comparator, mark), start
        verb = self._bound_verb_before(first, quantity.last, floor)
        if verb is not None:
            start, mark = verb
            reasons.append(Reason("number:bound_verb", self._span(start, first - 1)))
            comparator, first = _stronger(comparator, mark), start
        last = quantity.last
        after = self._bound_after(last + 1)
        if after is not None:
            reasons.append(Reason("number:bound", self._span(last + 1, last + after[0])))
            comparator, last = _stronger(comparator, after[1]), last + after[0]
        return bounded(replace(quantity, first=first, last=last, reasons=tuple(reasons)), comparator)

    def bound_after(self, place: int) -> tuple[int, Comparator] | None:
        """How many lexemes a bound takes from ``place`` on, and its comparator (*300 camas **o más***)."""
        return self._bound_after(place)

    def opens_at(self, place: int) -> bool:
        """Whether an amount begins at lexeme ``place``."""
        return self._amounts.find_amount(place) is not None

    def _bound_before(self, first: int, floor: int) -> tuple[int, Comparator] | None:
        for skip in (0, 1):
            if skip and not (self._amounts.is_word(first - 1, "definite") or self._amounts.is_word(first - 1, "plain")):
                break
            place = first - skip - 1
            if place < floor:
                break
            for words, mark in self._vocabulary.before.get(self._lexemes[place].word, ()):
                start = place + 1 - len(words)
                if start >= floor and self._amounts.match(start, words):
                    return None if self._arrives(start, words) else (start, mark)
        return None

    def _arrives(self, start: int, words: Words) -> bool:
        """*rebajó la cifra hasta los 279*: after a change that is told it is no bound but where that came to."""
        return words in self._vocabulary.arrivals and self._is_change(start, told=True)

    def _bound_after(self, place: int) -> tuple[int, Comparator] | None:
        bounds = self._vocabulary.after.get(self._lexemes[place].word, ()) if 0 <= place < len(self._lexemes) else ()
        return next(((len(w), mark) for w, mark in bounds if self._amounts.match(place, w)), None)

    def _bound_verb_before(self, first: int, last: int, floor: int) -> tuple[int, Comparator] | None:
        place = first - 1
        while place >= floor and first - place <= 3:
            if self._lexemes[place].start in self._governors.bounds:
                entry, mark, start = self._governors.bounds[self._lexemes[place].start]
                if not self._has_preposition(entry, range(place + 1, first), last):
                    return None
                while place > floor and self._lexemes[place - 1].start >= start:
                    place -= 1
                return place, mark
            if not any(self._amounts.is_word(place, role) for role in ("definite", "to", "of", "plain")):
                return None
            place -= 1
        return None

    def _has_preposition(self, entry: BoundVerb, between: range, last: int) -> bool:
        """Whether the verb has the preposition that it needs; *pasó de 12 a 15* compares nothing."""
        if not entry.preposition:
            return True
        if entry.preposition == "of" and self._goes_on(last + 1):
            return False
        role: ParticleRole = entry.preposition
        return any(self._amounts.is_word(place, role) for place in between)

    def _goes_on(self, place: int) -> bool:
        """Whether *a* and a number follow, with little between: *bajaron de 12 el lunes **a 9***."""
        for step in range(place, min(place + REACH + 1, len(self._lexemes))):
            if self._lexemes[step].kind == "mark":
                return False
            if self._vocabulary.leads_on(self._lexemes[step].word):
                return step == place or self._amount_after_article(step + 1, allowed=True) is not None
        return False

    def _add_sign(self, quantity: Quantity) -> Quantity:
        """A sign of money before the number: *$ 300*."""
        before = None if quantity.amount.kind == "share" else self._sign_before(quantity.first)
        if before is None:
            return quantity
        return replace(quantity, first=before[0], core=(before[0], quantity.core[1]), unit=before[1])

    def _add_unit(self, quantity: Quantity) -> Quantity:
        """A sign after the number (*300 €*), or words, after *de* where the number is a noun (*millones de euros*)."""
        if quantity.amount.kind == "share" or quantity.unit is not None:
            return quantity
        place = quantity.last + 1
        after = self._vocabulary.signs.get(self._lexemes[place].word) if place < len(self._lexemes) else None
        if after is not None and after.kind == "money":
            return replace(quantity, last=place, core=(quantity.core[0], place), unit=after)
        if quantity.amount.noun and self._amounts.is_word(place, "of"):
            place += 1
        size, unit = self._unit_at(place)
        if unit is None or (size == 1 and len(self._lexemes[place].word) < 3 and quantity.amount.words):
            return quantity
        end = place + size - 1
        if (
            self._amounts.is_word(end + 1, "and")
            and self._amounts.is_word(end + 2, "half")
            and quantity.low is not None
        ):
            more = None if quantity.high is None else quantity.high + Decimal("0.5")
            return replace(quantity, last=end + 2, low=quantity.low + Decimal("0.5"), high=more, unit=unit)
        return self._add_months(replace(quantity, last=end, unit=unit))

    def _add_months(self, quantity: Quantity) -> Quantity:
        """*14 años y 3 meses*: one span of time, in years."""
        unit = quantity.unit
        if (
            unit is None
            or not unit.months
            or not self._amounts.is_word(quantity.last + 1, "and")
            or quantity.low is None
        ):
            return quantity
        rest = self._amounts.find_amount(quantity.last + 2)
        smaller = self._unit_at(rest.last + 1)[1] if rest is not None else None
        if rest is None or smaller is None or not 0 < smaller.months < unit.months:
            return quantity
        more = round(rest.low * smaller.months / unit.months, 2)
        high = None if quantity.high is None else quantity.high + more
        return replace(quantity, last=rest.last + 1, low=quantity.low + more, high=high)

    def _unit_at(self, place: int) -> tuple[int, Unit | None]:
        for size in (3, 2, 1):
            window = tuple(x.word for x in self._lexemes[place : place + size])
            if len(window) == size and window in self._vocabulary.units:
                return size, self._vocabulary.units[window]
        return 0, None

    def _sign_before(self, first: int) -> tuple[int, Unit] | None:
        for size in (3, 2, 1):
            start = first - size
            if start < 0:
                continue
            sign = "".join(x.word for x in self._lexemes[start:first])
            unit = self._vocabulary.signs.get(sign)
            if unit is not None and unit.kind == "money":
                return start, unit
        return None

    def _span(self, first: int, last: int) -> Span:
        return Span(self._lexemes[first].start, self._lexemes[last].end)


def bounded(quantity: Quantity, comparator: Comparator) -> Quantity:
    """The quantity under a bound: its low or high end falls away."""
    low, high = quantity.low, quantity.high
    if comparator in (">", ">="):
        high = None
    elif comparator in ("<", "<="):
        low, high = None, high if high is not None else low
    return replace(quantity, low=low, high=high, comparator=comparator)


def _stronger(inner: Comparator, outer: Comparator) -> Comparator:
    """*al menos unos 30*: a bound outranks an estimate; of a vague plural (already a bound) and an estimate the bound stays."""
    if outer in ("~", "="):
        return outer if inner == "=" else inner
    return outer if inner in ("=", "~", "range") else inner


def _share_scale(low: Amount, high: Amount) -> Amount:
    """*20 a 30 mil*, *entre dos y tres millones*: the first end takes the scale of the second."""
    if high.factor is None or low.scale != 1 or low.kind != high.kind or low.low >= high.factor:
        return low
    return replace(low, low=low.low * high.scale, high=None if low.high is None else low.high * high.scale)
