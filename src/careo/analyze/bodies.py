"""The bodies of an article: ministries, courts, companies, unions, with their acronyms and the country that they act for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careo.analyze.gazetteer import Hit, find_hit
from careo.analyze.names import Name
from careo.analyze.nouns import Noun, find_noun, load_words
from careo.analyze.offices import find_complement_end
from careo.lang import Pack
from careo.model import SourceKind, Span
from careo.text.document import Document
from careo.text.words import fold

_SKIPPED = {"DET", "ADP", "PUNCT", "CCONJ"}


@dataclass(frozen=True, slots=True)
class Body:
    """``key``: the folded noun that heads its name, empty for a bare acronym; ``words``: the rest without the party, folded."""

    name: str
    key: str
    words: frozenset[str]
    party: str | None
    kind: SourceKind
    acronym: str
    places: tuple[int, ...]
    proper: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One phrase that names a body: its tokens, what stands in it."""

    first: int
    last: int
    key: str
    words: frozenset[str]
    party: str | None
    kind: SourceKind
    acronym: str
    proper: bool
    label: str = ""
    people: bool = False


def build_bodies(document: Document, names: Sequence[Name], pack: Pack) -> tuple[Body, ...]:
    """All bodies that the article names or describes with a complement, in order of their first mention."""
    groups: list[list[_Phrase]] = []
    phrases = _find_phrases(document, names, pack)
    labels = {phrase.label for phrase in phrases if phrase.label}
    taken = {index for phrase in phrases for index in range(phrase.first, phrase.last + 1)}
    for name in names:
        label = _label(document, name)
        if name.first not in taken and name.kind == "other" and label in labels:
            phrases.append(_Phrase(name.first, name.last, "", frozenset(), None, "organization", "", True, label))
    for phrase in sorted(phrases, key=lambda phrase: phrase.first):
        home = next((group for group in groups if any(_same(phrase, other) for other in group)), None)
        if home is None:
            groups.append([phrase])
        else:
            home.append(phrase)
    return tuple(_body(document, group, load_words(pack).of) for group in groups)


def _find_phrases(document: Document, names: Sequence[Name], pack: Pack) -> list[_Phrase]:
    by_token = {index: name for name in names for index in range(name.first, name.last + 1)}
    phrases: list[_Phrase] = []
    for name in names:
        if name.kind == "body":
            phrases.append(_phrase(document, name.first, name.last, by_token, pack, proper=True))
    for token in document.tokens:
        if token.index in by_token or token.tag not in {"NOUN", "PROPN"}:
            continue
        noun = find_noun(document, token, pack)
        if noun is None or noun.body is None or noun.plural or noun.body.country:
            continue
        end = find_complement_end(document, token.index, by_token, pack, only_of=True)
        if end > token.index:
            phrases.append(_phrase(document, token.index, end, by_token, pack, proper=False))
    return sorted(phrases, key=lambda phrase: phrase.first)


def _phrase(
    document: Document, first: int, last: int, by_token: dict[int, Name], pack: Pack, *, proper: bool
) -> _Phrase:
    tokens = document.tokens
    noun = find_noun(document, tokens[first], pack)
    known = noun if noun and noun.body else None
    last = _with_people(document, last, pack)
    party: Hit | None = None
    covered: set[int] = set()
    for index in range(first + 1, last + 1):
        hit = find_hit(document, tokens[index], pack)
        if hit and hit.first > first and hit.place.party and hit.place.sense != "outlet" and index not in covered:
            party = party or hit
            covered.update(range(hit.first, hit.last + 1))
    start = (noun.last if known and noun else first) + 1
    rest = (tokens[i] for i in range(start, last + 1) if i not in covered and tokens[i].tag not in _SKIPPED)
    words = frozenset(fold(t.text) for t in rest if fold(t.text) not in load_words(pack).roles["of"])
    key = known.key if known else ""
    kind: SourceKind = known.body.kind if known and known.body else "organization"
    acronym = _acronym(document, first, last, key)
    name = by_token.get(last)
    apposed = (
        not proper
        and name is not None
        and name.kind in {"other", "body"}
        and name.hit is None
        and _joined(document, name, pack)
    )
    label = _label(document, name) if apposed and name else ""
    people = party is not None and party.place.sense == "demonym" and not party.place.region and kind == "government"
    return _Phrase(first, last, key, words, party.place.party if party else None, kind, acronym, proper, label, people)


def _joined(document: Document, name: Name, pack: Pack) -> bool:
    """Whether a name stands right behind the noun that it names (*la empresa **Aguas del Sur***), not in a complement."""
    before = document.tokens[name.first - 1] if name.first else None
    return (
        before is not None
        and before.tag in {"NOUN", "ADJ", "PROPN"}
        and fold(before.text) not in load_words(pack).roles["of"]
    )


def _label(document: Document, name: Name) -> str:
    return " ".join(fold(word) for word in name.words(document))


def _with_people(document: Document, last: int, pack: Pack) -> int:
    """*el Ejército **ruso***: an adjective of nationality behind a name belongs to it."""
    after = document.tokens[last + 1] if last + 1 < len(document.tokens) else None
    if (
        after is not None
        and after.tag == "ADJ"
        and (hit := find_hit(document, after, pack, reach=0))
        and hit.place.sense == "demonym"
    ):
        return last + 1
    return last


def _acronym(document: Document, first: int, last: int, key: str) -> str:
    """What stands in parentheses behind a name, or the name itself where it is nothing but capitals."""
    tokens = document.tokens
    if not key and first == last:
        return fold(tokens[first].text)
    if "(" in tokens[last].text[1:]:
        return fold(tokens[last].text.split("(")[1].strip(")"))  # *Nacional(CSN)*, one word for a parser
    if last + 3 < len(tokens) and tokens[last + 1].text == "(" and tokens[last + 2].text[:1].isupper():
        closed = tokens[last + 3].text in {")", ",", ";"}
        return fold(tokens[last + 2].text) if closed else ""
    return ""


def _same(left: _Phrase, right: _Phrase) -> bool:
    if left.acronym and left.acronym == right.acronym:
        return True
    if left.label and (left.label == right.label or left.label == right.acronym):
        return True
    if right.label and right.label == left.acronym:
        return True
    if not left.key or left.key != right.key:
        return False
    if left.party and right.party and left.party != right.party:
        return False
    if left.words == right.words:
        return bool(left.words) or left.party == right.party or left.proper == right.proper
    shared = left.words & right.words
    return bool(shared) and (left.words <= right.words or right.words <= left.words)


def _body(document: Document, group: list[_Phrase], of: str) -> Body:
    """The first phrase with the most words gives the name, without its acronym; *Ejército tailandés* is *Ejército de Tailandia*."""
    best = max(group, key=lambda phrase: (bool(phrase.key), len(phrase.words) + bool(phrase.party), -phrase.first))
    tokens = document.tokens
    labeled = next((phrase for phrase in group if phrase.label), None)
    name = Span(tokens[best.first].start, tokens[best.last].end).of(document.text)
    if best.people and not best.words and not any(phrase.acronym for phrase in group):
        name = f"{tokens[best.first].text} {of} {best.party}"
    if labeled is not None:
        name = _tail(document, labeled)
    party = best.party or next((phrase.party for phrase in group if phrase.party), None)
    acronym = next((phrase.acronym for phrase in group if phrase.acronym), "")
    places = tuple(phrase.first for phrase in group)
    return Body(
        " ".join(name.split("(")[0].split()),
        best.key,
        best.words,
        party,
        best.kind,
        acronym,
        places,
        any(phrase.proper for phrase in group),
        labeled.label if labeled else "",
    )


def _tail(document: Document, phrase: _Phrase) -> str:
    """The proper name at the end of a phrase."""
    first = phrase.last
    size = len(phrase.label.split(" "))
    while (
        first > phrase.first
        and len(" ".join(fold(t.text) for t in document.tokens[first : phrase.last + 1]).split(" ")) < size
    ):
        first -= 1
    return Span(document.tokens[first].start, document.tokens[phrase.last].end).of(document.text)


def covers(noun: Noun, body: Body) -> int:
    """How well a bare noun points back to a body: 3 the same noun, 2 one that it may replace, 1 any body, 0 not at all."""
    if noun.body is None:
        return 0
    if noun.key == body.key:
        return 3
    folded = {fold(word) for word in noun.body.covers}
    if body.key in folded:
        return 2
    if "*" in folded or ("*organization" in folded and body.kind == "organization"):
        return 1
    return 1 if not body.key and noun.body.kind == "organization" else 0


def any_body(noun: Noun) -> bool:
    """Whether a noun may point back to bodies of all sorts (*el organismo*, *la organización*)."""
    return noun.body is not None and any(word.startswith("*") for word in noun.body.covers)
