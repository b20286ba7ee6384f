"""Clusters: what is joined, directly or through others, is one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Unions(Generic[K]):
    """Disjoint sets of keys (union by size, paths halved: Tarjan 1975). The groups do not depend on the order of the joins."""

    def __init__(self, keys: Iterable[K] = ()) -> None:
        self._parent: dict[K, K] = {key: key for key in keys}
        self._size: dict[K, int] = dict.fromkeys(self._parent, 1)

    def find(self, key: K) -> K:
        """The representative of the group of ``key``, which is added where it is new. Which member it is depends on the joins."""
        parent = self._parent
        if key not in parent:
            parent[key] = key
            self._size[key] = 1
            return key
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def join(self, one: K, other: K) -> None:
        """Make the groups of two keys one."""
        left, right = self.find(one), self.find(other)
        if left == right:
            return
        if self._size[left] < self._size[right]:
            left, right = right, left
        self._parent[right] = left
        self._size[left] += self._size[right]

    def groups(self) -> dict[K, list[K]]:
        """The keys by representative, in the order in which they were added."""
        found: dict[K, list[K]] = {}
        for key in self._parent:
            found.setdefault(self.find(key), []).append(key)
        return found
