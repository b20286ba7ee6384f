"""Bare numbers that answer an earlier figure: *no llegan a 3.000*, *solo se ha ido uno*, *“Setenta mil, ni uno menos”*."""

from __future__ import annotations

from collections.abc import Sequence

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.rows import Row
from careo.analyze.figures.triggers import Triggers
from careo.analyze.figures.vocabulary import Vocabulary
from careo.model import Figure
from careo.text import Document, Token

LARGE = 100
"""From here on the same number twice is hardly a coincidence."""
HUGE = 1000
"""From here on a bare number that stands for a whole sentence can be nothing but the count that the text is about."""
APART = 10
"""Counts of one quantity seldom differ by more than this factor."""
CLAUSE = 5
"""Words between *solo* and *uno*."""

Answered = tuple[Row, str]


class AnswerFinder:
    """Finds the figure that a bare number answers, where neither noun nor frame says what it counts."""

    def __init__(self, document: Document, vocabulary: Vocabulary, triggers: Triggers) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._triggers = triggers

    def find_answered(self, row: Row, earlier: Sequence[Row]) -> Answered | None:
        """The row of the figure answered, with how: ``answer`` (a rival), ``repeated`` (the same number), ``topic``."""
        figure, counted = row.figure, row.counted
        if (
            not earlier
            or counted.noun is not None
            or counted.definite is not None
            or not _is_count(figure, self._vocabulary)
        ):
            return None
        return self._rival(row, earlier[-1]) or self._repeated(figure, earlier) or self._topical(row, earlier)

    def _rival(self, row: Row, other: Row) -> Answered | None:
        """A figure of the sentence or the one before, with a noun, and a verb that compares or measures beside the bare number."""
        gap = (
            self._document.sentence_of(row.counted.anchor).index
            - self._document.sentence_of(other.counted.anchor).index
        )
        noun = other.counted.noun
        if (
            noun is None
            or gap > 1
            or other.figure.category is not None
            or not _is_count(other.figure, self._vocabulary)
        ):
            return None
        compared = any(r.rule == "number:bound_verb" for r in row.figure.reasons) or self._is_predicate(row.counted)
        own = self._has_noun(row.counted, "nsubj") if compared else self._has_noun(row.counted, "obj")
        measured = not own and (compared or self._is_estimated(row.counted))
        only = is_only(self._document, row.counted, self._vocabulary) and _agrees(row.counted, noun)
        return (other, "answer") if measured or only else None

    def _has_noun(self, counted: Counted, relation: str) -> bool:
        """Whether the verb names what is counted itself (*los vecinos no llegan a 300*)."""
        anchor = counted.anchor
        whole = anchor.tag == "VERB" or bool(self._document.children_by(anchor, "cop"))
        verb = anchor if whole else self._document.head(anchor) or anchor
        nouns = self._document.children_by(verb, relation)
        return any(noun.tag in ("NOUN", "PROPN") and noun not in counted.tokens for noun in nouns)

    def _is_predicate(self, counted: Counted) -> bool:
        """The predicate of a copula: *dice que son 300*."""
        before = self._document.next_token(counted.tokens[0], -1)
        return before is not None and before.tag == "AUX"

    def _is_estimated(self, counted: Counted) -> bool:
        """What a verb of estimating governs: *los reduce a 300*."""
        head = self._document.head(counted.anchor)
        if head is None or head.index > counted.anchor.index:
            return False
        above = self._document.head(head) if head.relation == "ccomp" else None  # estima que cayeron al mar 9.300
        verbs = (head,) if above is None else (head, above)
        return any(self._vocabulary.is_in(w, "estimate") for verb in verbs for w in self._triggers.lemmas_of(verb))

    def _repeated(self, figure: Figure, earlier: Sequence[Row]) -> Answered | None:
        if (figure.low or 0) < LARGE:
            return None
        same = (r for r in reversed(earlier) if (r.figure.low, r.figure.high) == (figure.low, figure.high))
        found = next((r for r in same if r.figure.category is not None and _is_count(r.figure, self._vocabulary)), None)
        return (found, "repeated") if found is not None else None

    def _topical(self, row: Row, earlier: Sequence[Row]) -> Answered | None:
        """*“Setenta mil, ni uno menos”*: the number opens a sentence without a verb, and all large counts before are of one category."""
        if (row.figure.low or 0) < HUGE or not self._stands_alone(row.counted):
            return None
        counts = [r for r in earlier if _is_count(r.figure, self._vocabulary) and r.figure.category is not None]
        large = [r for r in counts if (r.figure.low or r.figure.high or 0) >= LARGE]
        near = [r for r in large if _ratio(r.figure, row.figure) <= APART]
        if len(near) < 2 or len({r.figure.category for r in large}) > 1:
            return None
        return near[-1], "topic"

    def _stands_alone(self, counted: Counted) -> bool:
        """Between the beginning of a sentence or quotation, and a mark."""
        before = self._document.next_token(counted.tokens[0], -1)
        after = self._document.next_token(counted.tokens[-1])
        opened = before is None or (
            before.tag == "PUNCT" and before.text != "," and before.end == counted.tokens[0].start
        )
        return opened and (after is None or after.tag == "PUNCT")


def is_only(document: Document, counted: Counted, vocabulary: Vocabulary) -> bool:
    """***Solo** se ha ido **uno***: a lone *one* is a count where a word for *only* stands before it in the clause."""
    if counted.noun is not None or counted.definite is not None or counted.anchor.tag not in ("PRON", "NUM"):
        return False
    token: Token | None = counted.tokens[0]
    for _ in range(CLAUSE):
        token = document.next_token(token, -1) if token is not None else None
        if token is None or token.tag in ("PUNCT", "CCONJ", "SCONJ"):
            return False
        if vocabulary.is_in(fold_word(token.text), "only"):
            return True
    return False


def _is_count(figure: Figure, vocabulary: Vocabulary) -> bool:
    return figure.unit is None and vocabulary.unit_kind(figure.counts) is None


def _ratio(one: Figure, other: Figure) -> float:
    small, large = sorted(float(f.low or f.high or 0) for f in (one, other))
    return large / small if small else float("inf")


def _agrees(counted: Counted, noun: Token) -> bool:
    genders = ("Gender=Masc", "Gender=Fem")
    return not any(counted.anchor.has(a) and noun.has(b) for a, b in (genders, genders[::-1]))
