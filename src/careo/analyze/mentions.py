"""How far the mention of a source extends from its head: with title, apposition and what is said of it, without adjuncts."""

from __future__ import annotations

from collections.abc import Sequence

from careo.analyze.names import find_names
from careo.analyze.nouns import Words, find_noun, load_words
from careo.analyze.offices import Pair, closes_apposition, find_pairs, is_governed
from careo.lang import Pack
from careo.model import Span
from careo.text.document import Document, Token
from careo.text.words import fold

_LEFT = {"det", "amod", "nummod", "advmod", "flat", "compound"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "SYM", "ADJ", "X"}
_PARENTHESIS = 8
"""Most tokens of a parenthesis that still belongs to the mention before it."""
_DEEP = 40
"""Deepest nesting that is followed; beyond it a mention ends."""


def find_mention(document: Document, head: Token, pack: Pack, pairs: Sequence[Pair] | None = None) -> Span:
    """The characters of the source mention that ``head`` heads, without preposition and trailing marks.

    ``pairs``: the document's titles beside names (:func:`careo.analyze.offices.find_pairs`), where the caller has them already; they mend
    appositions that the parser missed. Without them those of the sentence are found.
    """
    if pairs is None:
        sentences = (document.sentence_of(head),)
        pairs = find_pairs(document, find_names(document, pack, sentences), pack, sentences)
    left = _left_edge(document, head)
    right, _ = _right_edge(document, head, pack, _DEEP)
    left, right = _with_pairs(document, pairs, left, right)
    right = _with_neighbors(document, left, right, pack)
    return Span(document.tokens[left].start, document.tokens[right].end)


def _left_edge(document: Document, head: Token) -> int:
    """The first determiner or modifier that stands before the head without a gap."""
    parts = {c.index: c for c in document.children(head) if c.index < head.index and c.relation in _LEFT}
    covered: set[int] = set()
    for child in parts.values():
        covered.update(token.index for token in document.subtree(child))
    left = head.index
    while left - 1 in covered and document.tokens[left - 1].tag not in {"PUNCT", "CCONJ", "SCONJ"}:
        left -= 1
    while left < head.index and document.tokens[left].tag == "ADP":
        left += 1
    return left


def _right_edge(document: Document, head: Token, pack: Pack, depth: int) -> tuple[int, bool]:
    """The last token of the phrase, and whether it was followed to its end."""
    right = head.index
    if depth == 0:
        return right, False
    for child in document.children(head):
        if (
            child.index < head.index
            or child.tag == "PUNCT"
            or child.relation in {"case", "cc", "det", "mark", "cop", "aux"}
        ):
            continue
        first, last = document.edges(child)
        if first.index > right + 1 + _gap(document, right):
            break
        if not _belongs(document, head, child, pack):
            return right, False
        if child.relation in {"acl", "amod"}:
            right = max(right, last.index if last.tag != "PUNCT" else last.index - 1)
            continue
        end, whole = _right_edge(document, child, pack, depth - 1)
        right = max(right, end)
        if not whole:
            return right, False
    return right, True


def _gap(document: Document, right: int) -> int:
    """Marks that stand right behind a token: they are no gap."""
    count = 0
    while right + 1 + count < len(document.tokens) and document.tokens[right + 1 + count].tag == "PUNCT":
        count += 1
    return count


def _before(document: Document, child: Token) -> Token:
    """What stands before a dependent: the mark that sets it off, or the word."""
    first = document.edges(child)[0]
    return first if first.tag == "PUNCT" else document.tokens[first.index - 1]


def _belongs(document: Document, head: Token, child: Token, pack: Pack) -> bool:
    """Whether a dependent to the right is part of the mention rather than of the sentence."""
    words = load_words(pack)
    before = _before(document, child)
    set_off = before.tag == "PUNCT"
    relation = child.relation
    if relation in {"flat", "compound", "fixed"}:
        return before.text != ":"
    if relation in {"amod", "nummod", "advmod"}:
        return not set_off and relation != "advmod" and fold(child.text) not in words.times
    if relation == "appos":
        return _apposed(document, head, child, pack)
    if relation == "acl":
        return _defining(document, head, child, set_off, pack)
    if relation == "conj":
        return _coordinated(document, child, pack)
    if relation == "nmod" or (relation == "obl" and child.tag == "PROPN" and head.tag in {"NOUN", "PROPN"}):
        return _complements(document, head, child, set_off, pack)
    return False


def _complements(document: Document, head: Token, child: Token, set_off: bool, pack: Pack) -> bool:
    """*de* and other phrases of the noun; not times, venues, occasions."""
    words = load_words(pack)
    case = next((fold(c.text) for c in document.children_by(child, "case")), "")
    noun = find_noun(document, head, pack)
    if noun and noun.source and noun.source.kind == "document":
        return not set_off
    if case in words.roles["of"]:
        aside = set_off and head.tag == "PROPN"  # *Marta Soto, del comité vecinal*
        return not aside and not (fold(child.text) in words.times and (set_off or head.tag == "PROPN"))
    if set_off or case in words.stops or fold(child.text) in words.times:
        return False
    if not case:
        return child.index == head.index + 1
    return fold(child.text) not in words.venues


def _apposed(document: Document, head: Token, child: Token, pack: Pack) -> bool:
    """An apposition names the same one: a name beside a noun, a title beside a name; not two names, nor two nouns with articles."""
    words = load_words(pack)
    if child.tag not in _NOMINAL or fold(child.text) in words.times:
        return False
    before = _before(document, child)
    if before.text in {":", ";", '"'}:
        return False
    if before.text == "(":
        return True
    if child.tag == "PROPN":
        return head.tag != "PROPN" or bool(document.children_by(child, "conj"))
    noun = find_noun(document, child, pack)
    known = noun is not None and (noun.title is not None or noun.source is not None or noun.body is not None)
    determined = any(c.relation == "det" for c in document.children(child))
    if head.tag == "PROPN":
        return known or not determined
    named = any(c.tag == "PROPN" and c.relation in {"appos", "flat"} for c in document.children(child))
    return known and (not determined or named)


def _defining(document: Document, head: Token, clause: Token, set_off: bool, pack: Pack) -> bool:
    """A relative clause without a comma defines a noun; behind one it belongs only where it says that the source wants no name."""
    if clause.has("VerbForm=Ger"):
        return False
    anonymity = load_words(pack).anonymity
    nameless = any(fold(token.text) in anonymity for token in document.subtree(clause))
    if not set_off:
        return head.tag != "PROPN" and (nameless or not document.children_by(clause, "ccomp"))
    noun = find_noun(document, head, pack)
    return nameless and noun is not None and (noun.source is not None or noun.title is not None)


def _coordinated(document: Document, child: Token, pack: Pack) -> bool:
    """A second source of the same kind of phrase, with a conjunction; no clause."""
    nominal = child.tag in _NOMINAL - {"ADJ", "NUM"} or (
        child.tag == "ADJ" and find_noun(document, child, pack) is not None
    )
    if not nominal or any(c.relation in {"nsubj", "cop", "obj", "aux"} for c in document.children(child)):
        return False
    return any(c.relation == "cc" for c in document.children(child)) or any(
        c.relation == "cc"
        for sibling in document.children(document.tokens[child.head])
        if sibling.relation == "conj"
        for c in document.children(sibling)
    )


def _with_pairs(document: Document, pairs: Sequence[Pair], left: int, right: int) -> tuple[int, int]:
    """The edges widened by the titles and names that the mention shares a part with."""
    for pair in pairs:
        begin, end = pair.first, pair.last
        if pair.name.first <= right and left <= pair.name.last and document.tokens[left].index <= right:
            if begin < left or end > right:
                left, right = min(left, begin), max(right, end)
        elif left <= pair.office.first <= right:
            left = min(left, begin) if pair.office.first <= left + 1 else left
            right = max(right, end)
    while left > 0 and document.tokens[left - 1].tag == "DET" and document.tokens[left - 1].head >= left:
        left -= 1
    return left, right


def _with_neighbors(document: Document, left: int, right: int, pack: Pack) -> int:
    """The right edge widened by what stands close behind it in a fixed order: a parenthesis, an age."""
    last = document.sentence_of(document.tokens[right]).last
    right = _with_parenthesis(document, left, right, last)
    right = _with_description(document, left, right, last)
    return _with_age(document, right, last, load_words(pack))


def _with_description(document: Document, left: int, right: int, last: int) -> int:
    """*, el sastre Jan Maes,*: an article, a trade or a people, and a name, where a verb follows; not behind *según* and the like."""
    tokens = document.tokens
    name = next((t for t in tokens[right + 4 : min(right + 5, last) + 1] if t.tag == "PROPN"), None)
    opened = right + 4 <= last and tokens[right + 1].text == "," and tokens[right + 2].has("Definite=Def")
    if name is None or not opened or is_governed(document, left):
        return right
    if any(
        t.tag not in {"NOUN", "ADJ"} or not t.text.islower() or t.has("Number=Plur")
        for t in tokens[right + 3 : name.index]
    ):
        return right
    end = name.index
    while end < last and tokens[end + 1].tag == "PROPN":
        end += 1
    return end if closes_apposition(document, end) else right


def _with_parenthesis(document: Document, left: int, right: int, last: int) -> int:
    """An acronym, party or age in parentheses right behind the mention belongs to it."""
    tokens = document.tokens
    opened = any(token.text == "(" for token in tokens[left : right + 1]) and not any(
        t.text == ")" for t in tokens[left : right + 1]
    )
    if not opened and (right + 2 > last or tokens[right + 1].text != "("):
        return right
    for step in range(right + 1, min(last, right + _PARENTHESIS) + 1):
        if tokens[step].text == ")":
            return step
        if tokens[step].tag in {"VERB", "AUX"}:
            break
    return right


def _with_age(document: Document, right: int, last: int, words: Words) -> int:
    """*, de 52 años*: a number between an *of* and a time, behind a comma."""
    following = document.tokens[right + 1 : min(last, right + 4) + 1]
    if len(following) < 4 or following[0].text != "," or fold(following[1].text) not in words.roles["of"]:
        return right
    return right + 4 if following[2].text.isdigit() and fold(following[3].text) in words.times else right
