"""How well a pipeline reads raw text: attachment, tags, lemmas, names, and what careo lives on, the clauses of saying."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from careo.model import Span
from careo.parse.parser import Parser
from careo.text.document import Document, Token
from training.treebank import UNKNOWN, Tree

SAYING = frozenset(
    "decir afirmar declarar asegurar anunciar confirmar agregar añadir informar advertir explicar señalar indicar sostener reconocer "
    "manifestar comentar destacar considerar recordar subrayar precisar apuntar insistir denunciar negar admitir creer".split()
)
"""The verbs whose subject and *que* clause are counted (the list behind the figures of the first pipeline)."""

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


def evaluate(parser: Parser, trees: Sequence[Tree]) -> dict[str, float]:
    """Percentages on raw text, sentence by sentence, and the speed in words a CPU second of this process.

    A word that the parser cuts otherwise counts as wrong. Punctuation is left out of ``uas las upos lemma``.
    """
    golds = [make_gold(tree) for tree in trees]
    began = time.process_time()
    documents = list(parser.parse_many((gold.text, [Span(0, len(gold.text))]) for gold in golds))
    seconds = time.process_time() - began
    counts = Counts(Counter(), Counter())
    names = Counter[str]()
    for gold, document in zip(golds, documents, strict=True):
        _count_words(gold, document, counts)
        _count_saying(gold, document, counts)
        _count_names(gold, document, names)
    result = {measure: round(counts.share(measure), 2) for measure in sorted(counts.total)}
    result |= {f"{measure}_n": counts.total[measure] for measure in ("subject", "que_clause") if counts.total[measure]}
    if names["gold"]:
        result |= {"names_f": _f_score(names, "right"), "name_spans_f": _f_score(names, "span")}
    words = sum(len(document.tokens) for document in documents)
    return result | {"words_per_second": round(words / seconds)}


def _tokens_by_place(document: Document) -> dict[Range, Token]:
    return {(token.start, token.end): token for token in document.tokens}


def _count_words(gold: GoldText, document: Document, counts: Counts) -> None:
    found = _tokens_by_place(document)
    for number, (word, place) in enumerate(zip(gold.tree, gold.places, strict=True)):
        if word.tag == "PUNCT":
            continue
        token = found.get(place)
        attached = token is not None and _attached(gold, number, token, document)
        counts.add("uas", attached)
        counts.add("las", attached and token is not None and token.relation == word.relation)
        counts.add("upos", token is not None and token.tag == word.tag)
        counts.add("lemma", token is not None and token.lemma.lower() == word.lemma.lower())


def _attached(gold: GoldText, number: int, token: Token, document: Document) -> bool:
    head = gold.tree[number].head
    if head == number or token.head == token.index:
        return head == number and token.head == token.index
    other = document.tokens[token.head]
    return (other.start, other.end) == gold.places[head]


def _count_saying(gold: GoldText, document: Document, counts: Counts) -> None:
    """Subjects, *que* clauses and quoted clauses before the verb: attached rightly, and of exactly the right extent."""
    found = _tokens_by_place(document)
    for number, word in enumerate(gold.tree):
        verb = word.head
        if verb == number or gold.tree[verb].lemma not in SAYING or gold.tree[verb].tag != "VERB":
            continue
        measure = _measure(gold.tree, number, verb)
        if measure is None:
            continue
        token, head = found.get(gold.places[number]), found.get(gold.places[verb])
        right = token is not None and head is not None and token.head == head.index and token.relation == word.relation
        counts.add(measure, right)
        counts.add(
            f"{measure}_span", right and token is not None and _cover(document, token) == _gold_cover(gold, number)
        )


def _measure(tree: Tree, number: int, verb: int) -> str | None:
    if tree[number].relation == "nsubj":
        return "subject"
    if tree[number].relation != "ccomp":
        return None
    if number < verb:
        return "speech_before"
    marked = any(w.head == number and w.relation == "mark" and w.form.lower() == "que" for w in tree)
    return "que_clause" if marked else None


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
    names["gold"] += len(wanted)
    names["found"] += len(found)
    names["right"] += len(wanted & found)
    names["span"] += len({n[:2] for n in wanted} & {n[:2] for n in found})


def _f_score(names: Counter[str], measure: str) -> float:
    return round(200 * names[measure] / (names["gold"] + names["found"]), 2)
