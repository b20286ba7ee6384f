"""The second gold set is sound: every span stands in its article, every word of its vocabulary is known."""

from __future__ import annotations

from pathlib import Path

from evaluation.check_gold import check_set
from evaluation.gold import load_gold

LEAST = 30


def test_gold_has_no_faults(root: Path) -> None:
    faults, _ = check_set(root / "evaluation" / "second")
    assert not faults, "\n".join(faults)


def test_there_are_enough_articles(root: Path) -> None:
    second = root / "evaluation" / "second"
    golds = load_gold(second / "gold", second / "texts")
    assert len(golds) >= LEAST
    assert len({gold.article for gold in golds}) == len(golds)


def test_no_figure_is_without_an_owner(root: Path) -> None:
    """A row without `of` could never be right, whatever is found: it would only lower the score."""
    second = root / "evaluation" / "second"
    without = [
        f"{gold.article}: {figure.text}"
        for gold in load_gold(second / "gold", second / "texts")
        for figure in gold.figures
        if figure.of is None
    ]
    assert not without, "\n".join(without)
