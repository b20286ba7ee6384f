"""Measures one reader, in a process of its own: ``python -m training.measuring --reader NAME=PATH --treebanks DIR --out FILE``.

What was measured is written as JSON after every step, so that it stays where a later step brings the process down. Nothing of
careo is imported at the top: loading is timed from the first import to the first sentence read.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.articles import count_words, load_texts
from benchmarks.cores import find_peak, stay_on_one_core

if TYPE_CHECKING:
    from careo.model import Span
    from training.readers import Choice, Reader
    from training.treebank import Tree

FILES = {"es": ("ancora_test", "pud_test"), "en": ("ewt_test", "pud_test")}
"""Test files by language, each in the folder of its language."""

NEWS = "es"
"""The language of the articles that speed is measured on, of the gates and of the typed names."""

ROUNDS = 3


class Measurement:
    """The results so far, kept in a file; what goes wrong in one step is noted, and the next is taken."""

    def __init__(self, out: Path, name: str) -> None:
        self.results: dict[str, Any] = {"name": name, "problems": []}
        self._out = out
        self._name = name

    def take(self, step: str, measure: Callable[[], dict[str, Any]]) -> bool:
        """Measure, keep and show; whether it succeeded."""
        self.results["step"] = step
        self._keep()
        self._say(f"{step} ...")
        try:
            found = measure()
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one reader, the others are compared
            self.results["problems"].append(f"{step}: {type(error).__name__}: {error}")
            self._say(f"{step}: FAILED: {error}")
            return False
        finally:
            self._keep()
        for key, value in found.items():
            known = self.results.get(key)
            self.results[key] = known | value if isinstance(known, dict) and isinstance(value, dict) else value
        self.results["step"] = None
        self._keep()
        self._say(f"{step}: {json.dumps(found, ensure_ascii=False)}")
        return True

    def skip(self, what: str) -> None:
        """Note what is not measured, and why."""
        self._say(f"NOT MEASURED: {what}")

    def _say(self, line: str) -> None:
        print(f"{self._name}: {line}", file=sys.stderr, flush=True)

    def _keep(self) -> None:
        self._out.write_text(json.dumps(self.results, ensure_ascii=False, indent=1) + "\n", "utf-8")


def measure_loading(source: str) -> tuple[Reader, dict[str, Any]]:
    """Load a reader and let it read one sentence: the reader, and the seconds on the clock."""
    sentence = find_sentence(next(iter(load_texts().values())))
    began = time.perf_counter()
    from careo.model import Span
    from training.readers import load_reader, parse_choice

    reader = load_reader(parse_choice(source), NEWS)
    list(reader.parse_many([(sentence, [Span(0, len(sentence))])]))
    return reader, {"load_seconds": round(time.perf_counter() - began, 2)}


def find_sentence(text: str, least: int = 80) -> str:
    """The first sentence of the first line that is long enough to be no title."""
    lines = (line for line in text.splitlines() if len(line) >= least)
    return next(lines, text).partition(". ")[0]


def load_news() -> list[tuple[str, tuple[Span, ...]]]:
    """The articles of the gold sets that are there, with the blocks that careo parses."""
    from careo.model import Article
    from careo.read import iter_articles, parse_blocks
    from training.gates import find_sets

    items = iter_articles([gold_set.texts for gold_set in find_sets()[0]], language=NEWS)
    return [(item.text, tuple(parse_blocks(item))) for item in items if isinstance(item, Article)]


def measure_speed(reader: Reader, least: int) -> dict[str, Any]:
    """Words a CPU second over at least so many words, the fastest of several rounds, and the peak of the memory."""
    news = load_news()
    words = sum(count_words(text[block.start : block.end]) for text, blocks in news for block in blocks)
    times = -(-least // words)
    fastest = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in reader.parse_many(article for _ in range(times) for article in news):
            pass
        fastest = min(fastest, time.process_time() - began)
    speed = round(times * words / fastest)
    return {"words_per_second": speed, "words": times * words, "peak_megabytes": round(find_peak())}


def measure_card(choice: Choice) -> dict[str, Any]:
    """Size, version and license."""
    from training.readers import read_card

    card = read_card(choice)
    return {"megabytes": round(card.size / 1e6, 1), "version": card.version, "license": card.license}


def measure_trees(reader: Reader, name: str, trees: Sequence[Tree], language: str) -> dict[str, Any]:
    """Everything that :func:`training.evaluate.evaluate` counts."""
    from training.evaluate import evaluate

    figures = evaluate(reader, trees, language)
    del figures["words_per_second"]
    return {"files": {f"{language}/{name}": figures | {"sentences": len(trees)}}}


def measure_file(reader: Reader, path: Path, language: str) -> dict[str, Any]:
    """The same of a file; contractions stand in their parts in English, as one word in Spanish."""
    from training.treebank import load_trees

    return measure_trees(reader, path.stem, load_trees(path, split=language != NEWS), language)


def take_files(measurement: Measurement, choice: Choice, treebanks: Path) -> None:
    """Score the test files of every language that the reader reads."""
    from training.readers import OtherLanguageError, load_reader

    for language, names in FILES.items():
        try:
            reader = load_reader(choice, language)
        except OtherLanguageError as error:
            measurement.skip(str(error))
            continue
        for name in names:
            path = treebanks / language / f"{name}.conllu"
            measurement.take(f"{language}/{name}", partial(measure_file, reader, path, language))


def take_names(measurement: Measurement, reader: Reader, treebanks: Path) -> None:
    """Score the typed names of the sentences that stay out of the training data: the ends of the files, and those chosen by hash."""
    from training.treebank import load_division

    division = load_division(treebanks)
    for name, trees in (("tail", division.tail), ("dev", division.dev)):
        measurement.take(f"{NEWS}/{name}", partial(measure_trees, reader, name, trees, NEWS))


def take_gates(measurement: Measurement, reader: Reader) -> None:
    """Score careo's gates with the reader beneath."""
    from training.gates import find_sets, score_gate

    found, missing = find_sets()
    for gold_set in found:
        measurement.take(f"gate {gold_set.name}", partial(score_gate, gold_set, reader))
    for name in missing:
        measurement.skip(f"the gate {name}: its gold is not there")


def main() -> None:
    """Measure one reader and write what was found."""
    parser = argparse.ArgumentParser(prog="python -m training.measuring", description="Measure one reader.")
    parser.add_argument("--reader", required=True)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--load-only", action="store_true")
    given = parser.parse_args()
    stay_on_one_core()
    measurement = Measurement(given.out, given.reader.partition("=")[0])
    readers: list[Reader] = []

    def load() -> dict[str, Any]:
        reader, found = measure_loading(given.reader)
        readers.append(reader)
        return found

    if not measurement.take("loading", load) or given.load_only:
        return
    from training.readers import parse_choice

    [reader], choice = readers, parse_choice(given.reader)
    measurement.take("speed", lambda: measure_speed(reader, given.words))
    measurement.take("size", lambda: measure_card(choice))
    take_files(measurement, choice, given.treebanks)
    take_names(measurement, reader, given.treebanks)
    take_gates(measurement, reader)


if __name__ == "__main__":
    main()
