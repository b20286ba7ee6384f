"""What a quantity counts: the noun after it, the pronoun of a partitive, or nothing that is said (*5.000 ayudarían*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careo.analyze.figures.lexemes import fold_word
from careo.analyze.figures.quantities import Quantity
from careo.analyze.figures.vocabulary import Vocabulary
from careo.model import Span
from careo.text import Document, Token

_NOMINAL = ("NOUN", "PROPN", "ADJ", "X", "SYM")


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase of a quantity.

    ``noun``: what is counted; ``anchor``: the word by which the whole phrase hangs in the tree; ``tokens``: those of the phrase as the
    figure covers it; ``definite``: the word after *de* in a partitive (*6.000 de **esos** norcoreanos*, *600 de las **cuales***).
    """

    noun: Token | None
    anchor: Token
    tokens: tuple[Token, ...]
    definite: Token | None = None
    additional: bool = False
    article: Token | None = None

    @property
    def span(self) -> Span:
        """The characters of the figure."""
        return Span(self.tokens[0].start, self.tokens[-1].end)


def find_counted(
    document: Document, span: Span, core: Span, quantity: Quantity, vocabulary: Vocabulary
) -> Counted | None:
    """Find the phrase of the quantity that covers ``span``, its number ``core``; None where the parser saw no words there."""
    numbers = _tokens_over(document, core)
    own = _tokens_over(document, span)
    if not numbers or not own:
        return None
    reader = _PhraseReader(document, vocabulary)
    article, additional = reader.read_before(own[0])
    noun, definite, last, more = reader.read_after(own[-1], quantity)
    tokens = tuple(document.tokens[own[0].index : last.index + 1])
    anchor = _find_anchor(document, tokens, noun, numbers)
    return Counted(noun, anchor, tokens, definite, additional or more, article)


def is_difference(document: Document, counted: Counted, vocabulary: Vocabulary) -> bool:
    """*Siete muertos **menos***: how much lower a count is, which is no count of anybody."""
    after = document.next_token(counted.tokens[-1])
    return counted.noun is not None and after is not None and vocabulary.is_in(fold_word(after.text), "fewer")


def _tokens_over(document: Document, span: Span) -> tuple[Token, ...]:
    """The tokens that share a character with ``span``."""
    inside = document.tokens_in(span)
    if inside:
        first, last = inside[0].index, inside[-1].index
        while first > 0 and document.tokens[first - 1].end > span.start:
            first -= 1
        while last + 1 < len(document.tokens) and document.tokens[last + 1].start < span.end:
            last += 1
        return document.tokens[first : last + 1]
    return tuple(t for t in document.tokens if t.start < span.end and span.start < t.end)


def _find_anchor(document: Document, tokens: Sequence[Token], noun: Token | None, numbers: Sequence[Token]) -> Token:
    """The token whose head lies outside the phrase: the noun if it is one, else the number, else any."""
    inside = range(tokens[0].index, tokens[-1].index + 1)
    outer = [t for t in tokens if t.head == t.index or t.head not in inside]
    if noun is not None and noun in outer:
        return noun
    heads = (
        [t for t in outer if t in numbers]
        or [t for t in outer if t.relation not in ("case", "punct", "cc", "det", "advmod", "mark")]
        or outer
    )
    return heads[0] if heads else (noun or numbers[0])


class _PhraseReader:
    """Walks from the number to the words of its phrase."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary

    def read_before(self, first: Token) -> tuple[Token | None, bool]:
        """The article or determiner before the phrase, and whether it marks an increment (*otros 300*)."""
        before = self._document.next_token(first, -1)
        if self._is(first, "additional") and first.tag != "ADV":
            return None, True
        if before is None:
            return None, False
        if self._is(before, "additional") and before.tag in ("DET", "ADJ", "PRON"):
            return None, True
        return (before if self._is(before, "definite") else None), False

    def read_after(self, last: Token, quantity: Quantity) -> tuple[Token | None, Token | None, Token, bool]:
        """The noun, the definite word of a partitive, the last token of the phrase, and whether an increment is marked."""
        token = self._document.next_token(last)
        definite: Token | None = None
        more = False
        if quantity.unit is not None:
            unit = last
            last, more = self._read_modifiers(unit, unit)
            return (unit if unit.tag in _NOMINAL else None), None, last, more
        while token is not None and self._is(token, "additional") and token.tag != "VERB":
            more, last, token = True, token, self._document.next_token(token)
        if token is not None and self._is(token, "of"):
            after = self._document.next_token(token)
            if after is not None and (
                self._is(after, "definite") or self._is(after, "partitive") or len(token.lower) > 2
            ):
                definite = after if len(token.lower) == 2 else token
                token = after if len(token.lower) > 2 else self._skip_determiner(after)
                if token is None or self._is_pronoun(token):
                    return None, definite, token or after, more
            elif quantity.amount.noun:
                token = after
            else:
                return None, None, last, more
        if (
            definite is None
            and quantity.amount.kind == "share"
            and quantity.amount.noun
            and not quantity.amount.fraction
            and not self._after_of(token)
        ):
            return None, None, last, more
        noun, more_inside = self._find_noun(token, partitive=definite is not None)
        amount = quantity.amount
        if (
            noun is not None
            and amount.kind == "cardinal"
            and amount.noun
            and definite is None
            and not self._after_of(token)
        ):
            noun = None  # 1.250 millones diarios: what a noun like *millón* counts stands behind *de*
        if noun is None:
            return None, definite, definite or last, more
        measured = "aggregate" in self._vocabulary.kinds_of(noun) or noun.has("Number=Sing")
        if token is not None and token.tag == "DET" and definite is None and measured and self._is(token, "definite"):
            return None, definite, last, more  # elevó a 87 la cifra de muertos, cifró en 800 los asistentes
        end, more_after = self._read_modifiers(noun, noun)
        return noun, definite, end, more or more_inside or more_after

    def _after_of(self, token: Token | None) -> bool:
        before = self._document.next_token(token, -1) if token is not None else None
        return before is not None and self._is(before, "of")

    def _skip_determiner(self, token: Token) -> Token | None:
        while token.tag == "DET" or (self._is(token, "definite") and not self._is_pronoun(token)):
            following = self._document.next_token(token)
            if following is None or following.tag in ("AUX", "VERB", "PUNCT", "ADP"):
                return token if self._is_pronoun(token) else following
            token = following
        return token

    def _is_pronoun(self, token: Token) -> bool:
        return token.tag == "PRON" and self._is(token, "partitive")

    def _find_noun(self, token: Token | None, *, partitive: bool) -> tuple[Token | None, bool]:
        """The first noun from ``token`` on, past adjectives that stand before it; a nominal adjective or participle counts as one."""
        more = False
        for _ in range(5):
            if token is None:
                return None, more
            following = self._document.next_token(token)
            if self._is(token, "additional"):
                more = True
            elif not self._precedes(token, following) or (token.tag == "NUM" and not partitive):
                break
            token = following
        if token is None:
            return None, more
        participle = token.tag in ("VERB", "AUX") and token.has("VerbForm=Part")
        code = token.tag == "NUM" and not token.text[0].isdigit() and any(c.isdigit() for c in token.text)
        named = not self._is(token, "opposed") and not (token.tag == "ADJ" and self._is(token, "former"))
        nominal = token.tag in _NOMINAL and token.text[0].isalpha() and named
        return (token if nominal or participle or code else None), more

    def _precedes(self, token: Token, following: Token | None) -> bool:
        """Whether ``token`` stands before the counted noun: a quotation mark, *nuevos*, *presuntos*, an adjective of the next noun."""
        if token.tag == "NUM":
            return following is not None and following.tag in ("NOUN", "ADJ")  # tres de los *cinco* pabellones
        if token.tag == "PUNCT":
            return token.text in "\"\u201c\u201d\u00ab\u00bb\u2018\u2019'"
        if following is None or following.tag not in ("NOUN", "PROPN", "ADJ"):
            return False
        if self._is(token, "prenominal"):
            return True
        agrees = _agrees(token, following)
        return token.tag in ("ADJ", "DET") and token.head == following.index and following.tag == "NOUN" and agrees

    def _read_modifiers(self, noun: Token, last: Token) -> tuple[Token, bool]:
        """Adjectives right after the noun, and whether one of them marks an increment (*30.000 tropas más*)."""
        more = False
        token = self._document.next_token(last)
        while token is not None:
            if self._is(token, "additional") and token.tag != "DET":
                following = self._document.next_token(token)
                short = len(token.lower) < 4
                if short and following is not None and (self._is(following, "of") or following.tag in ("ADJ", "NUM")):
                    break
                more = True
            elif not (
                token.tag == "ADJ"
                and token.head == noun.index
                and token.relation in ("amod", "acl")
                and _agrees(token, noun)
            ):
                break
            last, token = token, self._document.next_token(token)
        return last, more

    def _is(self, token: Token, role: str) -> bool:
        return self._vocabulary.is_in(fold_word(token.text), role)  # type: ignore[arg-type]


def _agrees(token: Token, noun: Token) -> bool:
    """Agreement in number, which a verb that the parser takes for an adjective lacks."""
    return token.has("Number=Plur") == noun.has("Number=Plur")
