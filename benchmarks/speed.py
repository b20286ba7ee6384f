"""Words per second of the parser, of the rules and of the whole build, on the same texts in one run on one core.

    python -m benchmarks.speed [--articles N] [--rounds N] [--json] [--profile]

What counts are the two ratios, which a slower machine leaves as they are:

    rules / parser    seconds of the rules over seconds of the parser: at most 0.5
    build / parser    words per second of the whole build over those of the parser alone: at least 0.6

Seconds are those that the process had a processor for: what else the machine is doing hardly matters. Every stage is timed several
times, in turn; the fastest round counts, since nothing makes a computer faster than it is.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import count_words, write_variations
from benchmarks.cores import stay_on_one_core
from careo.analyze.assemble import analyze_article
from careo.lang import load_pack
from careo.model import Article
from careo.pipeline.analysis import iter_documents
from careo.pipeline.build import build_ledger
from careo.read import iter_articles
from careo.text import Document

LANGUAGE = "es"
RULES_AT_MOST, BUILD_AT_LEAST = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Speeds:
    """Seconds of each stage over the same words."""

    articles: int
    words: int
    parser: float
    rules: float
    build: float

    @property
    def rules_to_parser(self) -> float:
        return self.rules / self.parser

    @property
    def build_to_parser(self) -> float:
        return self.parser / self.build


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def parse_all(articles: Sequence[Article]) -> list[Document]:
    return [document for _, document in iter_documents(articles)]


def load_articles(folder: Path) -> list[Article]:
    return [item for item in iter_articles([folder], language=LANGUAGE) if isinstance(item, Article)]


def apply_rules(articles: Sequence[Article], documents: Sequence[Document]) -> None:
    pack = load_pack(LANGUAGE)
    for article, document in zip(articles, documents, strict=True):
        analyze_article(article, document, pack)


def profile_rules(folder: Path) -> None:
    """Print the functions in which the rules spend their time."""
    articles = load_articles(folder)
    documents = parse_all(articles)
    apply_rules(articles, documents)  # warms up
    profile = cProfile.Profile()
    profile.runcall(apply_rules, articles, documents)
    stats = pstats.Stats(profile).strip_dirs()
    stats.sort_stats("tottime").print_stats(25)
    stats.sort_stats("cumulative").print_stats(40)


def measure(folder: Path, rounds: int) -> Speeds:
    """Time each stage over the texts of a folder."""
    articles = load_articles(folder)
    documents = parse_all(articles)
    apply_rules(articles, documents)  # both have warmed up now
    stages: dict[str, Callable[[], object]] = {
        "parser": lambda: parse_all(articles),
        "rules": lambda: apply_rules(articles, documents),
        "build": lambda: build_ledger([folder], folder / "speed.db", language=LANGUAGE, fresh=True),
    }
    best = dict.fromkeys(stages, float("inf"))
    for _ in range(rounds):
        for name, work in stages.items():
            best[name] = min(best[name], seconds(work))
    return Speeds(len(articles), sum(count_words(article.text) for article in articles), **best)


def render(speeds: Speeds, where: str) -> str:
    lines = [f"{speeds.articles} articles, {speeds.words} words, {where}", "", "stage     seconds   words/s"]
    for name, taken in (("parser", speeds.parser), ("rules", speeds.rules), ("build", speeds.build)):
        lines.append(f"{name:<8} {taken:8.2f} {speeds.words / taken:9.0f}")
    rules, build = speeds.rules_to_parser, speeds.build_to_parser
    lines += [
        "",
        f"rules / parser   {rules:5.2f}   {verdict(rules <= RULES_AT_MOST)} (at most {RULES_AT_MOST})",
        f"build / parser   {build:5.2f}   {verdict(build >= BUILD_AT_LEAST)} (at least {BUILD_AT_LEAST})",
    ]
    return "\n".join(lines)


def verdict(kept: bool) -> str:
    return "kept" if kept else "NOT KEPT"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=120, help="how many articles (default: 120)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each stage is timed (default: 3)")
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    parser.add_argument(
        "--profile", action="store_true", help="print where the rules spend their time, and time nothing"
    )
    options = parser.parse_args()
    where = stay_on_one_core()
    with tempfile.TemporaryDirectory() as temporary:
        write_variations(Path(temporary), options.articles)
        if options.profile:
            profile_rules(Path(temporary))
            return
        speeds = measure(Path(temporary), options.rounds)
    if options.json:
        numbers = {name: getattr(speeds, name) for name in Speeds.__slots__}
        print(json.dumps(numbers | {"rules/parser": speeds.rules_to_parser, "build/parser": speeds.build_to_parser}))
    else:
        print(render(speeds, where))


if __name__ == "__main__":
    main()
