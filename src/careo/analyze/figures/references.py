"""What a figure leaves to the text before it: category, counted noun and owner of elliptic figures, parts and equivalents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from careo.analyze.figures.answers import AnswerFinder
from careo.analyze.figures.counted import Counted
from careo.analyze.figures.fits import allows_noun
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.owners import OwnerFinder
from careo.analyze.figures.plans import is_planned
from careo.analyze.figures.rates import inherit_rate
from careo.analyze.figures.rows import Row
from careo.analyze.figures.vocabulary import Vocabulary
from careo.lang.figures import ParticleRole
from careo.model import Figure, Reason
from careo.text import Document, Token

LARGE = 100_000
"""From here on a bare number can continue an amount of money."""
LIST_GAP = 12
"""Words that may stand between two members of a list."""
REACH = 2
"""Sentences back that an elliptic figure or an owner may lie."""
_REFERRING = tuple(f"figure:{rule}" for rule in ("answer", "elliptic", "part", "aside", "repeated", "topic"))
"""Why a figure took from another what it counts."""


def resolve_references(
    document: Document, rows: Sequence[Row], owners: OwnerFinder, vocabulary: Vocabulary, separators: Sequence[Reason]
) -> tuple[Figure, ...]:
    """The figures with what they inherit. ``rows`` are in text order; ``separators`` is why marks in digits were read as they were."""
    resolver = _Resolver(document, owners, vocabulary)
    categorized: list[Row] = []
    for row in rows:
        categorized.append(replace(row, figure=resolver.resolve_category(row, categorized)))
    for index in range(len(categorized) - 1):
        row = categorized[index]
        categorized[index] = replace(row, figure=resolver.resolve_backwards(row, categorized[index + 1]))
    owned: list[Row] = []
    for row in _with_nouns(categorized):
        owned.append(replace(row, figure=resolver.resolve_owner(row, owned)))
    figures = resolver.fill_owners(owned)
    return tuple(replace(f, reasons=(*f.reasons, *separators)) if _has_marks(f.text) else f for f in figures)


def _with_nouns(rows: Sequence[Row]) -> Iterator[Row]:
    """*400 casas inundadas, según el alcalde, y **1.000** según otros*: a number without a noun counts what the one before it counts."""
    for before, row in zip((None, *rows), rows, strict=False):
        figure = row.figure
        if (
            before is not None
            and figure.counts is None
            and row.counted.noun is None
            and figure.category is not None
            and figure.unit is None
            and (before.figure.category, before.figure.unit) == (figure.category, None)
        ):
            row = replace(row, figure=replace(figure, counts=before.figure.counts))
        yield row


def _has_marks(text: str) -> bool:
    return any(a.isdigit() and b in ".," and c.isdigit() for a, b, c in zip(text, text[1:], text[2:], strict=False))


class _Resolver:
    def __init__(self, document: Document, owners: OwnerFinder, vocabulary: Vocabulary) -> None:
        self._document = document
        self._owners = owners
        self._vocabulary = vocabulary
        self._answers = AnswerFinder(document, vocabulary, owners.triggers)

    def resolve_category(self, row: Row, earlier: Sequence[Row]) -> Figure:
        """An elliptic figure, a part (*12 de ellos*, *incluidos 5 niños*) or an equivalent takes the category of the one before."""
        figure, counted = row.figure, row.counted
        if figure.category is not None or not earlier:
            return figure
        kind = (
            "part"
            if self._is_part(counted, earlier[-1].counted)
            else "aside"
            if self._is_aside(counted, earlier[-1].counted)
            else "elliptic"
        )
        if kind == "elliptic" and counted.noun is not None and not self._vocabulary.is_time(counted.noun):
            return self._coordinated(row, earlier[-1])
        if kind == "elliptic" and self._has_own_matter(figure, counted):
            return figure
        lone = self._vocabulary.is_in(fold_word(figure.text), "plain")
        for other in () if lone else reversed(earlier):
            previous = other.figure
            distance = self._sentence(counted.anchor) - self._sentence(other.counted.anchor)
            if distance > (REACH if kind == "elliptic" else 1):
                break
            if kind == "elliptic" and not self._continues(figure, previous):
                continue
            if counted.noun is not None and self._vocabulary.is_time(counted.noun) and previous.counts != figure.counts:
                continue
            if previous.category is None:
                break
            counts = figure.counts or previous.counts
            reasons = (*figure.reasons, Reason(f"figure:{kind}", previous.span))
            category = self._planned(row, other) or previous.category
            shared = kind != "elliptic" or self._shares_place(row, previous)
            owner = figure.of or self._own_agent(row, other) or (previous.of if shared else None)
            per = inherit_rate(figure, previous) if kind == "elliptic" else figure.per
            return replace(figure, category=category, of=owner, counts=counts, per=per, reasons=reasons)
        return self._answer(row, earlier) if kind == "elliptic" else figure

    def _has_own_matter(self, figure: Figure, counted: Counted) -> bool:
        """*el consumo bajó a 11*, *la inflación fue del 4 %*: what the number measures is named, and is nothing told before.

        *bajó un 11 %* says by how much.
        """
        verb = next((t for t in (counted.anchor, *self._document.ancestors(counted.anchor)) if t.tag == "VERB"), None)
        triggers = self._owners.triggers
        if verb is not None and any(self._vocabulary.is_in(lemma, "change") for lemma in triggers.lemmas_of(verb)):
            before = self._document.next_token(counted.tokens[0], -1)
            if figure.unit == "percent" and not (before and self._vocabulary.is_in(before.lower, "to")):
                return True
            clause = verb
        elif self._document.children_by(counted.anchor, "cop"):
            clause = counted.anchor
        else:
            return False
        subjects = [noun for noun in self._document.children_by(clause, "nsubj") if noun.tag == "NOUN"]
        return any(not self._vocabulary.kinds_of(noun) and not triggers.frames_of_noun(noun) for noun in subjects)

    def _answer(self, row: Row, earlier: Sequence[Row]) -> Figure:
        """A bare number that answers an earlier figure is of what that one counts."""
        found = self._answers.find_answered(row, earlier)
        if found is None:
            return row.figure
        other, rule = found[0].figure, found[1]
        reasons = (*row.figure.reasons, Reason(f"figure:{rule}", other.span))
        return replace(
            row.figure, category=other.category, counts=other.counts, of=row.figure.of or other.of, reasons=reasons
        )

    def _own_agent(self, row: Row, other: Row) -> str | None:
        """Who acts on the figure, where it has a verb of its own (*Perú envió 120 médicos y Chile prometió otros 60*)."""
        verb = self._document.head(row.counted.anchor)
        own = verb is not None and verb.tag == "VERB" and _acts(other)
        return self._owners.agents.find_agent(verb) if verb is not None and own else None

    def _planned(self, row: Row, other: Row) -> str | None:
        """The category of what is only planned for the figure, though done to the one before (*hay 300 y enviará otros 200*)."""
        verb = self._document.head(row.counted.anchor)
        frame = other.warrant.frame if other.warrant is not None else None
        if verb is None or verb.tag != "VERB" or frame is None or frame.planned is None:
            return None
        planned = is_planned(self._document, verb, self._vocabulary, self._owners.triggers)
        return frame.planned if planned else None

    def _coordinated(self, row: Row, other: Row) -> Figure:
        """*800 casas dañadas, 70 escuelas y dos puentes*: things of one class in one list undergo the same."""
        own, before = row.counted, other.counted
        if own.noun is None or before.noun is None or other.figure.category is None:
            return row.figure
        gap = self._document.tokens[before.tokens[-1].index + 1 : own.tokens[0].index]
        listed = bool(gap) and (gap[-1].tag == "CCONJ" or gap[-1].text == ",") and len(gap) <= LIST_GAP
        free = all(
            t.tag in ("PUNCT", "CCONJ", "ADJ", "ADP", "PROPN", "DET", "ADV") or t.has("VerbForm=Part") for t in gap
        )
        kinds = self._vocabulary.kinds_of(own.noun) & self._vocabulary.kinds_of(before.noun)
        fits = other.warrant is None or allows_noun(other.warrant.frame, own.noun, self._vocabulary)
        if not listed or not free or not kinds or not fits:
            return row.figure
        reason = Reason("figure:coordinated", other.figure.span)
        return replace(row.figure, category=other.figure.category, reasons=(*row.figure.reasons, reason))

    def resolve_backwards(self, row: Row, following: Row) -> Figure:
        """*28 marinos y cinco soldados muertos*: a state in the plural at the end of a list is said of all of it."""
        warrant, own, after = following.warrant, row.counted, following.counted
        if row.figure.category is None and own.noun is None and self._is_change(own, after):
            reason = Reason("figure:change", following.figure.span)
            reasons = (*row.figure.reasons, reason)
            return replace(
                row.figure, category=following.figure.category, counts=following.figure.counts, reasons=reasons
            )
        if row.figure.category is not None or warrant is None or own.noun is None or after.noun is None:
            return row.figure
        gap = self._document.tokens[own.tokens[-1].index + 1 : after.tokens[0].index]
        adjective = warrant.rule == "frame:state" and warrant.trigger.index != after.noun.index
        kinds = self._vocabulary.kinds_of(own.noun) & self._vocabulary.kinds_of(after.noun)
        if not adjective or not kinds or len(gap) != 1 or gap[0].tag != "CCONJ":
            return row.figure
        reason = Reason("figure:coordinated", following.figure.span)
        return replace(row.figure, category=following.figure.category, reasons=(*row.figure.reasons, reason))

    def _is_change(self, own: Counted, after: Counted) -> bool:
        """*de **12** a 20 heridos*: what is said of the second number is said of the first."""
        before = self._document.next_token(own.tokens[0], -1)
        between = self._document.tokens[own.tokens[-1].index + 1 : after.tokens[0].index]
        if before is None or len(between) != 1:
            return False
        return self._vocabulary.is_in(before.lower, "from") and self._vocabulary.is_in(between[0].lower, "to")

    def _is_aside(self, counted: Counted, before: Counted) -> bool:
        """The same in other terms, in parentheses right after: *143.210 votos (42,6 %)*."""
        token = self._document.next_token(counted.tokens[0], -1)
        return token is not None and token.text == "(" and token.index - before.tokens[-1].index <= 3

    def _is_part(self, counted: Counted, before: Counted) -> bool:
        """A pronoun of the partitive, or a word like *incluidos*, *equivalentes a* shortly before."""
        if counted.definite is not None and counted.noun is None:
            return True
        roles: tuple[ParticleRole, ...] = ("subtotal", "equivalent")
        return any(_is_announced(self._document, counted, before, self._vocabulary, role) for role in roles)

    def _continues(self, figure: Figure, previous: Figure) -> bool:
        """Shares continue shares, money large numbers, counts counts."""
        if (figure.unit == "percent") != (previous.unit == "percent"):
            return False
        kind = self._vocabulary.unit_kind(previous.counts)
        if kind is None or figure.counts == previous.counts:
            return True
        return kind != "time" and (figure.low or figure.high or 0) >= (LARGE if kind == "money" else 100)

    def resolve_owner(self, row: Row, earlier: Sequence[Row]) -> Figure:
        """The owner of the antecedent of a relative, else of the last figure nearby of the same kind."""
        figure, counted = row.figure, row.counted
        if figure.of is not None:
            return figure
        antecedent = self._antecedent(counted)
        if antecedent is not None:
            owner = self._owners.phrases.actor_of_phrase(antecedent)
            if owner is not None:
                return replace(figure, of=owner)
        for other in reversed(earlier):
            if self._sentence(counted.anchor) - self._sentence(other.counted.anchor) > REACH:
                break
            if (
                other.figure.of is not None
                and figure.category is not None
                and _same_family(figure, other.figure)
                and self._inherits(row, other)
                and not _has_reason(other.figure, "owner:beside")
            ):
                reason = Reason("owner:previous", other.figure.span)
                return replace(figure, of=other.figure.of, reasons=(*figure.reasons, reason))
        return figure

    def _inherits(self, row: Row, other: Row) -> bool:
        """Those who act belong to the same body all along; those who undergo, where the noun is left out, or only their state is told."""
        if row.counted.noun is None or (row.warrant is not None and row.warrant.frame.owner != "patient"):
            return True
        state = row.warrant is not None and row.warrant.trigger.index == row.counted.noun.index
        return state and self._sentence(row.counted.anchor) == self._sentence(other.counted.anchor)

    def fill_owners(self, rows: Sequence[Row]) -> list[Figure]:
        """Figures still without an owner take that of the nearest one of the same kind, before or after, else the subject or the place."""
        figures = [row.figure for row in rows]
        for index, row in enumerate(rows):
            if row.figure.of is not None:
                continue
            referred = self._referred(row, rows[:index], figures) or self._resumed(row, figures[:index])
            if referred is not None and referred.of is not None and self._shares_place(row, referred):
                figures[index] = replace(row.figure, of=referred.of)
                continue
            near = sorted(range(len(rows)), key=lambda i: (abs(i - index), i))
            alike = (
                rows[i].figure
                for i in near
                if rows[i].figure.of is not None
                and _same_family(row.figure, rows[i].figure)
                and (row.figure.category == rows[i].figure.category or _acts(rows[i]))
            )
            timed = row.warrant is not None and "time" in row.warrant.frame.counts
            shared = timed or (_acts(row))
            source = next(alike, None) if shared else None
            if source is not None:
                owner, reason = source.of, Reason("owner:topic", source.span)
            else:
                owner, reason = (
                    self._owners.find_last_owner(row.counted, row.warrant),
                    Reason("owner:place", row.counted.anchor.span),
                )
            if owner is not None:
                figures[index] = replace(row.figure, of=owner, reasons=(*row.figure.reasons, reason))
        return figures

    def _referred(self, row: Row, earlier: Sequence[Row], figures: Sequence[Figure]) -> Figure | None:
        """The figure that this one answers, continues or is a part of; votes and sentences are each of a person of their own."""
        span = next((reason.span for reason in row.figure.reasons if reason.rule in _REFERRING), None)
        place = next((i for i, other in enumerate(earlier) if other.figure.span == span), None)
        if place is None or any(_is_personal(other) for other in (row, earlier[place])):
            return None
        return figures[place]

    def _resumed(self, row: Row, earlier: Sequence[Figure]) -> Figure | None:
        """*Redujo a 21 el número de muertos*: where no place is named, those to whom the same happened as to others before, however far."""
        if row.warrant is None or row.warrant.frame.owner != "patient" or _is_personal(row):
            return None
        alike = (other for other in reversed(earlier) if other.category == row.figure.category)
        return next((other for other in alike if other.of is not None and not _has_reason(other, "owner:beside")), None)

    def _shares_place(self, row: Row, referred: Figure) -> bool:
        """Whether no place of its own sentence parts a figure from the one that it refers to (*hubo 12 en Lima; en Cusco, cinco*)."""
        own = self._document.sentence_of(row.counted.anchor)
        if self._owners.places.pointed_place(row.counted.anchor) not in (None, referred.of):
            return False
        if own.span.contains(referred.span) or _has_reason(row.figure, "figure:answer"):
            return True
        acts = row.warrant is not None and row.warrant.frame.owner != "patient"
        return acts or self._owners.places.nearest_place(row.counted.anchor) in (None, referred.of)

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


def is_subtotal(document: Document, counted: Counted, before: Counted | None, vocabulary: Vocabulary) -> bool:
    """Whether a word like *incluidos* or *entre ellos* makes the figure a part of the one before."""
    return before is not None and _is_announced(document, counted, before, vocabulary, "subtotal")


def _is_announced(
    document: Document, counted: Counted, before: Counted, vocabulary: Vocabulary, role: ParticleRole
) -> bool:
    """Whether words of ``role`` stand shortly before the figure, after the one before it."""
    place = counted.tokens[0].index
    first = max(document.sentence_of(counted.anchor).first, before.tokens[-1].index + 1, place - 4)
    words = [fold_word(t.text) for t in document.tokens[first:place]]
    phrases = vocabulary.particles.get(role, frozenset())
    return any(tuple(words[i : i + len(p)]) == p for p in phrases for i in range(len(words)))


def _acts(row: Row) -> bool:
    return row.warrant is not None and row.warrant.frame.owner != "patient"


def _is_personal(row: Row) -> bool:
    """Votes and sentences: of one person each."""
    return row.warrant is not None and (row.warrant.frame.owner == "subject" or "time" in row.warrant.frame.counts)


def _has_reason(figure: Figure, rule: str) -> bool:
    return any(reason.rule == rule for reason in figure.reasons)


def _same_family(figure: Figure, other: Figure) -> bool:
    """Figures that speak of the same people or things."""
    if figure.category is None or other.category is None:
        return False
    families = ({"deployed", "to_deploy"}, {"killed", "wounded", "killed_or_wounded", "killed_or_missing", "missing"})
    if figure.category == other.category:
        return True
    return any(figure.category in family and other.category in family for family in families)
