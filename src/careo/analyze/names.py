"""Proper names in a document: runs of capitalized words, cut at titles and at names of the gazetteer, and what they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from careo.analyze.gazetteer import Hit, find_hits
from careo.analyze.nouns import Words, find_noun, load_words
from careo.lang import Pack
from careo.lang.inflections import fold_words
from careo.model import Span
from careo.text.document import Document, Sentence, Token
from careo.text.words import fold

NameKind = Literal["person", "body", "place", "other"]
_CAMEL = re.compile(r"(?<=[a-z\u00e1\u00e9\u00ed\u00f3\u00fa\u00f1])(?=[A-Z\u00c1\u00c9\u00cd\u00d3\u00da])")
_REACH = 14
"""Most tokens between a title and the name in apposition to it."""


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``first`` to ``last`` (inclusive) that make one name. ``hit``: its entry in the gazetteer."""

    first: int
    last: int
    kind: NameKind
    hit: Hit | None = None

    def span(self, document: Document) -> Span:
        """The characters of the name."""
        return Span(document.tokens[self.first].start, document.tokens[self.last].end)

    def words(self, document: Document) -> tuple[str, ...]:
        """The words as written, glued ones apart (*LloydAustin*)."""
        tokens = document.tokens[self.first : self.last + 1]
        return tuple(piece for token in tokens for piece in split_glued(token.text))


def split_glued(word: str) -> tuple[str, ...]:
    """*LloydAustin* gives two words; short prefixes stay (*McDonald*, *DiCaprio*)."""
    pieces = _CAMEL.split(word)
    return tuple(pieces) if all(len(piece) > 3 for piece in pieces) else (word,)


def find_names(document: Document, pack: Pack, sentences: Sequence[Sentence] | None = None) -> tuple[Name, ...]:
    """All names in text order, without overlap, in the whole document or in some ``sentences``.

    What a run names is decided by all its occurrences there together.
    """
    sentences = document.sentences if sentences is None else sentences
    words = load_words(pack)
    hits = find_hits(document, pack, sentences)
    owner = {index: hit for hit in hits for index in range(hit.first, hit.last + 1) if hit.place.sense != "demonym"}
    found = [Name(hit.first, hit.last, "place", hit) for hit in hits if hit.place.sense != "demonym"]
    runs = [run for sentence in sentences for run in _iter_runs(document, sentence.first, sentence.last, owner, pack)]
    bodies = [run for run in runs if _is_body(document, run, pack)]
    of_bodies = set(bodies)
    others = [run for run in runs if run not in of_bodies]
    votes: Counter[tuple[str, ...]] = Counter()
    for first, last in others:
        votes[_key(document, first, last)] += _person_score(document, first, last, words, pack)
    found += [Name(first, last, "body") for first, last in bodies]
    known = {word for key, count in votes.items() if count > 0 and len(key) > 1 for word in key[1:]}
    found += [Name(first, last, _kind(votes, known, _key(document, first, last))) for first, last in others]
    found = _with_surnames(document, found, sentences, known, pack)
    return tuple(sorted(_widen(document, found, words), key=lambda name: (name.first, name.last)))


def _kind(votes: Counter[tuple[str, ...]], known: set[str], key: tuple[str, ...]) -> NameKind:
    """A person by the votes, or by the surname of one."""
    return "person" if votes[key] > 0 or (len(key) == 1 and key[0] in known) else "other"


def _with_surnames(
    document: Document, found: list[Name], sentences: Sequence[Sentence], known: set[str], pack: Pack
) -> list[Name]:
    """With the surnames that are nouns for an office or a body too, where somebody of that name is known.

    *El general Javier Rey habló … **Rey** advirtió …*: no article before it, no other name beside it.
    """
    taken = {
        index
        for name in found
        if name.last > name.first or name.kind != "body"
        for index in range(name.first, name.last + 1)
    }
    surnames = [
        index for sentence in sentences for index in range(sentence.first, sentence.last + 1)
        if index not in taken and fold(document.tokens[index].text) in known and _stands_alone(document, index, pack)
    ]  # fmt: skip
    rest = [name for name in found if name.first not in surnames]
    return [*rest, *(Name(index, index, "person") for index in surnames)]


def _stands_alone(document: Document, index: int, pack: Pack) -> bool:
    """Whether a capitalized word that is a noun for an office or a body has no article, and no capital beside it within its sentence."""
    token, sentence = document.tokens[index], document.sentence_of(document.tokens[index])
    noun = find_noun(document, token, pack)
    if noun is None or not _capital(token) or token.text.isupper() or noun.last > index:
        return False
    before = document.tokens[index - 1] if index > sentence.first else None
    after = document.tokens[index + 1] if index < sentence.last else None
    if after is not None and (_capital(after) or fold(after.text) in load_words(pack).roles["of"]):
        return False
    if before is None:
        return True
    return before.tag != "DET" and (index == sentence.first + 1 or not _capital(before) or before.text[:1].islower())


def _key(document: Document, first: int, last: int) -> tuple[str, ...]:
    return tuple(fold(token.text) for token in document.tokens[first : last + 1])


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and any(c.isalpha() for c in token.text)


def _iter_runs(document: Document, first: int, last: int, owner: dict[int, Hit], pack: Pack) -> list[tuple[int, int]]:
    """Runs of capitalized words in one sentence, cut at gazetteer names, at the beginnings of entities and after titles."""
    words = load_words(pack)
    tokens = document.tokens
    runs: list[tuple[int, int]] = []
    index = first
    while index <= last:
        token = tokens[index]
        if (
            index in owner
            or not _capital(token)
            or not _nameable(token, index == first or not tokens[index - 1].text[0].isalnum(), words)
        ):
            index += 1
            continue
        end = index
        while end < last:
            step = _next_part(document, end, last, owner, words)
            if step is None:
                break
            end = step
        begin = _skip_titles(document, index, end, pack)
        if begin <= end:
            runs.append((begin, end))
        index = end + 1
    return runs


def _nameable(token: Token, opening: bool, words: Words) -> bool:
    """Whether a capitalized word may begin a name. The first word of a sentence needs the parser's word for it."""
    if token.tag in {"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "ADV", "PUNCT", "NUM"} and token.name == "O":
        return False
    if opening and token.name == "O" and token.tag != "PROPN" and fold(token.text) not in words.given:
        return False
    return not (token.tag == "VERB" and token.name == "O")


def _next_part(document: Document, at: int, last: int, owner: dict[int, Hit], words: Words) -> int | None:
    """The next token of the run that has reached ``at``: a capitalized word, or one behind particles inside an entity."""
    tokens = document.tokens
    step = at + 1
    while (
        step <= last
        and step - at <= 3
        and fold(tokens[step].text) in words.roles.get("particle", frozenset())
        and not _capital(tokens[step])
    ):
        step += 1
    if step > last or step in owner or not _capital(tokens[step]):
        return None
    if step > at + 1:
        inside = tokens[step].name[:1] == "I" and tokens[at].name != "O"
        return step if inside or _foreign(tokens, at, step, words) else None
    if tokens[step].name == "B-PER" and tokens[at].name != "O" and fold(tokens[step].text) in words.given:
        return None
    return step if tokens[step].name[:1] == "I" or tokens[step].tag not in {"PUNCT", "DET", "ADP"} else None


def _foreign(tokens: tuple[Token, ...], at: int, step: int, words: Words) -> bool:
    """Whether particles of foreign names join two words that a parser has in one phrase (*Yusuf **al** Hamdi*, *Greta **von** Lund*)."""
    between = [fold(token.text) for token in tokens[at + 1 : step]]
    if not set(between) <= words.roles["foreign"] or tokens[at].tag != "PROPN" or tokens[step].tag != "PROPN":
        return False
    known = {form for form, *_ in words.nouns.get(tokens[step].lower, ())}
    return not known and tokens[step].head == at and tokens[step].relation in {"nmod", "flat", "compound", "appos"}


def _skip_titles(document: Document, first: int, last: int, pack: Pack) -> int:
    """Where the name begins behind capitalized titles, portfolios and forms of address (*Ministro de **Defensa** Ana Ruiz*)."""
    words = load_words(pack)
    tokens = document.tokens
    while first <= last:
        noun = find_noun(document, tokens[first], pack)
        if fold(tokens[first].text.rstrip(".")) in words.honorifics:
            first += 1
        elif noun and noun.outlet and first and tokens[first - 1].has("PronType=Dem"):
            first += 1  # *contó a este Diario Ana Ruiz*
        elif noun and noun.title and not noun.body and noun.last <= last and not noun.plural:
            first = noun.last + 1
        elif (
            first
            and fold(tokens[first - 1].text) in words.roles["of"]
            and (end := _portfolio(tokens, first, last, words))
        ):
            first = end
        else:
            break
        while first <= last and fold(tokens[first].text) in words.roles["of"]:
            first += 1
    return first


def _portfolio(tokens: tuple[Token, ...], first: int, last: int, words: Words) -> int:
    """The token after the longest portfolio that begins at ``first``, if more of the run follows; else 0."""
    for end in range(min(last, first + 3), first - 1, -1):
        if tuple(w for token in tokens[first : end + 1] for w in fold_words(token.text)) in words.portfolios:
            return end + 1 if end < last and tokens[end + 1].name != "I-ORG" else 0
    return 0


def _behind_portfolio(tokens: tuple[Token, ...], first: int, words: Words) -> bool:
    """Whether *de* and the name of a ministry stand before a run (*el ministro de Defensa **Ruiz***)."""
    for size in range(1, min(3, first - 1) + 1):
        before = tuple(word for token in tokens[first - size : first] for word in fold_words(token.text))
        if before in words.portfolios and fold(tokens[first - size - 1].text) in words.roles["of"]:
            return True
    return False


def _in_complement(document: Document, first: int, pack: Pack) -> bool:
    """Whether a run stands in the complement of a title or a body (*la ministra de Salud de **Oruria***)."""
    of = load_words(pack).roles["of"]
    for index in range(first - 2, max(first - 7, -1), -1):
        token = document.tokens[index]
        noun = find_noun(document, token, pack)
        if noun and (noun.title or noun.body) and token.tag in {"NOUN", "PROPN"}:
            return True
        if token.tag not in {"ADJ", "NOUN", "PROPN"} and fold(token.text) not in of:
            return False
    return False


def _named_body(document: Document, first: int, pack: Pack) -> bool:
    """Whether a common noun for a body stands right before a run, with an adjective at most (*la asociación civil **Mar Viva***)."""
    of = load_words(pack).roles["of"]
    if first and fold(document.tokens[first - 1].text) in of:
        return False
    for index in range(first - 1, max(first - 5, -1), -1):
        token = document.tokens[index]
        noun = find_noun(document, token, pack)
        if noun and noun.title:
            return False
        if noun and (noun.body or noun.outlet) and token.text.islower() and token.tag == "NOUN":
            return True
        if token.tag not in {"ADJ", "NOUN"} and fold(token.text) not in of:
            return False
    return False


def _apposed_to_title(document: Document, first: int, last: int, pack: Pack) -> bool:
    """Whether a title and its complement stand before a comma and the name (*la ministra de Salud**, Ana Ruiz***)."""
    tokens = document.tokens
    if first == last or first < 2 or tokens[first - 1].text != ",":
        return False
    for index in range(first - 2, max(document.sentence_of(tokens[first]).first, first - _REACH) - 1, -1):
        if tokens[index].tag in {"VERB", "AUX", "PUNCT"}:
            return False
        noun = find_noun(document, tokens[index], pack)
        if noun and noun.title and not noun.plural and tokens[index].tag in {"NOUN", "PROPN"}:
            return True
    return False


def _is_body(document: Document, run: tuple[int, int], pack: Pack) -> bool:
    first = document.tokens[run[0]]
    words = load_words(pack)
    spelled = tuple(word for token in document.tokens[run[0] : run[1] + 1] for word in fold_words(token.text))
    portfolio = any(spelled[:size] in words.portfolios for size in range(1, len(spelled) + 1))
    if portfolio and run[0] and fold(document.tokens[run[0] - 1].text) in words.roles["of"]:
        return False
    noun = find_noun(document, first, pack)
    if first.name.endswith("PER") and (noun is None or noun.plural) and not _acronym(first):
        return False
    if noun is not None and (noun.body or ((noun.outlet or noun.source) and not noun.title)):
        return True
    return run[0] == run[1] and _acronym(first) and not _is_shouted(document, run[0], words)


def _is_shouted(document: Document, index: int, words: Words) -> bool:
    """Whether a small word in capitals stands before a word in capitals (*EN DIRECTO*, *HABLA EL ALCALDE*): then it is no acronym."""
    before = document.tokens[index - 1] if index else None
    small = words.roles["place"] | words.roles["of"] | words.roles["article"]
    return before is not None and len(before.text) > 1 and before.text.isupper() and fold(before.text) in small


def _acronym(token: Token) -> bool:
    letters = [c for c in token.text if c.isalpha()]
    return 2 <= len(letters) <= 8 and all(c.isupper() for c in letters)


def _person_score(document: Document, first: int, last: int, words: Words, pack: Pack) -> int:
    """Positive for a person: the parser's entity, a given name, a title beside it; negative for an article before it."""
    tokens = document.tokens
    run = tokens[first : last + 1]
    score = -1 if first == last else 0
    score += 3 if any(token.name.endswith("PER") for token in run) else 0
    score -= 1 if any(token.name[2:] in {"ORG", "LOC"} for token in run) else 0
    score += 3 if fold(split_glued(run[0].text)[0]) in words.given and len(run) > 1 else 0
    score += 3 if _behind_portfolio(tokens, first, words) or _apposed_to_title(document, first, last, pack) else 0
    lowers = [fold(token.text) for token in run if not _capital(token)]
    score += 3 if any(word in words.roles["foreign"] for word in lowers) else 0
    score -= 3 if any(word in words.roles["article"] - words.roles["foreign"] for word in lowers) else 0
    score -= 30 if _in_parentheses(tokens, first, last) or _apposed_to_body(document, first, pack) else 0
    before = tokens[first - 1] if first else None
    if before is not None:
        lower = fold(before.text.rstrip("."))
        noun = find_noun(document, before, pack)
        if lower in words.honorifics or (noun and noun.title and not noun.plural):
            score += 3
        elif _named_body(document, first, pack):
            score -= 30
        elif lower in words.roles["article"]:
            score -= 5
        elif lower in words.roles["place"]:
            score -= 4
        elif lower in words.roles["of"] and first > 1:
            score -= 3 if _in_complement(document, first, pack) else 0
    after = tokens[last + 1] if last + 2 < len(tokens) else None
    if after is not None and after.text == "," and len(run) > 1:
        noun = find_noun(document, tokens[last + 2], pack)
        score += 2 if noun and noun.title and not noun.plural else 0
    return score


def _in_parentheses(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether one word alone stands in parentheses behind a name: an acronym (*el Ministerio del Interior **(Mininter)***)."""
    if first != last or first < 2 or last + 1 >= len(tokens):
        return False
    return tokens[first - 1].text == "(" and tokens[last + 1].text == ")" and _capital(tokens[first - 2])


def _apposed_to_body(document: Document, first: int, pack: Pack) -> bool:
    """Whether a body and its complement stand before a comma and the name (*la armadora del buque, **Nilova Line**,*)."""
    tokens = document.tokens
    if first < 3 or tokens[first - 1].text != ",":
        return False
    start = document.sentence_of(tokens[first]).first
    begin = first - 1
    while begin > max(start, first - _REACH) and tokens[begin - 1].tag in {"NOUN", "PROPN", "ADJ", "DET", "ADP"}:
        begin -= 1
    head = next((token for token in tokens[begin : first - 1] if token.tag == "NOUN"), None)
    if head is None or head.index > begin + 1:
        return False
    noun = find_noun(document, head, pack)
    return noun is not None and noun.body is not None and not (noun.title or noun.plural or noun.body.country)


def _widen(document: Document, names: list[Name], words: Words) -> list[Name]:
    """Bodies take their complements along: *Ministerio de **Unificación de Corea del Sur***."""
    tokens = document.tokens
    by_first = {name.first: name for name in names}
    taken: set[int] = set()
    wide: list[Name] = []
    for name in sorted(names, key=lambda n: n.first):
        if name.first in taken:
            continue
        if name.kind == "body" and name.hit is None:
            end = name.last
            while (step := _complement(tokens, end, words)) is not None and document.sentence_of(
                tokens[end]
            ) == document.sentence_of(tokens[step]):
                inner = by_first.get(step)
                if inner is None or inner.kind == "person":
                    break
                end = inner.last
                taken.add(inner.first)
            name = replace(name, last=end)
        wide.append(name)
    return wide


def _complement(tokens: tuple[Token, ...], end: int, words: Words) -> int | None:
    """The capitalized word that an *of* phrase after ``end`` begins with."""
    step = end + 1
    if step + 1 >= len(tokens):
        return None
    if fold(tokens[step].text) in words.roles["and"]:
        opened = step + 2 < len(tokens) and tokens[step + 2].text == "("
        return step + 1 if _capital(tokens[step + 1]) and (opened or tokens[step + 1].name.startswith("I-")) else None
    preposition = tokens[step].tag == "ADP" and tokens[step].name.startswith("I-")
    if fold(tokens[step].text) not in words.roles["of"] and not preposition:
        return None
    step += 1
    if step < len(tokens) and fold(tokens[step].text) in words.roles["article"]:
        step += 1
    return step if step < len(tokens) and _capital(tokens[step]) else None
