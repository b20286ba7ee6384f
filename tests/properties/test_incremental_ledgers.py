"""A ledger that grew article by article is the one that was made at once: every table and every byte."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from careo.ledger import export_ledger, write_ledger
from careo.link.propositions import blocks, sieve
from careo.model import Article, Claim, Passage, Span
from careo.pipeline.relink import link_ledger
from tests.properties.test_incremental import articles

WORDS = "el agua entró de noche en las calles bajas y los vecinos subieron a los tejados con lo que pudieron llevar a cuestas".split()


def make_article(name: str, number: int) -> Article:
    """Every second article carries the text of the one before, and appears a day later."""
    chance = Random(number // 2)
    text = " ".join(chance.choices(WORDS, k=60))
    passages = (Passage(Span(0, len(text)), "body"),)
    return Article(name, text, "0" * 64, f"Diario {name}", published=f"2031-05-{10 + number:02}", passages=passages)


def add(path: Path, rows: dict[str, list[Claim]], names: Sequence[str]) -> None:
    numbers = {name: number for number, name in enumerate(sorted(rows))}
    with write_ledger(path) as writer:
        for name in names:
            writer.append(make_article(name, numbers[name]), rows[name])
    link_ledger(path)


def export(path: Path, folder: Path) -> dict[str, bytes]:
    export_ledger(path, folder)
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@settings(max_examples=40, deadline=None)
@given(articles(), st.randoms(use_true_random=False), st.booleans())
def test_a_ledger_grows_to_the_same_bytes_in_any_order_and_in_any_batches(
    rows: dict[str, list[Claim]], chance: Random, sieved: bool
) -> None:
    limits = (1, 1) if sieved else (blocks.LARGE, sieve.SMALL)
    with (
        TemporaryDirectory() as temporary,
        patch.object(blocks, "LARGE", limits[0]),
        patch.object(sieve, "SMALL", limits[1]),
    ):
        folder = Path(temporary)
        add(folder / "whole.db", rows, sorted(rows))
        order = sorted(rows)
        chance.shuffle(order)
        while order:
            count = chance.randint(1, 3)
            batch, order = order[:count], order[count:]
            add(folder / "grown.db", rows, batch)
        assert (folder / "grown.db").read_bytes() == (folder / "whole.db").read_bytes()
        assert export(folder / "grown.db", folder / "a") == export(folder / "whole.db", folder / "b")
        link_ledger(folder / "grown.db", anew=True)
        assert (folder / "grown.db").read_bytes() == (folder / "whole.db").read_bytes()
