"""How linking grows: time, memory and agreement with the truth over synthetic figure claims.

    python -m benchmarks.linking [--figures 10000 100000 1000000]

Each size runs in a process of its own; seconds are processor time of linking alone, without making the claims.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping

from benchmarks.figures import make_corpus
from careo.link.claims import link_claims
from careo.model import Member


def main() -> None:
    """Print one line a size, and how the time of the last compares with the first if it had grown in proportion."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(measure(arguments.one))
        return
    print("figures    seconds  peak MB  disputes  precision  recall")
    seconds = {}
    for size in arguments.figures:
        ran = subprocess.run(
            [sys.executable, "-m", "benchmarks.linking", "--one", str(size)], capture_output=True, text=True, check=True
        )
        print(ran.stdout, end="", flush=True)
        seconds[size] = float(ran.stdout.split()[1])
    first, last = arguments.figures[0], arguments.figures[-1]
    print(f"growth from {first:,} to {last:,}: {seconds[last] / last / (seconds[first] / first):.2f} of linear")


def measure(figures: int) -> str:
    """Link a corpus of this size; the line of the table."""
    corpus = make_corpus(figures)
    start = time.process_time()
    linked = link_claims(corpus.claims, corpus.facts)
    spent = time.process_time() - start
    precision, recall = score_pairs(linked.figures, corpus.truth)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{len(corpus.claims):<9} {spent:8.1f} {peak:8.0f} {len(linked.disputes):9} {precision:10.4f} {recall:7.4f}"


def score_pairs(found: Mapping[Member, str], truth: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall over pairs of claims that stand in one dispute, or answer one question."""
    disputes = {member.claim: dispute for member, dispute in found.items()}
    both = Counter((disputes.get(claim, claim), question) for claim, question in truth.items())
    ours: dict[str, int] = defaultdict(int)
    theirs: dict[str, int] = defaultdict(int)
    for (dispute, question), count in both.items():
        ours[dispute] += count
        theirs[question] += count
    agreed, claimed, asked = (sum(n * (n - 1) // 2 for n in c.values()) for c in (both, ours, theirs))
    return agreed / claimed if claimed else 1.0, agreed / asked if asked else 1.0


if __name__ == "__main__":
    main()
