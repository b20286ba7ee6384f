"""The order of words in machine translation from English: the subject before its verb where Spanish puts it behind."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from training.surgery import children, lowered, pick, raised, subtree
from training.treebank import Tree, Word


def advance_subject(tree: Tree, _rng: Random) -> Tree | None:
    """*dijo Ana que S* → *Ana dijo que S*; *"S", dijo Ana.* → *"S", Ana dijo.*; *no lo quiso el juez* → *el juez no lo quiso*."""
    for verb, word in enumerate(tree):
        if word.tag != "VERB" or "VerbForm=Fin" not in word.features:
            continue
        subjects = [n for n in children(tree, verb) if tree[n].relation == "nsubj" and n > verb]
        places = subtree(tree, subjects[0]) if len(subjects) == 1 else []
        if not places or places != list(range(verb + 1, verb + 1 + len(places))):
            continue
        start = _find_start(tree, verb)
        relative = start > 0 and "PronType=Rel" in tree[start - 1].features and tree[start - 1].head == verb
        if any(tree[n].tag == "PUNCT" for n in places) or tree[places[0]].tag in {"PRON", "SCONJ"} or relative:
            continue
        return _move(tree, places, start)
    return None


def _find_start(tree: Tree, verb: int) -> int:
    """Where the verb begins, with the auxiliaries, clitics and negation that cannot leave it."""
    start = verb
    while start and tree[start - 1].head == verb and _is_bound(tree[start - 1]) and not children(tree, start - 1):
        start -= 1
    return start


def _is_bound(word: Word) -> bool:
    return (
        word.relation in {"expl", "aux"}
        or (word.tag == "PRON" and word.relation in {"obj", "iobj"} and "PronType=Prs" in word.features)
        or (word.tag == "ADV" and "Polarity=Neg" in word.features)
    )


def _move(tree: Tree, places: list[int], start: int) -> Tree:
    """The words ``places`` set before ``start``; spaces stay where they were, and so does a capital at the head of the sentence."""
    last = places[-1]
    order = [*range(start), *places, *range(start, places[0]), *range(last + 1, len(tree))]
    words = list(pick(tree, order, lambda n: n))
    for n in range(start, last + 1):
        words[n] = replace(words[n], space=tree[n].space)
    if tree[start].form[:1].isupper() and (start == 0 or tree[start - 1].tag == "PUNCT"):
        size = len(places)
        words[start] = raised(words[start])
        if tree[start].tag != "PROPN":
            words[start + size] = lowered(words[start + size])
    return tuple(words)
