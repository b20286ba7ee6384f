"""The examples of the dates in the pack: the marked words with the values given, and nothing else."""

from __future__ import annotations

import pytest

from careo.lang import load_pack, parse_example
from careo.lang.dates import (
    CalendarWord,
    DatedNoun,
    DatePattern,
    DatePrefix,
    DateRange,
    DateSuffix,
    FutureMarker,
    Venue,
)
from tests.unit.analyze.moments.edtf import is_edtf
from tests.unit.analyze.moments.reading import Reader

SLOTS = (CalendarWord, DatePattern, DatePrefix, DateSuffix, DateRange, DatedNoun, FutureMarker, Venue)
EXAMPLES = [
    pytest.param(kind, line, id=f"{slot.TABLE}-{kind}-{line[:50]}")
    for slot in SLOTS
    for entry in load_pack("es").slot(slot)
    for kind in ("accept", "reject")
    for line in getattr(entry, kind)
]


@pytest.mark.parametrize(("kind", "line"), EXAMPLES)
def test_example(kind: str, line: str, read: Reader) -> None:
    marked, published, *values = (part.strip() for part in line.split(" | "))
    example = parse_example(marked)
    _, found = read(example.text, published)
    wanted = [value for value in values[0].split(", ") if value != "-"] if values else []
    assert [m.value for m in found] == wanted
    if wanted and kind == "accept":
        assert set(example.spans("moment")) <= {m.span for m in found}
    assert all(is_edtf(value) for value in wanted)


def test_names_of_patterns_are_unique() -> None:
    names = [entry.name for entry in load_pack("es").slot(DatePattern)]
    assert len(names) == len(set(names))
