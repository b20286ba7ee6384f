"""Between the memory of linking and what a ledger keeps of it, in both directions."""

from __future__ import annotations

from collections.abc import Mapping

from careo.ledger import ArticleNote, Outcome, Remains
from careo.link.claims import Found
from careo.link.copies import Sketch
from careo.link.encoding import decode_note, decode_shape, decode_sketch, encode_note, encode_shape, encode_sketch
from careo.link.memory import Memory
from careo.link.parts import Part


def read_memory(remains: Remains) -> tuple[Memory[Outcome], dict[str, Sketch]] | None:
    """What the last run remembers, with the sketches of its articles; None where any of it cannot be read."""
    try:
        notes = {article: decode_note(note.note) for article, note in remains.notes.items()}
        shapes = {article: decode_shape(note.shape) for article, note in remains.notes.items()}
        sketches = {article: decode_sketch(article, note.sketch) for article, note in remains.notes.items()}
    except (ValueError, TypeError, AttributeError, IndexError, KeyError):
        return None
    marks = {article: note.mark for article, note in remains.notes.items()}
    return Memory(notes, marks, shapes, remains.edges, remains.outcomes), sketches


def make_remains(made_by: str, found: Found[Outcome], sketches: Mapping[str, Sketch], before: Remains) -> Remains:
    """What the next run needs. What is as it was in the remains of the run ``before`` is not written anew."""
    notes = {}
    for article, note in found.notes.items():
        known, mark = before.notes.get(article), found.marks[article]
        if known is not None and known.mark == mark:
            notes[article] = known
        else:
            shape = encode_shape(found.found.shapes[article])
            notes[article] = ArticleNote(mark, encode_note(note), shape, encode_sketch(sketches[article]))
    made = {name: _make_outcome(part) for name, part in found.found.parts.items()}
    return Remains(made_by, notes, found.found.edges, {**found.found.kept, **made})


def _make_outcome(part: Part) -> Outcome:
    return Outcome(tuple(sorted(dispute.id for dispute in part.disputes)), part.notices)
