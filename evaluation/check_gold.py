#!/usr/bin/env python3
"""Check that gold annotations fit the articles they were written on.

    python evaluation/check_gold.py [SET_DIR]

SET_DIR holds texts/ (ARTICLE.txt and articles.csv; without that folder they stand in SET_DIR itself, as in demo/) and
gold/ (ARTICLE.yaml and entities.yaml); without SET_DIR, the second set beside this script.
Every fault is printed, one a line, as ARTICLE: what is wrong. Exit code 1 if any.

What is checked: known keys, roles, stances, categories and comparators; every span stands in its article to the
letter, a figure and a content in one place of the body only, a passage first at the start of its line; figures do
not overlap; `who` and `of` are listed in entities.yaml; `said` is a date; the metadata agree with articles.csv,
where it gives them.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

Row = dict[str, Any]
Span = tuple[int, int]

ARTICLE_KEYS = {"article", "outlet", "published", "language", "passages", "attributions", "figures"}
ATTRIBUTION_KEYS = {"source", "who", "cue", "quote", "stance", "said", "via", "content", "optional"}
FIGURE_KEYS = {"text", "low", "high", "comparator", "counts", "category", "of", "who", "additional"}
ROLES = {"title", "caption", "credit", "promo", "related", "chrome"}
QUOTES = {"direct", "mixed", "indirect"}
STANCES = {"assert", "confirm", "deny", "doubt", "estimate", "commit", "request", "express", "decline"}
CATEGORIES = {
    *(
        "deployed",
        "to_deploy",
        "killed",
        "wounded",
        "killed_or_wounded",
        "killed_or_missing",
        "missing",
        "detained",
        "displaced",
    ),
    *("attended", "supplied", "evacuated", "rescued", "damaged", "burned", "votes", "participation"),
    *("strike_participation", "laid_off", "homeless", "infected", "sentenced", "cost", "affected"),
}
DATE = re.compile(r"\d{4}(-(\d{2}(-\d{2})?|W\d{2}))?")
SHOWN = 60
NO_ARTICLES = {"entities", "disputes", "contradictions"}


def iter_spans(text: str, needle: str) -> Iterator[Span]:
    """Every place where the needle stands, as half-open code points; within words too, as the scorer looks for it."""
    for match in re.finditer(re.escape(needle), text):
        yield match.span()


def find_passages(gold: Row, text: str) -> list[Span]:
    """The spans that the passages of an article take; those that do not occur are left out."""
    starts = ((text.find(row["text"]), len(row["text"])) for row in gold["passages"])
    return [(start, start + length) for start, length in starts if start >= 0]


def find_in_body(text: str, needle: str, aside: list[Span]) -> list[Span]:
    """Every place of the needle that does not start inside a passage."""
    return [span for span in iter_spans(text, needle) if not any(a <= span[0] < b for a, b in aside)]


def check_keys(row: Row, known: set[str], required: set[str]) -> Iterator[str]:
    """Keys that nobody reads, and keys that are missing."""
    for key in sorted(set(row) - known):
        yield f"unknown key {key!r}"
    for key in sorted(required - set(row)):
        yield f"missing key {key!r}"


def check_passages(gold: Row, text: str) -> Iterator[str]:
    """Each passage has a known role and starts a line where it first occurs."""
    for row in gold["passages"]:
        start = text.find(row["text"])
        shown = row["text"][:SHOWN]
        if row["role"] not in ROLES:
            yield f"unknown role {row['role']!r}: {shown}"
        if start < 0:
            yield f"passage is not in the text: {shown}"
        elif start > 0 and text[start - 1] != "\n":
            yield f"passage first occurs inside a line: {shown}"


def check_attribution(row: Row, text: str, aside: list[Span], names: set[str]) -> Iterator[str]:
    """One claim: its spans, its vocabulary and its names."""
    yield from check_keys(row, ATTRIBUTION_KEYS, ATTRIBUTION_KEYS - {"said", "via", "optional"})
    places = len(find_in_body(text, row["content"], aside))
    if places != 1:
        yield f"content stands in {places} places"
    if row["source"] is not None and not find_in_body(text, row["source"], aside):
        yield f"source is not in the body: {row['source']!r}"
    if row["who"] not in names:
        yield f"who is not in entities.yaml: {row['who']!r}"
    for cue in row["cue"]:
        if not all(word in text for word in cue.split()):
            yield f"cue is not in the text: {cue!r}"
    if row["quote"] not in QUOTES:
        yield f"unknown quote {row['quote']!r}"
    if not row["stance"] or set(row["stance"]) - STANCES:
        yield f"unknown stance {row['stance']}"
    if "said" in row and not DATE.fullmatch(str(row["said"])):
        yield f"said is not a date: {row['said']!r}"
    for name in row.get("via", []):
        if name not in text:
            yield f"via is not in the text: {name!r}"


def check_quotation(row: Row, text: str, aside: list[Span]) -> Iterator[str]:
    """Mixed content has a mark in it or around it; indirect content has none at all."""
    marks = '"“”«»'
    inside = any(mark in row["content"] for mark in marks)
    places = find_in_body(text, row["content"], aside)
    around = any(text[max(start - 1, 0)] in marks for start, _ in places)
    if row["quote"] == "indirect" and inside:
        yield "indirect content holds a quotation mark"
    if row["quote"] == "mixed" and not (inside or around):
        yield "mixed content has no quotation mark"


def check_bounds(row: Row) -> Iterator[str]:
    """The comparator agrees with the ends of the range."""
    low, high, mark = row["low"], row["high"], row["comparator"]
    right = {
        "=": low is not None and low == high,
        "~": low is not None and low == high,
        ">": low is not None and high is None,
        ">=": low is not None and high is None,
        "<": low is None and high is not None,
        "<=": low is None and high is not None,
        "range": low is not None and high is not None and low < high,
    }
    if not right.get(mark, False):
        yield f"comparator {mark!r} does not fit {low} to {high}"


def check_figure(row: Row, text: str, aside: list[Span], names: set[str]) -> Iterator[str]:
    """One figure: its span, its range, its category and its names."""
    yield from check_keys(row, FIGURE_KEYS, FIGURE_KEYS - {"additional"})
    places = len(find_in_body(text, row["text"], aside))
    if places != 1:
        yield f"figure stands in {places} places"
    yield from check_bounds(row)
    if row["category"] is not None and row["category"] not in CATEGORIES:
        yield f"unknown category {row['category']!r}"
    for key in ("of", "who"):
        if row[key] is not None and row[key] not in names:
            yield f"{key} is not in entities.yaml: {row[key]!r}"


def check_overlaps(gold: Row, text: str, aside: list[Span]) -> Iterator[str]:
    """Two figures never share characters."""
    spans = sorted(span for row in gold["figures"] for span in find_in_body(text, row["text"], aside))
    for (start, end), (following, stop) in pairwise(spans):
        if following < end:
            yield f"figures overlap: {text[start:end]!r} and {text[following:stop]!r}"


def check_article(gold: Row, text: str, names: set[str]) -> Iterator[str]:
    """Every fault of one article's annotations."""
    yield from check_keys(gold, ARTICLE_KEYS, ARTICLE_KEYS)
    yield from check_passages(gold, text)
    aside = find_passages(gold, text)
    for row in gold["attributions"]:
        for fault in (*check_attribution(row, text, aside, names), *check_quotation(row, text, aside)):
            yield f"{fault} | {row['content'][:SHOWN]}"
    for row in gold["figures"]:
        for fault in check_figure(row, text, aside, names):
            yield f"{fault} | {row['text'][:SHOWN]}"
    yield from check_overlaps(gold, text, aside)


def check_metadata(gold: Row, listed: dict[str, str] | None) -> Iterator[str]:
    """The head of a gold file says what articles.csv says."""
    if listed is None:
        yield "not in articles.csv"
        return
    for key in ("outlet", "published", "language"):
        if listed.get(key) and str(gold.get(key)) != listed.get(key):
            yield f"{key} is {gold.get(key)} here and {listed.get(key)} in articles.csv"


def load_names(path: Path) -> tuple[set[str], list[str]]:
    """The canonical names of a set, and those that are listed twice (the parser would keep the last silently)."""
    root = yaml.compose(path.read_text("utf-8"))
    names = [key.value for key, _ in root.value] if isinstance(root, yaml.MappingNode) else []
    return set(names), sorted({name for name in names if names.count(name) > 1})


def find_texts(folder: Path) -> Path:
    """The folder of the articles: texts/ where there is one, else that of the set itself."""
    return folder / "texts" if (folder / "texts").is_dir() else folder


def check_set(folder: Path) -> tuple[list[str], int]:
    """The faults of a whole set, and how many articles it holds.

    Raises OSError where articles.csv or gold/entities.yaml cannot be read.
    """
    faults: list[str] = []
    names, twice = load_names(folder / "gold" / "entities.yaml")
    faults.extend(f"entities: {name!r} is listed twice" for name in twice)
    texts = find_texts(folder)
    with (texts / "articles.csv").open(encoding="utf-8", newline="") as lines:
        listed = {Path(row["file"]).stem: row for row in csv.DictReader(lines)}
    golds = sorted(path for path in (folder / "gold").glob("*.yaml") if path.stem not in NO_ARTICLES)
    for path in golds:
        gold = yaml.safe_load(path.read_text("utf-8"))
        text = (texts / f"{path.stem}.txt").read_text("utf-8")
        found = [*check_metadata(gold, listed.get(path.stem)), *check_article(gold, text, names)]
        if gold.get("article") != path.stem:
            found.append(f"article is called {gold.get('article')!r}")
        faults.extend(f"{path.stem}: {fault}" for fault in found)
    annotated = {path.stem for path in golds}
    faults.extend(f"{stem}: no gold file" for stem in sorted(set(listed) - annotated))
    return faults, len(golds)


def main() -> int:
    """Print every fault; 1 if there is any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent / "second")
    faults, articles = check_set(parser.parse_args().folder)
    for fault in faults:
        print(fault)
    print(f"{articles} articles, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
