"""Cutting and joining trees: every function keeps a tree a tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from training.treebank import Tree, Word


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb of saying and its *que* clause: places of the verb, of *que* and of the clause's head."""

    verb: int
    that: int
    content: int


def find_clause(tree: Tree) -> Clause | None:
    """The first *que* that opens a clause depending on a verb to its left with no comma between."""
    for place, word in enumerate(tree):
        content = word.head
        if word.form.lower() != "que" or word.relation != "mark" or tree[content].relation != "ccomp":
            continue
        verb = tree[content].head
        between = tree[verb + 1 : place]
        if verb < place and tree[verb].tag == "VERB" and all(w.tag != "PUNCT" for w in between):
            return Clause(verb, place, content)
    return None


def splice(tree: Tree, at: int, words: Sequence[Word]) -> Tree:
    """``tree`` with ``words`` (heads already counted in the new sentence) inserted before place ``at``."""
    size = len(words)
    moved = [replace(w, head=w.head + size if w.head >= at else w.head) for w in tree]
    return (*moved[:at], *words, *moved[at:])


def pick(tree: Tree, places: Sequence[int], head: Callable[[int], int]) -> Tree:
    """The words at ``places``, in that order; ``head`` gives the new head (an old place) of a word whose own is left out."""
    new = {old: n for n, old in enumerate(places)}
    return tuple(
        replace(tree[old], head=new[tree[old].head] if tree[old].head in new else new[head(old)]) for old in places
    )


def subtree(tree: Tree, top: int) -> list[int]:
    """The places of ``top`` and all that hangs on it, in order."""
    inside = {top}
    size = 0
    while size != len(inside):
        size = len(inside)
        inside |= {n for n, word in enumerate(tree) if word.head in inside}
    return sorted(inside)


def find_root_of(tree: Tree, places: range) -> int | None:
    """The one word of a stretch that hangs on a word outside it; None where there are several."""
    tops = [n for n in places if tree[n].head == n or tree[n].head not in places]
    return tops[0] if len(tops) == 1 else None


def children(tree: Tree, place: int) -> list[int]:
    return [n for n, w in enumerate(tree) if w.head == place and n != place]


def is_open(tree: Tree, comma: int, root: int) -> bool:
    """Whether a phrase hung on the root may stand at the comma without crossing an arc, and nothing hangs on the comma."""
    for place, word in enumerate(tree):
        low, high = sorted((place, word.head))
        if word.head == comma or (place != comma and low < comma < high and not low <= root <= high):
            return False
    return True


def make_mark(form: str, head: int) -> Word:
    """A punctuation mark that hangs on ``head``."""
    return Word(form, form, "PUNCT", "", head, "punct", "O")


def raised(word: Word) -> Word:
    """The word with a capital first letter."""
    return replace(word, form=word.form[:1].upper() + word.form[1:])


def lowered(word: Word) -> Word:
    """The word with a small first letter."""
    return replace(word, form=word.form[:1].lower() + word.form[1:])


def is_well_formed(tree: Tree) -> bool:
    """One root, every head inside, no cycle."""
    if sum(word.head == n for n, word in enumerate(tree)) != 1 or any(not 0 <= w.head < len(tree) for w in tree):
        return False
    return len(subtree(tree, next(n for n, word in enumerate(tree) if word.head == n))) == len(tree)
