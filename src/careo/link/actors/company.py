"""Names that are one only where articles share other names: *Policía Local* here and there, a surname, an acronym."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from careo.link.actors.joins import Joins
from careo.link.actors.mentions import Mentions, Node

_NEVER = 9
_PAIRED = 10
"""Most companions of a name in an article that are taken two by two."""


def join_company(mentions: Mentions, joins: Joins) -> None:
    """Joins names that need ``need`` shared companions, one fewer where both act for one party. Linear: they meet through these."""
    groups: dict[str, list[Node]] = {}
    for name, form in mentions.forms.items():
        if form.need or form.key in mentions.split:
            groups.setdefault(form.key, []).extend(mentions.nodes(name))
    for key in sorted(groups):
        nodes = sorted(groups[key], key=lambda node: (node[1], node[0]))
        if len(nodes) > 1:
            _join_same_article(nodes, joins)
            if any(mentions.forms[name].need < _NEVER for name, _ in nodes):
                _join_group(key, nodes, mentions, joins)


def _join_same_article(nodes: Sequence[Node], joins: Joins) -> None:
    """Two spellings of one name in one article."""
    for left, right in pairwise(nodes):
        if left[1] == right[1]:
            joins.join(left, right, "spelling", f"'{left[0]}' = '{right[0]}' ({left[1]})")


def _join_group(key: str, nodes: Sequence[Node], mentions: Mentions, joins: Joins) -> None:
    nodes = [node for node in nodes if mentions.forms[node[0]].need < _NEVER]
    beside = {node: [name for name in mentions.company[node[1]] if name != key] for node in nodes}
    seen: dict[str, int] = {}
    for names in beside.values():
        for name in names:
            seen[name] = seen.get(name, 0) + 1
    blocks: dict[tuple[str, ...], list[Node]] = {}
    for node in nodes:
        shared = [name for name in beside[node] if seen[name] > 1]
        form = mentions.forms[node[0]]
        need = form.need or 1
        party = _party(node, mentions)
        if need == 1:
            for name in shared:
                blocks.setdefault((name,), []).append(node)
            continue
        for pair in combinations(sorted(shared, key=lambda name: (seen[name], name))[:_PAIRED], 2):
            blocks.setdefault(tuple(sorted(pair)), []).append(node)
        for name in shared if party else ():
            blocks.setdefault((name, "", str(party)), []).append(node)
    for block in sorted(blocks):
        if len(blocks[block]) > 1:
            quoted = " and ".join(f"'{name}'" for name in block if name)
            joins.chain(blocks[block], "story", f", both beside {quoted}")


def _party(node: Node, mentions: Mentions) -> str | None:
    """The party that a node acts for in its article, if there is only one."""
    country = mentions.countries.get(node)
    parties = mentions.parties.get(node, {})
    return country or (next(iter(parties)) if len(parties) == 1 else None)
