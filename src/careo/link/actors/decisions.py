"""What a person decided about names: these two are one, those two are not."""

from __future__ import annotations

from collections.abc import Iterable

from careo.errors import LinkError
from careo.link.actors.clusters import Clusters
from careo.link.actors.mentions import Mentions, Node
from careo.text.words import fold

Pair = tuple[str, str]


def check_decisions(apart: Iterable[Pair], together: Iterable[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Both lists of decisions, sorted. Raises LinkError where they contradict each other, directly or through a chain, and says how."""
    joined: Clusters[str] = Clusters({})
    pairs = sorted({(min(pair), max(pair)) for pair in together})
    for left, right in pairs:
        joined.join(left, right)
    problems = []
    kept = sorted({(min(pair), max(pair)) for pair in apart})
    for left, right in kept:
        if joined.root(left) == joined.root(right):
            chain = [f"'{a}' = '{b}'" for a, b in pairs if joined.root(a) == joined.root(left)]
            problems.append(
                f"'{left}' and '{right}' are kept apart, but one by {', '.join(chain) or 'being the same name'}"
            )
    if problems:
        raise LinkError("decisions about actors contradict each other; take one of each back:\n" + "\n".join(problems))
    return kept, pairs


def find_nodes(term: str, mentions: Mentions) -> list[Node]:
    """The nodes that a decision is about: a name as it is written, else as it is spelled without case and accents, or
    ``name@article`` for the name in one article. Empty where no claim has it.
    """
    if term in mentions.forms:
        return mentions.nodes(term)
    name, at, article = term.rpartition("@")
    if at and name in mentions.forms and article in mentions.articles[name]:
        return [mentions.node(name, article)]
    return [node for other in mentions.forms if fold(other) == fold(term) for node in mentions.nodes(other)]
