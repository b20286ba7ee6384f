"""Copies: articles that carry the same text. Pure, linear in the number of articles, the same whatever their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from careo.link.copies.candidates import iter_candidates
from careo.link.copies.comparisons import LEAST_SHARED, CopyKind, Verdict, compare_texts
from careo.link.copies.sketches import Sketch, make_sketch
from careo.link.copies.texts import CopyText, find_agencies, make_copy_text
from careo.link.copies.translations import compare_translations, translation_keys
from careo.model import Copy

__all__ = [
    "CopyKind", "CopyPair", "CopyText", "Sketch", "copies_by_article", "find_agencies", "find_copies", "make_copy_text",
    "make_sketch", "pair_sketches",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class CopyPair:
    """Two articles that carry the same text. ``right`` is the original: the earlier, then the longer, then the lesser id.

    ``score`` is from 0 to 1, rounded to three digits; ``reason`` says what was counted.
    """

    left: str
    right: str
    kind: CopyKind
    score: float
    reason: str


def find_copies(articles: Iterable[CopyText]) -> tuple[CopyPair, ...]:
    """The pairs of articles of which one carries text of the other, sorted; articles are read once, in any order.

    A text with many copies is a star: each copy is paired with the fewest earlier articles that explain what it shares.
    """
    return pair_sketches(make_sketch(article) for article in articles)


def pair_sketches(sketches: Iterable[Sketch]) -> tuple[CopyPair, ...]:
    """:func:`find_copies` for sketches that were made before, one an article."""
    ranked = sorted(sketches, key=lambda sketch: (not sketch.published, sketch.published, -sketch.words, sketch.id))
    firsts = _find_firsts(ranked)
    texts = list(firsts.values())
    return tuple(sorted((*_pair_identical(ranked, firsts), *_pair_alike(texts), *_pair_translations(texts))))


def copies_by_article(pairs: Iterable[CopyPair]) -> Mapping[str, tuple[Copy, ...]]:
    """What belongs into ``Article.copies`` of each article that has any: both sides of every pair, sorted."""
    found: dict[str, set[tuple[str, str, str]]] = {}
    for pair in pairs:
        found.setdefault(pair.left, set()).add((pair.right, pair.kind, pair.reason))
        found.setdefault(pair.right, set()).add((pair.left, pair.kind, pair.reason))
    return {article: tuple(Copy(*row) for row in sorted(rows)) for article, rows in sorted(found.items())}


def _find_firsts(ranked: Sequence[Sketch]) -> dict[bytes, Sketch]:
    """The first printing of every text, in order."""
    firsts: dict[bytes, Sketch] = {}
    for sketch in ranked:
        firsts.setdefault(sketch.digest, sketch)
    return firsts


def _pair_identical(ranked: Sequence[Sketch], firsts: Mapping[bytes, Sketch]) -> Iterator[CopyPair]:
    for sketch in ranked:
        first = firsts[sketch.digest]
        if first is not sketch and (verdict := compare_texts(sketch, first)):
            yield _pair(sketch, first, verdict)


def _pair_alike(texts: Sequence[Sketch]) -> Iterator[CopyPair]:
    """Each text with those before it of which it has a part."""
    for position, earlier in iter_candidates(text.fingerprints for text in texts):
        yield from _explain(texts[position], [texts[place] for place in earlier])


def _explain(later: Sketch, earlier: Sequence[Sketch]) -> Iterator[CopyPair]:
    """The fewest of the earlier texts that between them have what the later one shares with any: the most shared first."""
    left = set(later.shingles)
    found = [(text, verdict) for text in earlier if (verdict := compare_texts(later, text))]
    sizes = [len(left.intersection(text.shingles)) for text, _ in found]
    for number in sorted(range(len(found)), key=lambda number: (-sizes[number], number)):
        text, verdict = found[number]
        fresh = left.intersection(text.shingles)
        if len(fresh) >= LEAST_SHARED:
            left -= fresh
            yield _pair(later, text, verdict)


def _pair_translations(texts: Sequence[Sketch]) -> Iterator[CopyPair]:
    """Every two languages against one another."""
    for two in combinations(sorted({text.language for text in texts}), 2):
        both = [text for text in texts if text.language in two]
        for position, earlier in iter_candidates(map(translation_keys, both)):
            for place in earlier:
                if verdict := compare_translations(both[position], both[place]):
                    yield _pair(both[position], both[place], verdict)


def _pair(left: Sketch, right: Sketch, verdict: Verdict) -> CopyPair:
    return CopyPair(left.id, right.id, verdict.kind, round(verdict.score, 3), verdict.reason)
