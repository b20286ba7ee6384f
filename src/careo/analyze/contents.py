"""Contents: what a verb of saying introduces, be it a complement, a quotation, or the clause before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careo.analyze.cues import VerbCue, verb_index
from careo.analyze.extents import clause_start, complement_extent, rest_of_clause, tidy, whole_quotations
from careo.analyze.proforms import find_sentence_before, find_taken_up
from careo.analyze.quotations import Quotation
from careo.analyze.subjects import Subject
from careo.analyze.words import grammar_of, is_finite, strip_span
from careo.lang.pack import Pack
from careo.model import Span
from careo.text import Document, Token

_OPEN = "\"“«‘'„‹—–―"
_CLOSE = "\"”»’'›—–―"


@dataclass(frozen=True, slots=True)
class FoundContent:
    """A content and how it was found: ``complement colon quotation before pro-form pronoun``.

    ``quotation`` is the one it consists of, if so.
    """

    span: Span
    rule: str
    quotation: Quotation | None = None


class Quoted:
    """The outermost quotations of a document, looked up by where they begin and end."""

    def __init__(self, document: Document, quotations: Sequence[Quotation]) -> None:
        self.all = tuple(quotations)
        self.outer = tuple(q for q in quotations if q.depth == 0)
        self._document = document

    def starting_after(self, position: int, limit: int) -> Quotation | None:
        """The first outermost quotation that begins at or after ``position`` and before ``limit``."""
        return next((q for q in self.outer if position <= q.outer.start < limit), None)

    def ending_before(self, position: int) -> Quotation | None:
        """The outermost quotation that ends right before ``position``, save for a comma, a dash and spaces."""
        for quotation in self.outer:
            gap = self._document.text[quotation.outer.end : position]
            if quotation.outer.end <= position and len(gap) <= 4 and not gap.strip(" ,-—–―\t\xa0"):
                return quotation
        return None

    def around(self, position: int) -> Quotation | None:
        """The outermost quotation that holds ``position``."""
        return next((q for q in self.outer if q.outer.start <= position < q.outer.end), None)


def find_content(document: Document, cue: VerbCue, subject: Subject, quoted: Quoted, pack: Pack) -> FoundContent | None:
    """What ``cue`` introduces; None where it introduces nothing, so that it is no cue."""
    whole = find_sentence_before(document, cue, subject, pack)
    if whole is not None:
        return FoundContent(whole, "pro-form")
    if cue.entry.specifies and _has_own_cue(document, cue, pack):
        return None
    content = _after_colon(document, cue, quoted, pack)
    if content is not None:
        return content
    if cue.fits and not any(c.clausal and c.span.start - cue.token.end <= 1 for c in cue.complements):
        before = _before(document, cue, subject, quoted, pack) if cue.entry.quotes else None
        if before is not None and before.quotation is not None:
            return before  # *«…», escribió en una carta que conoció este diario*
    if cue.fits:
        span = complement_extent(document, cue, quoted.all, pack)
        if (
            span is not None
            and len(span) > 1
            and not (span.end <= cue.token.start and is_postposed(document, cue, subject))
        ):
            only = next((q for q in quoted.outer if q.inner == span), None)
            return FoundContent(span, "complement", only)
    found = _find_displaced_content(document, cue, subject, quoted, pack)
    taken_up = find_taken_up(document, cue, subject, pack) if found is None else None
    return found if taken_up is None else FoundContent(taken_up, "pronoun")


def _find_displaced_content(
    document: Document, cue: VerbCue, subject: Subject, quoted: Quoted, pack: Pack
) -> FoundContent | None:
    """What stands before the verb or around it, or behind it in quotation marks."""
    if not cue.entry.quotes and "clause" not in cue.entry.content:
        return None
    before = _before(document, cue, subject, quoted, pack)
    if before is not None and before.quotation is not None:
        return before
    return _quotation_after(document, cue, quoted) or _around(document, cue, subject, quoted, pack) or before


def _after_colon(document: Document, cue: VerbCue, quoted: Quoted, pack: Pack) -> FoundContent | None:
    """*dijo: “…”*, *añadió la ministra: no habrá recortes*."""
    sentence = document.sentence_of(cue.token)
    colon = None
    for token in document.tokens[cue.token.index + 1 : sentence.last + 1]:
        if token.text == ":":
            colon = token
            break
        if token.text in _OPEN or (token.tag in ("VERB",) and is_finite(document, token)):
            return None
    if colon is None:
        return None
    if not (cue.entry.quotes or "clause" in cue.entry.content):
        return None
    block = next((b for b in document.blocks if b.start <= colon.start < b.end), sentence.span)
    quotation = quoted.starting_after(colon.end, block.end)
    listed = cue.fits and any(c.slot in ("object", "clause") and c.span.start < colon.start for c in cue.complements)
    if quotation is not None and not listed and not document.text[colon.end : quotation.outer.start].strip():
        return FoundContent(quotation.inner, "colon", quotation)
    told = any(c.span.start < colon.start and c.slot != "person" for c in cue.complements)
    if cue.fits and told and not cue.entry.specifies:
        return None
    following = document.tokens[colon.index + 1] if colon.index < sentence.last else None
    if following is not None and following.tag == "VERB" and following.lemma in pack.derived(verb_index):
        return None  # *desmintió al ministro: dijo que …*: the second verb has the content
    span = tidy(
        document.text, whole_quotations(Span(colon.end, max(colon.end, sentence.span.end)), quoted.all), quoted.all
    )
    if told and not any(is_finite(document, t) for t in document.tokens_in(span) if t.tag in ("VERB", "AUX")):
        return None  # *precisó los horarios: de nueve a dos*
    return FoundContent(span, "colon") if len(span) > 3 else None


def _has_own_cue(document: Document, cue: VerbCue, pack: Pack) -> bool:
    """Whether what follows a colon behind the cue has a verb of saying at its end (*matizó lo dicho: son doce, **aceptó***)."""
    rest = document.tokens[cue.token.index + 1 : document.sentence_of(cue.token).last + 1]
    if not any(t.text == ":" for t in rest):
        return False
    ending = [t for t in rest if t.tag != "PUNCT"][-4:]
    close = next((t for t in reversed(ending) if t.tag == "VERB" and t.lemma in pack.derived(verb_index)), None)
    return close is not None and is_finite(document, close) and document.tokens[close.index - 1].text == ","


def _quotation_after(document: Document, cue: VerbCue, quoted: Quoted) -> FoundContent | None:
    """*dijo «…»*: a quotation behind the verb with nothing but its subject and adjuncts between."""
    if not cue.entry.quotes:
        return None
    sentence = document.sentence_of(cue.token)
    quotation = quoted.starting_after(cue.token.end, sentence.span.end)
    if quotation is None or quotation.mark == "—":
        return None
    between = document.tokens_in(Span(cue.token.end, quotation.outer.start))
    if any(t.text in ".;" or (t.tag == "VERB" and is_finite(document, t)) for t in between) or len(between) > 25:
        return None
    if between and between[-1].text == ",":
        return None
    if len(document.tokens_in(quotation.inner)) < 3 and not between:
        return FoundContent(quotation.inner, "quotation", quotation)
    if any(t.tag == "ADP" for t in between[-1:]):
        return None
    if between and between[-1].tag in ("DET", "ADJ", "NOUN", "PROPN") and len(document.tokens_in(quotation.inner)) < 4:
        return None  # la «causa raíz»: a quoted name, not speech
    return FoundContent(quotation.inner, "quotation", quotation)


def _around(document: Document, cue: VerbCue, subject: Subject, quoted: Quoted, pack: Pack) -> FoundContent | None:
    """A cue between commas: *la vía por la que, aseguran los vecinos, {pasan mil camiones}*; *{Su hijo, cuenta, se fue a la ciudad}*."""
    if "clause" not in cue.entry.content or not is_finite(document, cue.token) or cue.fits:
        return None
    first = phrase_start(document, cue.token)
    named = subject.head is not None and not subject.inherited and subject.head.index > cue.token.index
    last = document.edges(subject.head)[1] if named and subject.head is not None else cue.token
    sentence = document.sentence_of(cue.token)
    if first.index <= sentence.first + 1 or last.index + 2 > sentence.last:
        return None
    before, after = document.tokens[first.index - 1], document.tokens[last.index + 1]
    if before.text != "," or after.text != ",":
        return None
    opener, following = document.tokens[before.index - 1], document.tokens[after.index + 1]
    grammar = grammar_of(pack)
    if opener.lower in (*grammar.relatives, *grammar.complementizers) or opener.tag in ("SCONJ", "CCONJ"):
        return FoundContent(rest_of_clause(document, opener, following, quoted.all), "around")
    start = clause_start(document, before, pack)
    adverbial = document.tokens[start].tag == "SCONJ" or document.tokens[start].lower in grammar.conditionals
    if not adverbial and any(
        t.tag in ("VERB", "AUX") and is_finite(document, t) for t in document.tokens[start : before.index]
    ):
        return None
    span = Span(document.tokens[start].start, document.tokens[sentence.last].end)
    return FoundContent(tidy(document.text, whole_quotations(span, quoted.all), quoted.all), "around")


def phrase_start(document: Document, token: Token) -> Token:
    """The first word of the verb's own phrase: its auxiliaries, clitics, negators and short adverbs before it."""
    first = token
    while (previous := document.next_token(first, -1)) is not None:
        close = previous.tag in ("AUX", "PRON", "ADV", "PART") or previous.relation in ("aux", "expl", "cop")
        if not close or previous.tag == "PUNCT" or (previous.tag == "PRON" and previous.has("PronType=Int,Rel")):
            break
        first = previous
    return first


def is_postposed(document: Document, cue: VerbCue, subject: Subject) -> bool:
    """Whether the verb stands behind its content: a comma, a dash or a closing mark right before its phrase."""
    first = phrase_start(document, cue.governor if cue.governor.index < cue.token.index else cue.token)
    previous = document.next_token(first, -1) or (document.tokens[first.index - 1] if first.index else None)
    if previous is None:
        return False
    if previous.text in _CLOSE or previous.text == ",":
        return True
    if subject.head is not None and not subject.inherited and subject.head.index < cue.token.index:
        left, _ = document.edges(subject.head)
        before = document.tokens[left.index - 1] if left.index else None
        comma = before if before is not None and before.text == "," else None
        before = document.tokens[comma.index - 1] if comma is not None and comma.index else before
        return before is not None and before.text in _CLOSE
    return previous.text in ".!?…" and first.index > 0


def _before(document: Document, cue: VerbCue, subject: Subject, quoted: Quoted, pack: Pack) -> FoundContent | None:
    """The quotation or clause that ends right before the verb (*“…”, agregó*; *Norte envía tropas, dijo X*)."""
    if not is_finite(document, cue.token) and not is_finite(document, cue.governor):
        return None
    if cue.token.relation == "acl" or not is_postposed(document, cue, subject):
        return None
    first = phrase_start(document, cue.governor if cue.governor.index < cue.token.index else cue.token)
    if subject.head is not None and not subject.inherited and subject.head.index < first.index:
        left, _ = document.edges(subject.head)
        first = left if quoted.ending_before(left.start) is not None else first
    quotation = quoted.ending_before(first.start)
    if quotation is not None:
        return _quoted_before(document, cue, quotation, quoted, pack)
    return _clause_before(document, cue, subject, first, pack)


def _quoted_before(
    document: Document, cue: VerbCue, quotation: Quotation, quoted: Quoted, pack: Pack
) -> FoundContent | None:
    if not cue.entry.quotes:
        return None
    inside = document.tokens_in(quotation.outer)
    if not inside or quotation.mark == "—":
        return FoundContent(quotation.inner, "before", quotation) if inside else None
    sentence = document.sentence_of(inside[0])
    start = clause_start(document, inside[0], pack)
    if sentence.first == inside[0].index or start >= inside[0].index:
        return FoundContent(quotation.inner, "before", quotation)
    prefix = document.tokens[start : inside[0].index]
    if any(t.text in ":.;!?" for t in prefix[-1:]) or not any(
        t.tag in ("VERB", "AUX", "NOUN", "PROPN") for t in prefix
    ):
        return FoundContent(quotation.inner, "before", quotation)
    span = Span(document.tokens[start].start, quotation.outer.end)
    return FoundContent(tidy(document.text, span, quoted.all), "before")


def _clause_before(document: Document, cue: VerbCue, subject: Subject, first: Token, pack: Pack) -> FoundContent | None:
    if "clause" not in cue.entry.content:
        return None
    named = subject.head is not None and not subject.inherited and subject.head.index > cue.token.index
    inverted = any(
        c.relation in ("ccomp", "parataxis") and c.index < cue.token.index for c in document.children(cue.token)
    )
    if not named and not inverted and cue.token.relation != "parataxis":
        return None
    if any(c.clausal and c.head.index > cue.token.index for c in cue.complements):
        return None
    comma = document.tokens[first.index - 1] if first.index else None
    if comma is None or comma.text != ",":
        return None
    sentence = document.sentence_of(comma)
    start = clause_start(document, comma, pack)
    tokens = document.tokens[start : comma.index]
    if sentence.first > start or not any(
        is_finite(document, t) for t in tokens if t.tag in ("VERB", "AUX", "ADJ", "NOUN")
    ):
        return None
    span = strip_span(document.text, Span(tokens[0].start, tokens[-1].end))
    return FoundContent(span, "before")
