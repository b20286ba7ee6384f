"""Places that a text names with *en*: where something happened, the place bound to one figure, and the one that the text leads with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.datelines import find_dateline
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.names import first_of_name, last_of_name, name_at
from careo.analyze.figures.scenes import SceneFinder
from careo.analyze.figures.vocabulary import Vocabulary
from careo.text import Document, Token

LEAD = 3
"""Sentences at the beginning that tell where a story takes place."""
BACK = 2
"""Sentences back that the place of an event may lie."""
NOWHERE = ""
"""What a name is known for that stands for no place (*la Casa Blanca*)."""
_CHAIN = 8
_NAMED = ("PROPN", "NOUN", "ADJ", "X")


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place: its name, its first and last token, and the first token of its phrase with the preposition."""

    name: str
    first: int
    last: int
    opener: int


class PlaceFinder:
    """Finds the places of one document. ``known`` gives the name of a token that the gazetteer knows for a place, or ``NOWHERE``."""

    def __init__(self, document: Document, vocabulary: Vocabulary, known: Callable[[Token], str | None]) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._known = known
        self._bound: dict[int, Place] = {}
        self._taken: set[int] = set()
        self._scenes = SceneFinder(document, vocabulary, known)

    def bind(self, phrases: Iterable[Counted]) -> None:
        """Give each figure the place that stands right beside it (*45 en Arica*, *Lima (50.000)*), and no other figure that place."""
        listed = -1
        for counted in phrases:
            sentence = self._document.sentence_of(counted.tokens[0]).index
            place = self._place_behind(counted) or self._place_before(counted)
            place = place or self._place_leading(counted, listed=listed == sentence)
            if place is not None:
                self._bound[counted.tokens[0].index] = place
                self._taken.add(place.first)
                listed = sentence

    def own_place(self, counted: Counted) -> str | None:
        """The place bound to a figure."""
        place = self._bound.get(counted.tokens[0].index)
        return place.name if place is not None else None

    def event_place(self, token: Token) -> str | None:
        """The place told in the clause of ``token``, in its sentence, or in the sentences right before."""
        found = self.nearest_place(token)
        if found is not None:
            return found
        sentence = self._document.sentence_of(token)
        if any(p.first in self._taken for p in self._between(token.index, sentence.last)):
            return None  # 58 muertos: 45 en Arica y 13 en Calama
        if self.scene is not None:
            return self.scene
        first = self._document.sentences[max(0, sentence.index - BACK)].first
        before = [p for p in self._between(first, sentence.first - 1) if p.first not in self._taken]
        return before[-1].name if before else None

    def pointed_place(self, token: Token) -> str | None:
        """*dijo el gobernador de Arica que **en la región** hay 12 heridos*: the place named last in the sentence."""
        for top in (token, *self._document.ancestors(token)):  # Tarma es el municipio más afectado, con 30 muertos
            subjects = self._document.children_by(top, "nsubj") if self._document.children_by(top, "cop") else ()
            places = [t for t in subjects if t.tag == "PROPN" and not t.name.endswith(("PER", "ORG"))]
            if places and "division" in self._vocabulary.kinds_of(top):
                return self._known(places[0]) or name_at(self._document, places[0])
        sentence, clause = self._document.sentence_of(token), self._clause_of(token).index
        for noun in self._document.tokens_of(sentence):
            article, following = self._document.next_token(noun, -1), self._document.next_token(noun)
            if noun.tag != "NOUN" or "division" not in self._vocabulary.kinds_of(noun) or article is None:
                continue
            opener = self._document.next_token(article, -1)
            definite = self._is(article, "definite") and opener is not None and self._is(opener, "in")
            named = following is not None and (self._is(following, "of") or following.text[0].isupper())
            if definite and not named and self._clause_of(noun).index == clause:
                return self._named_before(noun)
        return None

    def _is_everywhere(self, token: Token) -> bool:
        """*las marchas de las diferentes **ciudades** españolas*, ***en todo el país***: whether the clause tells of many places."""
        clause = self._clause_of(token).index
        for noun in self._document.tokens_of(self._document.sentence_of(token)):
            kinds = self._vocabulary.kinds_of(noun) if noun.tag == "NOUN" else frozenset()
            before = [self._document.next_token(noun, -step) for step in (1, 2)]
            whole = "country" in kinds and any(t is not None and self._is(t, "whole") for t in before)
            several = "division" in kinds and noun.has("Number=Plur")
            if (whole or several) and self._clause_of(noun).index == clause:
                return True
        return False

    def _named_before(self, noun: Token) -> str | None:
        """The place named last in the sentence before ``noun``, whatever stands with its name."""
        first = self._document.sentence_of(noun).first
        for token in reversed(self._document.tokens[first : noun.index]):
            local = token.name == "B-LOC" or (token.name in ("O", "") and token.tag == "PROPN")
            if token.text[0].isupper() and local and self._is_place(token, direct=True):
                return self._known(token) or name_at(self._document, token)
        return None

    def nearest_place(self, token: Token) -> str | None:
        """The place named in the clause of ``token``, or pointed to there, else in its sentence; ``NOWHERE`` for many at once."""
        pointed = self.pointed_place(token)
        if pointed is not None:
            return pointed
        sentence = self._document.sentence_of(token)
        inside = [p for p in self._between(sentence.first, sentence.last) if p.first not in self._taken]
        if not inside:
            return NOWHERE if self._is_everywhere(token) else None
        clause = self._clause_of(token).index
        near = [p for p in inside if self._clause_of(self._document.tokens[p.first]).index == clause] or inside
        return min(near, key=lambda p: (abs(p.first - token.index), p.first)).name

    def place_under(self, trigger: Token) -> str | None:
        """The place told with the event of ``trigger`` or with what undergoes it; none of a phrase beside (*para la guerra en …*)."""
        document = self._document
        sentence = document.sentence_of(trigger)
        roles = {t.index for t in document.children_by(trigger, "obj", "nsubj", "nmod")} | {trigger.index}
        for place in self._between(sentence.first, sentence.last):
            phrase = document.head(document.tokens[place.opener])
            if phrase is not None and phrase.index != trigger.index and phrase.head in roles:
                return place.name
        return None

    @cached_property
    def lead(self) -> str | None:
        """Of the places that the beginning tells of, and that of the dateline, the one named most often; else that of the whole text."""
        if not self._document.sentences:
            return None
        if self.scene is not None:
            return self.scene
        last = self._document.sentences[min(LEAD, len(self._document.sentences)) - 1].last
        early = [p.name for p in self._between(0, last)]
        dateline = find_dateline(self._document.text, self._vocabulary, self._document.blocks)
        names = dict.fromkeys([*early, *([dateline] if dateline is not None else [])])
        return max(names, key=self.count_mentions, default=None) or self.topic

    @cached_property
    def topic(self) -> str | None:
        """The place named most often, the first of those named equally often; one told with *en* counts twice."""
        weights: dict[str, int] = {}
        for place in self._places:
            weights[place.name] = weights.get(place.name, 0) + 2
        for token in self._scenes.tokens:
            name = name_at(self._document, token)
            weights[name] = weights.get(name, 0) + 2
        for token in self._document.tokens:
            before = self._document.next_token(token, -1)
            if before is not None and len(before.text) > 1 and self._is(before, "to"):
                continue  # los precios al Consumidor
            if before is not None and "street" in self._vocabulary.kinds_of(before):
                continue
            local = token.name == "B-LOC" or self._is_seat(token, before)
            if local and not token.text.isupper() and self._is_place(token, direct=True):
                name = self._known(token) or name_at(self._document, token)
                weights[name] = weights.get(name, 0) + 1
        return max(weights, key=lambda name: weights[name], default=None)

    @cached_property
    def scene(self) -> str | None:
        """The place that what happened is called after, of several the one named most often."""
        names = [self._known(token) or name_at(self._document, token) for token in self._scenes.tokens]
        return max(dict.fromkeys(names), key=self.count_mentions, default=None)

    def _is_seat(self, token: Token, before: Token | None) -> bool:
        """A lone name behind *de* that a body is called after, too: *la crisis de **Almarán*** beside *Universidad de Almarán*."""
        lone = token.name == "B-PER" and last_of_name(self._document, token) == token.index
        return lone and before is not None and self._is(before, "of") and token.text in self._seats

    @cached_property
    def _seats(self) -> frozenset[str]:
        """The last words of names of bodies, behind *de*."""
        tokens = self._document.tokens
        return frozenset(
            token.text
            for before, token, after in zip(tokens, tokens[1:], (*tokens[2:], None), strict=False)
            if before.name == token.name == "I-ORG"
            and self._is(before, "of")
            and (after is None or after.name != "I-ORG")
        )

    def count_mentions(self, name: str) -> int:
        """How often a name stands in the text."""
        return self._document.text.count(name)

    # --- places beside a figure ---------------------------------------------------------------------------------------

    def _place_behind(self, counted: Counted) -> Place | None:
        """*45 muertos en Arica*, *800 casas dañadas en Arica*: at most two words between, no mark and no verb."""
        sentence = self._document.sentence_of(counted.tokens[-1])
        index = counted.tokens[-1].index + 1
        for place in self._between(index, min(index + _CHAIN, sentence.last)):
            if place.opener < index:
                continue
            gap = self._document.tokens[index : place.opener]
            free = all(t.tag in ("ADJ", "ADV") or t.has("VerbForm=Part") for t in gap)
            return place if free and len(gap) <= 2 else None
        return None

    def _place_before(self, counted: Counted) -> Place | None:
        """*Lima (50.000)*; *Castilla, con 76.800*; *En Arica, 45*."""
        first = counted.tokens[0].index
        mark = self._document.tokens[first - 1] if first > 0 else None
        if mark is None:
            return None
        if mark.text == "(":
            return self._place_ending(first - 2, listed=True)
        comma = self._document.tokens[first - 2] if first > 1 else None
        if self._is(mark, "with") and comma is not None and comma.text in (",", "("):
            return self._place_ending(first - 3, listed=True)
        if mark.text in (",", ":"):
            return self._place_ending(first - 2, listed=False)
        return None

    def _place_leading(self, counted: Counted, *, listed: bool) -> Place | None:
        """*en Girona del 83 %*, and in a list that goes on *Lérida el 76 %*: right before the article or preposition of a figure."""
        index = counted.tokens[0].index - 1
        while index > 0 and (self._document.tokens[index].tag == "DET" or self._is(self._document.tokens[index], "of")):
            index -= 1
        token = self._document.tokens[index] if index >= 0 else None
        if token is None or not token.text[0].isupper() or counted.noun is not None:
            return None
        return self._place_ending(index, listed=listed and token.name.endswith("LOC"))

    def _place_ending(self, index: int, *, listed: bool) -> Place | None:
        """The place whose last token is ``index``; ``listed``: any name that looks like one."""
        if index < 0:
            return None
        token = self._document.tokens[index]
        place = next((p for p in self._between(max(0, index - 5), index) if p.last == index), None)
        if place is not None or not listed or not token.text[0].isupper() or token.tag not in _NAMED:
            return place
        first = first_of_name(self._document, token)
        start = self._document.tokens[first]
        if start.name.endswith(("PER", "ORG")) and not self._known(start) and not self._is_listed_with_place(start):
            return None
        name = self._known(start) or name_at(self._document, start)
        return Place(name, first, index, first)

    def _is_listed_with_place(self, token: Token) -> bool:
        """Whether the name is coordinated with that of a place: *en Almarán (300) y **Orlada** (200)*."""
        joined = (
            *self._document.children_by(token, "conj"),
            *([self._document.tokens[token.head]] * (token.relation == "conj")),
        )
        return any(t.name == "B-LOC" for t in joined)

    # --- mentions -----------------------------------------------------------------------------------------------------

    def _clause_of(self, token: Token) -> Token:
        """The nearest verb above a token, or the root."""
        top = token
        for top in (token, *self._document.ancestors(token)):
            if top.tag == "VERB":
                return top
        return top

    def _between(self, first: int, last: int) -> list[Place]:
        start = bisect_left(self._places, first, key=lambda p: p.first)
        end = bisect_left(self._places, last + 1, key=lambda p: p.first)
        return list(self._places[start:end])

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        return tuple(self._find_places())

    def _find_places(self) -> Iterator[Place]:
        end = -1
        for token in self._document.tokens:
            if token.index <= end or not token.text[0].isupper() or len(token.text) < 2:
                continue
            opener = self._opener_of(token)
            if opener is None or not self._is_place(token, direct=opener == token.index - 1):
                continue
            end = last_of_name(self._document, token)
            yield Place(
                self._division_of(token) or self._known(token) or self._name_of(token), token.index, end, opener
            )

    def _division_of(self, token: Token) -> str | None:
        """*en **el estado de México***: with its noun, where the text names a larger or smaller place of that name, too."""
        link, noun = self._document.next_token(token, -1), self._document.next_token(token, -2)
        if link is None or noun is None or not self._is(link, "of") or not self._is_division(noun):
            return None
        others = (t for t in self._document.tokens if t.text == token.text and t.index != token.index)
        if not any(self._stands_alone(t) and self._known(t) for t in others):
            return None
        return self._document.text[noun.start : token.start] + (self._known(token) or self._name_of(token))

    def _is_division(self, token: Token) -> bool:
        return token.tag == "NOUN" and "division" in self._vocabulary.kinds_of(token)

    def _stands_alone(self, token: Token) -> bool:
        """Whether a name of a place is not that of a part of it, or one that a person or body is called after."""
        noun = self._document.next_token(token, -2)
        own = first_of_name(self._document, token) == token.index
        return own and not token.name.endswith(("PER", "ORG")) and (noun is None or not self._is_division(noun))

    def _name_of(self, token: Token) -> str:
        """The name; without that of a street before it (*la calle Mayor de **Lima***)."""
        first = token.index
        while self._document.tokens[first].name.startswith("I-") and first > 0:
            first -= 1
        street = first > 0 and "street" in self._vocabulary.kinds_of(self._document.tokens[first - 1])
        return token.text if street and first < token.index else name_at(self._document, token)

    def _opener_of(self, token: Token) -> int | None:
        """Where the phrase with *en* begins: *en Lima*, *en el Perú*, *en el norte de Lima*; or a noun of places and *de*."""
        tokens = self._document.tokens
        first = self._document.sentence_of(token).first
        index = token.index - 1
        located: int | None = None
        if index >= 0 and "site" in self._vocabulary.kinds_of(tokens[index]):
            index -= 1  # en la mina Cerro Alto
        elif index >= 0 and tokens[index].tag == "NOUN":
            return None  # el alcalde Ana Ruiz
        while index >= max(first, token.index - _CHAIN):
            before = tokens[index]
            if self._is(before, "in"):
                return index
            kinds = self._vocabulary.kinds_of(before)
            street = tokens[index - 1] if index > first and self._is(tokens[index + 1], "of") else None
            if street is not None and "street" in self._vocabulary.kinds_of(street):
                index -= 2  # en la calle Mayor de Lima
                continue
            if "street" in kinds:
                return None
            if before.tag == "NOUN" or (before.tag == "ADJ" and "locality" in kinds) or before.tag == "PROPN":
                if "locality" not in kinds:
                    return located
                located = index
            elif before.tag == "PUNCT" or (before.tag not in ("DET", "ADJ") and not self._is(before, "of")):
                return located
            index -= 1
        return located

    def _is_place(self, token: Token, *, direct: bool) -> bool:
        """A name that can be a place: none of a person or body that the gazetteer does not know, no street, no date."""
        word = fold_word(token.text)
        if self._vocabulary.is_in(word, "month") or self._vocabulary.is_in(word, "weekday"):
            return False
        if "street" in self._vocabulary.things.get(word, ()) or token.tag not in _NAMED:
            return False
        known = self._known(token)
        if known is not None:
            return known != NOWHERE
        alone = last_of_name(self._document, token) == token.index
        if alone and "locality" in self._vocabulary.things.get(word, ()):
            return False  # la Ciudad, la Franja
        previous = self._document.next_token(token, -1)
        long = last_of_name(self._document, token) - token.index > 1
        if token.text.isupper() or ((direct or long) and token.name.endswith(("ORG", "MISC"))):
            return False
        named = token.name.endswith("LOC")
        if direct or (previous is not None and self._is(previous, "of")):
            return named or token.tag == "PROPN"
        return named

    def _is(self, token: Token, role: str) -> bool:
        return self._vocabulary.is_in(fold_word(token.text), role)  # type: ignore[arg-type]
