"""Parts of another figure of the same article: *14 de ellos*, *de los 6.000, 1.000 …*, *entre los muertos, 12 niños*, parts that add up.

Where the whole is named by no figure, it is the words for all to whom the same happened: *dos de **los rescatados***.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.references import is_subtotal
from careo.analyze.figures.rows import Row
from careo.analyze.figures.triggers import Triggers
from careo.analyze.figures.vocabulary import Vocabulary
from careo.model import Figure, Reason, Span
from careo.text import Document, Token

GROUP = 9
"""Words between *entre los muertos* and its part."""
_Link = tuple[int, str]


def find_parts(
    document: Document, rows: Sequence[Row], vocabulary: Vocabulary, triggers: Triggers
) -> tuple[Figure, ...]:
    """The figures of ``rows``, in text order, with ``part_of``: the words of the figure that they are a part of.

    Only what the text says to be a part, or what adds up exactly to the figure before, is one; never what is merely smaller.
    """
    finder = _PartFinder(document, rows, vocabulary, triggers)
    links: dict[int, _Link] = {}
    for index in range(len(rows)):
        found = finder.find_whole(index, links)
        if found is not None:
            links[index] = found
        links.update({part: link for part, link in finder.find_summands(index).items() if part not in links})
    figures = [row.figure for row in rows]
    for index, (before, inner) in enumerate(pairwise(rows)):
        within = before.figure.span.contains(inner.figure.span) and before.figure.span != inner.figure.span
        if within and not finder.is_state(index + 1) and inner.figure.category == before.figure.category:
            figures[index + 1] = replace(inner.figure, category=None)  # murieron 7 de los 14
    for part, (whole, rule) in links.items():
        own, total = rows[part].figure, rows[whole].figure
        figures[part] = replace(
            own,
            part_of=total.text,
            counts=own.counts or total.counts,
            reasons=(*own.reasons, Reason(f"part:{rule}", total.span)),
        )
    for index, figure in enumerate(figures):
        group = finder.find_group(index) if index not in links else None
        if group is not None:
            reasons = (*figure.reasons, Reason("part:group", group))
            figures[index] = replace(figure, part_of=group.of(document.text), reasons=reasons)
    return tuple(figures)


class _PartFinder:
    def __init__(self, document: Document, rows: Sequence[Row], vocabulary: Vocabulary, triggers: Triggers) -> None:
        self._document = document
        self._rows = rows
        self._vocabulary = vocabulary
        self._triggers = triggers

    def find_whole(self, index: int, links: dict[int, _Link]) -> _Link | None:
        """The figure that this one is said to be a part of, with how it is said."""
        counted, figure = self._rows[index].counted, self._rows[index].figure
        if figure.category is None:
            return None
        inner = self._inside(index)
        if inner is not None:
            return inner, "of-those"
        announced = self._announced(index)
        if announced is not None:
            return announced, "of-total"
        pronoun = counted.definite if counted.definite is not None and counted.noun is None else None
        if pronoun is not None or is_subtotal(self._document, counted, self._before(index), self._vocabulary):
            return self._last_like(index, links, "pronoun", reach=1, pronoun=pronoun)
        if self._points_back(counted):
            return self._last_like(index, links, "demonstrative", reach=None, noun=counted.noun)
        if self._is_among(counted, figure):
            return self._last_like(index, links, "among", reach=None)
        if self._is_of_that(counted):
            return self._last_like(index, links, "of-that", reach=2)
        if self._is_recovered(counted):
            return self._last_like(index, links, "recovered", reach=None)
        return None

    def _inside(self, index: int) -> int | None:
        """*siete de los 14 rebeldes*: the figure of those whom its phrase is about."""
        own, after = self._rows[index].figure, index + 1
        following = self._rows[after].figure if after < len(self._rows) else None
        if following is None or not own.span.contains(following.span) or own.span == following.span:
            return None
        return after if self._fits(own, following) and self.is_state(after) else None

    def is_state(self, index: int) -> bool:
        """Whether the noun counted says itself what happened (*de los 14 **abatidos***), and not the verb (*murieron 7 de los 14*)."""
        warrant = self._rows[index].warrant
        return warrant is not None and warrant.rule == "frame:state"

    def find_group(self, index: int) -> Span | None:
        """*Dos de **los rescatados**; de **los fallecidos**, cuatro …*: all to whom the same happened. A share is of them all anyway."""
        counted, figure = self._rows[index].counted, self._rows[index].figure
        if figure.category is None or figure.unit is not None:
            return None
        return self._group_inside(counted, figure) or self._group_before(counted, figure) or self._beside_one(counted)

    def _beside_one(self, counted: Counted) -> Span | None:
        """***Un suboficial y** cinco soldados murieron*: the five are not all of them."""
        noun, link = counted.noun, self._document.next_token(counted.tokens[0], -1)
        other = self._document.next_token(link, -1) if link is not None else None
        one = self._document.next_token(other, -1) if other is not None else None
        if noun is None or link is None or other is None or one is None or link.tag != "CCONJ":
            return None
        fighting = {"force", "military"}
        alike = self._vocabulary.kinds_of(noun) & fighting and self._vocabulary.kinds_of(other) & fighting
        lone = self._is(one, "plain") and other.has("Number=Sing")
        return one.span.cover(counted.span) if alike and lone else None

    def _group_inside(self, counted: Counted, figure: Figure) -> Span | None:
        article, noun = counted.definite, counted.noun
        if article is None or noun is None or not self._is(article, "definite") or article.index >= noun.index:
            return None
        return article.span.cover(noun.span) if self._tells(noun, figure) else None

    def _group_before(self, counted: Counted, figure: Figure) -> Span | None:
        first = counted.tokens[0].index
        start = self._document.sentence_of(counted.anchor).first
        for index in range(first - 3, max(start, first - GROUP) - 1, -1):
            opener, article, noun = self._document.tokens[index : index + 3]
            opens = index == start or self._document.tokens[index - 1].tag == "PUNCT"
            closed = self._document.tokens[index + 3].text == "," if index + 3 < first else False
            if (
                opens
                and closed
                and self._is(opener, "of")
                and self._is(article, "definite")
                and self._tells(noun, figure)
            ):
                return article.span.cover(noun.span)
        return None

    def _tells(self, noun: Token, figure: Figure) -> bool:
        """Whether a noun says of those whom it names what happened to those whom the figure counts."""
        return any(frame.category == figure.category for frame, _ in self._triggers.states_at(self._document, noun))

    def _before(self, index: int) -> Counted | None:
        return self._rows[index - 1].counted if index else None

    def _last_like(
        self,
        index: int,
        links: dict[int, _Link],
        rule: str,
        *,
        reach: int | None,
        pronoun: Token | None = None,
        noun: Token | None = None,
    ) -> _Link | None:
        """The last figure before of the same category, no part itself, that is large enough."""
        own = self._rows[index]
        for place in range(index - 1, -1, -1):
            other = self._rows[place]
            if reach is not None and self._gap(own, other) > reach:
                return None
            agrees = pronoun is None or other.counted.noun is None or _agree(pronoun, other.counted.noun)
            named = noun is None or (other.counted.noun is not None and other.counted.noun.lemma == noun.lemma)
            if place not in links and agrees and named and self._fits(own.figure, other.figure):
                return place, rule
        return None

    def _fits(self, part: Figure, whole: Figure) -> bool:
        """Whether one can be a part of the other: the same category and, unless the part is a share, no more of it."""
        if part.category != whole.category or whole.unit is not None or part.per != whole.per:
            return False
        low, top = part.low if part.low is not None else part.high, whole.high if whole.high is not None else whole.low
        return part.unit is not None or low is None or top is None or low <= top or whole.high is None

    def _gap(self, own: Row, other: Row) -> int:
        return (
            self._document.sentence_of(own.counted.anchor).index
            - self._document.sentence_of(other.counted.anchor).index
        )

    # --- what says so -------------------------------------------------------------------------------------------------

    def _announced(self, index: int) -> int | None:
        """*De los 6.000, 1.000 … y 5.000 …*: a total with *de* and an article at the head of the clause."""
        own = self._rows[index]
        for place in range(index - 1, -1, -1):
            other = self._rows[place]
            if self._gap(own, other):
                return None
            if self._opens_with_total(other.counted) and self._fits(own.figure, other.figure):
                return place
        return None

    def _opens_with_total(self, counted: Counted) -> bool:
        first = counted.tokens[0]
        article = first if self._is(first, "definite") else self._document.next_token(first, -1)
        if article is None or not self._is(article, "definite"):
            return False
        opener = self._document.next_token(article, -1)
        after = self._document.next_token(counted.tokens[-1])
        if opener is None or not self._is(opener, "of") or after is None:
            return False
        before = self._document.next_token(opener, -1)
        return (before is None or before.tag in ("PUNCT", "CCONJ", "SCONJ")) and self._closes(after)

    def _closes(self, token: Token) -> bool:
        """A comma, perhaps after a relative clause or a complement of a few words."""
        following: Token | None = token
        for _ in range(GROUP):
            if following is None or (following.tag == "PUNCT" and following.text != ","):
                return False
            if following.text == ",":
                return True
            following = self._document.next_token(following)
        return False

    def _points_back(self, counted: Counted) -> bool:
        """*500 de **esos** soldados*."""
        word = counted.definite
        return (
            word is not None
            and counted.noun is not None
            and self._is(word, "partitive")
            and word.index < counted.noun.index
        )

    def _is_among(self, counted: Counted, figure: Figure) -> bool:
        """***Entre los muertos** hay 12 niños*: the state of the figure's own category."""
        first = counted.tokens[0].index
        sentence = self._document.sentence_of(counted.anchor)
        for index in range(first - 2, max(sentence.first, first - GROUP) - 1, -1):
            opener, article = self._document.tokens[index], self._document.tokens[index + 1]
            state = self._document.next_token(article)
            if (
                not self._is(opener, "both")
                or not self._is(article, "definite")
                or state is None
                or state.index >= first
            ):
                continue
            frames = self._triggers.states_at(self._document, state)
            return any(frame.category == figure.category for frame, _ in frames)
        return False

    def _is_of_that(self, counted: Counted) -> bool:
        """***De esa suma**, 200 millones …*: a clause that opens with *de*, a demonstrative and a noun."""
        first = counted.tokens[0].index
        start = self._document.sentence_of(counted.anchor).first
        for index in range(start, first - 3):
            opener, word, noun, comma = self._document.tokens[index : index + 4]
            opens = index == start or self._document.tokens[index - 1].tag == "PUNCT"
            points = word.has("PronType=Dem") and noun.tag == "NOUN" and comma.text == ","
            if opens and points and self._is(opener, "of"):
                return True
        return False

    def _is_recovered(self, counted: Counted) -> bool:
        """*Recuperaron **27 cadáveres***, *han sido identificados 12 cuerpos*: some of the dead, whom not all have yet joined."""
        noun = counted.noun
        if noun is None or "remains" not in self._vocabulary.kinds_of(noun):
            return False
        verb = self._document.head(counted.anchor)
        around = (verb, *self._document.children_by(counted.anchor, "acl", "amod"))
        return any(
            self._is_verb(token, "recover")
            for token in around
            if token is not None and token.tag in ("VERB", "ADJ", "NOUN")
        )

    def _is_verb(self, token: Token, role: str) -> bool:
        return any(self._vocabulary.is_in(lemma, role) for lemma in self._triggers.lemmas_of(token))  # type: ignore[arg-type]

    def _is(self, token: Token, role: str) -> bool:
        return self._vocabulary.is_in(fold_word(token.text), role)  # type: ignore[arg-type]

    # --- parts that add up --------------------------------------------------------------------------------------------

    def find_summands(self, index: int) -> dict[int, _Link]:
        """Two or more figures right after this one, in its sentence or the next, that come to it exactly."""
        whole = self._rows[index]
        if whole.figure.category is None or not _is_exact(whole.figure):
            return {}
        total, parts = 0.0, []
        for place in self._following(index):
            total += self._rows[place].figure.low or 0
            parts.append(place)
            if total == whole.figure.low and len(parts) > 1:
                return dict.fromkeys(parts, (index, "sum"))
            if total > (whole.figure.low or 0):
                break
        return {}

    def _following(self, index: int) -> Iterator[int]:
        """The figures behind this one that count the same; up to the first that does not."""
        whole = self._rows[index]
        for place in range(index + 1, len(self._rows)):
            other = self._rows[place]
            alike = other.figure.category == whole.figure.category and other.figure.per == whole.figure.per
            if (
                self._gap(other, whole) > 1
                or not alike
                or not _is_exact(other.figure)
                or not self._same_things(whole, other)
            ):
                return
            yield place

    def _same_things(self, whole: Row, part: Row) -> bool:
        """Of one unit and owner, or of places of their own (*58 muertos: 45 en Arica y 13 en Calama*)."""
        units = {self._vocabulary.unit_kind(row.figure.counts) for row in (whole, part)}
        local = any(reason.rule == "owner:beside" for reason in part.figure.reasons)
        return len(units) == 1 and (part.figure.of == whole.figure.of or (local and self._gap(part, whole) == 0))


def _is_exact(figure: Figure) -> bool:
    return (
        figure.low is not None
        and figure.low == figure.high
        and figure.unit is None
        and not figure.vague
        and figure.low > 0
    )


def _agree(pronoun: Token, noun: Token) -> bool:
    genders = ("Gender=Masc", "Gender=Fem")
    return not any(pronoun.has(a) and noun.has(b) for a, b in (genders, genders[::-1]))
