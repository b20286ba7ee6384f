"""Clusters: what is joined, directly or through others, is one, unless something keeps it apart.

The one home of joining: names of actors, cells of quantities, points of propositions, articles of stories and claims of origins all
meet here, each with the labels that no cluster of theirs may hold together.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
R = TypeVar("R", str, int)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a cluster has one kind of answer to: whose it is, where, on which day.

    ``excludes``: whether the answers of two clusters keep them apart, whichever comes first. ``merge``: the answer of a cluster made
    of two, the same whatever the order and the grouping.
    """

    excludes: Callable[[Any, Any], bool]
    merge: Callable[[Any, Any], Any] = frozenset.union


def differ(left: frozenset[Any], right: frozenset[Any]) -> bool:
    """Whether each of two sets has a member that the other lacks; what was forced to hold two answers takes either of them."""
    return not (left <= right or right <= left)


ONE: Final = Question(differ)
"""A question with a single answer, held as a set; what is asked where nothing else is said of it."""


class Unions(Generic[K]):
    """Disjoint sets of keys (union by size, paths halved: Tarjan 1975), with ``labels``: the answers of a key by question.

    Without labels the groups do not depend on the order of the joins. With them, two groups whose answers exclude each other are not
    joined, so the order counts: the caller fixes it, or leaves it to :func:`join_ranked`.
    """

    def __init__(
        self,
        keys: Iterable[K] = (),
        labels: Mapping[K, Mapping[str, Any]] | None = None,
        questions: Mapping[str, Question] | None = None,
    ) -> None:
        """``labels``: of keys that have any. ``questions``: those whose answers are not sets with a single member."""
        self._parent: dict[K, K] = {key: key for key in keys}
        self._size: dict[K, int] = {}
        self._labels: dict[K, dict[str, Any]] = {key: dict(found) for key, found in (labels or {}).items() if found}
        self._questions = dict(questions or {})

    def find(self, key: K) -> K:
        """The representative of the group of ``key``. Which member it is depends on the joins."""
        parent = self._parent
        above = parent.get(key, key)
        while above != key:
            parent[key] = key = parent[above]
            above = parent[key]
        return key

    def join(self, one: K, other: K, *, force: bool = False) -> bool:
        """Make the groups of two keys one; False where something keeps them apart and nothing is done. ``force``: join all the same."""
        left, right = self.find(one), self.find(other)
        if left == right:
            return True
        if not force and self.conflict(left, right) is not None:
            return False
        parent, size = self._parent, self._size
        parent.setdefault(left, left)
        parent.setdefault(right, right)
        if size.get(left, 1) < size.get(right, 1):
            left, right = right, left
        parent[right] = left
        size[left] = size.get(left, 1) + size.pop(right, 1)
        for question, answer in self._labels.pop(right, {}).items():
            self.label(left, question, answer)
        return True

    def label(self, key: K, question: str, answer: Any) -> None:
        """Give the group of ``key`` one more answer."""
        mine = self._labels.setdefault(self.find(key), {})
        mine[question] = self._ask(question).merge(mine[question], answer) if question in mine else answer

    def conflict(self, one: K, other: K) -> str | None:
        """The first question, by name, whose answers keep two groups apart, or None."""
        mine, yours = self._labels.get(self.find(one)), self._labels.get(self.find(other))
        if not mine or not yours or mine is yours:
            return None
        shared = mine.keys() & yours.keys()
        return min((name for name in shared if self._ask(name).excludes(mine[name], yours[name])), default=None)

    def answer(self, key: K, question: str) -> Any:
        """The answer of the group of ``key`` to a question; an empty set where it has none."""
        return self._labels.get(self.find(key), {}).get(question, frozenset())

    def groups(self) -> dict[K, list[K]]:
        """The keys by representative, in the order in which they were given or first joined."""
        found: dict[K, list[K]] = {}
        for key in self._parent:
            found.setdefault(self.find(key), []).append(key)
        return found

    def _ask(self, question: str) -> Question:
        return self._questions.get(question, ONE)


def join_ranked(unions: Unions[R], edges: Iterable[tuple[float, R, R]]) -> None:
    """Join pairs (score, key, key), the highest score first, ties in the order of the keys: the order of ``edges`` does not count."""
    for _, one, other in sorted((-score, one, other) for score, one, other in edges):
        unions.join(one, other)
