"""The moments that an article speaks of, in order, each with its EDTF value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from careo.analyze import calendar
from careo.analyze.calendar import Precision, Stretch
from careo.analyze.expressions import Expression, find_expressions, iter_ranges
from careo.analyze.values import Context, Direction, resolve_value
from careo.lang import Pack
from careo.lang.dates import CalendarWord, DatedNoun, FutureMarker, Venue
from careo.model import Span
from careo.text.document import Document, Token

Kind = Literal["point", "interval"]
Part = Literal["early", "middle", "late", ""]

_DEPENDENT_CLAUSES: Final = ("acl",)
_NOMINAL: Final = ("NOUN", "PROPN", "PRON", "NUM", "SYM")
_SHORT: Final = ("hour", "minute", "second")
_HOURS: Final = 24
_STORY: Final = 600  # characters in which a story stays on its day


@dataclass(frozen=True, slots=True)
class Moment:
    """A temporal expression and what it means.

    ``token`` is the index of the word that the rest of the expression hangs on. ``value`` is EDTF. ``rule`` names the pattern of the pack.
    ``part``: *a principios de mayo* has the value of May and the part ``early``. ``of_event``: it counts from an event told beside
    it (*horas después de que …*). ``of_saying``: it dates a report, a letter and the like (*un informe del lunes*);
    ``attributive``: it belongs to the noun before it (*la reunión del lunes*). ``apart``: the indices of the words above it in the tree
    that it dates and where nothing is said (*conforme al plan aprobado en marzo*).
    """

    span: Span
    value: str
    token: int
    kind: Kind
    precision: Precision
    rule: str
    part: Part = ""
    open: Literal["", "start", "end"] = ""
    of_event: bool = False
    of_saying: bool = False
    attributive: bool = False
    apart: tuple[int, ...] = ()


def find_moments(document: Document, pack: Pack, published: str | None) -> tuple[Moment, ...]:
    """All temporal expressions of ``document`` whose value can be known, in text order.

    ``published`` is EDTF; without it only absolute dates and what counts from them have a value.
    """
    teller = _Teller(document, pack, published)
    blocks = document.blocks or (Span(0, len(document.text)),)
    return teller.tell(find_expressions(document.text, blocks, pack, teller.counts_nothing))


class _Teller:
    """Reads the expressions of one article in order and keeps what was spoken of last."""

    def __init__(self, document: Document, pack: Pack, published: str | None) -> None:
        self.document = document
        self.pack = pack
        self.published = calendar.parse_published(published)
        self.told: tuple[Stretch, ...] = ()
        self.told_at = 0
        self.future = pack.derived(make_future_lemmas)
        self.of = pack.derived(make_words_of)
        self.dated = pack.derived(make_dated_nouns)
        self.venues = pack.derived(make_venues)

    def tell(self, expressions: tuple[Expression, ...]) -> tuple[Moment, ...]:
        pairs = dict(iter_ranges(self.document.text, expressions, self.pack))
        moments: list[Moment] = []
        index = 0
        while index < len(expressions):
            if index in pairs:
                moment = self._tell_range(expressions[index], expressions[index + 1], pairs[index])
                index += 2
            else:
                following = expressions[index + 1] if index + 1 < len(expressions) else None
                moment, used = self._tell_one(expressions[index], following)
                index += 1 + used
            if moment is not None:
                moments.append(moment)
        return tuple(moments)

    def _tell_one(self, expression: Expression, following: Expression | None) -> tuple[Moment | None, int]:
        token = self._head(expression.span)
        if token is None:
            return None, 0
        if expression.pattern.name in ("earlier", "later") and self._says_from_what(expression):
            return self._tell_counted_from(expression, following, token)
        if self._counts_hours(expression) and not self._goes_on(expression):
            return None, 0
        stretch = resolve_value(expression, self._context(expression, token))
        if stretch is None:
            return None, 0
        self._remember(expression, stretch, token)
        return self._make(expression, expression.span, stretch, token), 0

    def _tell_counted_from(
        self, expression: Expression, following: Expression | None, token: Token
    ) -> tuple[Moment | None, int]:
        """*dos días antes del 3 de mayo* counts from the date beside it, *horas después de que …* stays on the day of the narrative."""
        gap = self.document.text[expression.span.end : following.core.start] if following else "x"
        if following is not None and (not gap.strip() or gap.strip().lower() in self.of):
            base = resolve_value(replace(following, effects=()), self._context(following, token))
            stretch = resolve_value(expression, Context(base, (base,))) if base else None
            span = Span(expression.span.start, following.span.end)
            return (self._make(expression, span, stretch, token) if stretch else None), 1
        told = next((s for s in self.told if s.precision == "day"), None)
        if expression.values.get("unit") not in _SHORT or told is None or not self._goes_on(expression):
            return None, 0
        return replace(self._make(expression, expression.span, told, token), of_event=True), 0

    def _tell_range(self, left: Expression, right: Expression, span: Span) -> Moment | None:
        token = self._head(span)
        if token is None:
            return None
        context = self._context(right, token)
        last = resolve_value(right, context)
        if last is not None and not left.values.keys() & {"year", "year_shift"}:
            latest = replace(context, direction="latest")
            first = resolve_value(
                left, replace(latest, published=calendar.make_day(last.end)) if last.precision != "year" else latest
            )
        else:
            first = resolve_value(left, context)
        stretch = calendar.make_interval(first, last)
        whole = replace(right, effects=tuple(e for e in right.effects if e not in ("since", "until")))
        return self._make(whole, span, stretch, token) if stretch else None

    def _make(self, expression: Expression, span: Span, stretch: Stretch, token: Token) -> Moment:
        part: Part = ""
        for effect in expression.effects:
            if effect in ("early", "middle", "late"):
                part = effect  # type: ignore[assignment]
            elif effect == "since":
                stretch = calendar.make_interval(stretch, None) or stretch
            elif effect == "until" and not stretch.open:
                stretch = calendar.make_interval(None, stretch) or stretch
            elif effect == "about":
                stretch = calendar.make_approximate(stretch)
        kind: Kind = "interval" if stretch.is_interval else "point"
        return Moment(
            span,
            stretch.edtf,
            token.index,
            kind,
            stretch.precision,
            expression.pattern.name,
            part,
            stretch.open,
            of_saying=self._dates_a_document(token),
            attributive=self._has_of(token),
            apart=tuple(self._find_apart(token)),
        )

    def _counts_hours(self, expression: Expression) -> bool:
        """*minutos después*, *tres horas antes*: on the day of the story, where there is one."""
        count = expression.values.get("count")
        return (
            expression.pattern.reference == "narrative"
            and expression.pattern.rule == "ago"
            and expression.values.get("unit") in _SHORT
            and not (isinstance(count, int) and count >= _HOURS)
        )

    def _goes_on(self, expression: Expression) -> bool:
        """Whether the story stands still on the day told last: it was told right before."""
        return any(s.precision == "day" for s in self.told) and 0 <= expression.core.start - self.told_at < _STORY

    def _find_apart(self, token: Token) -> Iterator[int]:
        """The words above the expression that it dates and that are no venue, up to the finite verb."""
        dates_noun = self._has_of(token)
        for ancestor in self.document.ancestors(token):
            case = " ".join(t.lower for t in self._iter_case(ancestor))
            if not case and (ancestor.tag in ("VERB", "AUX") or ancestor.has("VerbForm=Part")):
                if ancestor.has("VerbForm=Fin"):
                    return
                dates_noun = True
            elif dates_noun and case not in self.venues and (case or ancestor.tag in ("ADV", "ADP", "SCONJ")):
                yield ancestor.index

    def _iter_case(self, token: Token) -> Iterator[Token]:
        """The words of the preposition of ``token``, in order."""
        for word in self.document.children_by(token, "case"):
            yield word
            yield from self.document.children_by(word, "fixed")

    def _dates_a_document(self, token: Token) -> bool:
        """Whether the expression belongs to a noun whose date is the date of what it says, directly or by a participle."""
        for ancestor in self.document.ancestors(token):
            if ancestor.tag in ("VERB", "AUX") and not ancestor.has("VerbForm=Part"):
                return False
            if ancestor.lemma in self.dated and (ancestor.tag == "NOUN" or ancestor.has("VerbForm=Part")):
                return True
        return False

    def _head(self, span: Span) -> Token | None:
        """The word of the expression whose head stands outside; None where nothing there was parsed."""
        inside = self.document.tokens_in(span)
        tops = [t for t in inside if t.head == t.index or not span.contains(self.document.tokens[t.head].span)]
        named = [t for t in tops if t.tag not in ("ADP", "DET", "PUNCT", "SCONJ", "CCONJ")]
        return next(iter(named or tops), None)

    def counts_nothing(self, expression: Expression) -> bool:
        """A number at the end that counts the noun after it is no date (*el lunes 28 personas*, *en 2000 hogares*)."""
        text = expression.core.of(self.document.text)
        if not text[-1:].isdigit() or expression.values.keys() & {"month", "month_short", "month_number"}:
            return True
        last = next(iter(self.document.tokens_in(expression.core)[-1:]), None)
        after = self.document.next_token(last) if last is not None else None
        return after is None or after.tag not in ("NOUN", "ADJ") or not after.has("Number=Plur")

    def _says_from_what(self, expression: Expression) -> bool:
        """Whether *de* follows *antes* or *después*."""
        rest = self.document.text[expression.core.end : expression.core.end + 8].lower().split()
        return bool(rest) and rest[0] in self.of

    def _context(self, expression: Expression, token: Token) -> Context:
        return Context(self.published, self.told, self._find_direction(expression, token))

    def _find_direction(self, expression: Expression, token: Token) -> Direction:
        """Where a bare *lunes* or *octubre* lies: beside a noun (*las elecciones del 28 de mayo*) the nearest one, else by the tense."""
        first = self.document.text[expression.core.start : expression.core.end].split()[0].lower()
        head = self.document.head(token)
        if head is not None and head.tag in _NOMINAL and (first in self.of or self._has_of(token)):
            return "nearest"
        verb = self._find_verb(token)
        if verb is None:
            return "nearest"
        return "soonest" if self._is_future(verb) else "latest"

    def _has_of(self, token: Token) -> bool:
        return any(c.relation == "case" and c.lower in self.of for c in self.document.children(token))

    def _find_verb(self, token: Token) -> Token | None:
        """The verb (or predicate) of the clause, by the tree; where the tree knows none, the nearest one in the sentence."""
        for ancestor in self.document.ancestors(token):
            if (
                ancestor.tag in ("VERB", "AUX")
                or "VerbForm" in ancestor.features
                or self.document.children_by(ancestor, "cop")
            ):
                return ancestor
        verbs = [t for t in self.document.tokens_of(self.document.sentence_of(token)) if t.has("VerbForm=Fin")]
        return min(verbs, key=lambda t: (abs(t.index - token.index), t.index), default=None)

    def _is_future(self, verb: Token) -> bool:
        if verb.has("VerbForm=Part") and not self.document.children_by(verb, "aux", "cop"):
            return False
        group = [verb, *self.document.children_by(verb, "aux", "cop")]
        if any(t.has("Tense=Fut") for t in group):
            return not any(t.has("VerbForm=Part") for t in group if t.tag == "VERB") or any(
                t.lemma in self.future for t in group
            )
        if any(t.has("Mood=Cnd") for t in group):
            return not any(t.has("VerbForm=Part") for t in group)
        if not verb.has("VerbForm=Inf") or any(
            t.has("VerbForm=Inf") for t in group if t is not verb and t.relation == "aux"
        ):
            return False
        head = self.document.head(verb)
        governor = head if head is not None and verb.relation in ("xcomp", "ccomp", "csubj") else None
        governors = [t for t in (*group[1:], governor) if t is not None]
        if verb.relation == "root" and not governors:  # *planea viajar* whose first verb the parser missed
            return True
        return any(
            t.has("Tense=Pres") or t.has("Tense=Fut") or t.has("Mood=Cnd") or t.lemma in self.future for t in governors
        )

    def _remember(self, expression: Expression, stretch: Stretch, token: Token) -> None:
        """What is told in a main clause, not aside, is what *two days earlier* counts from."""
        if expression.pattern.rule == "part_of_day" or set(expression.effects) & {"since", "until"}:
            return
        for ancestor in self.document.ancestors(token):
            if ancestor.relation in _DEPENDENT_CLAUSES:
                return
            if ancestor.tag in ("VERB", "AUX"):
                break
        if not stretch.open and not stretch.is_interval:
            if stretch.precision == "day":
                self.told_at = expression.core.end
            self.told = (stretch, *(s for s in self.told if s.precision != stretch.precision))


def make_future_lemmas(pack: Pack) -> frozenset[str]:
    """The verbs that make a future of the infinitive they govern."""
    return frozenset(lemma for entry in pack.slot(FutureMarker) for lemma in entry.lemmas)


def make_dated_nouns(pack: Pack) -> frozenset[str]:
    """The nouns whose date is the date of what they say."""
    return frozenset(lemma for entry in pack.slot(DatedNoun) for lemma in entry.lemmas)


def make_venues(pack: Pack) -> frozenset[str]:
    """The prepositions before where or by what something is said."""
    return frozenset(word for entry in pack.slot(Venue) for word in entry.words)


def make_words_of(pack: Pack) -> frozenset[str]:
    """The words that join *antes* or *después* to what they count from."""
    return frozenset(word for entry in pack.slot(CalendarWord) if entry.kind == "of" for word in entry.words)
