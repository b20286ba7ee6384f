"""Holds readers against each other on the same files, with the same scorer, in one run.

    python -m training.compare --treebanks DIR --reader NAME=PATH ... --reader careo [--json FILE] [--write docs/comparison.md]

DIR holds ``es/`` (ancora_train, cess_train, ancora_test, pud_test) and ``en/`` (ewt_test, pud_test), all ``.conllu``. Each reader is
measured in a process of its own; one that fails is reported, and the others go on. Exit code 1 if anything could not be measured.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.readers import AS_WRITTEN
from training.tables import render_tables

BEGIN, END = "<!-- comparison: begin -->", "<!-- comparison: end -->"
LOADS = 5
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def compare(readers: Sequence[str], treebanks: Path, words: int) -> list[dict[str, Any]]:
    """Measure each reader (``NAME=PATH``); what went wrong stands in its ``problems``."""
    return [measure_reader(reader, treebanks, words) for reader in readers]


def measure_reader(reader: str, treebanks: Path, words: int) -> dict[str, Any]:
    """Measure one reader in a process of its own, then in others what loading takes, of which the fastest counts."""
    common = ["--reader", reader, "--treebanks", str(treebanks), "--words", str(words)]
    results = run_measuring(common)
    for _ in range(LOADS - 1):
        if "load_seconds" in results:
            again = run_measuring([*common, "--load-only"])
            results["load_seconds"] = min(results["load_seconds"], again.get("load_seconds", float("inf")))
    return results


def run_measuring(arguments: Sequence[str]) -> dict[str, Any]:
    """Run ``training.measuring``; its results, with the step named during which the process ended, if it did."""
    name = arguments[1].partition("=")[0]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "results.json"
        command = [sys.executable, "-m", "training.measuring", *arguments, "--out", str(out)]
        ran = subprocess.run(command, env=os.environ | dict.fromkeys(THREADS, "1"), check=False)
        results: dict[str, Any] = {"name": name, "problems": []}
        if out.is_file():
            results = json.loads(out.read_text("utf-8"))
    step = results.pop("step", None)
    if ran.returncode:
        results["problems"].append(f"{step or 'starting'}: the process ended with {ran.returncode}")
    return results


def render_comparison(results: Sequence[dict[str, Any]], readers: Sequence[str], seen: Sequence[str]) -> str:
    """The command, with paths left out, and the tables."""
    options = [f"--reader {shlex.quote(_hide_path(reader))}" for reader in readers] + [
        f"--seen {item}" for item in seen
    ]
    lines = ["    python -m training.compare --treebanks DIR \\", *(f"        {option} \\" for option in options)]
    command = "\n".join([*lines, "        --write docs/comparison.md"])
    pairs = frozenset((name, file) for name, _, file in (item.partition("=") for item in seen))
    problems = [f"- {r['name']}: {problem}" for r in results for problem in r["problems"]]
    failed = ["Not measured:\n\n" + "\n".join(problems)] if problems else []
    return "\n\n".join([command, render_tables(results, pairs), *failed])


def _hide_path(reader: str) -> str:
    """``NAME=PATH`` with the word PATH for the path, since it says nothing on another machine."""
    name, mark, source = reader.partition("=")
    return name + mark + (AS_WRITTEN if source.startswith(AS_WRITTEN) else "") + ("PATH" if source else "")


def write_between(path: Path, text: str) -> None:
    """Replace what stands between the markers of a document; ValueError where it has none."""
    old = path.read_text("utf-8")
    head, begin, rest = old.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{path}: no place for the tables; put {BEGIN} and {END} on lines of their own")
    path.write_text(f"{head}{BEGIN}\n\n{text}\n\n{END}{tail}", "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, print, write."""
    parser = argparse.ArgumentParser(
        prog="python -m training.compare", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with es/*.conllu and en/*.conllu")
    parser.add_argument(
        "--reader",
        action="append",
        required=True,
        metavar="NAME=PATH",
        help=f"careo, or a pipeline of spaCy: a folder, an installed package; {AS_WRITTEN}PATH leaves its marks unfolded",
    )
    parser.add_argument(
        "--seen",
        action="append",
        default=[],
        metavar="NAME=FILE",
        help="a reader was trained on the sentences of a file (es/dev): its figures stand in brackets",
    )
    parser.add_argument(
        "--words", type=int, default=40_000, help="measure speed on so many words (default: %(default)s)"
    )
    parser.add_argument("--json", type=Path, help="write all results to this file")
    parser.add_argument("--write", type=Path, help="put the tables into this document, between its markers")
    given = parser.parse_args(arguments)
    results = compare(given.reader, given.treebanks, given.words)
    text = render_comparison(results, given.reader, given.seen)
    print(text)
    if given.json:
        given.json.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if given.write:
        write_between(given.write, text)
    return 1 if any(r["problems"] for r in results) else 0


if __name__ == "__main__":
    sys.exit(main())
