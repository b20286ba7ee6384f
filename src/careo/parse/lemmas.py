"""From a word to its lemma by an edit of its end: how many letters go, and what comes in their place.

The network ranks the edits by the word's place in the sentence (*vino*: *vino* the wine, *venir* the verb), so one edit serves all words
of a class: ``3+r`` makes *decir* of *decimos*. The empty edit leaves the word as it is. Of a word that the treebanks have, only lemmas that
they give it are taken; a verb that they do not have becomes one that they have, if one of the best edits leads there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

Groups = Mapping[str, Mapping[str, str]]
"""By tag and edit, the words that it turns into their lemmas, with blanks between."""

CHECKED = frozenset({"VERB", "AUX"})
"""Tags whose unknown words become known lemmas where they can: measured, it makes nouns and adjectives worse."""


def make_edit(form: str, lemma: str) -> str:
    """The edit that turns the lower-case ``form`` into the lower-case ``lemma``: letters to drop, ``+``, new ending."""
    word, goal = form.lower(), lemma.lower()
    same = 0
    for ours, theirs in zip(word, goal, strict=False):
        if ours != theirs:
            break
        same += 1
    return "" if word == goal else f"{len(word) - same}+{goal[same:]}"


def apply_edit(form: str, edit: str) -> str:
    """The lemma of ``form``, in lower case; the word itself where the edit would leave nothing."""
    word = form.lower()
    count, _, ending = edit.partition("+")
    return word[: max(0, len(word) - int(count or 0))] + ending or word


class Lexicon:
    """The words of a language that the treebanks have, with their lemmas."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups

    @cached_property
    def _edits(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for tag, edits in self._groups.items():
            for edit, words in edits.items():
                for word in words.split(" "):
                    found.setdefault((word, tag), []).append(edit)
        return found

    @cached_property
    def _lemmas(self) -> dict[str, set[str]]:
        return {
            tag: {
                apply_edit(word, edit) for edit, words in self._groups.get(tag, {}).items() for word in words.split(" ")
            }
            for tag in CHECKED
        }

    def choose(self, form: str, tag: str, edits: Sequence[str]) -> str:
        """The lemma of a word with that tag; ``edits`` are the network's, the best one first.

        A name is its own lemma, as it is written; other lemmas are in lower case, and a word without letters is its own.
        """
        if tag == "PROPN":
            return form
        word = form.lower()
        if not any(char.isalpha() for char in word):
            return word
        known = self._edits.get((word, tag))
        if known:
            return apply_edit(
                word, next((edit for edit in edits if edit in known), known[0]) if len(known) > 1 else known[0]
            )
        lemmas = [apply_edit(word, edit) for edit in edits]
        if tag in CHECKED:
            return next((lemma for lemma in lemmas if lemma in self._lemmas[tag]), lemmas[0])
        return lemmas[0]


def group_words(entries: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """The :data:`Groups` of ``(tag, form, lemma)``, sorted; names, and words with blanks or without letters, are left out."""
    groups: dict[str, dict[str, set[str]]] = {}
    for tag, form, lemma in entries:
        word = form.lower()
        if tag != "PROPN" and " " not in word and any(char.isalpha() for char in word):
            groups.setdefault(tag, {}).setdefault(make_edit(word, lemma), set()).add(word)
    return {
        tag: {edit: " ".join(sorted(words)) for edit, words in sorted(edits.items())}
        for tag, edits in sorted(groups.items())
    }
