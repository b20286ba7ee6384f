"""How well a reader reads raw text: attachment, tags, features, lemmas, names, and what careo lives on, the clauses of saying."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from careo.model import Span
from careo.text.document import Document, Token
from training.readers import Reader
from training.reporting import Reporting, iter_reported, load_reporting
from training.treebank import UNKNOWN, Tree

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """Right and all, by measure."""

    right: Counter[str]
    total: Counter[str]

    def share(self, measure: str) -> float:
        """Percent right."""
        return 100 * self.right[measure] / max(1, self.total[measure])

    def add(self, measure: str, right: bool) -> None:
        """Count one more."""
        self.total[measure] += 1
        self.right[measure] += right


@dataclass(frozen=True, slots=True)
class GoldText:
    """A sentence as text, with the place of each of its words."""

    text: str
    tree: Tree
    places: tuple[Range, ...]


def make_gold(tree: Tree) -> GoldText:
    """The sentence as its readers see it."""
    text, places = "", []
    for word in tree:
        places.append((len(text), len(text) + len(word.form)))
        text += word.form + " " * word.space
    return GoldText(text, tree, tuple(places))


def evaluate(reader: Reader, trees: Sequence[Tree], language: str = "es") -> dict[str, float]:
    """Percentages on raw text, sentence by sentence, and the speed in words a CPU second of this process.

    A word that the reader cuts otherwise counts as wrong. Punctuation is left out of ``uas las upos features lemma``. Features are
    right if all are equal, of those kinds that ``trees`` has at all. ``*_n`` says of how many.
    """
    golds = [make_gold(tree) for tree in trees]
    began = time.process_time()
    documents = list(reader.parse_many((gold.text, [Span(0, len(gold.text))]) for gold in golds))
    seconds = time.process_time() - began
    counts = Counts(Counter(), Counter())
    names = Counter[str]()
    reporting, kinds = load_reporting(language), _find_kinds(trees)
    for gold, document in zip(golds, documents, strict=True):
        _count_words(gold, document, counts, kinds)
        _count_saying(gold, document, counts, reporting)
        _count_names(gold, document, names)
    result = {measure: round(counts.share(measure), 2) for measure in sorted(counts.total)}
    sized = ("subject", *reporting.clauses)
    result |= {f"{measure}_n": counts.total[measure] for measure in sized if counts.total[measure]}
    if names["gold"]:
        result |= {"names_f": _f_score(names, "right"), "name_spans_f": _f_score(names, "span")}
        result |= {"names_n": names["gold"], "names_sentences": names["sentences"]}
    words = sum(len(document.tokens) for document in documents)
    return result | {"words_per_second": round(words / max(seconds, 1e-9))}


def _find_kinds(trees: Iterable[Tree]) -> frozenset[str]:
    """The kinds of features that are annotated at all: ``Number``, ``Gender`` ..."""
    return frozenset(item.partition("=")[0] for tree in trees for word in tree for item in word.features.split("|"))


def _keep_kinds(features: str, kinds: frozenset[str]) -> frozenset[str]:
    return frozenset(item for item in features.split("|") if item and item.partition("=")[0] in kinds)


def _tokens_by_place(document: Document) -> dict[Range, Token]:
    return {(token.start, token.end): token for token in document.tokens}


def _count_words(gold: GoldText, document: Document, counts: Counts, kinds: frozenset[str]) -> None:
    found = _tokens_by_place(document)
    for number, (word, place) in enumerate(zip(gold.tree, gold.places, strict=True)):
        if word.tag == "PUNCT":
            continue
        token = found.get(place)
        attached = token is not None and _attached(gold, number, token, document)
        counts.add("uas", attached)
        counts.add("las", attached and token is not None and token.relation == word.relation)
        counts.add("upos", token is not None and token.tag == word.tag)
        same = token is not None and _keep_kinds(token.features, kinds) == _keep_kinds(word.features, kinds)
        counts.add("features", same)
        counts.add("lemma", token is not None and token.lemma.lower() == word.lemma.lower())


def _attached(gold: GoldText, number: int, token: Token, document: Document) -> bool:
    head = gold.tree[number].head
    if head == number or token.head == token.index:
        return head == number and token.head == token.index
    other = document.tokens[token.head]
    return (other.start, other.end) == gold.places[head]


def _count_saying(gold: GoldText, document: Document, counts: Counts, reporting: Reporting) -> None:
    """Subjects, clauses and quoted clauses before the verb: attached rightly, and of exactly the right extent."""
    found = _tokens_by_place(document)
    for number, verb, measure in iter_reported(gold.tree, reporting):
        token, head = found.get(gold.places[number]), found.get(gold.places[verb])
        attached = token is not None and head is not None and token.head == head.index
        right = attached and token is not None and token.relation == gold.tree[number].relation
        counts.add(measure, right)
        counts.add(
            f"{measure}_span", right and token is not None and _cover(document, token) == _gold_cover(gold, number)
        )


def _cover(document: Document, token: Token) -> Range:
    words = [t for t in document.subtree(token) if t.tag != "PUNCT"]
    return (words[0].start, words[-1].end) if words else (token.start, token.end)


def _gold_cover(gold: GoldText, top: int) -> Range:
    inside = {top}
    grown = True
    while grown:
        more = {n for n, word in enumerate(gold.tree) if word.head in inside} - inside
        grown = bool(more)
        inside |= more
    words = sorted(n for n in inside if gold.tree[n].tag != "PUNCT" or n == top)
    return gold.places[words[0]][0], gold.places[words[-1]][1]


def iter_names(tags: Iterable[tuple[Range, str]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and type of each name in BIO tags with their places."""
    current: tuple[int, int, str] | None = None
    for (start, end), tag in tags:
        if tag.startswith("I-") and current:
            current = (current[0], end, current[2])
            continue
        if current:
            yield current
        current = (start, end, tag[2:]) if tag.startswith("B-") else None
    if current:
        yield current


def _count_names(gold: GoldText, document: Document, names: Counter[str]) -> None:
    if any(word.name == UNKNOWN for word in gold.tree):
        return
    wanted = set(iter_names(zip(gold.places, (w.name for w in gold.tree), strict=True)))
    found = set(iter_names(((t.start, t.end), t.name) for t in document.tokens))
    names["sentences"] += 1
    names["gold"] += len(wanted)
    names["found"] += len(found)
    names["right"] += len(wanted & found)
    names["span"] += len({n[:2] for n in wanted} & {n[:2] for n in found})


def _f_score(names: Counter[str], measure: str) -> float:
    return round(200 * names[measure] / (names["gold"] + names["found"]), 2)
