"""Adjuncts between a verb of saying and its *que*: without them in the training data the clause hangs on the day."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from training.surgery import find_clause, make_mark, splice
from training.treebank import UNKNOWN, Tree, Word

DATA = Path(__file__).with_name("data")


@cache
def _read_adjuncts() -> tuple[tuple[list[str], ...], tuple[int, ...], dict[str, list[str]]]:
    data = tomllib.loads((DATA / "adjuncts.toml").read_text("utf-8"))
    return tuple(a["rows"] for a in data["adjunct"]), tuple(a["weight"] for a in data["adjunct"]), data["slots"]


@cache
def read_speech_verbs() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "adjuncts.toml").read_text("utf-8"))["speech"]["verbs"])


def make_adjunct(rng: Random, at: int, verb: int) -> list[Word]:
    """A phrase of ``data/adjuncts.toml`` for place ``at``, hanging on the verb at place ``verb`` (before ``at``)."""
    rows, weights, slots = _read_adjuncts()
    words = []
    for row in rng.choices(rows, weights)[0]:
        form, lemma, tag, rest = row.split("|", 3)
        features, head, relation = rest.rsplit("|", 2)
        if form.startswith("{"):
            form, _, own = rng.choice(slots[form.strip("{}")]).partition("/")
            lemma = own or form
        name = UNKNOWN if tag == "PROPN" else "O"
        place = at + int(head) - 1 if int(head) else verb
        words.append(Word(form, lemma, tag, features, place, relation, name))
    return words


def add_adjunct(tree: Tree, rng: Random) -> Tree | None:
    """*dijo que* → *dijo el domingo que*: one phrase, sometimes two, sometimes between commas."""
    clause = find_clause(tree)
    if clause is None:
        return None
    at = clause.that
    while at - 1 > clause.verb and tree[at - 1].tag == "ADP":  # insistió [el lunes] en que
        at -= 1
    phrase = make_adjunct(rng, at, clause.verb)
    if rng.random() < 0.15:
        phrase += make_adjunct(rng, at + len(phrase), clause.verb)
    if rng.random() < 0.1:
        top = next(n for n, word in enumerate(phrase, at) if word.head == clause.verb) + 1
        shifted = [replace(w, head=w.head + 1 if w.head >= at else w.head) for w in phrase]
        comma = make_mark(",", top)
        shifted[-1] = replace(shifted[-1], space=False)
        tree = (*tree[: at - 1], replace(tree[at - 1], space=False), *tree[at:])
        phrase = [comma, *shifted, comma]
    return splice(tree, at, phrase)
