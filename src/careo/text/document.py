"""A parsed article: tokens in dependency trees, each tied to its characters.

Relations and tags are those of Universal Dependencies (base relations, universal tags).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from careo.model import Span

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Token:
    """One word. ``head`` is the index of its head in the document; a root is its own head.

    ``features`` is the UD morphology (``Gender=Masc|Number=Sing``), ``name`` a BIO tag of a named entity (``B-PER``, ``O``).
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    features: str
    head: int
    relation: str
    name: str = "O"

    @property
    def span(self) -> Span:
        """The characters of the token."""
        return Span(self.start, self.end)

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    def has(self, feature: str) -> bool:
        """Whether ``features`` holds ``feature`` (``Mood=Sub``)."""
        return feature in self.features.split("|")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first`` to ``last`` (inclusive); ``block`` counts the parsed blocks (paragraphs) of the article."""

    index: int
    first: int
    last: int
    block: int
    span: Span

    def __contains__(self, token: Token) -> bool:
        return self.first <= token.index <= self.last


@dataclass(frozen=True)
class Document:
    """The parsed blocks of one article. All offsets are into ``text``, the whole article."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    blocks: tuple[Span, ...] = field(default=())

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        lists: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                lists[token.head].append(token.index)
        return tuple(tuple(items) for items in lists)

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        return tuple(s.index for s in self.sentences for _ in range(s.first, s.last + 1))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    @cached_property
    def _edges(self) -> tuple[tuple[int, int], ...]:
        """Leftmost and rightmost descendant of every token."""
        edges = [[i, i] for i in range(len(self.tokens))]
        for index in self._bottom_up():
            head = self.tokens[index].head
            if head != index:
                edges[head][0] = min(edges[head][0], edges[index][0])
                edges[head][1] = max(edges[head][1], edges[index][1])
        return tuple((a, b) for a, b in edges)

    def _bottom_up(self) -> list[int]:
        order: list[int] = [t.index for t in self.tokens if t.head == t.index]
        for index in order:  # grows while it is read: parents before children
            order.extend(self._children[index])
        return order[::-1]

    @cached_property
    def _derived(self) -> dict[tuple[object, int], object]:
        return {}

    def derived(self, build: Callable[[Document, K], T], key: K) -> T:
        """``build(self, key)``, computed once a document and key. ``key`` is told by identity and must outlive the document."""
        place = (build, id(key))
        if place not in self._derived:
            self._derived[place] = build(self, key)
        return cast("T", self._derived[place])

    def children(self, token: Token) -> tuple[Token, ...]:
        """The direct dependents of ``token``, in text order."""
        return tuple(self.tokens[i] for i in self._children[token.index])

    def children_by(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """The dependents of ``token`` in one of ``relations``."""
        return tuple(self.tokens[i] for i in self._children[token.index] if self.tokens[i].relation in relations)

    def head(self, token: Token) -> Token | None:
        """The head of ``token``; None for a root."""
        return None if token.head == token.index else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Head, head of the head, and so on to the root."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """``token`` and all that hangs on it, in text order."""
        found, stack = [], [token.index]
        while stack:
            index = stack.pop()
            found.append(index)
            stack.extend(self._children[index])
        return tuple(self.tokens[i] for i in sorted(found))

    def edges(self, token: Token) -> tuple[Token, Token]:
        """The first and the last token of the subtree."""
        left, right = self._edges[token.index]
        return self.tokens[left], self.tokens[right]

    def subtree_span(self, token: Token) -> Span:
        """The characters from the first to the last token of the subtree."""
        left, right = self.edges(token)
        return Span(left.start, right.end)

    def cover(self, tokens: Iterable[Token]) -> Span:
        """The characters from the first to the last of ``tokens``; ValueError if there are none."""
        chosen = list(tokens)
        return Span(min(t.start for t in chosen), max(t.end for t in chosen))

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence that ``token`` stands in."""
        return self.sentences[self._sentence_of[token.index]]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last + 1]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie wholly inside ``span``."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(t for t in self.tokens[first:last] if t.end <= span.end)

    def token_from(self, position: int) -> Token | None:
        """The first token that begins at or after ``position``, or None."""
        index = bisect_left(self._starts, position)
        return self.tokens[index] if index < len(self.tokens) else None

    def next_token(self, token: Token, step: int = 1) -> Token | None:
        """The token ``step`` places on in the same sentence, or None."""
        index = token.index + step
        sentence = self.sentence_of(token)
        return self.tokens[index] if sentence.first <= index <= sentence.last else None
