"""Rates: figures for each day, week, month … (*1.250 millones **por jornada***, *un gasto **anual** de …*, ***cada hora** llegan …*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.quantities import Quantity
from careo.analyze.figures.vocabulary import Vocabulary, Words, split_words
from careo.lang.figures import Rate, Stretch
from careo.lang.pack import Pack
from careo.model import Figure, Reason, Span
from careo.text import Document, Token

REACH = 5
"""Words behind what is counted before which a rate may begin (*60.000 barriles de crudo ligero al día*)."""
CLAUSE = 14
"""Words that may stand between *cada día* and the figure."""
_MEASURES = ("share", "money", "area", "mass")
_Found = tuple[Stretch, Span]


@dataclass(frozen=True, slots=True)
class RateWords:
    """The rates of a pack by their folded words; ``phrases`` longest first, each with whether it has to end its phrase."""

    adjectives: dict[str, Stretch]
    nouns: dict[str, Stretch]
    phrases: tuple[tuple[Words, Stretch, bool], ...]


def build_rates(pack: Pack) -> RateWords:
    """Index the rates of a pack; use it through ``pack.derived(build_rates)``."""
    rates = pack.slot(Rate)
    phrases = [(split_words(p), rate.per, False) for rate in rates for p in rate.phrases]
    phrases += [(split_words(p), rate.per, True) for rate in rates for p in rate.closed]
    return RateWords(
        {fold_word(word): rate.per for rate in rates for word in rate.adjectives},
        {fold_word(word): rate.per for rate in rates for word in rate.nouns},
        tuple(sorted(phrases, key=lambda p: (-len(p[0]), p))),
    )


class RateFinder:
    """Tells for which stretch of time a figure is."""

    def __init__(self, document: Document, vocabulary: Vocabulary, words: RateWords) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._words = words

    def find_rate(self, quantity: Quantity, counted: Counted) -> tuple[Stretch, Reason] | None:
        """The stretch, by the words behind the figure, those that measure it, or *cada* and a stretch of time before it."""
        if quantity.unit is not None and quantity.unit.kind == "time":
            return None
        found = (
            self._behind(counted)
            or self._measured(quantity, counted)
            or self._each_before(counted)
            or self._in_clause(counted)
        )
        return (found[0], Reason("figure:rate", found[1])) if found is not None else None

    # --- behind the figure --------------------------------------------------------------------------------------------

    def _behind(self, counted: Counted) -> _Found | None:
        last = counted.tokens[-1].index
        for token in counted.tokens:
            if token is not counted.noun and token.tag == "ADJ" and fold_word(token.text) in self._words.adjectives:
                return self._words.adjectives[fold_word(token.text)], token.span
        tokens = self._document.tokens_of(self._document.sentence_of(counted.tokens[-1]))
        offset = tokens[0].index
        for place in range(last + 1 - offset, min(last + 1 - offset + REACH, len(tokens))):
            found = self._phrase_at(tokens, place) or self._adjective_at(tokens, place, counted)
            if found is not None:
                return found
            token = tokens[place]
            if token.tag in ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ", "NUM", "PRON") and not token.has(
                "VerbForm=Part"
            ):
                return None
        return None

    def _phrase_at(self, tokens: Sequence[Token], place: int) -> _Found | None:
        """*por día*, *cada día*; *al día*, unless it goes on (*al día siguiente*)."""
        for words, per, closed in self._words.phrases:
            window = tokens[place : place + len(words)]
            if tuple(fold_word(t.text) for t in window) == words and not (
                closed and self._goes_on(tokens, place + len(words))
            ):
                return per, window[0].span.cover(window[-1].span)
        return self._each_at(tokens, place)

    def _goes_on(self, tokens: Sequence[Token], place: int) -> bool:
        if place >= len(tokens):
            return False
        token = tokens[place]
        return token.tag in ("ADJ", "NUM", "PRON", "SCONJ", "NOUN", "PROPN") or self._is(token, "of")

    def _each_at(self, tokens: Sequence[Token], place: int) -> _Found | None:
        """*cada día*, but not *cada día más*."""
        if place + 1 >= len(tokens) or not self._is(tokens[place], "each"):
            return None
        per = self._words.nouns.get(fold_word(tokens[place + 1].text))
        after = tokens[place + 2] if place + 2 < len(tokens) else None
        if per is None or (after is not None and (after.tag == "ADV" or self._is(after, "additional"))):
            return None
        return per, tokens[place].span.cover(tokens[place + 1].span)

    def _adjective_at(self, tokens: Sequence[Token], place: int, counted: Counted) -> _Found | None:
        """Right behind the figure, or behind a complement in the singular that it cannot belong to (*900 toneladas de trigo diarias*)."""
        token = tokens[place]
        per = self._words.adjectives.get(fold_word(token.text))
        if per is None or token is counted.noun or token.tag == "VERB":
            return None
        before = tokens[place - 1]
        right = before.index == counted.tokens[-1].index
        plural = token.has("Number=Plur") and counted.noun is not None and counted.noun.has("Number=Plur")
        return (per, token.span) if right or (plural and before.has("Number=Sing")) else None

    # --- before the figure --------------------------------------------------------------------------------------------

    def _measured(self, quantity: Quantity, counted: Counted) -> _Found | None:
        """*un gasto **anual** de …*, *el coste **por día** es de …*."""
        near = self._before(counted)
        if near is not None:
            return near
        kind = "share" if quantity.amount.kind == "share" else quantity.unit.kind if quantity.unit is not None else None
        if counted.noun is not None and kind not in _MEASURES:
            return None
        for noun in self._measures_of(counted):
            for child in self._document.children_by(noun, "amod"):
                if fold_word(child.text) in self._words.adjectives:
                    return self._words.adjectives[fold_word(child.text)], child.span
            after = self._document.next_token(noun)
            found = self._phrase_at(self._document.tokens[: noun.index + 5], after.index) if after is not None else None
            if found is not None:
                return found
        return None

    def _before(self, counted: Counted) -> _Found | None:
        """The word of a rate that only *de* and the like part from the figure."""
        token = self._document.next_token(counted.tokens[0], -1)
        for _ in range(4):
            if token is None or token.tag not in ("ADP", "DET", "ADV"):
                break
            token = self._document.next_token(token, -1)
        if token is None or token.index + 1 == counted.tokens[0].index:
            return None
        noun = self._document.next_token(token, -1)
        per = self._words.adjectives.get(fold_word(token.text))
        if per is not None and noun is not None and noun.tag == "NOUN" and token.tag == "ADJ":
            return per, token.span
        first = max(self._document.sentence_of(token).first, token.index - 2)
        window = self._document.tokens[first : token.index + 1]
        return next(
            (f for i in range(len(window)) if (f := self._phrase_at(window, i)) and f[1].end == token.end), None
        )

    def _measures_of(self, counted: Counted) -> Iterator[Token]:
        head = self._document.head(counted.anchor) or counted.anchor
        for verb in dict.fromkeys((head, counted.anchor)):
            for noun in self._document.children_by(verb, "nsubj", "obj"):
                if noun not in counted.tokens and noun.tag == "NOUN":
                    yield noun

    def _each_before(self, counted: Counted) -> _Found | None:
        """*Cada día de paro cuesta …*: in the same clause, one verb at most between."""
        first = counted.tokens[0].index
        verbs = 0
        for index in range(first - 1, max(self._document.sentence_of(counted.tokens[0]).first, first - CLAUSE) - 1, -1):
            token = self._document.tokens[index]
            found = self._each_at(self._document.tokens[: first + 1], index)
            if found is not None:
                return found
            verbs += token.has("VerbForm=Fin") and token.relation not in ("aux", "cop")
            opening = self._each_at(self._document.tokens[: first + 1], index - 2) if index > 1 else None
            if verbs > 1 or (token.tag == "PUNCT" and opening is None):
                return None
        return None

    def _in_clause(self, counted: Counted) -> _Found | None:
        """*3.000 personas mueren **al año***: an adjunct of the verb whose subject or object is counted."""
        verb = self._document.head(counted.anchor)
        if verb is None or verb.tag != "VERB" or verb.index < counted.anchor.index - CLAUSE:
            return None
        for child in self._document.children_by(verb, "obl", "nmod", "advmod"):
            left, _ = self._document.edges(child)
            found = self._phrase_at(self._document.tokens, left.index) if left.index > counted.anchor.index else None
            if found is not None:
                return found
        return None

    def _is(self, token: Token, role: str) -> bool:
        return self._vocabulary.is_in(fold_word(token.text), role)  # type: ignore[arg-type]


def inherit_rate(figure: Figure, previous: Figure) -> Stretch | None:
    """The stretch of a rate that a figure answers without naming one: a total would be larger than what one stretch comes to."""
    own, before = figure.high or figure.low, previous.high or previous.low
    if figure.per is not None or own is None or before is None or own > before:
        return figure.per  # type: ignore[return-value]
    return previous.per  # type: ignore[return-value]
