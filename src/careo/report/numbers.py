"""Numbers in the way of writing of the page's language."""

from __future__ import annotations

_MARKS = {"es": (".", ","), "en": (",", ".")}
"""Mark of thousands and mark of decimals. Spanish: the point, which is what most of its press writes, not the thin space of the norm."""


def format_number(value: int | float, language: str) -> str:
    """``value`` with its thousands apart."""
    thousands, decimals = _MARKS.get(language, _MARKS["en"])
    plain = f"{value:,}" if isinstance(value, int) or not value.is_integer() else f"{int(value):,}"
    return plain.translate({ord(","): thousands, ord("."): decimals})


def format_bounds(low: int | float | None, high: int | float | None, language: str) -> str:
    """One number, two with a dash between them, or the one that is known."""
    known = [value for value in (low, high) if value is not None]
    if len(known) == 2 and low == high:
        known = known[:1]
    return "–".join(format_number(value, language) for value in known)


def is_plain(text: str, low: int | float | None, high: int | float | None) -> bool:
    """Whether ``text`` shows its one bound in digits, so that a reader needs no other writing of it."""
    known = {value for value in (low, high) if value is not None}
    digits = "".join(char for char in text if char.isdecimal())
    return len(known) == 1 and digits == "".join(char for char in str(known.pop()) if char.isdecimal())
