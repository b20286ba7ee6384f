"""What an earlier run of linking worked out, so that a later one does only what is new.

Results are kept by what they were made from, the whole of it: a block whose readings are as they were is not compared again, whatever
was added elsewhere, and what comes out is what a run from scratch gives.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Memory:
    """Results of pure functions by their input. ``worked`` counts those that were not known since :meth:`begin`.

    With ``keep`` off nothing is remembered, which is faster where there is but one run.
    """

    def __init__(self, *, keep: bool = True) -> None:
        self._keep = keep
        self._known: dict[Hashable, Any] = {}
        self._used: dict[Hashable, Any] = {}
        self.worked = 0

    def begin(self) -> None:
        """Begin a run: what the run before last knew and the last did not ask for is forgotten."""
        self._known, self._used, self.worked = self._used or self._known, {}, 0

    def recall(self, key: Hashable, work: Callable[[], T]) -> T:
        """The result for ``key``, from memory or by doing the work."""
        if not self._keep:
            self.worked += 1
            return work()
        if key in self._used:
            return cast("T", self._used[key])
        if key in self._known:
            found = self._known[key]
        else:
            found = work()
            self.worked += 1
        self._used[key] = found
        return cast("T", found)
