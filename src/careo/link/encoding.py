"""Notes, shapes and sketches as text and bytes, and back: JSON and plain numbers, so that reading them runs nothing."""

from __future__ import annotations

import json
import sys
from array import array
from typing import Any

from careo.link.actors import Names
from careo.link.copies import Sketch
from careo.link.notes import Note
from careo.link.quantities import FigureShape
from careo.link.shapes import Shape

_ARRAYS = ("shingles", "fingerprints", "numbers", "names")
_ITEM = 4  # bytes of a number


def encode_note(note: Note) -> str:
    """A note as JSON."""
    n = note.names
    names = [n.counts, n.kinds, n.parties, n.places, n.grounds, n.speaking, n.outlets, n.introduced]
    return _encode([note.seal, names, note.told, note.sources, note.speakers, note.asked])


def decode_note(text: str) -> Note:
    """The note that :func:`encode_note` made a text of; ValueError or TypeError for any other text."""
    seal, names, told, sources, speakers, asked = json.loads(text)
    pairs = tuple((name, acts_for) for name, acts_for in sources)
    persons = tuple((name, acts_for) for name, acts_for in speakers)
    return Note(seal, Names(*names), tuple(told), pairs, persons, tuple(asked))


def encode_shape(shape: Shape) -> str:
    """A shape as JSON."""
    figures = [[figure.key, figure.owners, figure.lasting, figure.apart] for figure in shape.figures]
    return _encode([figures, shape.points, shape.context, shape.answers])


def decode_shape(text: str) -> Shape:
    """The shape that :func:`encode_shape` made a text of; ValueError or TypeError for any other text."""
    figures, points, context, answers = json.loads(text)
    return Shape(
        tuple(
            FigureShape(
                (key[0], key[1], key[2], key[3]), tuple(owners), tuple(lasting), tuple((a, b) for a, b in apart)
            )
            for key, owners, lasting, apart in figures
        ),
        tuple((claim, tuple(tuple(key) for key in keys)) for claim, keys in points),
        tuple(context),
        tuple((claim, target) for claim, target in answers),
    )


def encode_sketch(sketch: Sketch) -> bytes:
    """A sketch as a line of JSON and its numbers, 32 bits each, the least byte first. The id of the article is left out."""
    arrays = [getattr(sketch, name) for name in _ARRAYS]
    head = [
        sketch.language, sketch.published, sketch.agencies, sketch.words, sketch.digest.hex(), sketch.quotes, [len(a) for a in arrays],
    ]  # fmt: skip
    return _encode(head).encode("utf-8", "surrogatepass") + b"\n" + b"".join(_swap(a).tobytes() for a in arrays)


def decode_sketch(article: str, data: bytes) -> Sketch:
    """The sketch that :func:`encode_sketch` made bytes of; ValueError or TypeError for any others."""
    line, _, body = data.partition(b"\n")
    language, published, agencies, words, digest, quotes, lengths = json.loads(line.decode("utf-8", "surrogatepass"))
    if sum(lengths) * _ITEM != len(body) or len(lengths) != len(_ARRAYS):
        raise ValueError(f"a sketch of {len(body)} bytes, where {sum(lengths) * _ITEM} are announced")
    arrays, start = {}, 0
    for name, length in zip(_ARRAYS, lengths, strict=True):
        numbers = array("I")
        numbers.frombytes(body[start : start + length * _ITEM])
        arrays[name] = _swap(numbers)
        start += length * _ITEM
    return Sketch(
        id=article, language=language, published=published, agencies=tuple(agencies), words=words,
        digest=bytes.fromhex(digest), quotes=quotes, **arrays,
    )  # fmt: skip


def _swap(numbers: array[int]) -> array[int]:
    """``numbers`` with the least byte first, or back: a copy where this machine has it last."""
    if sys.byteorder == "little":
        return numbers
    swapped = array("I", numbers)
    swapped.byteswap()
    return swapped


def _encode(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
