"""Other looks of the same sentence: without accents, in capitals, as a headline, with dashes set tight."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from random import Random

from careo.parse.folding import fold_marks
from training.surgery import make_mark, pick, raised, subtree
from training.treebank import Tree


def drop_accents(tree: Tree, _rng: Random) -> Tree | None:
    """The sentence typed without accents (*ñ* stays)."""
    plain = tuple(replace(word, form=strip_accents(word.form)) for word in tree)
    return plain if plain != tree else None


def strip_accents(text: str) -> str:
    """``text`` without acute accents and diaereses; *ñ* and *ç* are letters of their own."""
    return "".join(c if c in "ñÑçÇ" or len(p := unicodedata.normalize("NFD", c)) == 1 else p[0] for c in text)


def capitalize(tree: Tree, _rng: Random) -> Tree | None:
    """The sentence in capitals."""
    return tuple(replace(word, form=word.form.upper()) for word in tree)


def drop_stop(tree: Tree, _rng: Random) -> Tree | None:
    """The sentence without its final stop, as in headlines and captions."""
    last = len(tree) - 1
    if tree[last].form != "." or last < 3 or any(w.head == last for w in tree):
        return None
    return tree[:-1]


def make_headline(tree: Tree, _rng: Random) -> Tree | None:
    """The subject alone, as in a headline without a finite verb (*Tercera noche de protestas en la capital*)."""
    for top, word in enumerate(tree):
        places = subtree(tree, top) if word.relation in {"nsubj", "obj"} and word.tag == "NOUN" else []
        if 5 <= len(places) <= 16 and places == list(range(places[0], places[-1] + 1)) and places[-1] - places[0] < 16:
            if tree[places[0]].tag == "DET":
                places = places[1:]
            if tree[places[-1]].tag == "PUNCT" or top not in places:
                continue
            words = list(tree)
            words[top] = replace(word, head=top, relation="root")
            words[places[0]] = raised(words[places[0]])
            return pick(tuple(words), places, lambda _, top=top: top)  # type: ignore[misc]
    return None


def tighten_dashes(tree: Tree, _rng: Random) -> Tree | None:
    """The treebank's loose hyphens (*algo - dijo -*) as dashes set tight (*algo —dijo—*), by turns opening and closing."""
    places = [n for n, word in enumerate(tree) if word.form in {"-", "—"} and word.tag == "PUNCT"]
    if not places or len(places) % 2:
        return None
    words = list(tree)
    for turn, place in enumerate(places):
        opening = turn % 2 == 0
        words[place] = replace(make_mark("—", words[place].head), space=not opening and words[place].space)
        if place and not opening:
            words[place - 1] = replace(words[place - 1], space=False)
    return tuple(words)


def fold_tree(tree: Tree) -> Tree:
    """The sentence with its marks folded, as the parser will read it."""
    spaces = [word.space for word in tree]
    text = fold_marks("".join(word.form + " " * word.space for word in tree))
    folded, place = [], 0
    for word, space in zip(tree, spaces, strict=True):
        form = text[place : place + len(word.form)]
        folded.append(word if form == word.form else replace(word, form=form, lemma=form))
        place += len(form) + space
    return tuple(folded)
