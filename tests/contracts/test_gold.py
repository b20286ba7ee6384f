"""The second, third and fourth gold sets are sound: every span stands in its article, every word of their vocabulary is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.check_gold import check_set
from evaluation.dispute_gold import load_gold_disputes
from evaluation.gold import load_gold

LEAST = 30


@pytest.mark.parametrize("name", ["second", "third", "fourth"])
def test_gold_has_no_faults(root: Path, name: str) -> None:
    faults, _ = check_set(root / "evaluation" / name)
    assert not faults, "\n".join(faults)


def test_there_are_enough_articles(root: Path) -> None:
    second = root / "evaluation" / "second"
    golds = load_gold(second / "gold", second / "texts")
    assert len(golds) >= LEAST
    assert len({gold.article for gold in golds}) == len(golds)


@pytest.mark.parametrize("name", ["second", "third", "fourth"])
def test_no_figure_is_without_an_owner(root: Path, name: str) -> None:
    """A row without `of` could never be right, whatever is found: it would only lower the score."""
    folder = root / "evaluation" / name
    without = [
        f"{gold.article}: {figure.text}"
        for gold in load_gold(folder / "gold", folder / "texts")
        for figure in gold.figures
        if figure.of is None
    ]
    assert not without, "\n".join(without)


@pytest.mark.parametrize("name", ["third", "fourth"])
def test_disputes_name_rows_of_their_articles(root: Path, name: str) -> None:
    """A figure or stance that stands in no article's gold could never be found; one figure answers one question."""
    folder = root / "evaluation" / name
    golds = {gold.article: gold for gold in load_gold(folder / "gold", folder / "texts")}
    disputes = load_gold_disputes(folder / "gold")
    assert disputes is not None
    placed = [(row.article, row.text) for question in disputes.quantities for row in question.figures]
    figures = {(gold.article, figure.text) for gold in golds.values() for figure in gold.figures}
    assert set(placed) <= figures
    assert len(placed) == len(set(placed))
    claims = {(gold.article, row.who) for gold in golds.values() for row in gold.attributions if not row.optional}
    stances = {(row.article, row.who) for proposition in disputes.positions for row in proposition.stances}
    assert stances <= claims
