"""Numbers that are no figures: dates, years, clock times, ages and durations, designations, scores, ordinals, bare articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.lexemes import Lexeme
from careo.analyze.figures.quantities import Quantity
from careo.analyze.figures.vocabulary import Vocabulary
from careo.lang.figures import ParticleRole
from careo.text import Token

FIRST_YEAR, LAST_YEAR = 1500, 2150
SMALL = 12
"""Up to here numbers stand in words, and definite ones (*los dos países*) point back rather than count."""
DENIAL = 7
"""Words between *no* and the number denied."""
CORRECTION = 12
"""Words between a number denied and *sino*, asides included: *no eran 44, como dijo la empresa, **sino** 57*."""
STOPS = ".;:,"
ENDING = ("", *".;:?!")
"""What no correction reaches across."""
OPENING = (*'.:?!\u00bf\u00a1"\u00ab\u201c\u2014', "...", "\u2026")
"""Marks behind which a capital opens a sentence."""
_STAMP = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_INNER = ("flat", "compound", "nummod", "fixed", "punct")
_NO_FIGURE = ("time", "size", "degree", "points")


class ExclusionRules:
    """The rules over the lexemes around a quantity."""

    def __init__(self, lexemes: Sequence[Lexeme], vocabulary: Vocabulary) -> None:
        self._lexemes = lexemes
        self._vocabulary = vocabulary

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that the rules go by."""
        return self._vocabulary

    def decide_surface(self, quantity: Quantity) -> str | None:
        """The rule by which the words right around it make it no figure, or None."""
        rules = (
            ("glued", self._is_glued), ("date", self._is_date), ("clock", self._is_clock), ("year", self._is_year),
            ("designation", self._is_designation), ("score", self._is_score), ("item", self._is_item), ("frequency", self._is_frequency),
        )  # fmt: skip
        return next((name for name, rule in rules if rule(quantity)), None)

    def decide_counted(
        self, quantity: Quantity, counted: Counted, previous: Token | None, rule: str | None, *, only: bool = False
    ) -> str | None:
        """The rule by which what it counts makes it no figure, or None.

        ``previous`` is the token before it, ``rule`` the rule that gives it a category; ``only``: a lone *one* that counts.
        """
        warrantd = rule is not None
        unit, noun = quantity.unit, counted.noun
        if unit is not None and unit.kind in _NO_FIGURE:
            kept = unit.kind == "time" and (warrantd or (previous is not None and previous.tag in ("VERB", "CCONJ")))
            return None if kept else f"unit-{unit.kind}"
        if counted.definite is not None and rule is None and self._counts_time(quantity):
            return "unit-time"  # siete de los últimos ocho meses
        kinds = self._vocabulary.kinds_of(noun) if noun is not None else frozenset()
        if "occurrence" in kinds:
            return "frequency"
        if quantity.amount.fraction and noun is not None and counted.definite is None and noun.tag == "ADJ":
            return "half"  # la mitad oriental
        if quantity.amount.kind != "cardinal" or unit is not None:
            return None
        if rule != "frame:listed" and self._names_it(quantity, counted, previous):
            return "designation"
        top = quantity.amount.high or quantity.amount.low
        if (
            counted.article is not None
            and quantity.bare
            and top <= SMALL
            and rule not in ("frame:verb", "frame:phrase")
        ):
            return "definite"
        if quantity.amount.plain and rule != "frame:state" and not only:
            return "article"
        if warrantd:
            return None
        listed = self._is_digits(quantity.core[1]) and self._is(quantity.last + 1, "in")  # 45 en Ica y 1 en Arica
        if is_elliptic(quantity, counted) and not only and ((top <= 1 and not listed) or _is_inner(counted.anchor)):
            return "elliptic"
        return "uncounted" if "uncounted" in kinds and top <= SMALL else None

    def is_denied(self, quantity: Quantity) -> bool:
        """*no son **140**, sino 210*; *210, y no **140***: named to say that another number is right."""
        first, last = quantity.first, quantity.last
        mark = self._at(first - 2)
        if self._is(first - 1, "condition") and (mark == "," or self._vocabulary.is_in(mark, "and")):
            return True
        after = range(last + 1, last + CORRECTION)
        other = next((p for p in after if self._is(p, "instead") or self._at(p) in ENDING), len(self._lexemes))
        if not self._is(other, "instead") or not any(self._is_number(p) for p in range(other + 1, other + DENIAL - 2)):
            return False
        near = range(first - 1, max(first - DENIAL, -1), -1)
        clause = [p for p in near if all(self._at(q) not in STOPS for q in range(p, first))]
        return any(self._is(p, "condition") and not self._is(p + 1, "only") for p in clause)

    def _is_number(self, place: int) -> bool:
        return self._is_digits(place) or self._at(place) in self._vocabulary.cardinals

    def _names_it(self, quantity: Quantity, counted: Counted, previous: Token | None) -> bool:
        """*la carretera federal 57*, *el serotipo 2 circula*: right after a noun, and nothing in the plural follows."""
        if not quantity.bare or previous is None or previous.tag not in ("NOUN", "PROPN", "ADJ"):
            return False
        if self._is(quantity.first - 1, "moment") or self._is_grouped(quantity):
            return False  # contó este domingo 180; cayeron al mar 9.300
        top = quantity.amount.high or quantity.amount.low
        return (counted.noun is None and counted.definite is None) or (
            counted.noun is not None and top > 1 and counted.noun.has("Number=Sing")
        )

    def _is_grouped(self, quantity: Quantity) -> bool:
        """A number of thousands that is written with a mark, as no number of a road is."""
        first, last = quantity.core
        text = self._lexemes[last].text
        return (
            first == last
            and self._lexemes[last].kind == "digits"
            and not text.isdigit()
            and quantity.amount.low >= 1000
        )

    def _counts_time(self, quantity: Quantity) -> bool:
        """A unit of time within the words right after a partitive."""
        units = (
            self._vocabulary.units.get((self._at(place),)) for place in range(quantity.last + 2, quantity.last + 7)
        )
        return any(unit is not None and unit.kind == "time" for unit in units)

    # --- the words around ---------------------------------------------------------------------------------------------

    def _at(self, place: int) -> str:
        return self._lexemes[place].word if 0 <= place < len(self._lexemes) else ""

    def _is(self, place: int, role: ParticleRole) -> bool:
        return self._vocabulary.is_in(self._at(place), role)

    def _is_glued(self, quantity: Quantity) -> bool:
        """Part of something longer without a space: *3/2024*, *10:30*, a web address, an ordinal."""
        first, last = quantity.core
        before, after = self._at(first - 1), self._at(last + 1)
        tight_before = first > 0 and self._lexemes[first - 1].end == self._lexemes[first].start
        beyond = last + 2 < len(self._lexemes) and self._lexemes[last + 1].end == self._lexemes[last + 2].start
        tight_after = (
            beyond and last + 1 < len(self._lexemes) and self._lexemes[last].end == self._lexemes[last + 1].start
        )
        marks = "/:_=@#&"
        if tight_before and before and (before in marks or (before in "-." and self._is_digits(first - 2))):
            return True
        if tight_after and after and (after in marks or (after == "-" and self._is_digits(last + 2))):
            return not (after == ":" and not self._is_digits(last + 2))
        return self._lexemes[last].kind == "digits" and after in ("\u00ba", "\u00aa")

    def _is_digits(self, place: int) -> bool:
        return 0 <= place < len(self._lexemes) and self._lexemes[place].kind == "digits"

    def _is_date(self, quantity: Quantity) -> bool:
        """A day of a month: beside its name, after *el* or a weekday with nothing counted."""
        first, last = quantity.core
        if quantity.amount.low > 31 or quantity.unit is not None or quantity.amount.kind != "cardinal":
            return False
        if any(self._is_month(p) for p in (last + 1, last + 2 if self._is(last + 1, "of") else -1)):
            return True
        if self._is_month(first - 1) and self._ends_phrase(last + 1):
            return True
        if self._is(first - 1, "weekday") and (self._ends_phrase(last + 1) or self._is(last + 1, "of")):
            return True
        if self._is(first - 1, "date") and not quantity.amount.noun and self._lexemes[first].kind == "digits":
            return True
        listed = self._is(last + 1, "and") or self._at(last + 1) == ","
        return listed and self._is_digits(last + 2) and (self._is_month(last + 3) or self._is_month(last + 4))

    def _is_month(self, place: int) -> bool:
        return self._is(place, "month")

    def _ends_phrase(self, place: int) -> bool:
        """No word that could be counted follows."""
        return place >= len(self._lexemes) or self._lexemes[place].kind == "mark" or len(self._at(place)) <= 3

    def _is_clock(self, quantity: Quantity) -> bool:
        """*a las 10*, *las cinco de la tarde*; *las 300* is none. *22.55 La policía …* opens an entry of a running report."""
        first, last = quantity.core
        if first == 0 and _STAMP.fullmatch(self._lexemes[0].text) and self._begins(last + 1):
            return True
        if quantity.amount.low > 24 or not self._is(first - 1, "clock"):
            return False
        return self._ends_phrase(last + 1) or (quantity.unit is not None and quantity.unit.kind == "time")

    def _begins(self, place: int) -> bool:
        """Whether a sentence begins there: a capital, or a mark and a capital."""
        return any(
            lexeme.text[:1].isupper() for lexeme in self._lexemes[place : place + (2 if self._is_mark(place) else 1)]
        )

    def _is_mark(self, place: int) -> bool:
        return place < len(self._lexemes) and self._lexemes[place].kind == "mark"

    def _is_year(self, quantity: Quantity) -> bool:
        first, last = quantity.core
        amount = quantity.amount
        digits = self._lexemes[last].kind == "digits" and len(self._lexemes[last].text) == 4
        if (
            not digits
            or not FIRST_YEAR <= amount.low <= LAST_YEAR
            or (quantity.unit is not None and quantity.unit.kind != "time")
        ):
            return False
        if quantity.joiner is not None and quantity.low is not None and FIRST_YEAR <= quantity.low <= LAST_YEAR:
            return self._ends_phrase(last + 1)
        if not quantity.bare and quantity.joiner is None:
            return amount.low > 1900 and self._ends_phrase(last + 1)
        recent = 1900 <= amount.low <= LAST_YEAR
        near = (
            recent and self._is(first - 1, "year") and not self._is(first - 1, "of") and not self._is(first - 1, "to")
        )
        return self._ends_phrase(last + 1) or near or self._is_month(first - 2)

    def _is_designation(self, quantity: Quantity) -> bool:
        """*artículo 155*, *Ruta 68*: a noun that takes its number after it, or a capitalized one with nothing counted behind."""
        first, last = quantity.core
        if not quantity.bare or quantity.amount.noun or (quantity.unit is not None and quantity.unit.kind == "money"):
            return False
        place = first - 1
        if self._at(place) in (".", "\u00b0") and place > 0:
            place -= 1
        before = self._lexemes[place] if place >= 0 else None
        if before is None or before.kind != "word":
            return False
        if self._is(place, "designator") and not (
            self._is(place, "condition") and before.text != before.text.upper() and self._at(first - 1) != "."
        ):
            return True
        return (
            before.text[0].isupper()
            and place > 0
            and self._at(place - 1) not in OPENING  # Otros 12 han sido detenidos
            and self._ends_phrase(last + 1)
            and self._lexemes[first].kind == "digits"
        )

    def _is_score(self, quantity: Quantity) -> bool:
        """*2-1*, *3 a 1*: two small numbers with nothing counted."""
        if quantity.joiner is None:
            return (
                self._at(quantity.core[1] + 1) in ("-", "\u2013")
                and self._is_digits(quantity.core[1] + 2)
                and quantity.amount.low < 100
            )
        small = quantity.high is not None and quantity.high < 100
        return (
            small
            and not self._vocabulary.is_in(quantity.joiner, "and")
            and quantity.first == quantity.core[0]
            and self._ends_phrase(quantity.last + 1)
            and quantity.amount.kind != "share"
            and quantity.unit is None
        )

    def _is_item(self, quantity: Quantity) -> bool:
        """The number of an item at the beginning of a paragraph: *1.*, *2)*."""
        first, last = quantity.core
        after = self._at(last + 1)
        return (
            first == 0
            and self._lexemes[last].kind == "digits"
            and after != ""
            and after in ".)-\u2013"
            and quantity.amount.low < 1000
        )

    def _is_frequency(self, quantity: Quantity) -> bool:
        """*cada diez minutos*."""
        return self._is(quantity.first - 1, "each")


def is_elliptic(quantity: Quantity, counted: Counted) -> bool:
    """A bare number with nothing said of what it counts, or a duration: a figure only where it gets a category."""
    if quantity.unit is not None and quantity.unit.kind == "time":
        return True
    bare = quantity.bare and quantity.unit is None and quantity.amount.kind == "cardinal"
    return bare and counted.noun is None and counted.definite is None


def _is_inner(anchor: Token) -> bool:
    """A part of a name or of the phrase before it."""
    return anchor.relation in _INNER and anchor.head == anchor.index - 1
