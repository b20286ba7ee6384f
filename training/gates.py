"""careo's own gates with any reader in the place of its parser: the same rules, the same gold, another reading beneath."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from careo.ledger import export_ledger
from careo.parse import load_parser
from careo.pipeline import analysis, build
from evaluation.gate import SETS, GoldSet, score_set
from training.readers import Reader

MEASURES = ("content", "attribution", "stance", "figure", "figure+")
LANGUAGE = "es"


@contextmanager
def reading_with(reader: Reader) -> Iterator[None]:
    """Within it the stages of careo, in this process, read Spanish with ``reader``; other languages as ever."""

    def load(language: str = LANGUAGE, threads: int = 1) -> object:
        return reader if language == LANGUAGE else load_parser(language, threads)

    with patch.object(analysis, "load_parser", load), patch.object(build, "load_parser", load):
        yield


def export_here(texts: Path, folder: Path) -> Path:
    """Build a ledger from a folder of texts and export it, in this process; RuntimeError where an article was left out."""
    ledger, out = folder / "gate.db", folder / "export"
    summary = build.build_ledger([texts], ledger)
    failures = [failure for failure in summary.failures if not failure.notice]
    if failures:
        raise RuntimeError("; ".join(f"{failure.file}: {failure.reason}" for failure in failures))
    export_ledger(ledger, out, "jsonl")
    return out


def score_gate(gold_set: GoldSet, reader: Reader) -> dict[str, dict[str, dict[str, float]]]:
    """The measures of a gold set, in percent, and how many claims and figures its gold holds, under ``gates`` and its name."""
    with reading_with(reader):
        result = score_set(gold_set, export_here)
    if result.broken:
        raise RuntimeError(f"{gold_set.name}: {result.broken} spans do not reproduce their text")
    figures = {name: round(100 * result.measures[name].value, 1) for name in MEASURES}
    sizes = {"claims_n": result.measures["content"].rows, "figures_n": result.measures["figure"].rows}
    return {"gates": {gold_set.name: figures | sizes}}


def find_sets() -> tuple[list[GoldSet], list[str]]:
    """The gold sets that are there, and the names of those that are not."""
    return [s for s in SETS if s.is_there], [s.name for s in SETS if not s.is_there]
