"""From trees to the training files of spaCy: paragraphs of a few sentences, with the marks that the parser will meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from careo.parse.folding import fold_marks
from training.treebank import UNKNOWN, Tree, Word


def iter_paragraphs(trees: Sequence[Tree], rng: Random, longest: int = 4) -> Iterator[list[Tree]]:
    """Neighboring sentences together, one to ``longest`` at a time."""
    place = 0
    while place < len(trees):
        size = rng.randint(1, longest)
        yield list(trees[place : place + size])
        place += size


def make_doc(vocab: Vocab, paragraph: Sequence[Tree]) -> Doc:
    """One gold document, its marks folded as :func:`careo.parse.folding.fold_marks` will fold them before parsing."""
    words: list[Word] = []
    heads: list[int] = []
    for tree in paragraph:
        heads += [len(words) + word.head for word in tree]
        words += tree
    ends = _sentence_ends(paragraph)
    spaces = [word.space or n in ends for n, word in enumerate(words)]
    forms = _fold_forms([w.form for w in words], spaces)
    doc = Doc(
        vocab,
        words=forms,
        spaces=spaces,
        lemmas=[w.lemma if w.form == form else form for w, form in zip(words, forms, strict=True)],
        pos=[w.tag if w.tag != "_" else "X" for w in words],
        morphs=[w.features for w in words],
        heads=heads,
        deps=["ROOT" if w.relation == "root" else w.relation for w in words],
    )
    _set_names(doc, [w.name for w in words])
    return doc


def _sentence_ends(paragraph: Sequence[Tree]) -> set[int]:
    ends, count = set(), 0
    for tree in paragraph:
        count += len(tree)
        ends.add(count - 1)
    return ends


def _fold_forms(forms: Sequence[str], spaces: Sequence[bool]) -> list[str]:
    text = fold_marks("".join(form + " " * space for form, space in zip(forms, spaces, strict=True)))
    folded, place = [], 0
    for form, space in zip(forms, spaces, strict=True):
        folded.append(text[place : place + len(form)])
        place += len(form) + space
    return folded


def _set_names(doc: Doc, tags: Sequence[str]) -> None:
    spans, missing = [], []
    start = 0
    for place, tag in enumerate(tags):
        if tag.startswith("B-"):
            start = place
            last = place + 1 == len(tags) or not tags[place + 1].startswith("I-")
            if last:
                spans.append(doc[start : place + 1])
                spans[-1].label_ = tag[2:]
        elif tag.startswith("I-") and (place + 1 == len(tags) or not tags[place + 1].startswith("I-")):
            spans.append(doc[start : place + 1])
            spans[-1].label_ = tags[start][2:]
        elif tag == UNKNOWN:
            missing.append(doc[place : place + 1])
    doc.set_ents(spans, missing=missing, default="outside")


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of one making, put into paragraphs of one to ``longest``."""

    trees: Sequence[Tree]
    longest: int = 4


def write_corpus(path: Path, groups: Iterable[Group], seed: int) -> int:
    """Write the paragraphs of each group to a ``.spacy`` file; the number of words written."""
    vocab = spacy.blank("es").vocab
    rng = Random(seed)
    docs = [make_doc(vocab, paragraph) for g in groups for paragraph in iter_paragraphs(g.trees, rng, g.longest)]
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return sum(len(doc) for doc in docs)
