"""``python -m training.segmentation --treebanks DIR``: how well words and sentences are found, and how fast.

Words are scored on single sentences, sentences on paragraphs of three to five of them joined by a space; both count exact spans
alone. A treebank's sentences that end without a stop cannot be told apart in such a paragraph: the figures for English web
text are low for that reason.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from careo.lang.writing import load_writing
from careo.model import Span
from careo.parse import load_parser
from careo.parse.segmentation import segment
from training.evaluate import make_gold
from training.surface import fold_tree
from training.treebank import load_trees

FILES = (
    "es/ancora_train",
    "es/cess_train",
    "es/ancora_test",
    "es/pud_test",
    "en/ewt_dev",
    "en/ewt_test",
    "en/pud_test",
)
LONGEST = 10_000  # words: the cap on sentences is not what is measured

Pair = tuple[int, int]
Sentence = tuple[str, tuple[Pair, ...]]
Splitter = Callable[[Sequence[str]], list[list[list[Pair]]]]


def load_sentences(path: Path) -> list[Sentence]:
    """Folded text and word spans of every sentence. A word that the treebank parts is parted where its parts spell it."""
    golds = (make_gold(fold_tree(tree)) for tree in load_trees(path, split=True))
    return [(gold.text.rstrip(), gold.places) for gold in golds]


def make_paragraphs(sentences: Sequence[Sentence], rng: Random) -> Iterator[tuple[str, set[Pair]]]:
    """Texts of three to five neighboring sentences, and where these stand."""
    place = 0
    while place < len(sentences):
        size = rng.randint(3, 5)
        text, spans = "", set()
        for sentence, _ in sentences[place : place + size]:
            text += " " if text else ""
            spans.add((len(text), len(text) + len(sentence)))
            text += sentence
        yield text, spans
        place += size


def score(pairs: Iterable[tuple[set[Pair], set[Pair]]]) -> float:
    """F1, in percent, of found spans against those wanted."""
    hits = total = 0
    for wanted, found in pairs:
        hits += len(wanted & found)
        total += len(wanted) + len(found)
    return 200 * hits / total if total else 0.0


def split_by_rules(language: str) -> Splitter:
    """What is measured: :func:`careo.parse.segmentation.segment`."""
    writing = load_writing(language)
    return lambda texts: [[[(w.start, w.end) for w in s] for s in segment(text, writing, LONGEST)] for text in texts]


def split_by_parser(language: str) -> Splitter:
    """What it is held against: the words and sentences of the parser that careo ships."""
    parser = load_parser(language)

    def split(texts: Sequence[str]) -> list[list[list[Pair]]]:
        found = []
        for document in parser.parse_many((text, [Span(0, len(text))]) for text in texts):
            words = [(token.start, token.end) for token in document.tokens]
            found.append([words[s.first : s.last + 1] for s in document.sentences])
        return found

    return split


def measure(sentences: Sequence[Sentence], split: Splitter) -> tuple[float, float, float]:
    """F1 of words, F1 of sentences, words a second."""
    alone = split([text for text, _ in sentences])
    words = score(
        (set(spans), {word for part in parts for word in part})
        for (_, spans), parts in zip(sentences, alone, strict=True)
    )
    paragraphs = list(make_paragraphs(sentences, Random(0)))
    started = time.perf_counter()
    found = split([text for text, _ in paragraphs])
    seconds = time.perf_counter() - started
    count = sum(len(part) for parts in found for part in parts)
    ends = ({(part[0][0], part[-1][1]) for part in parts} for parts in found)
    return words, score((wanted, f) for (_, wanted), f in zip(paragraphs, ends, strict=True)), count / seconds


def main() -> None:
    """Print a line for every treebank and splitter."""
    parser = argparse.ArgumentParser(prog="python -m training.segmentation", description="Score words and sentences.")
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with es/*.conllu and en/*.conllu")
    parser.add_argument("--parser", action="store_true", help="the same of the parser that careo ships (slow)")
    given = parser.parse_args()
    print(f"{'treebank':16} {'by':8} {'words':>7} {'sentences':>9} {'words/s':>10}")
    for name in FILES:
        language = name.partition("/")[0]
        sentences = load_sentences(given.treebanks / f"{name}.conllu")
        splitters = {"rules": split_by_rules(language)}
        if given.parser and language == "es":
            splitters["parser"] = split_by_parser(language)
        for label, split in splitters.items():
            words, ends, speed = measure(sentences, split)
            print(f"{name:16} {label:8} {words:7.2f} {ends:9.2f} {speed:10,.0f}", flush=True)


if __name__ == "__main__":
    main()
