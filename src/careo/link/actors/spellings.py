"""Names that are one whatever the article: names of a known entry, spellings, bodies with their country, romanizations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from careo.lang.naming import romanize
from careo.link.actors.joins import Joins
from careo.link.actors.known import Knowledge
from careo.link.actors.mentions import Mentions, Node
from careo.link.actors.names import Form, skeleton

_LONG = 10
"""Letters from which two romanizations that are equal as keys need no other evidence."""
_SIMILAR = 0.9
_LETTERS = 5
"""Fewest letters of words that are compared by similarity."""
_BLOCK = 400
"""Most names of a block that are compared pair by pair; longer blocks compare neighbors in the alphabet."""


def join_known(mentions: Mentions, joins: Joins) -> None:
    """Names of one entry of the packs."""
    groups: dict[str, list[str]] = {}
    for name, form in mentions.forms.items():
        if form.known is not None:
            groups.setdefault(form.known.id, []).append(name)
    for key in sorted(groups):
        joins.chain([node for name in groups[key] for node in mentions.nodes(name)], "known", f": {key}")


def join_spellings(mentions: Mentions, joins: Joins) -> None:
    """Names that differ in case, accents and marks alone; bodies whose country is named in another way."""
    groups: dict[tuple[str, str], list[Node]] = {}
    for name, form in mentions.forms.items():
        if form.sort != "known" and form.need == 0 and form.key not in mentions.split:
            surnames = mentions.surnames.get(name, ())
            nodes = (node for node in mentions.nodes(name) if node[1] not in surnames)
            groups.setdefault((_family(form), form.key), []).extend(nodes)
    for key in sorted(groups):
        joins.chain(groups[key], "spelling", "")


def _family(form: Form) -> str:
    return "class" if form.sort == "class" else "name"


def join_parties(mentions: Mentions, knowledge: Knowledge, joins: Joins) -> None:
    """Names that need evidence, and act for one country: *Ministerio de Pesca* for Noruega here and there; unnamed classes."""
    groups: dict[tuple[str, str], list[Node]] = {}
    for name, form in mentions.forms.items():
        if form.party is not None:
            groups.setdefault((form.key.partition("|")[0], form.party), []).extend(mentions.nodes(name))
        elif (form.need or form.key in mentions.split) and joined_by_party(form, mentions, knowledge):
            for article in mentions.articles[name]:
                country = mentions.countries.get((name, article))
                if country:
                    groups.setdefault((form.key, country), []).append((name, article))
    for key in sorted(groups):
        joins.chain(sorted(groups[key], key=lambda node: (node[1], node[0])), "party", f": {key[1]}")


def joined_by_party(form: Form, mentions: Mentions, knowledge: Knowledge) -> bool:
    """Whether names of this form that act for one country are one: bodies that a country has, names that two countries share."""
    if form.sort == "unnamed":
        return True
    if form.key in mentions.split:
        return True
    return form.sort in {"body", "local"} and any(form.words[:size] in knowledge.national for size in (1, 2, 3))


def join_romanized(mentions: Mentions, knowledge: Knowledge, joins: Joins) -> None:
    """Full names of persons that are romanized in different ways."""
    forms: dict[str, Form] = {}
    for form in mentions.forms.values():  # in order of the names
        if form.sort == "person" and form.key not in mentions.split:
            forms.setdefault(form.key, form)
    spelled = {key: form.name for key, form in forms.items()}
    nodes = {key: mentions.nodes(form.name)[0] for key, form in forms.items()}
    evidence = _Evidence(mentions, knowledge, forms)
    groups: dict[str, list[str]] = {}
    for key, form in sorted(forms.items()):
        groups.setdefault(skeleton(form.words), []).append(key)
    for group in sorted(groups):
        for left, right in _pairs(groups[group]):
            why = evidence.equal(left, right)
            if why:
                joins.join(
                    nodes[left],
                    nodes[right],
                    "romanized",
                    f"'{spelled[left]}' = '{spelled[right]}': {why}",
                )
    for left, right in sorted(_near(sorted(groups))):
        for a in groups[left]:
            for b in groups[right]:
                why = evidence.near(a, b)
                if why:
                    joins.join(nodes[a], nodes[b], "similar", f"'{spelled[a]}' ~ '{spelled[b]}': {why}")


class _Evidence:
    """What speaks for two spellings beside their letters: the country that both act for, names that both are seen with."""

    def __init__(self, mentions: Mentions, knowledge: Knowledge, forms: dict[str, Form]) -> None:
        self._mentions = mentions
        self._knowledge = knowledge
        self._forms = forms
        self._articles: dict[str, set[str]] = {}
        for name, form in mentions.forms.items():
            if form.key in forms and form.sort == "person":
                self._articles.setdefault(form.key, set()).update(mentions.articles[name])
        self._names: dict[str, list[str]] = {}
        for name, form in mentions.forms.items():
            if form.sort == "person":
                self._names.setdefault(form.key, []).append(name)

    def country(self, key: str) -> str | None:
        """The country that the names of a key act for."""
        found = {
            self._mentions.countries[name, article]
            for name in self._names[key]
            for article in self._mentions.articles[name]
            if (name, article) in self._mentions.countries
        }
        return min(found) if len(found) == 1 else None

    def shared(self, left: str, right: str) -> str | None:
        """A name that both keys are seen with, the first in the alphabet."""
        mine, other = (self._company(key) for key in (left, right))
        return min((mine & other) - {left, right}, default=None)

    def _company(self, key: str) -> set[str]:
        return {name for article in self._articles[key] for name in self._mentions.company[article]}

    def equal(self, left: str, right: str) -> str | None:
        """Why two names with one romanized key are one."""
        a, b = self.country(left), self.country(right)
        if a and b:
            return a if a == b else None
        both = zip(self._forms[left].words, self._forms[right].words, strict=False)
        usual = any(x != y and x in self._knowledge.given and y in self._knowledge.given for x, y in both)
        if len(skeleton(self._forms[left].words)) >= _LONG and not usual:
            return "long"
        shared = self.shared(left, right)
        return f"both beside '{shared}'" if shared else None

    def near(self, left: str, right: str) -> str | None:
        """Why two names that are alike are one: one country and one companion, never the letters alone."""
        country = self.country(left)
        if country is None or country != self.country(right):
            return None
        given = self._forms[left].words[0], self._forms[right].words[0]
        if given[0] != given[1] and set(given) <= self._knowledge.given:
            return None
        shared = self.shared(left, right)
        return f"{country}, both beside '{shared}'" if shared else None


def _pairs(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All pairs of a block, or of neighbors where it is too long."""
    if len(keys) <= _BLOCK:
        yield from combinations(keys, 2)
    else:
        yield from ((a, b) for at, a in enumerate(keys) for b in keys[at + 1 : at + 9])


def _near(skeletons: Sequence[str]) -> set[tuple[str, str]]:
    """Pairs of skeletons with one part equal and the other alike, found in blocks of the equal part and a first letter."""
    blocks: dict[tuple[str, str, str], list[str]] = {}
    for key in skeletons:
        first, _, rest = key.partition(" ")
        if rest:
            blocks.setdefault(("first", first, rest[0]), []).append(key)
            blocks.setdefault(("rest", rest, first[0]), []).append(key)
    return {
        (left, right)
        for (part, *_), keys in blocks.items()
        for left, right in _pairs(keys)
        if alike(*(key.partition(" ")[2 if part == "first" else 0] for key in (left, right)))
    }


def alike(left: str, right: str) -> bool:
    """Whether two words are similar and differ in more than their ending, which may be a gender (*Petrov*, *Petrova*)."""
    if min(len(left), len(right)) < _LETTERS or left[:-1] in (right, right[:-1]) or right[:-1] == left:
        return False
    return JaroWinkler.similarity(left, right, score_cutoff=_SIMILAR) > 0


def romanized_run(tokens: Sequence[str]) -> str:
    """Some words of a name as a key."""
    return " ".join(romanize(token) for token in tokens)
