"""Keys, blocks and cells: which readings may meet at all.

A *block* holds the readings that share category, class of what is counted, unit and rate, within one story or of one owner. A *cell* is
the readings of a block that nothing could tell apart: same owner, place and story, close in time. Cells are what is compared, so
that the work grows with how many different questions there could be, not with how often one is answered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from careo.lang.taxonomy import Category, Taxonomy
from careo.link.quantities.readings import Reading

Key = tuple[str, str, str, str]
"""Category, class counted, unit, rate; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Readings that nothing tells apart. ``first`` and ``last`` are days, None where none is known; ``event_day`` is that of the event."""

    key: Key
    owner: str | None
    place: str | None
    story: str
    readings: tuple[Reading, ...]
    first: int | None
    last: int | None
    event_day: int | None

    @property
    def order(self) -> tuple[int, str, object]:
        """A total order of cells."""
        return (self.first if self.first is not None else -1, self.owner or "", self.readings[0].order)


DEFAULT_SPAN: Final = 30
"""Days, for figures of no category."""


def make_key(reading: Reading) -> Key | None:
    """What a reading shares with all that it could compete with; None where it says too little (neither category nor counted thing)."""
    counted = reading.counted.name if reading.counted else ""
    if reading.unit == "percent" and reading.category:
        counted = ""
    if not reading.category and not counted and reading.unit is None:
        return None
    return (reading.category or "", counted, reading.unit or "", reading.per or "")


def is_loose(key: Key, taxonomy: Taxonomy) -> bool:
    """Whether a key says too little for its figures to compete: no category, or sums of money that are for nothing in particular."""
    category = taxonomy.categories.get(key[0])
    return category is None or (category.loose and not key[3])


def find_span(reading: Reading, taxonomy: Taxonomy) -> int:
    """The span of a reading's question in days: its category's; long for those who fight a lasting conflict."""
    category = taxonomy.categories.get(reading.category or "")
    if category is None:
        return DEFAULT_SPAN
    if is_lasting(reading, category):
        return max(category.span, _LASTING)
    return category.span


_LASTING: Final = 400


def is_lasting(reading: Reading, category: Category | None) -> bool:
    """Whether the count goes on over stories: by its category, or because those counted fight a conflict."""
    if category is None:
        return False
    return category.lasting or (reading.force and category.nature == "cumulative")


def make_cells(key: Key, readings: Iterable[Reading], stories: Mapping[str, str], taxonomy: Taxonomy) -> list[Cell]:
    """The cells of all readings with one key, in order. In a loose block only equal figures may share a cell."""
    groups: dict[tuple[str | None, str | None, str, int | None, object], list[Reading]] = defaultdict(list)
    for reading in readings:
        story = stories.get(reading.article, reading.article)
        value = (reading.range.low, reading.range.high) if is_loose(key, taxonomy) else None
        groups[reading.of, reading.place, story, _event_day(reading, taxonomy), value].append(reading)
    cells = []
    for (owner, place, story, event_day, _), group in groups.items():
        for piece in _cut(sorted(group, key=lambda r: r.order), taxonomy):
            days = [reading.day for reading in piece if reading.day is not None]
            cells.append(
                Cell(
                    key, owner, place, story, tuple(piece), min(days, default=None), max(days, default=None), event_day
                )
            )
    return sorted(cells, key=lambda cell: cell.order)


def _event_day(reading: Reading, taxonomy: Taxonomy) -> int | None:
    """The day of the event itself, where the figure says it: a march has one."""
    category = taxonomy.categories.get(reading.category or "")
    if category is None or category.nature != "event" or reading.dating != "as_of" or reading.when is None:
        return None
    return reading.when.first if reading.when.length == 1 else None


def _cut(readings: Sequence[Reading], taxonomy: Taxonomy) -> list[list[Reading]]:
    """Pieces of a sorted sequence, cut where more days pass than the span; readings without a date stay with the first."""
    pieces: list[list[Reading]] = []
    last: int | None = None
    for reading in readings:
        span = find_span(reading, taxonomy)
        if not pieces or (last is not None and reading.day is not None and reading.day - last > span):
            pieces.append([])
        pieces[-1].append(reading)
        last = reading.day if reading.day is not None else last
    return pieces
