"""What is known of names before any article is read: countries, seats of power, regions, bodies, outlets, in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from careo.lang import Pack, load_pack
from careo.lang.actors import (
    BodyNoun,
    Connector,
    Country,
    GivenNames,
    Honorific,
    Organization,
    Outlet,
    Portfolio,
    Region,
    SourceNoun,
    Title,
)
from careo.lang.inflections import find_forms, find_plurals, fold_words
from careo.lang.naming import BodyNames, CityNames, CountryNames, SeatNames, SmallWord, load_naming
from careo.text.words import fold


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the packs. ``party``: the id of the country or region that it stands for as a voice; None where it is one itself."""

    id: str
    name: str
    party: str | None = None
    sort: str = "body"


@dataclass(slots=True)
class Knowledge:
    """The packs of some languages, as far as names of actors go. Words are folded; ``entries`` are keyed by :func:`squeeze`.

    ``people``: adjectives of a people, where only one country has them; ``bodies``: how one body is called in several languages,
    word by word; ``nouns``: nouns of bodies; ``national``: those whose acts are their country's; ``sole``: those that
    stand for the one body of their country that has the word in its name (*inteligencia noruega*); ``independent``: those that speak for
    themselves.
    """

    entries: dict[str, Known] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    bodies: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    nouns: set[tuple[str, ...]] = field(default_factory=set)
    national: set[tuple[str, ...]] = field(default_factory=set)
    sole: set[tuple[str, ...]] = field(default_factory=set)
    independent: set[tuple[str, ...]] = field(default_factory=set)
    titles: set[tuple[str, ...]] = field(default_factory=set)
    unnamed: set[str] = field(default_factory=set)
    portfolios: set[tuple[str, ...]] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    honorifics: set[str] = field(default_factory=set)
    roles: dict[str, set[str]] = field(default_factory=dict)

    def role(self, name: str) -> set[str]:
        """The small words that play a role inside names."""
        return self.roles.get(name, set())

    def find(self, name: str) -> Known | None:
        """The entry that a name stands for, with or without its article. A word in lower case names nothing."""
        if not name[:1].isupper():
            head, _, rest = name.partition(" ")
            if head not in self.role("article") or not rest[:1].isupper():
                return None
        found = self.entries.get(squeeze(name))
        if found is None and fold(name.partition(" ")[0]) in self.role("article"):
            found = self.entries.get(squeeze(name.partition(" ")[2]))
        return found


def squeeze(name: str) -> str:
    """Letters and digits alone, folded: *EE.UU.*, *EE UU* and *EEUU* are one key."""
    return "".join(c for c in fold(name) if c.isalnum())


@cache
def load_knowledge(languages: tuple[str, ...]) -> Knowledge:
    """The knowledge of the packs of ``languages`` and of what belongs to no language. Raises PackError for a language without a pack."""
    knowledge = Knowledge()
    packs = [load_pack(language) for language in languages]
    _add_entries(knowledge, packs)
    for pack in packs:
        _add_people(knowledge, pack)
        _add_words(knowledge, pack)
    for row in load_naming(BodyNames):
        for noun in row.nouns:
            knowledge.bodies.setdefault(fold_words(noun), fold_words(row.nouns[0]))
            knowledge.nouns.add(fold_words(noun)[:1])
    for word in load_naming(SmallWord):
        knowledge.roles.setdefault(word.role, set()).update(map(fold, word.words))
    return knowledge


def _add_entries(knowledge: Knowledge, packs: list[Pack]) -> None:
    """Names, the first claim to each wins: countries before bodies, these before cities, outlets last."""
    countries = {row.code: row for pack in reversed(packs) for row in pack.slot(Country)}
    for steps in (_iter_countries, _iter_bodies, _iter_regions, _iter_seats, _iter_outlets):
        for name, known in steps(packs, countries):
            knowledge.entries.setdefault(squeeze(name), known)


_Countries = dict[str, Country]


def _iter_countries(packs: list[Pack], countries: _Countries) -> Iterator[tuple[str, Known]]:
    known = {code: Known(f"country:{code}", row.name, None, "country") for code, row in sorted(countries.items())}
    for pack in packs:
        for row in pack.slot(Country):
            for name in (row.name, row.english, *row.aliases):
                yield name, known[row.code]
    for names in load_naming(CountryNames):
        if names.code in known:
            yield from ((name, known[names.code]) for name in names.names)


def _iter_bodies(packs: list[Pack], countries: _Countries) -> Iterator[tuple[str, Known]]:
    for pack in packs:
        for body in pack.slot(Organization):
            known = Known(f"body:{fold(body.name)}", body.name)
            yield from ((name, known) for name in (body.name, *body.aliases, *body.metonyms))


def _iter_regions(packs: list[Pack], countries: _Countries) -> Iterator[tuple[str, Known]]:
    for pack in packs:
        for region in pack.slot(Region):
            known = Known(f"region:{region.country}:{fold(region.name)}", region.name, None, "region")
            yield from ((name, known) for name in (region.name, *region.aliases))
            yield from ((name, Known(f"seat:{fold(name)}", name, known.id, "seat")) for name in region.metonyms)


def _iter_seats(packs: list[Pack], countries: _Countries) -> Iterator[tuple[str, Known]]:
    for entry_type in (SeatNames, CityNames):
        sort = entry_type.TABLE
        for row in load_naming(entry_type):
            known = Known(f"{sort}:{fold(row.names[0])}", row.names[0], f"country:{row.code}", sort)
            yield from ((name, known) for name in row.names)
    for pack in packs:
        for country in pack.slot(Country):
            party = f"country:{country.code}"
            for sort, names in (("seat", country.metonyms), ("city", country.capitals)):
                yield from ((name, Known(f"{sort}:{fold(name)}", name, party, sort)) for name in names)


def _iter_outlets(packs: list[Pack], countries: _Countries) -> Iterator[tuple[str, Known]]:
    for pack in packs:
        for outlet in pack.slot(Outlet):
            party = f"country:{outlet.country}" if outlet.country in countries else None
            known = Known(f"outlet:{fold(outlet.name)}", outlet.name, party, "outlet")
            yield from ((name, known) for name in (outlet.name, *outlet.aliases))


def _add_people(knowledge: Knowledge, pack: Pack) -> None:
    """Adjectives of peoples by country or region; one that two have says nothing."""
    owners: dict[str, set[str]] = {}
    rows = [(f"country:{row.code}", row.demonyms) for row in pack.slot(Country)]
    rows += [(f"region:{row.country}:{fold(row.name)}", row.demonyms) for row in pack.slot(Region)]
    for owner, demonyms in rows:
        for demonym in demonyms:
            for form in find_forms(demonym, pack):
                owners.setdefault(fold(form), set()).add(owner)
    knowledge.people.update({word: min(found) for word, found in owners.items() if len(found) == 1})


def _add_words(knowledge: Knowledge, pack: Pack) -> None:
    for body in pack.slot(BodyNoun):
        words = {fold_words(noun) for noun in body.nouns}
        knowledge.nouns |= words
        knowledge.national |= words if body.national else set()
        knowledge.sole |= words if body.sole else set()
        knowledge.independent |= words if body.independent else set()
    for title in pack.slot(Title):
        knowledge.titles |= {fold_words(word) for word in (*title.masculine, *title.feminine)}
    for source in pack.slot(SourceNoun):
        knowledge.unnamed |= _forms(source.nouns, pack)
    for portfolio in pack.slot(Portfolio):
        knowledge.portfolios |= {fold_words(words) for words in portfolio.words}
    for given in pack.slot(GivenNames):
        knowledge.given |= {fold(name) for name in given.names}
    for honorific in pack.slot(Honorific):
        knowledge.honorifics |= {fold(word) for word in honorific.words}
    for connector in pack.slot(Connector):
        knowledge.roles.setdefault(connector.role, set()).update(map(fold, connector.words))


def _forms(nouns: Iterable[str], pack: Pack) -> set[str]:
    """The first words of nouns in all their forms."""
    forms = {form for noun in nouns for form in (noun, *find_forms(noun, pack), *find_plurals(noun, pack))}
    return {fold_words(form)[0] for form in forms}
