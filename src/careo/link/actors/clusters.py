"""Clusters under constraints: what belongs together, in a fixed order, unless something keeps it apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

N = TypeVar("N", bound=Hashable)


class Clusters(Generic[N]):
    """Disjoint sets of nodes. ``labels`` of a node are pairs of a question and an answer; one cluster never has two answers to one.

    Questions are countries (*whose is it*) and decisions to keep apart. A join that would give two answers is refused; so the result
    depends on the order of the joins, which the caller fixes.
    """

    def __init__(self, labels: Mapping[N, Iterable[tuple[str, str]]]) -> None:
        self._parent: dict[N, N] = {}
        self._size: dict[N, int] = {}
        self._labels: dict[N, dict[str, set[str]]] = {}
        for node, pairs in labels.items():
            answers: dict[str, set[str]] = {}
            for question, answer in pairs:
                answers.setdefault(question, set()).add(answer)
            if answers:
                self._labels[node] = answers

    def root(self, node: N) -> N:
        """The node that stands for the cluster of ``node``."""
        parent = self._parent
        above = parent.get(node)
        if above is None:
            return node
        top = above
        while (above := parent.get(top)) is not None:
            top = above
        while (above := parent[node]) != top:
            parent[node], node = top, above
        return top

    def join(self, left: N, right: N, *, force: bool = False) -> bool:
        """Joins two clusters; False where a question would get two answers and nothing is done. ``force``: join all the same."""
        a, b = self.root(left), self.root(right)
        if a == b:
            return True
        if not force and self.conflict(a, b) is not None:
            return False
        if self._size.get(a, 1) < self._size.get(b, 1):
            a, b = b, a
        self._parent[b] = a
        self._size[a] = self._size.get(a, 1) + self._size.pop(b, 1)
        moved = self._labels.pop(b, None)
        if moved:
            mine = self._labels.setdefault(a, {})
            for question, answers in moved.items():
                mine.setdefault(question, set()).update(answers)
        return True

    def label(self, node: N, question: str, answer: str) -> None:
        """Gives the cluster of ``node`` one more answer."""
        self._labels.setdefault(self.root(node), {}).setdefault(question, set()).add(answer)

    def conflict(self, left: N, right: N) -> str | None:
        """The first question to which the two clusters give different answers, or None."""
        mine, other = self._labels.get(self.root(left)), self._labels.get(self.root(right))
        if mine is None or other is None:
            return None
        return min(
            (q for q in mine.keys() & other.keys() if len(mine[q] | other[q]) > 1 and mine[q] != other[q]), default=None
        )

    def answers(self, node: N, question: str) -> frozenset[str]:
        """The answers that the cluster of ``node`` gives to a question."""
        return frozenset(self._labels.get(self.root(node), {}).get(question, ()))
