"""The part of the pretrained vocabulary that Spanish and English need, as a tokenizer of its own."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from tokenizers import Tokenizer, normalizers
from tokenizers.models import Unigram

from careo.parse.subwords import BLANK, PAD, START, STOP, UNKNOWN
from training.pretrained import Pretrained

MARKS = (START, PAD, STOP, UNKNOWN)
SHORT = 2
"""Latin pieces of at most so many letters are kept whether seen or not, so that every Latin word can be spelled."""


def make_tokenizer(pretrained: Pretrained, keep: Sequence[int]) -> Tokenizer:
    """A unigram tokenizer over the kept pieces: id ``n`` is the piece ``keep[n]`` of the pretrained vocabulary.

    Segmentation runs over what is kept, so a word that lost a piece is spelled with others and no Latin word becomes unknown.
    """
    pairs = [(pretrained.pieces[old], float(pretrained.scores[old])) for old in keep]
    tokenizer = Tokenizer(Unigram(pairs, unk_id=UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.NFKC()
    return tokenizer


def choose_pieces(pretrained: Pretrained, listed: Iterable[int], words: Iterable[str]) -> list[int]:
    """Ids of the pieces to keep, ascending: the four marks, ``listed`` ones, short Latin ones, and those that ``words`` use."""
    everything = Tokenizer(
        Unigram([(p, float(s)) for p, s in zip(pretrained.pieces, pretrained.scores, strict=False)], unk_id=UNKNOWN)
    )
    everything.normalizer = normalizers.NFKC()
    used: set[int] = set()
    for encoding in everything.encode_batch([BLANK + word for word in sorted(set(words))], add_special_tokens=False):
        used.update(encoding.ids)
    latin = {n for n, piece in enumerate(pretrained.pieces) if is_latin(piece)}
    short = {n for n in latin if len(pretrained.pieces[n].replace(BLANK, "")) <= SHORT}
    return sorted({*MARKS, *(n for n in (*used, *listed) if n in latin), *short})


def is_latin(piece: str) -> bool:
    """Whether every letter of ``piece`` is Latin; digits, signs and marks count as such."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") or c in "ªº" for c in piece.replace(BLANK, ""))


def read_list(path: Path) -> list[int]:
    """The piece ids counted in the trial (key ``small``)."""
    return [int(n) for n in json.loads(path.read_text("utf-8"))["small"]]
