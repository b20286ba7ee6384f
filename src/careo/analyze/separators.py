"""Which mark of an article separates decimals and which one groups of three: Spain writes 1.234,5, Mexico and the United States 1,234.5.

Newspapers of both kinds are quoted and translated into each other, so that an article may mix them: the decision is only used where a
number does not decide for itself. A single mark before exactly three digits groups them, whichever mark it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from careo.model import Reason, Span

Mark = Literal[",", "."]

NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)+(?![\w])")
_SPACES = " \u00a0\u2009\u202f"
_APOSTROPHES = "'\u2019"
_WEIGHT = {"both": 3, "repeated": 3, "decimals": 2, "group": 1}


@dataclass(frozen=True, slots=True)
class Separators:
    """The marks of one article. ``reason`` names the kind of evidence that decided; ``evidence`` the numbers that speak for it."""

    decimal: Mark
    group: Mark
    reason: str
    evidence: tuple[Reason, ...] = ()


def decide_separators(text: str) -> Separators:
    """Weigh the numbers of a text; without evidence the marks of Spain, which most Spanish-speaking countries share."""
    votes: dict[Mark, list[tuple[str, Span]]] = {",": [], ".": []}
    for match in NUMBER.finditer(text):
        vote = _vote(match[0])
        if vote is not None:
            votes[vote[0]].append((vote[1], Span(*match.span())))
    weights = {mark: sum(_WEIGHT[kind] for kind, _ in found) for mark, found in votes.items()}
    decimal: Mark = "." if weights["."] > weights[","] else ","
    found = votes[decimal]
    kind = max((k for k, _ in found), key=lambda k: _WEIGHT[k], default="default")
    reasons = tuple(Reason(f"separators:{kind}", span) for kind, span in found)
    return Separators(decimal, _other(decimal), kind, reasons)


def parse_digits(text: str, separators: Separators, scaled: bool = False) -> Decimal | None:
    """The value of a number in digits, or None where its marks make no sense as one (*1.2.3*).

    ``scaled``: a word like *millones* follows, before which decimals are common (*1,234 millones*).
    """
    plain = text
    for space in _SPACES:
        plain = plain.replace(space, "")
    for mark in _APOSTROPHES:
        plain = re.sub(rf"(?<=\d){mark}(?=\d{{3}}(?!\d))", "", plain).replace(mark, separators.decimal)
    marks = [c for c in plain if c in ".,"]
    if not marks:
        return Decimal(plain) if plain.isdecimal() else None
    decimal = _decimal_mark(plain, marks, separators, scaled)
    whole, _, rest = plain.partition(decimal) if decimal else (plain, "", "")
    groups = re.split(r"[.,]", whole)
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(g) != 3 for g in groups[1:])):
        return None
    digits = "".join(groups)
    if not digits.isdecimal() or (rest and not rest.isdecimal()):
        return None
    return Decimal(f"{digits}.{rest}") if rest else Decimal(digits)


def _decimal_mark(plain: str, marks: list[str], separators: Separators, scaled: bool) -> str | None:
    """The mark that separates the decimals of this number, or None."""
    if len(set(marks)) == 2:
        return marks[-1] if marks.count(marks[-1]) == 1 else None
    if len(marks) > 1:
        return None
    whole, _, rest = plain.partition(marks[0])
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
        return marks[0]
    decided = separators.reason in ("both", "repeated", "decimals")
    return marks[0] if scaled and decided and marks[0] == separators.decimal else None


def _vote(number: str) -> tuple[Mark, str] | None:
    """The decimal mark that a number speaks for, and how."""
    marks = [c for c in number if c in ".,"]
    if len(set(marks)) == 2:
        return (_mark(marks[-1]), "both") if marks.count(marks[-1]) == 1 else None
    groups = re.split(r"[.,]", number)
    grouped = all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3 and not groups[0].startswith("0")
    if len(marks) > 1:
        return (_other(_mark(marks[0])), "repeated") if grouped else None
    if grouped:
        return _other(_mark(marks[0])), "group"
    return (_mark(marks[0]), "decimals") if len(groups[1]) <= 2 else None


def _mark(char: str) -> Mark:
    return "," if char == "," else "."


def _other(mark: Mark) -> Mark:
    return "." if mark == "," else ","
