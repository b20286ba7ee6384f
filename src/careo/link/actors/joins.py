"""Joins with their reasons: what was merged by which rule, and what was kept apart by what."""

from __future__ import annotations

from collections.abc import Sequence

from careo.link.actors.mentions import Mentions, Node
from careo.link.clusters import Unions


class Joins:
    """Clusters of nodes that remember why. ``rule`` names are stable; a detail quotes the names that it went by. ``apart`` are nodes that
    a person told from others.
    """

    def __init__(self, clusters: Unions[Node]) -> None:
        self.clusters = clusters
        self.reasons: list[tuple[Node, str]] = []
        self.apart: set[Node] = set()

    def join(self, left: Node, right: Node, rule: str, detail: str, *, force: bool = False) -> bool:
        """Joins two nodes and notes the reason; where something keeps them apart, notes that instead and returns False."""
        clusters = self.clusters
        if clusters.find(left) == clusters.find(right):
            return True
        if clusters.join(left, right, force=force):
            self.reasons.append((left, f"{rule}: {detail}"))
            return True
        why = clusters.conflict(left, right) or ""
        answers = [" ".join(sorted(clusters.answer(node, why))) for node in (left, right)]
        note = f"apart: {shown(left)} and {shown(right)}: {why} {' / '.join(sorted(answers))}"
        self.reasons += [(left, note), (right, note)]
        return False

    def chain(self, nodes: Sequence[Node], rule: str, detail: str) -> None:
        """Joins each node to the first earlier one that takes it. Linear, times the number of groups that have to stay apart."""
        clusters = self.clusters
        heads: list[Node] = []
        for node in nodes:
            for head in heads:
                if clusters.find(node) == clusters.find(head):
                    break
                if clusters.join(head, node):
                    self.reasons.append((node, f"{rule}: {shown(node)} = {shown(head)}{detail}"))
                    break
            else:
                if heads:
                    self.join(heads[0], node, rule, detail)  # refused: the note says by what
                heads.append(node)

    def note(self, node: Node, rule: str, detail: str) -> None:
        """Why a node is not merged."""
        self.reasons.append((node, f"{rule}: {detail}"))


def shown(node: Node) -> str:
    """A node as a reason quotes it: *'name'*, or *'name' (article)*."""
    name, article = node
    return f"'{name}' ({article})" if article else f"'{name}'"


def labels_of(mentions: Mentions) -> dict[Node, dict[str, frozenset[str]]]:
    """The countries of all nodes that have one, as labels of :class:`careo.link.clusters.Unions`."""
    countries: dict[Node, frozenset[str]] = {}
    for (name, article), country in mentions.countries.items():
        if mentions.forms[name].sort != "known":
            node = mentions.node(name, article)
            countries[node] = countries.get(node, frozenset()) | {country}
    for name, form in mentions.forms.items():
        if form.party and form.party.startswith("country:"):
            for node in mentions.nodes(name):
                countries[node] = frozenset({form.party})
    return {node: {"country": found} for node, found in countries.items()}
