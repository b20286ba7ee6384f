"""How linking grows: time, memory and agreement with the truth over synthetic claims, with figures or without.

    python -m benchmarks.linking [--figures 10000 100000 1000000]
    python -m benchmarks.linking --statements 10000 100000

Each size runs in a process of its own; seconds are processor time of linking alone, without making the claims.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from benchmarks.figures import make_corpus
from benchmarks.statements import make_statements
from careo.link.claims import link_claims
from careo.link.facts import ArticleFacts
from careo.model import Claim, Linked


def main() -> None:
    """Print one line a size, and how the time of the last compares with the first if it had grown in proportion."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--statements", type=int, nargs="+", help="claims without figures, in place of figures")
    parser.add_argument("--one", nargs=2, metavar=("KIND", "SIZE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(MEASURES[arguments.one[0]](int(arguments.one[1])))
        return
    kind, sizes = ("statements", arguments.statements) if arguments.statements else ("figures", arguments.figures)
    print(f"{kind:<10} seconds  peak MB  disputes  precision  recall")
    seconds = {}
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.linking", "--one", kind, str(size)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
        print(ran.stdout, end="", flush=True)
        seconds[size] = float(ran.stdout.split()[1])
    first, last = sizes[0], sizes[-1]
    print(f"growth from {first:,} to {last:,}: {seconds[last] / last / (seconds[first] / first):.2f} of linear")


def measure_figures(figures: int) -> str:
    """Link a corpus of figures of this size; the line of the table."""
    corpus = make_corpus(figures)
    spent, linked = clock(corpus.claims, corpus.facts)
    return render(
        len(corpus.claims), spent, linked, {member.claim: d for member, d in linked.figures.items()}, corpus.truth
    )


def measure_statements(claims: int) -> str:
    """Link a corpus of statements of this size; the line of the table."""
    corpus = make_statements(claims)
    spent, linked = clock(corpus.claims, corpus.facts)
    return render(len(corpus.claims), spent, linked, linked.propositions, corpus.truth)


MEASURES = {"figures": measure_figures, "statements": measure_statements}


def clock(claims: Sequence[Claim], facts: Mapping[str, ArticleFacts]) -> tuple[float, Linked]:
    """Seconds of the processor that linking takes, and what it finds."""
    start = time.process_time()
    linked = link_claims(claims, facts)
    return time.process_time() - start, linked


def render(count: int, spent: float, linked: Linked, found: Mapping[str, str], truth: Mapping[str, str]) -> str:
    """A line of the table; ``found`` is the dispute of each claim."""
    precision, recall = score_pairs(found, truth)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{count:<9} {spent:8.1f} {peak:8.0f} {len(linked.disputes):9} {precision:10.4f} {recall:7.4f}"


def score_pairs(found: Mapping[str, str], truth: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall over pairs of claims that stand in one dispute, or are about one thing."""
    both = Counter((found.get(claim, claim), question) for claim, question in truth.items())
    ours: dict[str, int] = defaultdict(int)
    theirs: dict[str, int] = defaultdict(int)
    for (dispute, question), count in both.items():
        ours[dispute] += count
        theirs[question] += count
    agreed, claimed, asked = (sum(n * (n - 1) // 2 for n in c.values()) for c in (both, ours, theirs))
    return agreed / claimed if claimed else 1.0, agreed / asked if asked else 1.0


if __name__ == "__main__":
    main()
