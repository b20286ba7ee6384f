"""Which moment dates what: a saying, a figure.

A moment dates a saying where it is an adjunct of the cue, by the tree or, where the tree goes astray, by standing beside it with no other
verb between; never where it stands in the content. What is not dated is not guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from careo.analyze.calendar import parse_published
from careo.analyze.timeline import Moment
from careo.model import Span
from careo.text.document import Document, Token

_VERBAL: Final = ("VERB", "AUX")
_OUTSIDE: Final = ("nsubj", "obj", "iobj", "csubj", "appos")
_FINE: Final = tuple("day weekend week fortnight month season quarter semester year decade century".split())
_DAYS: Final = ("day", "weekend", "week", "fortnight")
_ASIDE: Final = ("acl", "amod", "nmod", "appos")
_TODAY: Final = ("today", "this_part_of_day")
_MARKS: Final = "\"'“”«»‘’„‹›—–"
_DEPTH: Final = 6
_NEAR: Final = 80  # characters between a document and *según el cual*
_WEEK: Final = 7
_REACH: Final = 2_000  # characters before the sentence of a cue in which its quotation may begin


def resolve_said(
    document: Document, cue: Token, moments: Sequence[Moment], excluded: Sequence[Span], published: str | None
) -> str | None:
    """When it was said, as EDTF; None where the text does not tell.

    ``cue`` is the head of the cue (a verb, a noun of saying, a preposition), ``excluded`` are contents: a moment inside one of them
    belongs to what is said. ``published`` dates a *hoy* in the first person inside a quotation unless the text dates the speaker
    otherwise.
    """
    reach = document.sentence_of(cue).span
    near = [m for m in moments if m.span.end > reach.start - _REACH and m.span.start < reach.end]
    contents = [e for e in excluded if e.end > reach.start - _REACH and e.start < reach.end]
    dated = _Datings(document, near, contents)
    said = dated.of_cue(cue, 0)
    quoted = dated.find_first_person(cue) if said is None else None
    if quoted is None:
        return said
    return (
        _last_told(document, [m for m in moments if m.span.end <= quoted.span.start], excluded, published)
        or quoted.value
    )


def resolve_as_of(document: Document, figure_span: Span, moments: Sequence[Moment], said: str | None) -> str | None:
    """The date of a figure where it is another than that of the saying; None where the text does not tell.

    *hasta el viernes* dates a figure on that day; that of an event beside is none (*los muertos por el sismo registrado el martes*).
    """
    inside = document.tokens_in(figure_span)
    head = next(
        (t for t in inside if t.head == t.index or not figure_span.contains(document.tokens[t.head].span)), None
    )
    if head is None:
        return None
    sentence = document.sentence_of(head)
    found: list[tuple[int, int, str]] = []
    for moment in moments:
        token = document.tokens[moment.token]
        if token not in sentence or moment.span.overlaps(figure_span) or moment.value == said:
            continue
        steps = _steps_between(document, token, head)
        if steps is not None:
            value = moment.value.removeprefix("../") if moment.open == "start" else moment.value
            found.append((steps, abs(moment.span.start - figure_span.start), value))
    if not found:
        return None
    value = min(found)[2]
    return None if value == said else value


def resolve_former(said: str | None, published: str | None) -> str | None:
    """The date of a figure that had been given up when it was told: until that day, as an EDTF interval open at its start."""
    told = parse_published(said) or parse_published(published)
    return f"../{told.end.isoformat()}" if told is not None else None


def _steps_between(document: Document, token: Token, head: Token) -> int | None:
    """How far a moment stands from a figure: both hang on one verb, or the moment hangs on the counted noun; None where neither."""
    clause = _clause_of(document, head)
    above = {head.index, *(ancestor.index for ancestor in document.ancestors(head))}
    for number, ancestor in enumerate(document.ancestors(token)):
        if ancestor.index == head.index:
            return 0
        if clause is not None and ancestor.index == clause.index:
            return 1 + number
        if ancestor.relation in _ASIDE and ancestor.head not in above:
            return None  # la cifra de muertos por el terremoto registrado el martes
        if ancestor.tag in _VERBAL and not ancestor.has("VerbForm=Part") and ancestor.relation != "acl":
            return None
    return None


def _clause_of(document: Document, token: Token) -> Token | None:
    """The verb (or predicate with a copula) of the clause that ``token`` stands in."""
    for ancestor in (token, *document.ancestors(token)):
        if ancestor.tag in _VERBAL or document.children_by(ancestor, "cop"):
            return ancestor
    return None


def _last_told(
    document: Document, before: Sequence[Moment], excluded: Sequence[Span], published: str | None
) -> str | None:
    """The day on which the text last had somebody do something in a main clause, in the week up to the publication."""
    today = parse_published(published)
    for moment in reversed(before):
        if moment.precision != "day" or moment.kind != "point" or any(e.contains(moment.span) for e in excluded):
            continue
        clause = _clause_of(document, document.tokens[moment.token])
        day = parse_published(moment.value)
        if clause is None or clause.relation != "root" or not clause.has("Tense=Past") or day is None or today is None:
            continue
        if 0 <= (today.end - day.end).days < _WEEK:
            return moment.value
    return None


class _Datings:
    """The moments around one cue that may date it."""

    def __init__(self, document: Document, moments: Sequence[Moment], excluded: Sequence[Span]) -> None:
        self.document = document
        self.moments = moments
        self.excluded = excluded
        self.outside = [m for m in moments if not m.open and not any(e.contains(m.span) for e in excluded)]

    def of_cue(self, cue: Token, depth: int) -> str | None:
        """The moment of the cue's own clause; else, for a cue that depends on another verb, that of the verb."""
        if depth > _DEPTH:
            return None
        own = self._own(cue)
        if own is not None:
            return own.value
        governor = self._governor(cue)
        if governor is not None:
            return self.of_cue(governor, depth + 1)
        return self._of_event(cue) or self._of_relative(cue)

    def _of_relative(self, cue: Token) -> str | None:
        """*la noche del lunes, cuando advirtió*; *la versión publicada el martes, según la cual*; *informó ayer Ana, quien admitió*."""
        governed = self.document.tokens[cue.head] if cue.relation == "case" else cue
        if "Rel" in governed.features:
            return self._of_antecedent(cue)
        if cue.relation == "case" and (told := self._of_presentation(cue)):
            return told
        clause = next(
            (a for a in (cue, *self.document.ancestors(cue)) if a.relation not in ("conj", "case", "mark")), cue
        )
        noun = self.document.head(clause)
        if noun is None or clause.relation not in ("acl", "advcl", "nmod", "obl"):
            return None
        for moment in self.outside:
            token = self.document.tokens[moment.token]
            if moment.span.end > cue.start:
                continue
            if moment.token == noun.index and moment.precision == "day" and clause.relation in ("acl", "advcl"):
                return moment.value
            if (
                moment.of_saying
                and cue.tag not in _VERBAL
                and any(a.index == noun.index for a in self.document.ancestors(token))
            ):
                return moment.value
        return self._of_subject_told(cue, clause, noun)

    def _of_presentation(self, cue: Token) -> str | None:
        """*según el recuento que presentó el martes la oficina*, *según un informe entregado el martes*."""
        noun = self.document.tokens[cue.head]
        for moment in self.outside:
            verb = self.document.head(self.document.tokens[moment.token])
            if verb is None or moment.attributive or moment.precision != "day" or verb.head != noun.index:
                continue
            told = (verb.relation == "acl" and verb.has("Tense=Past")) or (
                verb.relation == "amod" and verb.has("VerbForm=Part")
            )
            if told and verb.start > noun.end:
                return moment.value
        return None

    def _of_antecedent(self, cue: Token) -> str | None:
        """The date of the document right before *según el cual*."""
        near = [m for m in self.moments if m.of_saying and m.span.end <= cue.start and cue.start - m.span.end < _NEAR]
        return near[-1].value if near else None

    def _of_subject_told(self, cue: Token, clause: Token, noun: Token) -> str | None:
        """A relative clause about the one who speaks shares the date of what was said before."""
        if clause.relation != "acl" or not clause.has("Tense=Past") or clause.index != cue.index:
            return None
        if not any(t.relation == "nsubj" and "Rel" in t.features for t in self.document.children(clause)):
            return None
        speaker = noun
        while speaker.relation in ("appos", "flat", "nmod", "conj") and speaker.head != speaker.index:
            speaker = self.document.tokens[speaker.head]
        verb = self.document.head(speaker)
        if (
            verb is None
            or not self._is_subject(speaker, verb)
            or verb.tag != "VERB"
            or self._in_content(verb)
            or not verb.has("Tense=Past")
        ):
            return None
        own = self._own(verb)
        return own.value if own else None

    def _is_subject(self, noun: Token, verb: Token) -> bool:
        """A subject, or what the tree takes for an object behind a verb that has neither subject nor preposition beside it."""
        if noun.relation == "obj" and verb.end <= noun.start:
            return not self.document.children_by(noun, "case") and not self.document.children_by(verb, "nsubj")
        return noun.relation == "nsubj"

    def _own(self, cue: Token) -> Moment | None:
        sentence = self.document.sentence_of(cue)
        candidates: list[tuple[int, int, int, int]] = []
        for number, moment in enumerate(self.outside):
            token = self.document.tokens[moment.token]
            if token not in sentence or moment.of_event or self._dates_figure(moment, cue):
                continue
            by_tree = self._hangs_on(moment, token, cue)
            if (
                by_tree
                or (by_tree is None and self._stands_beside(moment, cue))
                or self._dates_subject(moment, token, cue)
            ):
                distance = min(abs(moment.span.start - cue.end), abs(cue.start - moment.span.end))
                candidates.append((_FINE.index(moment.precision), not by_tree, distance, number))
        return self.outside[min(candidates)[3]] if candidates else None

    def _hangs_on(self, moment: Moment, token: Token, cue: Token) -> bool | None:
        """Whether the moment is an adjunct of the cue: True, False where it is one of another clause, None where the tree is unsure."""
        node, inside_phrase = token, moment.attributive
        if moment.attributive and moment.precision != "day" and not moment.of_saying:
            return False
        for ancestor in self.document.ancestors(token):
            if self._in_content(ancestor) and ancestor.index != cue.index:
                return False if inside_phrase and not self._is_venue(moment, node, cue) else None
            if node.relation in _OUTSIDE and node is not token and inside_phrase and not self._tells(moment, node, cue):
                return False
            if ancestor.index == cue.index:
                return node.index not in moment.apart and not self._is_aside(moment, node)
            if self._is_verb(ancestor):
                if not self._is_adjunct_clause(ancestor, cue):
                    return False
                inside_phrase = True
            node = ancestor
        return None

    def _is_verb(self, token: Token) -> bool:
        """A verb or participle; what has an article and a preposition is a noun whatever its tag."""
        if token.tag not in _VERBAL and not token.has("VerbForm=Part"):
            return False
        return not (self.document.children_by(token, "det") and self.document.children_by(token, "case"))

    def _is_venue(self, moment: Moment, node: Token, cue: Token) -> bool:
        """Whether a phrase that the tree hangs into a content may belong to the cue all the same."""
        if moment.of_saying or node.has("VerbForm=Ger") or cue.head == node.index:
            return True
        return node.index not in moment.apart and bool(self.document.children_by(node, "case"))

    def _is_aside(self, moment: Moment, node: Token) -> bool:
        """*Detenido el jueves, negó*: a participle that is no asking dates what happened to the speaker."""
        if moment.of_saying or not node.has("VerbForm=Part") or self._has_finite(node):
            return False
        return node.relation in ("advcl", "advmod", "amod", "acl") and not self.document.children_by(node, "case")

    def _tells(self, moment: Moment, node: Token, cue: Token) -> bool:
        """Whether the noun that the moment dates is the one that speaks: a document as subject, or where the verb has no other."""
        if not moment.of_saying:
            return False
        return node.relation not in ("obj", "iobj") or not self.document.children_by(cue, "nsubj")

    def _dates_figure(self, moment: Moment, cue: Token) -> bool:
        """*mostró una suba del 3 % en enero*: a month or a year right after a content with a number belongs to the number."""
        if moment.precision in _DAYS:
            return False
        return any(
            e.start >= cue.end
            and 0 <= moment.span.start - e.end <= 1
            and any(c.isdigit() for c in e.of(self.document.text))
            for e in self.excluded
        )

    def _is_adjunct_clause(self, verb: Token, cue: Token) -> bool:
        """A clause without finite verb beside the saying (*hablando el martes*, *en un acto celebrado el lunes*)."""
        if verb.has("VerbForm=Ger") or (verb.has("VerbForm=Part") and not self._has_finite(verb)):
            return True
        return (
            verb.has("VerbForm=Inf")
            and not self._has_finite(verb)
            and verb.end <= cue.start
            and verb.relation == "advcl"
        )

    def _has_finite(self, verb: Token) -> bool:
        return any(t.has("VerbForm=Fin") for t in (verb, *self.document.children_by(verb, "aux", "cop")))

    def _in_content(self, token: Token) -> bool:
        return any(e.contains(token.span) for e in self.excluded)

    def _stands_beside(self, moment: Moment, cue: Token) -> bool:
        """No verb and no relative stands between the moment and the cue, but for contents."""
        before = moment.span.end <= cue.start
        gap = Span(moment.span.end, cue.start) if before else Span(min(cue.end, moment.span.start), moment.span.start)
        for token in self.document.tokens_in(gap):
            if self._in_content(token):
                continue
            other = token.tag in _VERBAL and token.head != cue.index and not token.has("VerbForm=Ger")
            if other or "Rel" in token.features:
                return False
        return not self._in_content(self.document.tokens[moment.token])

    def _dates_subject(self, moment: Moment, token: Token, cue: Token) -> bool:
        """*Un informe divulgado en octubre, al que …, ya advertía*: the document stands first and the cue has no other subject."""
        if not moment.of_saying or moment.span.end > cue.start or self.document.children_by(cue, "nsubj"):
            return False
        tops = [a for a in self.document.ancestors(token) if a.tag == "NOUN" and a.relation in ("root", "nsubj")]
        return (
            bool(tops) and tops[0].end < moment.span.start and self.document.sentence_of(cue).first >= tops[0].index - 3
        )

    def _governor(self, cue: Token) -> Token | None:
        """The verb whose date a dependent cue shares."""
        head = next((a for a in self.document.ancestors(cue) if not self._in_content(a)), None)
        if head is None:
            return None
        if cue.tag not in _VERBAL:
            if cue.relation in ("case", "mark") or "Rel" in cue.features:
                return None
            return head if cue.relation in ("obj", "obl", "conj", "xcomp", "advcl") and head.tag in _VERBAL else None
        subject = self.document.children_by(cue, "nsubj", "csubj")
        if cue.has("VerbForm=Ger") or (cue.has("VerbForm=Inf") and cue.relation in ("xcomp", "advcl")):
            return head if cue.relation in ("advcl", "xcomp", "conj", "acl") else None
        if cue.relation == "conj" and not subject and head.tag in _VERBAL:
            return None if self._begins_anew(cue) else head
        if cue.relation == "ccomp" and not subject and cue.has("Tense=Pres") and cue.has("Person=3"):
            return head
        return None

    def _begins_anew(self, cue: Token) -> bool:
        """Whether a content opens between the conjunction and the cue: *pidió hoy calma y «no habrá trato», agregó*."""
        joined = self.document.children_by(cue, "cc")
        return bool(joined) and any(joined[0].end <= e.start < cue.start for e in self.excluded)

    def _of_event(self, cue: Token) -> str | None:
        """*solo unas horas después de que el ministro lo confirmara*: the saying is on the day of what it is counted from."""
        sentence = self.document.sentence_of(cue)
        for moment in self.outside:
            if not moment.of_event or self.document.tokens[moment.token] not in sentence or moment.span.end > cue.start:
                continue
            between = self.document.tokens_in(Span(moment.span.end, cue.start))
            if not any(t.tag in _VERBAL and t.head != cue.index for t in between):
                return moment.value
        return None

    def find_first_person(self, cue: Token) -> Moment | None:
        """The *hoy* of *"Hoy puedo confirmar …", declaró*, said in the first person inside the quotation of the cue."""
        quote = self._quotation_beside(cue)
        if quote is None:
            return None
        spoken = (
            m for m in self.moments if m.rule in _TODAY and quote.contains(m.span) and self._speaks_of_self(m, quote)
        )
        return next(spoken, None)

    def _quotation_beside(self, cue: Token) -> Span | None:
        """The quoted content in the sentence of the cue."""
        sentence, text = self.document.sentence_of(cue).span, self.document.text
        for span in self.excluded:
            opened = text[max(0, span.start - 1) : span.start + 1]
            near = span.overlaps(sentence) or 0 <= sentence.start - span.end <= 3
            if near and any(mark in opened for mark in _MARKS) and not span.contains(cue.span):
                return span
        return None

    def _speaks_of_self(self, moment: Moment, quote: Span) -> bool:
        """Whether the clause of the moment is in the first person."""
        clause = _clause_of(self.document, self.document.tokens[moment.token])
        if clause is None or not quote.contains(clause.span):
            return False
        return any(t.has("Person=1") for t in (clause, *self.document.children_by(clause, "aux", "cop")))
