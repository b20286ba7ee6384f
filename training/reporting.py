"""Verbs of reporting and what hangs on them: the subjects and clauses that careo lives on, by language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from training.treebank import Tree, Word

TABLE = Path(__file__).with_name("data") / "reporting.toml"


@dataclass(frozen=True, slots=True)
class Reporting:
    """The verbs of a language that are counted, the kinds of clause told by their marks, and the kind of those without any."""

    verbs: frozenset[str]
    marked: tuple[tuple[str, frozenset[str]], ...]
    bare: str | None = None

    @property
    def clauses(self) -> tuple[str, ...]:
        """The kinds of clause that stand after their verb."""
        return (*(kind for kind, _ in self.marked), *([self.bare] if self.bare else []))


@cache
def load_reporting(language: str) -> Reporting:
    """What ``data/reporting.toml`` says of ``language``; ValueError where it says nothing."""
    tables = tomllib.loads(TABLE.read_text("utf-8"))
    if language not in tables:
        raise ValueError(
            f"{TABLE.name}: no verbs of reporting for language {language!r}, only for {', '.join(tables)}; add a table"
        )
    table = tables[language]
    marked = tuple((kind, frozenset(words)) for kind, words in table["marked"].items())
    return Reporting(frozenset(table["verbs"]), marked, table.get("bare"))


def iter_reported(tree: Tree, reporting: Reporting) -> Iterator[tuple[int, int, str]]:
    """(word, verb, measure) of each subject and clause of a verb of reporting: ``subject``, ``speech_before``, a kind of clause."""
    for number, word in enumerate(tree):
        verb = tree[word.head]
        if word.head == number or verb.lemma not in reporting.verbs or verb.tag != "VERB":
            continue
        if word.relation == "nsubj":
            yield number, word.head, "subject"
        elif word.relation == "ccomp":
            measure = "speech_before" if number < word.head else _find_kind(tree, number, reporting)
            if measure is not None:
                yield number, word.head, measure


def _find_kind(tree: Tree, clause: int, reporting: Reporting) -> str | None:
    own = [word for number, word in enumerate(tree) if word.head == clause and number != clause]
    marks = {word.form.lower() for word in own if word.relation == "mark"}
    for kind, words in reporting.marked:
        if marks & words:
            return kind
    return None if marks or any(map(_asks, (*own, tree[clause]))) else reporting.bare


def _asks(word: Word) -> bool:
    return "PronType=Int" in word.features.split("|")
