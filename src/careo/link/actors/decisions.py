"""What people decided about names: these are one, those are not. It wins over every rule."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from careo.errors import LinkError
from careo.link.actors.joins import Joins, labels_of, shown
from careo.link.actors.mentions import Mentions, Node
from careo.link.clusters import Unions
from careo.model import Judgment, Mention
from careo.text.words import fold

RULE = "decided"
_Sides = tuple[tuple[Node, ...], ...]
_Ties = Mapping[Node, Sequence[tuple[Node, Judgment]]]


def find_detached(judgments: Iterable[Judgment], mentions: Mentions) -> dict[str, frozenset[str]]:
    """The articles, by name, in which a judgment speaks of the name by itself."""
    found: dict[str, frozenset[str]] = {}
    for judgment in judgments:
        for name, article in (mention for side in judgment.sides for mention in side):
            if article and article in mentions.articles.get(name, ()):
                found[name] = found.get(name, frozenset()) | {article}
    return found


def apply_judgments(judgments: Sequence[Judgment], mentions: Mentions) -> Joins:
    """The clusters that the judgments (all in force) leave the rules: joins for what is one, labels for what stays apart.

    Names that no claim has change nothing. Raises LinkError where judgments contradict each other, directly or through others.
    """
    named = {mention for judgment in judgments for side in judgment.sides for mention in side if mention[1]}
    sides = {judgment.id: _find_sides(judgment, named, mentions) for judgment in judgments}
    _check(judgments, sides)
    joins = Joins(Unions((), labels_of(mentions)))
    for judgment in judgments:
        held = [[node for node in side if node[0] in mentions.forms] for side in sides[judgment.id]]
        if judgment.kind == "split":
            _keep_apart(judgment, [side for side in held if side], joins)
    for judgment in judgments:
        nodes = [node for side in sides[judgment.id] for node in side if node[0] in mentions.forms]
        if judgment.kind == "merge":
            for node in nodes[1:]:
                detail = f"{judgment.id}: {shown(node)} is {shown(nodes[0])}"
                joins.join(nodes[0], node, RULE, detail, force=True)
                joins.note(node, RULE, detail)  # also where another judgment had joined them
    return joins


def _keep_apart(judgment: Judgment, sides: Sequence[Sequence[Node]], joins: Joins) -> None:
    for number, side in enumerate(sides):
        joins.apart.update(side)
        for node in side:
            joins.clusters.label(node, f"{RULE} {judgment.id}", frozenset({str(number + 1)}))
    for left, right in combinations(sides, 2):
        for node in (left[0], right[0]):
            joins.note(node, RULE, f"{judgment.id}: {shown(left[0])} is not {shown(right[0])}")


def _find_sides(judgment: Judgment, named: Container[Mention], mentions: Mentions) -> _Sides:
    """The nodes that each side is about. What is ``named`` in one article is no part of what is said of the name as such."""
    found = []
    for side in judgment.sides:
        nodes = {node for mention in side for node in _find_nodes(mention, mentions) if mention[1] or node not in named}
        found.append(tuple(sorted(nodes)))
    return tuple(found)


def _find_nodes(mention: Mention, mentions: Mentions) -> Iterator[Node]:
    """The nodes of a name: as it is written, else as it is spelled without case and accents; itself where no claim has it."""
    name, article = mention
    names = [name] if name in mentions.forms else [other for other in mentions.forms if fold(other) == fold(name)]
    for other in names:
        if not article:
            surnames = mentions.surnames.get(other, ())  # there the name is somebody else's
            yield from (node for node in mentions.nodes(other) if node[1] not in surnames)
        elif article in mentions.articles[other]:
            yield mentions.node(other, article)
    if not names:
        yield mention


def _check(judgments: Sequence[Judgment], sides: Mapping[str, _Sides]) -> None:
    """LinkError, naming the judgments, where some keep apart what others make one."""
    ties: dict[Node, list[tuple[Node, Judgment]]] = {}
    for judgment in judgments:
        if judgment.kind == "merge":
            nodes = [node for side in sides[judgment.id] for node in side]
            for node in nodes[1:]:
                ties.setdefault(nodes[0], []).append((node, judgment))
                ties.setdefault(node, []).append((nodes[0], judgment))
    problems = []
    for judgment in judgments:
        if judgment.kind == "split":
            for left, right in combinations(sides[judgment.id], 2):
                if set(left) & set(right):
                    problems.append(
                        f"{describe_judgment(judgment)} keeps {shown(min(set(left) & set(right)))} apart from itself"
                    )
                elif path := _find_path(left, right, ties):
                    chain = " and ".join(dict.fromkeys(describe_judgment(tie) for tie in path))
                    problems.append(f"{describe_judgment(judgment)} keeps apart what is made one by {chain}")
    if problems:
        raise LinkError(
            "decisions about actors contradict each other; take one of each back with: careo actors LEDGER undo ID\n"
            + "\n".join(problems)
        )


def _find_path(left: Iterable[Node], right: Iterable[Node], ties: _Ties) -> list[Judgment]:
    """The fewest judgments that lead from one side to the other; none where no chain of them does."""
    goals = set(right)
    came: dict[Node, tuple[Node, Judgment] | None] = dict.fromkeys(sorted(left))
    waiting = list(came)
    for node in waiting:  # grows while it is gone through
        if node in goals:
            path = []
            step = came[node]
            while step is not None:
                path.append(step[1])
                step = came[step[0]]
            return path[::-1]
        for other, judgment in ties.get(node, ()):
            if other not in came:
                came[other] = (node, judgment)
                waiting.append(other)
    return []


def describe_judgment(judgment: Judgment) -> str:
    """A judgment in a few words: its id, what it says of whom, by whom and when."""
    names = [shown(side[0]) + (f" and {len(side) - 1} more" if len(side) > 1 else "") for side in judgment.sides]
    what = " = ".join(names) if judgment.kind == "merge" else " ≠ ".join(names)
    return f"{judgment.id} ({what or judgment.undoes}, {judgment.by}, {judgment.when})"
