"""What it costs to link one article more, beside linking all of them from scratch.

    python -m benchmarks.incremental [--articles 200 2000]

For each size a ledger of so many articles is made of the demo's (see benchmarks/ledgers.py) and linked from scratch; then one article is
added and the ledger is linked again, five times with another article each; then once more with nothing new. Seconds are processor time
of linking alone, reading and writing the ledger included, in one process; the ratio is what counts.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.ledgers import write_generated
from careo.pipeline.relink import link_ledger

ADDED = 5


def main() -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[200, 2_000])
    sizes = parser.parse_args().articles
    print("articles   scratch s   one more s   ratio   nothing new s   ledger MB")
    for size in sizes:
        print(measure(size), flush=True)


def measure(size: int) -> str:
    """The line of a ledger of ``size`` articles."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "story.db"
        write_generated(path, size)
        link_ledger(path)  # what is loaded once is loaded now
        scratch = clock(path, anew=True)
        more = []
        for number in range(size, size + ADDED):
            write_generated(path, number + 1, skip=number)
            more.append(clock(path))
        nothing = clock(path)
        megabytes = path.stat().st_size / 1e6
    one = median(more)
    return f"{size:8} {scratch:11.2f} {one:12.2f} {one / scratch:7.2f} {nothing:15.2f} {megabytes:11.1f}"


def clock(path: Path, *, anew: bool = False) -> float:
    """Seconds of the processor that linking takes."""
    start = time.process_time()
    link_ledger(path, anew=anew)
    return time.process_time() - start


if __name__ == "__main__":
    main()
