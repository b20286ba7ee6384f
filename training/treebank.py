"""Reading treebanks: CoNLL-U sentences as values, repaired and divided the same way every time."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

UNKNOWN = "-"
"""Name tag of a token that nobody annotated: unknown, not outside."""

SPANISH = ("es/ancora_train.conllu", "es/cess_train.conllu")
"""The training files: annotated by people, and converted."""

TAIL = 150
"""Sentences at the end of each training file that stay out of the training data, as they did for the first pipeline."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a tree; ``head`` is an index into the sentence, a root is its own head, ``name`` a BIO tag or ``UNKNOWN``."""

    form: str
    lemma: str
    tag: str
    features: str
    head: int
    relation: str
    name: str = UNKNOWN
    space: bool = True


Tree = tuple[Word, ...]


def load_trees(path: Path, *, split: bool = False) -> list[Tree]:
    """All sentences of a CoNLL-U file, in order.

    With ``split`` (English) a contraction whose parts spell it (*do|n't*, *can|not*) stays in parts without space between. Any other
    (*de|el* for *del*, *reunir|se*) becomes one word, which takes head and relation of its first part and whatever hung on the others.
    """
    return list(_iter_trees(path.read_text("utf-8").splitlines(), split))


def _iter_trees(lines: Iterable[str], split: bool) -> Iterator[Tree]:
    rows: list[list[str]] = []
    contractions: list[list[str]] = []
    for line in [*lines, ""]:
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
            elif "-" in columns[0]:
                contractions.append(columns)
        elif not line and rows:
            words = [_make_word(number, row) for number, row in enumerate(rows)]
            for columns in reversed(contractions):
                words = _contract(words, columns, split)
            yield tuple(words)
            rows, contractions = [], []


def _contract(words: list[Word], columns: list[str], split: bool) -> list[Word]:
    """Set the words of a contraction tight, or make them one where they do not spell it."""
    first, last = (int(number) - 1 for number in columns[0].split("-"))
    space = "SpaceAfter=No" not in columns[9]
    parts = words[first : last + 1]
    if split and "".join(word.form for word in parts) == columns[1]:
        tight = [replace(word, space=False) for word in parts[:-1]]
        return [*words[:first], *tight, replace(parts[-1], space=space), *words[last + 1 :]]
    size = last - first
    places = {n: first if first <= n <= last else n - size * (n > last) for n in range(len(words))}
    outer = next((n for n in range(first, last + 1) if not first <= words[n].head <= last or words[n].head == n), first)
    head = first if words[outer].head == outer else places[words[outer].head]
    whole = replace(words[first], form=columns[1], head=head, relation=words[outer].relation, space=space)
    kept = [*words[:first], whole, *words[last + 1 :]]
    return [w if w is whole else replace(w, head=places[w.head]) for w in kept]


def _make_word(number: int, row: list[str]) -> Word:
    misc = dict(item.partition("=")[::2] for item in row[9].split("|"))
    relation = row[7].split(":")[0].lower()
    return Word(
        form=row[1],
        lemma=row[2],
        tag=row[3],
        features="" if row[5] == "_" else row[5],
        head=number if relation == "root" else int(row[6]) - 1,
        relation=relation,
        name=misc.get("NER", UNKNOWN),
        space=misc.get("SpaceAfter") != "No",
    )


def make_key(tree: Tree) -> str:
    """What two copies of a sentence share whatever their tokenization: their letters."""
    return "".join(char for word in tree for char in word.form.lower() if char.isalpha())


def is_held_out(tree: Tree, share: int = 40) -> bool:
    """Whether a sentence belongs to the fixed development set: one in ``share``, chosen by a hash of its letters."""
    return int.from_bytes(hashlib.sha256(make_key(tree).encode()).digest()[:4]) % share == 0


@dataclass(frozen=True, slots=True)
class Division:
    """Training sentences, the development set that chooses the best step, and the ends of the files, for comparison."""

    train: tuple[Tree, ...]
    dev: tuple[Tree, ...]
    tail: tuple[Tree, ...]


def divide(files: Iterable[list[Tree]]) -> Division:
    """Divide the sentences of several files; no sentence of ``dev`` or ``tail`` has a copy in ``train``."""
    files = list(files)
    tail = [tree for trees in files for tree in trees[-TAIL:]]
    apart = {make_key(tree) for tree in tail}
    rest = [tree for trees in files for tree in trees if make_key(tree) not in apart]
    return Division(
        train=tuple(tree for tree in rest if not is_held_out(tree)),
        dev=tuple(tree for tree in rest if is_held_out(tree)),
        tail=tuple(tail),
    )


def repair_lemmas(trees: Iterable[Tree], reference: Iterable[Tree]) -> list[Tree]:
    """``trees`` with the lemma that ``reference`` gives to a word and tag, where it gives but one and at least thrice.

    The converted treebank keeps contractions (*del*) and counted nouns (*dólares*) as their own lemmas.
    """
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in reference:
        for word in tree:
            counts[word.form.lower(), word.tag][word.lemma] += 1
    usual = {key: next(iter(c)) for key, c in counts.items() if len(c) == 1 and c.total() >= 3 and key[1] != "PROPN"}
    return [tuple(replace(w, lemma=usual.get((w.form.lower(), w.tag), w.lemma)) for w in tree) for tree in trees]


def load_division(treebanks: Path) -> Division:
    """The Spanish sentences for training, development and comparison."""
    ancora, cess = (load_trees(treebanks / name) for name in SPANISH)
    return divide([ancora, repair_lemmas(cess, ancora)])
