"""Sentences made of templates: words that follow a number, and names in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careo.report.labels import Labels

_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
NAMED = 2
"""Names in a row before the others are only counted."""


def fill(template: str, number: int, /, **values: str) -> str:
    """``template`` with its values; of ``{one|many}`` the first where ``number`` is one."""
    chosen = _CHOICE.sub(lambda found: found[1] if number == 1 else found[2], template)
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), chosen)


def join_names(names: Sequence[str], labels: Labels) -> str:
    """Names in a row, the first :data:`NAMED` of them, with the conjunction that the next word asks for, and how many more there are."""
    shown, more = list(names[:NAMED]), len(names) - NAMED
    if more > 0:
        shown.append(labels("more", "one" if more == 1 else "many").format(number=more))
    if len(shown) < 2:
        return "".join(shown)
    return labels("list", "comma").join(shown[:-1]) + _find_conjunction(shown[-1], labels) + shown[-1]


def _find_conjunction(word: str, labels: Labels) -> str:
    before = labels("list", "before")
    return labels("list", "and_before" if before and re.match(before, word) else "and")


def explain(relation: str, rule: str, *, left: bool, rivals: Sequence[str], labels: Labels) -> str:
    """In a sentence why something stands so to ``rivals``, seen from its ``left`` end or from the other one."""
    table = "why_of" if not left and relation in labels.tables["why_of"] else "why"
    known = labels.tables[table]
    template = known.get(f"{relation}:{rule}") or known.get(relation) or relation.replace("_", " ") + " {rivals}"
    sentence = fill(template, len(rivals), rivals=join_names(rivals, labels))
    return sentence[:1].upper() + sentence[1:]
