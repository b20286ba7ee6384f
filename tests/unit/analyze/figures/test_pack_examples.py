"""Every example of the figure slots is understood as it is marked: in ``accept`` the figure is found (in a frame with its category),
in ``reject`` the words are no figure (of that category)."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from careo.analyze.figures import find_figures
from careo.lang import load_pack, parse_example
from careo.lang.figures import (
    Blend,
    Bound,
    BoundVerb,
    Cardinal,
    Collective,
    Conjugation,
    Fraction,
    Frame,
    Interval,
    NounEnding,
    Particle,
    Plan,
    Rate,
    Thing,
    Unit,
)
from careo.model import Figure, Span
from careo.parse import load_parser

SLOTS = (
    Cardinal,
    Collective,
    Fraction,
    Bound,
    BoundVerb,
    Interval,
    Particle,
    Unit,
    Rate,
    Thing,
    Frame,
    Blend,
    Plan,
    Conjugation,
    NounEnding,
)
NUMBER_SLOTS = (Cardinal, Collective, Fraction, Bound, BoundVerb, Interval, Particle, Unit)
CASES = [
    (slot, entry, kind, marked)
    for slot in SLOTS
    for entry in load_pack("es").slot(slot)
    for kind in ("accept", "reject")
    for marked in getattr(entry, kind)
]


@cache
def found_figures() -> dict[str, tuple[Figure, ...]]:
    texts = list(dict.fromkeys(parse_example(marked).text for *_, marked in CASES))
    documents = load_parser("es").parse_many((text, [Span(0, len(text))]) for text in texts)
    return {text: find_figures(document, load_pack("es")) for text, document in zip(texts, documents, strict=True)}


@pytest.mark.parametrize(
    ("slot", "entry", "kind", "marked"), CASES, ids=[f"{c[0].TABLE}-{c[2]}-{c[3][:70]}" for c in CASES]
)
def test_example(slot: type[Any], entry: Any, kind: str, marked: str) -> None:
    example = parse_example(marked)
    figures = found_figures()[example.text]
    wanted = getattr(entry, "category", None)
    for span in example.spans("figure"):
        hits = [f for f in figures if f.span.overlaps(span)]
        if kind == "accept":
            assert hits, f"no figure in {span.of(example.text)!r}"
            if slot is Rate:
                assert {f.per for f in hits} == {entry.per}
            if wanted is not None:
                assert wanted in {f.category for f in hits}
        elif slot in NUMBER_SLOTS:
            assert not hits, hits
        elif slot is Rate:
            assert not [f for f in hits if f.per]
        elif wanted is not None:
            assert wanted not in {f.category for f in hits}
    for span in example.spans("trigger"):
        if kind == "accept" and slot is Frame:
            assert any(r.rule.startswith("frame:") and r.span.overlaps(span) for f in figures for r in f.reasons)


def test_every_entry_has_examples() -> None:
    for slot in SLOTS:
        entries = load_pack("es").slot(slot)
        assert entries, f"{slot.TABLE} is empty"
        for entry in entries:
            assert entry.accept, entry
            assert entry.reject, entry
