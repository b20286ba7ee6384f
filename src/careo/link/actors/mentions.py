"""Which names occur where, as what, and for whom: claims counted once, before anything is merged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from careo.lang.inflections import fold_words
from careo.lang.taxonomy import load_taxonomy
from careo.link.actors.known import Knowledge
from careo.link.actors.names import Form, name_tokens, read_name
from careo.model import Claim
from careo.text.words import fold

Node = tuple[str, str]
"""A name and an article; the article is empty where the name is the same everywhere."""
_COMPANY = 24
"""Most names that an article is told by."""
_ACRONYM = re.compile(r"^(.*\S) \(([A-Z][A-Za-z.]{1,9})\)$")
_INTRODUCED = re.compile(r"([^()]{4,90}) \(([A-Z]{2,8})\)")


@dataclass(slots=True)
class Mentions:
    """All names of some claims. ``countries``: the country that a name acts for in an article, where it is one.

    ``parties``: how often a name acts for another one in an article; ``company``: what tells an article from others, the names of
    persons, of places and of bodies that the packs do not have; ``introduced``: the acronyms that an article puts behind a name;
    ``speaking``: the names that are a source in an article; ``outlets``: those as which an article speaks itself;
    ``grounds``: names that are a place in an article, or own a figure there that no person owns; ``surnames``: the articles in which a
    word that is read as no surname is that of somebody there; ``detached``: the articles in which a name is no longer one with the
    name elsewhere as a matter of course, as a decision has it.
    """

    forms: dict[str, Form]
    articles: dict[str, tuple[str, ...]]
    counts: dict[str, int]
    names: dict[str, tuple[str, ...]]
    countries: dict[Node, str]
    parties: dict[Node, dict[str, int]]
    company: dict[str, tuple[str, ...]]
    introduced: dict[str, dict[str, set[str]]]
    split: frozenset[str]
    grounds: frozenset[Node] = frozenset()
    speaking: frozenset[Node] = frozenset()
    outlets: Mapping[str, set[str]] = field(default_factory=dict)
    detached: Mapping[str, frozenset[str]] = field(default_factory=dict)
    surnames: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def node(self, name: str, article: str) -> Node:
        """The node that a name of an article belongs to."""
        form = self.forms[name]
        alone = article in self.detached.get(name, ()) or article in self.surnames.get(name, ())
        return (name, article) if alone or form.need or form.key in self.split else (name, "")

    def nodes(self, name: str) -> list[Node]:
        """All nodes of a name, sorted."""
        form = self.forms[name]
        somewhere = name in self.detached or name in self.surnames
        if form.need == 0 and form.key not in self.split and not somewhere:
            return [(name, "")]
        return sorted({self.node(name, article) for article in self.articles[name]})


@dataclass(frozen=True, slots=True)
class Names:
    """What the claims of one article say of its names, as far as merging actors goes; the fields are those of :class:`Counts`."""

    counts: Mapping[str, int]
    kinds: Mapping[str, Mapping[str, int]]
    parties: Mapping[str, Mapping[str, int]]
    places: Sequence[str]
    grounds: Sequence[str]
    speaking: Sequence[str]
    outlets: Sequence[str]
    introduced: Mapping[str, Sequence[str]]


class Counts:
    """What one pass over the claims counts, and what was counted of other articles before."""

    def __init__(self) -> None:
        self.kinds: dict[str, dict[str, int]] = {}
        self.articles: dict[str, set[str]] = {}
        self.counts: dict[str, int] = {}
        self.parties: dict[Node, dict[str, int]] = {}
        self.places: set[str] = set()
        self.grounds: set[Node] = set()
        self.speaking: set[Node] = set()
        self.outlets: dict[str, set[str]] = {}
        self.introduced: dict[str, dict[str, set[str]]] = {}

    def add(self, name: str | None, article: str, kind: str = "") -> None:
        """Count a name once more."""
        if not name:
            return
        self.counts[name] = self.counts.get(name, 0) + 1
        self.articles.setdefault(name, set()).add(article)
        if kind:
            kinds = self.kinds.setdefault(name, {})
            kinds[kind] = kinds.get(kind, 0) + 1

    def merge(self, article: str, names: Names) -> None:
        """Add what was counted of an article before."""
        for name, count in names.counts.items():
            self.counts[name] = self.counts.get(name, 0) + count
            self.articles.setdefault(name, set()).add(article)
        for name, kinds in names.kinds.items():
            mine = self.kinds.setdefault(name, {})
            for kind, count in kinds.items():
                mine[kind] = mine.get(kind, 0) + count
        for name, parties in names.parties.items():
            self.parties[name, article] = dict(parties)
        self.places.update(names.places)
        self.grounds.update((name, article) for name in names.grounds)
        self.speaking.update((name, article) for name in names.speaking)
        if names.outlets:
            self.outlets.setdefault(article, set()).update(names.outlets)
        for acronym, befores in names.introduced.items():
            self.introduced.setdefault(article, {}).setdefault(acronym, set()).update(befores)

    def read(self, claim: Claim) -> None:
        """Count the names of a claim."""
        article, source = claim.article, claim.source
        self.add(source.name, article, source.kind)
        if source.kind == "author" and source.name:
            self.outlets.setdefault(article, set()).add(source.name)
        elif source.name:
            self.speaking.add((source.name, article))
        if source.acts_for:
            self.add(source.acts_for, article, "" if source.acts_for == source.name else "party")
            if source.acts_for != source.name:
                found = self.parties.setdefault((source.name, article), {})
                found[source.acts_for] = found.get(source.acts_for, 0) + 1
        for via in claim.via:
            self.add(via.name, article, "via")
        self._read_parts(claim)
        self._read_introduced(claim)

    def _read_parts(self, claim: Claim) -> None:
        """Those who play a part in what is claimed, and those whose its figures are."""
        article = claim.article
        for figure in claim.figures:
            if figure.of:
                self.add(figure.of, article)
                self.places.add(figure.of)
                if figure.category not in _personal():
                    self.grounds.add((figure.of, article))
        if claim.event:
            self.add(claim.event.agent, article)
            self.add(claim.event.patient, article)
        self.places |= {told.place for told in (claim.event, claim.gist) if told is not None and told.place}
        if claim.gist:
            for name in {claim.gist.agent, claim.gist.patient, claim.gist.place, *claim.gist.names}:
                self.add(name, article)
        for part in (claim.event, claim.gist):
            if part is not None and part.place:
                self.grounds.add((part.place, article))

    def _read_introduced(self, claim: Claim) -> None:
        article = claim.article
        for text in (claim.source.text, claim.content.text):
            if text and "(" in text:
                for before, acronym in _INTRODUCED.findall(text):
                    self.introduced.setdefault(article, {}).setdefault(acronym, set()).add(fold(before))


@cache
def _personal() -> frozenset[str]:
    """The categories of figures that are a person's."""
    return frozenset(category.id for category in load_taxonomy().categories.values() if category.personal)


def count_names(article: str, claims: Iterable[Claim]) -> Names:
    """What the claims of one article say of its names."""
    counts = Counts()
    for claim in claims:
        counts.read(claim)
    return Names(
        dict(sorted(counts.counts.items())),
        {name: dict(sorted(kinds.items())) for name, kinds in sorted(counts.kinds.items())},
        {name: dict(sorted(found.items())) for (name, _), found in sorted(counts.parties.items())},
        sorted(counts.places),
        sorted(name for name, _ in counts.grounds),
        sorted(name for name, _ in counts.speaking),
        sorted(counts.outlets.get(article, ())),
        {acronym: sorted(found) for acronym, found in sorted(counts.introduced.get(article, {}).items())},
    )


def read_mentions(claims: Iterable[Claim], knowledge: Knowledge, noted: Mapping[str, Names] | None = None) -> Mentions:
    """Reads every claim once; linear in their number. ``noted``: what was counted of other articles, by their ids."""
    counts = Counts()
    for claim in claims:
        counts.read(claim)
    for article, names_ in (noted or {}).items():
        counts.merge(article, names_)
    forms = {name: _read(name, counts, knowledge) for name in sorted(counts.counts)}
    _find_persons(forms, counts, knowledge)
    _find_local_parties(forms, counts, knowledge)
    _level(forms, counts)
    names: dict[str, list[str]] = {}
    for name in forms:
        for article in counts.articles[name]:
            names.setdefault(article, []).append(name)
    countries = _countries(counts, forms)
    return Mentions(
        forms,
        {name: tuple(sorted(found)) for name, found in counts.articles.items()},
        counts.counts,
        {article: tuple(sorted(found)) for article, found in names.items()},
        countries,
        counts.parties,
        {article: _company(found, forms, counts) for article, found in names.items()},
        counts.introduced,
        _split(forms, countries),
        frozenset(counts.grounds),
        frozenset(counts.speaking),
        counts.outlets,
    )


def _read(name: str, counts: Counts, knowledge: Knowledge) -> Form:
    kinds = counts.kinds.get(name, {})
    kind = min(kinds, key=lambda k: (k in {"via", "party"}, -kinds[k], k), default="")
    kind = "organization" if kind in {"via", "party"} else kind
    introduced = _ACRONYM.match(name)
    if introduced is None:
        return read_name(name, kind, knowledge)
    for article in counts.articles[name]:
        counts.introduced.setdefault(article, {}).setdefault(introduced[2], set()).add(fold(introduced[1]))
    return replace(read_name(introduced[1], kind, knowledge), name=name, acronym=introduced[2])


def _find_persons(forms: dict[str, Form], counts: Counts, knowledge: Knowledge) -> None:
    """Full names of persons that say nothing themselves: *votes for Elvira Carrizo*. They begin with a usual given name, and are nowhere
    a place or the owner of what no person owns.
    """
    grounds = {name for name, _ in counts.grounds}
    for name, form in forms.items():
        if form.sort != "proper" or name in counts.kinds or name in grounds or len(form.words) < 2:
            continue
        tokens = name_tokens(name, knowledge)
        if len(tokens) > 1 and tokens[0] in knowledge.given and _is_capital(name, knowledge):
            forms[name] = replace(form, sort="person", words=tokens, key=" ".join(tokens))


def _is_capital(name: str, knowledge: Knowledge) -> bool:
    small = knowledge.role("particle") | knowledge.role("of") | knowledge.role("article")
    return all(word[:1].isupper() or fold(word) in small for word in name.split())


def _find_local_parties(forms: dict[str, Form], counts: Counts, knowledge: Knowledge) -> None:
    """Bodies that name the party that they act for at their end, where no pack knows it: *Ministerio de Pesca de Ovaria*."""
    for (name, _), parties in sorted(counts.parties.items()):
        form = forms[name]
        if form.sort != "body" or form.party is not None:
            continue
        for party in sorted(parties):
            tail = fold_words(party)
            end = len(form.words) - len(tail)
            if end > 1 and form.words[end:] == tail and form.words[end - 1] in knowledge.role("of"):
                inner = form.words[: end - 1]
                forms[name] = replace(
                    form, words=inner, need=0, key=f"{' '.join(inner)}|{fold(party)}", party=fold(party)
                )


def _level(forms: dict[str, Form], counts: Counts) -> None:
    """Spellings of one name need the same company: none where one of them is an outlet's, else as much as the neediest."""
    needs: dict[str, int] = {}
    outlets = set()
    for name, form in forms.items():
        if form.sort == "proper":
            needs[form.key] = max(form.need, needs.get(form.key, 0))
            outlets |= {form.key} if "author" in counts.kinds.get(name, ()) else set()
    for name, form in forms.items():
        if form.sort == "proper":
            need = 0 if form.key in outlets else needs[form.key]
            forms[name] = form if need == form.need else replace(form, need=need)


def _countries(counts: Counts, forms: Mapping[str, Form]) -> dict[Node, str]:
    countries: dict[Node, str] = {}
    for node, parties in counts.parties.items():
        ids = {country_of(forms[party]) for party in parties} - {None}
        if len(ids) == 1:
            countries[node] = str(min(str(found) for found in ids))
    return countries


def country_of(form: Form) -> str | None:
    """The country that a name is, or stands for as the seat of its power."""
    if form.known is None:
        return form.party if form.party and form.party.startswith("country:") else None
    found = form.known.party or form.known.id
    return found if found.startswith("country:") else None


def _split(forms: Mapping[str, Form], countries: Mapping[Node, str]) -> frozenset[str]:
    """The keys of names that act for two countries in different articles: they stand for two actors until something says otherwise."""
    found: dict[str, set[str]] = {}
    for (name, _), country in countries.items():
        form = forms[name]
        if form.sort in {"person", "proper", "body"} and form.need == 0 and form.party is None:
            found.setdefault(form.key, set()).add(country)
    return frozenset(key for key, ids in found.items() if len(ids) > 1)


def _company(names: list[str], forms: Mapping[str, Form], counts: Counts) -> tuple[str, ...]:
    return tuple(sorted({forms[name].key for name in names if _tells(name, forms[name], counts)})[:_COMPANY])


def _tells(name: str, form: Form, counts: Counts) -> bool:
    """Whether a name tells its articles from others: neither the outlet's own nor one that any article may have."""
    if form.sort == "proper":
        return "author" not in counts.kinds.get(name, ()) and (len(form.words) > 1 or name in counts.places)
    return form.sort == "person" or (form.sort == "body" and form.need < 2 and form.party is None)
