"""Numbers in the way of writing of the page's language: that of the Unicode CLDR, by Babel."""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_RANGE = "–"
_DIGITS = 28


@cache
def load_locale(language: str) -> Locale:
    """What the CLDR knows of a language (ISO 639-1)."""
    from babel import Locale

    return Locale.parse(language)


@lru_cache(maxsize=4096)
def format_number(value: int | float, language: str) -> str:
    """``value`` with its thousands apart, all its decimals kept.

    In Spanish the point stands from 1.000 on, as in most of its press, not from 10.000 on as the Academy has it.
    """
    from babel.numbers import format_decimal

    exact = _make_decimal(value)
    with localcontext(prec=max(_DIGITS, exact.adjusted() + _DIGITS)):
        return format_decimal(exact, locale=load_locale(language), decimal_quantization=False)


def format_percent(words: str, language: str) -> str:
    """``words``, a number that :func:`format_number` wrote or two of them, with the sign of percent where the language has it."""
    pattern = load_locale(language).percent_formats[None]
    before, after = pattern.prefix[0], pattern.suffix[0]
    return f"{before}{words}{after}"


def is_one(number: int | float, language: str) -> bool:
    """Whether things of this number stand in the singular (plural category *one* of the CLDR)."""
    return load_locale(language).plural_form(number) == "one"


def format_bounds(low: int | float | None, high: int | float | None, language: str) -> str:
    """One number, two with a dash between them, or the one that is known."""
    known = [value for value in (low, high) if value is not None]
    if len(known) == 2 and low == high:
        known = known[:1]
    return _RANGE.join(format_number(value, language) for value in known)


def is_plain(text: str, low: int | float | None, high: int | float | None) -> bool:
    """Whether ``text`` shows its one bound in digits, so that a reader needs no other writing of it."""
    known = {value for value in (low, high) if value is not None}
    digits = "".join(char for char in text if char.isdecimal())
    return len(known) == 1 and digits == "".join(char for char in str(known.pop()) if char.isdecimal())


def _make_decimal(value: int | float) -> Decimal:
    """The decimal that is written so: of 0.1 not what a machine makes of it."""
    return Decimal(value) if isinstance(value, int) else Decimal(repr(value))
