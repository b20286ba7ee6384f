"""Sentences of words: text divided as the treebanks divide theirs, so that a parser meets what it was trained on.

A sentence ends after ``. ! ? …`` and the marks that close with it, where what follows may begin one: a capital, a figure, an opening
mark before either, *¿* or *¡*. It does not where an abbreviation keeps its dot (see :mod:`careo.parse.words`), nor before small
letters (*"¿Cómo?", dijo*; *"No." dijo*). Semicolons and colons do not end sentences. Parentheses and quotations are cut like other
text: keeping what they hold together was measured, and agrees less with the treebanks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from careo.lang.writing import Writing
from careo.parse.words import CLOSERS, Plan, Tokenizer, Word

LONGEST: Final = 200
"""Words of a sentence at most; a longer one is cut after a semicolon or comma of its second half, else anywhere."""

_CHUNK = re.compile(r"\S+")
_FIRST_LETTERS = re.compile(r"[\W_]*([^\W\d_]*)")
_INVERTED = "\u00bf\u00a1"
_OPENERS = frozenset('"([{\u2014*-\u00ab' + _INVERTED)
_BINDING = frozenset(",;:-/.%")
_DASH = "\u2014"
_YEAR = 4  # digits from which on a number is no number of a paragraph
_HEADING = 4  # words of a place or a date at most, before a dash that stands free


def segment(text: str, writing: Writing, longest: int = LONGEST) -> list[list[Word]]:
    """The sentences of ``text``, each with at least one and at most ``longest`` words.

    ``text`` is best folded (:mod:`careo.parse.folding`), but any string will do: words are in order, do not overlap, and hold every
    character that is no white space and none that is. Raises ValueError where ``longest`` is under 1.
    """
    if longest < 1:
        raise ValueError(f"longest = {longest}: a sentence has at least one word; give 1 or more")
    words, stops = _find_words(text, writing)
    sentences: list[list[Word]] = []
    first = 0
    for stop in stops:
        end = _find_end(text, words, first, stop) if stop >= first else 0
        if end:
            sentences.append(words[first:end])
            first = end
    if first < len(words):
        sentences.append(words[first:])
    if any(len(sentence) > longest for sentence in sentences):
        return [part for sentence in sentences for part in _cut_long(text, sentence, longest)]
    return sentences


@lru_cache(maxsize=16)
def _load_tokenizer(writing: Writing) -> tuple[Tokenizer, frozenset[str]]:
    return Tokenizer(writing), frozenset(word for entry in writing.starters for word in entry.words)


def _find_words(text: str, writing: Writing) -> tuple[list[Word], list[int]]:
    """All words, and the indexes of those that may end a sentence."""
    tokenizer, starters = _load_tokenizer(writing)
    words: list[Word] = []
    stops: list[int] = []
    chunks = [(match.start(), match[0]) for match in _CHUNK.finditer(text)]
    for number, (base, chunk) in enumerate(chunks):
        plan = tokenizer.plan(chunk)
        pairs, dot = plan.pairs, plan.dot
        if dot >= 0 and _keeps_dot(plan, chunks[number + 1][1] if number + 1 < len(chunks) else "", starters):
            pairs = (*pairs[: dot - 1], (pairs[dot - 1][0], pairs[dot][1]), *pairs[dot + 1 :])
            stops += [len(words) + stop - (stop > dot) for stop in plan.stops if stop != dot]
        elif plan.stops:
            stops += [len(words) + stop for stop in plan.stops]
        words += [Word(base + start, base + end) for start, end in pairs]
    return words, stops


def _keeps_dot(plan: Plan, following: str, starters: frozenset[str]) -> bool:
    """Whether an abbreviation at the end of a chunk keeps its dot before the chunk ``following``, empty at the end of the text."""
    if not following:
        return False
    if plan.before == "figure":
        return following[0].isdigit()
    if plan.before == "inside":
        return following[0].isdigit() or following[0].islower() or following[0] == "("
    if not plan.ends and plan.before == "anything":
        return True
    match = _FIRST_LETTERS.match(following)
    word = match[1] if match else ""
    initial = len(word) == 1 and following[:2] == f"{word}."
    begins = word[:1].isupper() and word.lower() in starters and not initial
    if plan.before == "capital":
        return word[:1].isupper() and not begins
    return not begins and not any(mark in following for mark in _INVERTED)


def _find_end(text: str, words: list[Word], first: int, stop: int) -> int:
    """Where the sentence from word ``first`` on ends that word ``stop`` may end: an index past its last word, 0 if it does not."""
    if stop - first == 1 and text[slice(*words[first])].isdigit() and words[first].end - words[first].start < _YEAR:
        return 0  # a number heads its paragraph: 3. Rojas llega
    place = stop + 1
    if place < len(words) and _heads(text, words, first, stop):
        if text[words[first].start].isdigit():
            return 0
        place += 1
    while place < len(words) and _closes(text, words, first, place):
        place += 1
    if place == len(words):
        return 0
    start = words[place].start
    if start == words[place - 1].end and (text[start] in _BINDING or text[start].islower()):
        return 0
    return place if _may_begin(text, words, place) else 0


def _heads(text: str, words: list[Word], first: int, stop: int) -> bool:
    """Whether a few words before ``stop`` and a dash that stands free only head what follows: *SAN TELMO. — El puerto cerró*."""
    start, end = words[stop + 1]
    if text[start:end] != _DASH or stop - first > _HEADING or text[words[first].start] == _DASH:
        return False
    return text[words[stop].start] == "." and text[start - 1].isspace() and text[end : end + 1].isspace()


def _closes(text: str, words: list[Word], first: int, place: int) -> bool:
    """Whether the word at ``place``, which follows a stop, still belongs to its sentence."""
    start, end = words[place]
    mark = text[start:end]
    tight = words[place - 1].end == start
    loose_after = end == len(text) or text[end].isspace()
    if mark == _DASH:
        return tight and loose_after
    if mark != '"':
        return mark in CLOSERS
    if tight != loose_after:
        return text.count('"', words[first].start, start) % 2 == 1
    return tight


def _may_begin(text: str, words: list[Word], place: int) -> bool:
    """Whether a sentence may begin with the word at ``place``: a capital or figure, behind opening marks or not, or *¿* or *¡*."""
    while place < len(words):
        start, end = words[place]
        char = text[start]
        if char in _INVERTED:
            return True
        if char not in _OPENERS or end - start > 1:
            return char.isdigit() or any(letter.isalpha() and not letter.islower() for letter in text[start:end])
        place += 1
    return False


def _cut_long(text: str, sentence: list[Word], longest: int) -> list[list[Word]]:
    """``sentence`` in parts of at most ``longest`` words."""
    parts: list[list[Word]] = []
    first = 0
    while len(sentence) - first > longest:
        window = range(first + longest - 1, first + longest // 2 - 1, -1)
        marks = (next((n for n in window if text[sentence[n].start] == mark), -1) for mark in ";,")
        cut = next((n + 1 for n in marks if n >= 0), first + longest)
        parts.append(sentence[first:cut])
        first = cut
    parts.append(sentence[first:])
    return parts
