"""Peak memory of `careo build` over many articles: they are streamed, so it should hardly grow with their number.

    python -m benchmarks.memory [--articles N]

Builds a ledger from a tenth of the articles, then from all of them, each in a process of its own, and prints the peak of its
resident memory. 10,000 articles are to stay under 1,000 MB.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import write_variations
from benchmarks.cores import find_peak

AT_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Peak:
    """What one build took: megabytes at its peak, seconds, and what it wrote."""

    articles: int
    words: int
    megabytes: float
    seconds: float
    ledger_megabytes: float


def build(folder: Path) -> float:
    """Build a ledger from a folder, in this process; returns the peak of its memory in megabytes."""
    from careo.pipeline.build import build_ledger

    build_ledger([folder / "texts"], folder / "memory.db", fresh=True)
    return find_peak()


def measure(count: int) -> Peak:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "texts").mkdir()
        words = write_variations(folder / "texts", count)
        start = time.perf_counter()
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            megabytes = pool.apply(build, (folder,))
        taken = time.perf_counter() - start
        return Peak(count, words, megabytes, taken, (folder / "memory.db").stat().st_size / 1e6)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000, help="how many articles (default: 10,000)")
    count = parser.parse_args().articles
    print("articles     words   seconds   words/s   peak MB   ledger MB")
    for number in (max(1, count // 10), count):
        peak = measure(number)
        print(
            f"{peak.articles:8} {peak.words:9} {peak.seconds:9.1f} {peak.words / peak.seconds:9.0f} {peak.megabytes:9.0f} "
            f"{peak.ledger_megabytes:11.1f}",
            flush=True,
        )
    print(f"{'kept' if peak.megabytes < AT_MOST else 'NOT KEPT'} (under {AT_MOST} MB)")


if __name__ == "__main__":
    main()
