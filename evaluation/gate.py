"""The gate: run careo over the gold sets and hold what it finds against the floors.

    python -m evaluation.gate [--set NAME] [--misses] [--json] [--record]

The sets are `seeds` (in shared/ beside the checkout; not part of the project), and `second`, `third`, `fourth`, `pairs`,
`positions`, `untuned` and `demo` (written for the project).
A set that is not there is skipped loudly, and fails the gate where the variable CI is set. Exit code 1 where a value is under its
floor, a span does not reproduce its text, or a floor was lowered without a reason.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.dispute_gold import load_gold_disputes
from evaluation.dispute_scoring import load_linked, score_disputes
from evaluation.floors import Rules, find_unexplained, find_unrecorded, load_highest, load_rules, render_highest
from evaluation.gold import load_gold, load_names
from evaluation.measures import Measure, compute_measures
from evaluation.pair_gold import load_gold_pairs
from evaluation.pair_scoring import score_pairs
from evaluation.position_gold import load_gold_topics
from evaluation.position_scoring import score_positions
from evaluation.scoring import Miss, load_export, tally_export

HERE = Path(__file__).resolve().parent
FLOORS, HIGHEST = HERE / "floors.toml", HERE / "highest.toml"
BROKEN = "broken spans"

Exporter = Callable[[Path, Path], Path]
"""From a folder of texts, and one to work in, to the folder with the export of their ledger."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Articles, and the gold that was written on them."""

    name: str
    texts: Path
    gold: Path

    @property
    def is_there(self) -> bool:
        return self.texts.is_dir() and any(self.gold.glob("*.yaml"))


@dataclass(frozen=True, slots=True)
class Result:
    """What one set came to."""

    name: str
    measures: dict[str, Measure]
    broken: int
    misses: list[Miss]
    missing: tuple[str, ...] = ()


SETS = (
    GoldSet("seeds", HERE.parent.parent / "shared" / "seeds", HERE.parent.parent / "shared" / "gold"),
    GoldSet("second", HERE / "second" / "texts", HERE / "second" / "gold"),
    GoldSet("third", HERE / "third" / "texts", HERE / "third" / "gold"),
    GoldSet("fourth", HERE / "fourth" / "texts", HERE / "fourth" / "gold"),
    GoldSet("pairs", HERE / "pairs" / "texts", HERE / "pairs" / "gold"),
    GoldSet("positions", HERE / "positions" / "texts", HERE / "positions" / "gold"),
    GoldSet("untuned", HERE / "untuned" / "texts", HERE / "untuned" / "gold"),
    GoldSet("demo", HERE.parent / "demo", HERE.parent / "demo" / "gold"),
)


def run_careo(*arguments: str | Path) -> None:
    """Run the installed command; raises RuntimeError with its output where it fails."""
    command = [str(Path(sys.executable).with_name("careo")), *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {ran.returncode}:\n{ran.stdout}{ran.stderr}")


def export_texts(texts: Path, folder: Path) -> Path:
    """Build a ledger from a folder of texts and export it, as a user would."""
    ledger, out = folder / "gate.db", folder / "export"
    run_careo("build", texts, "--ledger", ledger)
    run_careo("export", ledger, out, "--format", "jsonl")
    return out


def score_export(gold_set: GoldSet, folder: Path) -> Result:
    export, golds = load_export(folder), load_gold(gold_set.gold, gold_set.texts)
    names = load_names(gold_set.gold)
    tally = tally_export(export, golds, names)
    measures, misses = compute_measures(tally.n) if golds else {}, tally.misses
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(gold_set.texts.glob("*.txt"))}
    if disputes := load_gold_disputes(gold_set.gold):
        linked, unlinked = score_disputes(load_linked(folder), disputes, names, texts)
        measures, misses = measures | linked, misses + unlinked
    if pairs := load_gold_pairs(gold_set.gold):
        paired, unpaired = score_pairs(load_linked(folder), pairs, texts)
        measures, misses = measures | paired, misses + unpaired
    if topics := load_gold_topics(gold_set.gold, tuple(texts)):
        stood, misread = score_positions(load_linked(folder), topics, names, texts)
        measures, misses = measures | stood, misses + misread
    missing = tuple(gold.article for gold in golds if gold.article not in export.passages)
    return Result(gold_set.name, measures, tally.n[BROKEN], misses, missing)


def score_set(gold_set: GoldSet, export: Exporter = export_texts) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        return score_export(gold_set, export(gold_set.texts, Path(folder)))


def find_failures(result: Result, rules: Rules) -> list[str]:
    """What keeps a set from passing, as messages."""
    floors = rules.floors.get(result.name, {})
    problems = [f"{result.name}: no measure is called {name}" for name in floors if name not in result.measures]
    problems += [
        f"{result.name} {name}: {result.measures[name].value:.4f} is under its floor of {floor}"
        for name, floor in floors.items()
        if name in result.measures and result.measures[name].value < floor
    ]
    if result.broken:
        problems.append(f"{result.name}: {result.broken} spans do not reproduce their text")
    if result.missing:
        problems.append(f"{result.name}: not in the ledger at all: {', '.join(result.missing)}")
    return problems


def render_result(result: Result, rules: Rules) -> str:
    """The table of one set."""
    floors, aims = rules.floors.get(result.name, {}), rules.aims.get(result.name, {})
    lines = [f"{result.name:<17} value  floor    aim   rows      P      R"]
    for name, measure in result.measures.items():
        cells = [cell(measure.value), cell(floors.get(name)), cell(aims.get(name)), f"{measure.rows:>6}"]
        cells += [cell(measure.precision), cell(measure.recall)]
        mark = "  UNDER ITS FLOOR" if measure.value < floors.get(name, 0.0) else ""
        lines.append(f"  {name:<14} {' '.join(cells)}{mark}".rstrip())
    lines.append(f"  {BROKEN:<14} {result.broken:>6}")
    return "\n".join(lines)


def cell(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"


def render_json(results: Sequence[Result]) -> str:
    table = {
        result.name: {
            "measures": {name: asdict(measure) for name, measure in result.measures.items()},
            BROKEN: result.broken,
        }
        for result in results
    }
    return json.dumps(table, indent=1, ensure_ascii=False)


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=[gold_set.name for gold_set in SETS], help="only this set")
    parser.add_argument("--export", type=Path, help="score this export instead of making one (with --set)")
    parser.add_argument("--misses", action="store_true", help="list what was missed or made up")
    parser.add_argument("--json", action="store_true", help="print the measures as JSON")
    parser.add_argument("--record", action="store_true", help="record the floors of today as the highest so far")
    options = parser.parse_args(arguments)
    if options.export and not options.set:
        parser.error("--export needs --set: which gold was the export made for?")
    return options


def score_sets(options: argparse.Namespace) -> tuple[list[Result], list[str]]:
    """Score the sets that were asked for; what could not be scored is a problem, in words."""
    results, problems = [], []
    for gold_set in SETS:
        if options.set not in (None, gold_set.name):
            continue
        if not gold_set.is_there:
            print(f"gate: NOT SCORED: the set {gold_set.name} is not there ({gold_set.gold})", file=sys.stderr)
            problems += [f"the set {gold_set.name} is not there, and CI needs it"] * bool(os.environ.get("CI"))
            continue
        try:
            results.append(score_export(gold_set, options.export) if options.export else score_set(gold_set))
        except (RuntimeError, OSError) as error:
            problems.append(f"{gold_set.name} could not be scored: {error}")
    return results, problems


def main(arguments: Sequence[str] | None = None) -> int:
    options = parse_arguments(arguments)
    rules, highest = load_rules(FLOORS), load_highest(HIGHEST)
    if options.record:
        HIGHEST.write_text(render_highest(rules.floors, highest), encoding="utf-8")
        print(f"recorded the floors of {', '.join(rules.floors) or 'no set'} in {HIGHEST.name}")
        return 0
    results, problems = score_sets(options)
    for result in results:
        problems += find_failures(result, rules)
        if options.misses:
            print(*result.misses, sep="\n")
        if not options.json:
            print(render_result(result, rules))
    if options.json:
        print(render_json(results))
    problems += find_unexplained(rules, highest) + find_unrecorded(rules, highest)
    for problem in problems:
        print(f"gate: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
