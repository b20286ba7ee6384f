"""The question that a dispute answers, in words: from what its members share."""

from __future__ import annotations

from collections.abc import Mapping

from careo.lang.taxonomy import load_taxonomy
from careo.model import Claim, Dispute
from careo.report.labels import Labels

_LONGEST = 160


def render_question(dispute: Dispute, first: Claim | None, names: Mapping[str, str], labels: Labels) -> str:
    """The question of ``dispute`` in the language of ``labels``; ``names`` gives the canonical name of an actor's id.

    Of a quantity what its category asks, and whose, in what, for which stretch, as far as the key says so; of a proposition
    the words of the ``first`` of its claims, or what its key says.
    """
    if dispute.kind == "proposition":
        return _ask_proposition(dispute, first)
    key = {name: value for name, value in dispute.key.items() if value}
    category = load_taxonomy().categories.get(key.pop("category", ""))
    counts = key.pop("counts", None)
    asked = category.ask(labels.language) if category is not None else _quote(dispute, first)
    parts = [names.get(owner, owner) for owner in [key.pop("of", None)] if owner]
    if counts is not None and category is not None and counts != category.counts:
        parts.append(labels("counts", counts))
    parts += [
        f"{labels('key', name)} {labels('measure', names.get(value, value))}".strip()
        for name, value in sorted(key.items())
    ]
    return f"{asked} ({', '.join(parts)})" if parts else asked


def _quote(dispute: Dispute, first: Claim | None) -> str:
    """The first figure in its own words, where nothing says what happened to those counted."""
    place = dispute.members[0].figure if dispute.members else -1
    return f"«{first.figures[place].text}»" if first and 0 <= place < len(first.figures) else dispute.id


def _ask_proposition(dispute: Dispute, first: Claim | None) -> str:
    words = " ".join(first.content.text.split()) if first else ""
    if not words:
        words = ", ".join(value for _, value in sorted(dispute.key.items()) if value) or dispute.id
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + "…"
