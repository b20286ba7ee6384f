"""Which stretch of tokens names a country, a region, an organization or an outlet, and which party that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from unicodedata import category

from careo.analyze.parties import find_parties
from careo.lang import Pack
from careo.lang.actors import Country, Organization, Outlet, Region
from careo.lang.inflections import find_forms, fold_words
from careo.model import SourceKind
from careo.text.document import Document, Sentence, Token
from careo.text.words import fold

Sense = Literal["name", "capital", "metonym", "demonym", "outlet"]


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer as one of its forms names it. ``name`` is its own name, ``party`` whom it speaks for."""

    name: str
    party: str | None
    kind: SourceKind
    sense: Sense
    nouns: tuple[str, ...] = ()
    region: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens ``first`` to ``last`` (inclusive) that name ``place``."""

    first: int
    last: int
    place: Place


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[str, ...]
    place: Place
    upper: bool
    article: bool = False


class Gazetteer:
    """All forms: those of one word by it, longer ones by their first two folded words, longest first."""

    def __init__(self, forms: Iterator[_Form]) -> None:
        self._single: dict[str, list[_Form]] = {}
        self._longer: dict[str, dict[str, list[_Form]]] = {}
        self.names: dict[str, Place] = {}
        for form in forms:
            if form.words:
                bucket = self._longer.setdefault(form.words[0], {}) if len(form.words) > 1 else self._single
                bucket.setdefault(form.words[1] if len(form.words) > 1 else form.words[0], []).append(form)
                self.names.setdefault(" ".join(form.words), form.place)
        for longer in self._longer.values():
            for forms_of_two in longer.values():
                forms_of_two.sort(key=lambda form: -len(form.words))

    def match(self, tokens: tuple[Token, ...], index: int, last: int) -> Hit | None:
        """The longest form that begins at token ``index`` and ends at token ``last`` at the latest."""
        words = fold_words(tokens[index].text)
        if not words:
            return None
        longer, single = self._longer.get(words[0]), self._single.get(words[0], ())
        if longer is not None:
            single = (*longer.get(_second_word(words, tokens, index, last), ()), *single)
        for form in single:
            end = _covers(form, tokens, index, last)
            if end is not None:
                return Hit(index, end, form.place)
        return None


def _second_word(words: tuple[str, ...], tokens: tuple[Token, ...], index: int, last: int) -> str:
    """The folded word behind the first one of ``words``, in the same token or in the next that holds any; empty at the end."""
    if len(words) > 1:
        return words[1]
    for token in tokens[index + 1 : last + 1]:
        following = fold_words(token.text)
        if following:
            return following[0]
    return ""


def load_gazetteer(pack: Pack) -> Gazetteer:
    """The gazetteer of a pack, built once."""
    return pack.derived(_build)


def find_hit(document: Document, token: Token, pack: Pack, reach: int = 6) -> Hit | None:
    """The name in the gazetteer that covers ``token``, the longest if there are several. No part of a longer personal name counts."""
    sentence, gazetteers = document.sentence_of(token), document.derived(_gazetteers, pack)
    best: Hit | None = None
    for start in range(token.index, max(sentence.first, token.index - reach) - 1, -1):
        hit = _match(gazetteers, document.tokens, start, sentence.last)
        if hit and hit.last >= token.index and (best is None or hit.last - hit.first > best.last - best.first):
            best = hit
    return best if best and not _inside_person(document, best) else None


def find_hits(document: Document, pack: Pack, sentences: Sequence[Sentence]) -> tuple[Hit, ...]:
    """All names of the gazetteer in ``sentences``, from left to right, the longest first, without overlap."""
    hits: list[Hit] = []
    gazetteers = document.derived(_gazetteers, pack)
    for sentence in sentences:
        index = sentence.first
        while index <= sentence.last:
            hit = _match(gazetteers, document.tokens, index, sentence.last)
            if hit and not _inside_person(document, hit):
                hits.append(hit)
                index = hit.last
            index += 1
    return tuple(hits)


def _gazetteers(document: Document, pack: Pack) -> tuple[Gazetteer, ...]:
    """That of the pack, and that of the parties that the article itself shows, where it shows any."""
    local = _local(document, pack)
    return (load_gazetteer(pack), local) if local.names else (load_gazetteer(pack),)


def _match(gazetteers: tuple[Gazetteer, ...], tokens: tuple[Token, ...], index: int, last: int) -> Hit | None:
    """The form that begins at a token, in the first gazetteer that has one."""
    for gazetteer in gazetteers:
        hit = gazetteer.match(tokens, index, last)
        if hit is not None and not _is_money(tokens, hit):
            return hit
    return None


def _is_money(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """Letters glued to a sign of money name no country: *US$*, *U$S*."""
    own, after = tokens[hit.last], tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    glued = after.text[:1] if after is not None and after.start == own.end else ""
    text = "".join(token.text for token in tokens[hit.first : hit.last + 1]) + glued
    return any(category(letter) == "Sc" for letter in text)


def _local(document: Document, pack: Pack) -> Gazetteer:
    """The names and peoples of parties that the pack does not know."""
    known = load_gazetteer(pack).names
    forms: list[_Form] = []
    for party in find_parties(document, pack):
        if any(" ".join(party.words[:size]) in known for size in range(1, len(party.words) + 1)):
            continue
        place = Place(party.name, party.name, "government", "name", region=party.region)
        forms.append(_Form(party.words, place, False))
        people = replace(place, sense="demonym")
        forms += [_Form((word,), people, False) for word in party.people if word not in known]
    return Gazetteer(iter(forms))


def _inside_person(document: Document, hit: Hit) -> bool:
    """Whether the hit is a proper part of a personal name, as the parser has it (*Denzel **Washington***)."""
    tokens = document.tokens
    first = tokens[hit.first]
    if hit.place.sense == "demonym":
        return False
    joined = first.index > 0 and tokens[first.index - 1].text[0].isupper()
    if joined and first.relation == "flat" and first.head == first.index - 1:
        return True
    if not first.name.endswith("PER"):
        return False
    before = joined and first.name == "I-PER"
    after = (
        hit.last + 1 < len(tokens) and tokens[hit.last + 1].name == "I-PER" and tokens[hit.last + 1].text[0].isupper()
    )
    return before or after


def _covers(form: _Form, tokens: tuple[Token, ...], index: int, last: int) -> int | None:
    """The last token of ``form`` where it stands at ``index``, with the case that it asks for."""
    position, at = 0, index
    while position < len(form.words) and at <= last:
        words = fold_words(tokens[at].text)
        if words:
            if form.words[position : position + len(words)] != words:
                return None
            position += len(words)
        at += 1
    if position < len(form.words) or not _case_fits(form, tokens[index:at]):
        return None
    return at - 1


def _case_fits(form: _Form, tokens: tuple[Token, ...]) -> bool:
    if form.place.sense == "demonym":
        return tokens[0].text[0].islower() or tokens[0].text.isupper()
    if form.article and not tokens[0].text[0].isupper():
        return False  # *el país* is no paper
    if form.upper:
        return all(token.text.isupper() for token in tokens if fold_words(token.text))
    return tokens[-1].text[0].isupper() or (tokens[-1].text[0].isdigit() and tokens[0].text[0].isupper())


def _build(pack: Pack) -> Gazetteer:
    return Gazetteer(_iter_forms(pack))


def _iter_forms(pack: Pack) -> Iterator[_Form]:
    for country in pack.slot(Country):
        yield from _iter_country(country, pack)
    for region in pack.slot(Region):
        name = Place(region.name, region.name, "government", "name", region=True)
        metonym = Place(region.name, region.name, "government", "metonym", region=True)
        yield from _iter_named((region.name, *region.aliases), name)
        for word in region.metonyms:
            yield from _iter_named((word,), Place(word, metonym.party, "government", "metonym", region=True))
        yield from _iter_people(
            region.demonyms, Place(region.name, region.name, "government", "demonym", region=True), pack
        )
    for body in pack.slot(Organization):
        place = Place(body.name, body.name, body.kind, "name", tuple(fold(noun) for noun in body.nouns))
        yield from _iter_named((body.name, *body.aliases, *body.metonyms), place)
        yield from _iter_people(body.demonyms, Place(body.name, body.name, body.kind, "demonym"), pack)
    states = {country.code: country.name for country in pack.slot(Country)}
    for outlet in pack.slot(Outlet):
        yield from _iter_named(
            (outlet.name, *outlet.aliases), Place(outlet.name, states.get(outlet.country), "organization", "outlet")
        )


def _iter_country(country: Country, pack: Pack) -> Iterator[_Form]:
    def place(sense: Sense, name: str = country.name) -> Place:
        return Place(name, country.name, "government", sense)

    yield from _iter_named((country.name, *country.aliases), place("name"))
    yield from _iter_named(country.capitals, place("capital"))
    for word in country.metonyms:
        yield from _iter_named((word,), place("metonym", word))
    yield from _iter_people(country.demonyms, place("demonym"), pack)


def _iter_named(names: tuple[str, ...], place: Place) -> Iterator[_Form]:
    for name in names:
        letters = "".join(c for c in name if c.isalpha())
        opened = len(name.split(" ")[0]) <= 3 and " " in name and name[0].isupper()
        yield _Form(fold_words(name), place, letters.isupper() and len(letters) <= 5, opened)


def _iter_people(demonyms: tuple[str, ...], place: Place, pack: Pack) -> Iterator[_Form]:
    for demonym in demonyms:
        for form in find_forms(demonym, pack):
            yield _Form(fold_words(form), place, False)
