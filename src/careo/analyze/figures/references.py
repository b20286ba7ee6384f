"""What a figure leaves to the text before it: category, counted noun and owner of elliptic figures, parts and equivalents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.owners import OwnerFinder
from careo.analyze.figures.vocabulary import Vocabulary
from careo.model import Figure, Reason
from careo.text import Document, Token

REACH = 2
"""Sentences back that an elliptic figure or an owner may lie."""


def resolve_references(
    document: Document, rows: Sequence[tuple[Figure, Counted]], owners: OwnerFinder, vocabulary: Vocabulary, separators: Sequence[Reason]
) -> tuple[Figure, ...]:
    """The figures with what they inherit. ``rows`` are in text order."""
    resolver = _Resolver(document, owners, vocabulary)
    figures: list[tuple[Figure, Counted]] = []
    for figure, counted in rows:
        figures.append((resolver.resolve_category(figure, counted, figures), counted))
    owned: list[tuple[Figure, Counted]] = []
    for figure, counted in figures:
        owned.append((resolver.resolve_owner(figure, counted, owned), counted))
    topics = resolver.fill_from_later(owned)
    return tuple(replace(f, reasons=(*f.reasons, *(s for s in separators if "digits" in f.text or _has_marks(f.text)))) for f in topics)


def _has_marks(text: str) -> bool:
    return any(a.isdigit() and b in ".," and c.isdigit() for a, b, c in zip(text, text[1:], text[2:], strict=False))


class _Resolver:
    def __init__(self, document: Document, owners: OwnerFinder, vocabulary: Vocabulary) -> None:
        self._document = document
        self._owners = owners
        self._vocabulary = vocabulary

    def resolve_category(self, figure: Figure, counted: Counted, earlier: Sequence[tuple[Figure, Counted]]) -> Figure:
        """An elliptic figure, a part (*12 de ellos*, *incluidos 5 niños*) or an equivalent takes the category of the one before."""
        if figure.category is not None or not earlier:
            return figure
        previous, before = earlier[-1]
        distance = self._sentence(counted.anchor) - self._sentence(before.anchor)
        part = self._is_part(counted, before)
        elliptic = counted.noun is None and self._is_number_like(figure)
        if previous.category is None or distance > (REACH if elliptic else 0) or not (part or elliptic):
            return figure
        if elliptic and not part and not self._continues(figure, previous):
            return figure
        reason = Reason("figure:part" if part else "figure:elliptic", previous.span)
        counts = figure.counts or previous.counts
        return replace(figure, category=previous.category, of=figure.of or previous.of, counts=counts, reasons=(*figure.reasons, reason))

    def _is_part(self, counted: Counted, before: Counted) -> bool:
        """A pronoun of the partitive, or a word like *incluidos*, *equivalentes a* shortly before."""
        if counted.definite is not None and counted.noun is None:
            return True
        place = counted.tokens[0].index
        sentence = self._document.sentence_of(counted.anchor)
        first = max(sentence.first, before.tokens[-1].index + 1, place - 4)
        words = [fold_word(t.text) for t in self._document.tokens[first:place]]
        phrases = self._vocabulary.particles.get("subtotal", frozenset())
        return any(tuple(words[i : i + len(p)]) == p for p in phrases for i in range(len(words)))

    def _is_number_like(self, figure: Figure) -> bool:
        return figure.low is not None or figure.high is not None

    def _continues(self, figure: Figure, previous: Figure) -> bool:
        """Shares continue shares, counts counts."""
        share = any(r.rule == "number:share" for r in figure.reasons)
        return share == any(r.rule == "number:share" for r in previous.reasons)

    def resolve_owner(self, figure: Figure, counted: Counted, earlier: Sequence[tuple[Figure, Counted]]) -> Figure:
        """The owner of the antecedent of a relative, else of the last figure nearby with the same counted noun or kind of category."""
        if figure.of is not None:
            return figure
        antecedent = self._antecedent(counted)
        if antecedent is not None:
            owner = self._owners.actor_of_phrase(antecedent)
            if owner is not None:
                return replace(figure, of=owner)
        for previous, before in reversed(earlier):
            if self._sentence(counted.anchor) - self._sentence(before.anchor) > REACH:
                break
            if previous.of is not None and figure.category is not None and _same_family(figure, previous):
                return replace(figure, of=previous.of, reasons=(*figure.reasons, Reason("owner:previous", previous.span)))
        return figure

    def fill_from_later(self, rows: Sequence[tuple[Figure, Counted]]) -> list[Figure]:
        """Figures still without an owner take it from the nearest one of the same kind, before or after, else from the place."""
        figures = [f for f, _ in rows]
        for index, (figure, counted) in enumerate(rows):
            if figure.of is not None or figure.category is None:
                continue
            near = sorted(range(len(rows)), key=lambda i: (abs(i - index), i))
            source = next((rows[i][0] for i in near if rows[i][0].of is not None and _same_family(figure, rows[i][0])), None)
            if source is not None:
                figures[index] = replace(figure, of=source.of, reasons=(*figure.reasons, Reason("owner:topic", source.span)))
                continue
            place = self._owners.place_of(counted.anchor)
            if place is not None:
                figures[index] = replace(figure, of=place, reasons=(*figure.reasons, Reason("owner:place", counted.anchor.span)))
        return figures

    def _antecedent(self, counted: Counted) -> Token | None:
        """*tropas de X, 600 de las cuales*: the last noun before the comma in front of the figure."""
        if counted.definite is None or counted.noun is not None:
            return None
        verb = self._document.head(counted.anchor)
        if verb is not None and verb.relation == "acl":
            return self._document.head(verb)
        token = self._document.next_token(counted.tokens[0], -1)
        while token is not None and token.tag != "NOUN":
            token = self._document.next_token(token, -1)
        return token

    def _sentence(self, token: Token) -> int:
        return self._document.sentence_of(token).index


def _same_family(figure: Figure, other: Figure) -> bool:
    """Figures that speak of the same people or things."""
    families = ({"deployed", "to_deploy"}, {"killed", "wounded", "killed_or_wounded", "missing"})
    if figure.category == other.category:
        return True
    return any(figure.category in family and other.category in family for family in families)
