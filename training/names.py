"""Names in place of others of their type, so that the type is learnt for names of today."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from random import Random

from training.phrases import DATA
from training.surgery import splice
from training.treebank import Tree, Word


@cache
def _read_names() -> dict[str, list[str]]:
    return tomllib.loads((DATA / "names.toml").read_text("utf-8"))


def swap_names(tree: Tree, rng: Random) -> Tree | None:
    """Names of one word replaced by others of their type, half of them, so that the type is learnt for names of today."""
    changed = False
    for place in range(len(tree) - 1, -1, -1):
        kind = tree[place].name.removeprefix("B-")
        single = tree[place].name.startswith("B-") and not (
            place + 1 < len(tree) and tree[place + 1].name.startswith("I-")
        )
        if not single or kind not in _read_names() or tree[place].tag != "PROPN" or rng.random() < 0.5:
            continue
        tree = _put_name(tree, place, rng.choice(_read_names()[kind]).split(), kind)
        changed = True
    return tree if changed else None


def _put_name(tree: Tree, place: int, forms: list[str], kind: str) -> Tree:
    """The word at ``place`` replaced by the words of a name: the first is the head, the others hang flat on it."""
    old = tree[place]
    head = replace(old, form=forms[0], lemma=forms[0], features="", space=old.space if len(forms) == 1 else True)
    tree = (*tree[:place], head, *tree[place + 1 :])
    rest = []
    for n, form in enumerate(forms[1:], place + 1):
        tag, relation, owner = ("PROPN", "flat", place)
        if form in {"de", "del"}:
            tag, relation, owner = ("ADP", "case", n + 1)
        elif form in {"la", "las", "los"}:
            tag, relation, owner = ("DET", "det", n + 1)
        lemma = "de" if form == "del" else form
        rest.append(
            Word(form, lemma, tag, "", owner, relation, f"I-{kind}", old.space if n == place + len(forms) - 1 else True)
        )
    if len(rest) > 1 and rest[0].tag == "ADP" and rest[1].tag == "DET":
        rest[0] = replace(rest[0], head=place + 3)
    return splice(tree, place + 1, rest) if rest else tree
