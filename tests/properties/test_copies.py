"""Copies do not depend on the order of articles, and are those that comparing each with each finds."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from careo.link.copies import CopyText, find_copies, make_sketch, pair_sketches
from careo.link.copies.comparisons import compare_texts

WORDS = [
    f"{a}{b}{c}"
    for a in ("ba", "ce", "di", "fo", "gu")
    for b in ("la", "me", "ni", "po")
    for c in ("r", "s", "to", "ca")
]


def block(number: int) -> str:
    """Thirty words that no other block has in this order."""
    return " ".join(random.Random(number).choices(WORDS, k=30))


BLOCKS = st.lists(st.integers(0, 5), min_size=0, max_size=5)
DATES = st.sampled_from([None, "2024-03", "2024-03-01", "2024-03-02"])
# Five articles: with six and more, a patchwork of texts that are told apart by less than half of them may be passed over.
ARTICLES = st.lists(st.tuples(BLOCKS, DATES), max_size=5)


def make_articles(rows: list[tuple[list[int], str | None]]) -> list[CopyText]:
    return [
        CopyText(f"a{number}", " ".join([*map(block, blocks), f"propio{number}"]), published=published)
        for number, (blocks, published) in enumerate(rows)
    ]


def components(ids: list[str], pairs: list[tuple[str, str]]) -> set[frozenset[str]]:
    groups = {id_: {id_} for id_ in ids}
    for left, right in pairs:
        groups[left] |= groups[right]
        for id_ in groups[left]:
            groups[id_] = groups[left]
    return {frozenset(group) for group in groups.values()}


@settings(max_examples=200, deadline=None)
@given(ARTICLES)
def test_components_are_those_of_all_pairs(rows: list[tuple[list[int], str | None]]) -> None:
    articles = make_articles(rows)
    sketches = {article.id: make_sketch(article) for article in articles}
    everything = {
        (left, right): verdict
        for left, right in combinations(sketches, 2)
        if (verdict := compare_texts(sketches[left], sketches[right]))
    }
    found = find_copies(articles)
    for pair in found:
        left, right = sorted((pair.left, pair.right))
        verdict = everything[left, right]
        assert (pair.kind, pair.score) == (verdict.kind, round(verdict.score, 3))
    assert components([*sketches], [(p.left, p.right) for p in found]) == components([*sketches], [*everything])


@settings(max_examples=100, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_and_batches_make_no_difference(rows: list[tuple[list[int], str | None]], chance: random.Random) -> None:
    articles = make_articles(rows)
    expected = find_copies(articles)
    chance.shuffle(articles)
    assert find_copies(articles) == expected
    cut = chance.randint(0, len(articles))
    batches = [[make_sketch(article) for article in part] for part in (articles[cut:], articles[:cut])]
    assert pair_sketches(sketch for batch in batches for sketch in batch) == expected


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=300), max_size=4))
def test_any_text_is_read(texts: list[str]) -> None:
    articles = [
        CopyText(f"a{number}", text, language="en" if number % 2 else "es") for number, text in enumerate(texts)
    ]
    for pair in find_copies([*articles, *articles[:0]]):
        assert pair.left != pair.right
        assert 0 <= pair.score <= 1


def test_the_seed_of_hashes_makes_no_difference() -> None:
    code = (
        "from careo.link.copies import CopyText, find_copies\n"
        "texts = [' '.join(f'w{i * i % 97}' for i in range(k, k + 90)) for k in range(0, 60, 3)]\n"
        "print(find_copies(CopyText(str(n), t) for n, t in enumerate(texts)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1
    assert "near_identical" in outputs.pop()
