"""Whether a frame fits: the class of what is counted, shares and amounts of money, and the words around."""

from __future__ import annotations

from functools import cached_property

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.quantities import Quantity
from careo.analyze.figures.triggers import Triggers
from careo.analyze.figures.vocabulary import Vocabulary
from careo.lang.figures import Frame
from careo.text import Document, Token

MOSTLY = 5
"""Words that a phrase like *en su mayoría* has, at most."""
HEAD = 3
"""Sentences, the headline counted, that tell what an article is about."""


class Surroundings:
    """The classes of the words of one document."""

    def __init__(self, document: Document, vocabulary: Vocabulary, triggers: Triggers) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.triggers = triggers

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """The classes of ``Thing`` that any word of the document belongs to."""
        return self.kinds_between(0, len(self.document.tokens) - 1)

    @cached_property
    def head(self) -> frozenset[str]:
        """The classes of the words of the headline and the first sentences: what the article is about."""
        sentences = self.document.sentences[:HEAD]
        return self.kinds_between(0, sentences[-1].last) if sentences else frozenset()

    def kinds_between(self, first: int, last: int) -> frozenset[str]:
        """The classes of the words from one token to another."""
        kinds: set[str] = set()
        for token in self.document.tokens[first : last + 1]:
            kinds |= self.vocabulary.kinds_of(token)
            if token.tag == "VERB":
                kinds.update(*(self.vocabulary.things.get(lemma, ()) for lemma in self.triggers.lemmas_of(token)))
        return frozenset(kinds)


def allows_noun(frame: Frame, noun: Token | None, vocabulary: Vocabulary) -> bool:
    """Whether the class of a noun (of any, where there is none) fits the frame."""
    kinds = vocabulary.kinds_of(noun) if noun is not None else frozenset()
    if frame.counts and not kinds & set(frame.counts):
        return False
    return not kinds & set(frame.bars) or bool(kinds & set(frame.counts))


class Fit:
    """Whether a frame fits what is counted, and the words around it."""

    def __init__(self, surroundings: Surroundings, quantity: Quantity, counted: Counted) -> None:
        self._surroundings = surroundings
        self._quantity = quantity
        self._counted = counted
        self._kinds = self._find_kinds()

    @property
    def share(self) -> bool:
        """Whether the figure is a share."""
        return self._quantity.amount.kind == "share"

    @property
    def unit(self) -> bool:
        """Whether the figure is measured in a unit."""
        return self._quantity.unit is not None

    @property
    def money(self) -> bool:
        """Whether the figure is an amount of money."""
        return "money" in self._kinds

    @property
    def time(self) -> bool:
        """Whether the figure is a span of time."""
        return "time" in self._kinds

    def allows(self, frame: Frame, rule: str, trigger: Token) -> bool:
        """Class of the noun, shares, and the words that must stand nearby. Where no noun is said, a verb must have one sense only."""
        share = self._quantity.amount.kind == "share"
        if share and {"money", "time"} & set(frame.counts):
            return False
        unsaid = self._counted.noun is None or rule != "frame:verb"
        if unsaid and frame.counts and not self._kinds and self._is_ambiguous(trigger, rule):
            return False
        if (frame.shares == "only" and not share) or (frame.shares == "never" and share):
            return False
        if frame.counts and self._kinds and not self._kinds & set(frame.counts):
            return False
        if self._kinds & set(frame.bars) and not self._kinds & set(frame.counts):
            return False
        for kind in ("money", "time"):
            if (kind in self._kinds) != (kind in frame.counts) and (kind in self._kinds or self._kinds):
                return False
        widely = share or rule not in ("frame:verb", "frame:phrase")
        return not frame.context or bool(self._around(widely=widely) & set(frame.context))

    def _is_ambiguous(self, trigger: Token, rule: str) -> bool:
        """Whether the word says different things of different classes (*desplazados*: people who fled, troops who were sent)."""
        triggers = self._surroundings.triggers
        if rule == "frame:verb":
            return len({f.category for f in triggers.frames_of(triggers.moved, trigger)}) > 1
        states = triggers.states_at(self._surroundings.document, trigger)
        return len({frame.category for frame, _ in states}) > 1

    def _find_kinds(self) -> frozenset[str]:
        """Classes of the counted noun; ``other`` for a noun of no class, none where it is left out."""
        unit, noun = self._quantity.unit, self._counted.noun
        if unit is not None:
            return frozenset({unit.kind, "land"} if unit.kind == "area" else {unit.kind})
        if noun is None:
            return self._find_kinds_behind()
        kinds = self._surroundings.vocabulary.kinds_of(noun)
        if fold_word(noun.text) in self._surroundings.triggers.states:
            return frozenset()
        return kinds or frozenset({"other"})

    def _find_kinds_behind(self) -> frozenset[str]:
        """*Unos 300, **en su mayoría zapadores***: the class of those who make up most of them."""
        vocabulary, document = self._surroundings.vocabulary, self._surroundings.document
        token = document.next_token(self._counted.tokens[-1])
        while token is not None and token.tag == "PUNCT" and token.text not in ".;:":
            token = document.next_token(token)
        if token is None:
            return frozenset()
        words = tuple(fold_word(t.text) for t in document.tokens[token.index : token.index + MOSTLY])
        for phrase in vocabulary.particles.get("mostly", ()):
            if words[: len(phrase)] == phrase and token.index + len(phrase) < len(document.tokens):
                return vocabulary.kinds_of(document.tokens[token.index + len(phrase)])
        return frozenset()

    def _around(self, *, widely: bool) -> frozenset[str]:
        """The classes of the words in the sentence, the one before it and the head of the article, or in the whole text."""
        document = self._surroundings.document
        if widely:
            return self._surroundings.everywhere
        sentence = document.sentence_of(self._counted.anchor)
        first = document.sentences[max(0, sentence.index - 1)].first
        return self._surroundings.kinds_between(first, sentence.last) | self._surroundings.head
