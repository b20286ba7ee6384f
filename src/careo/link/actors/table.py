"""The actors themselves: ids, canonical names, parties and reasons of clusters of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from careo.link.actors.joins import Joins
from careo.link.actors.known import Knowledge
from careo.link.actors.mentions import Mentions, Node
from careo.link.actors.names import Form
from careo.link.actors.spellings import joined_by_party
from careo.model import Actor, Source
from careo.text.words import fold

_FULL = {
    "known": 0,
    "person": 1,
    "body": 1,
    "proper": 1,
    "class": 1,
    "group": 1,
    "acronym": 2,
    "surname": 3,
    "unnamed": 3,
    "local": 3,
}
_SPOKEN_FOR = {"known", "body", "local", "acronym"}
"""Sorts of names whose words are those of the party behind them; a person speaks for a party only where a claim says so."""


class ActorTable:
    """Which actor a name of an article stands for, and for which party it speaks."""

    def __init__(
        self,
        actors: Iterable[Actor],
        ids: Mapping[Node, str],
        *,
        voices: Iterable[str] = (),
        titles: Mapping[str, str] | None = None,
    ) -> None:
        """``ids``: of a name in an article, or in all (empty article). ``voices``: ids of actors that speak for their party in
        all they say. ``titles``: names of ids that no claim mentions.
        """
        self.actors = tuple(sorted(actors, key=lambda actor: actor.id))
        self._by_id = {actor.id: actor for actor in self.actors}
        self.mentions: Mapping[Node, str] = dict(ids)
        self._voices = frozenset(voices)
        self._titles = dict(titles or {})

    def id_of(self, name: str | None, article: str) -> str | None:
        """The id of the actor that ``name`` stands for in ``article``; None without a name, or for one that no claim has there."""
        if not name:
            return None
        return self.mentions.get((name, article)) or self.mentions.get((name, ""))

    def party_of(self, source: Source, article: str) -> str:
        """The id of the party that a source speaks for; its own where it speaks for itself.

        A capital, a seat of power, a ministry speak for their country.
        """
        found = self.id_of(source.acts_for, article) or self.id_of(source.name, article) or source.name
        seen = {found}
        while found in self._voices and (above := self._by_id[found].party) and above not in seen:
            found = above
            seen.add(found)
        return found

    def name_of(self, actor: str) -> str:
        """The canonical name of an actor's id."""
        found = self._by_id.get(actor)
        return found.name if found else self._titles.get(actor, actor)


@dataclass(slots=True)
class _Group:
    """The nodes of one actor, sorted, with the forms of their names, each once."""

    nodes: list[Node]
    forms: list[Form]
    id: str = ""

    def article(self) -> str:
        """The first article of those that the nodes are of; empty where a name is the same everywhere."""
        return min(article for _, article in self.nodes) if len(self.nodes) > 1 else self.nodes[0][1]


def build_table(mentions: Mentions, knowledge: Knowledge, joins: Joins) -> ActorTable:
    """Names the clusters. The result depends on them alone, not on the order in which they were made."""
    ordered = _groups(mentions, joins)
    _set_ids(ordered, mentions, knowledge, joins)
    ids = {node: group.id for group in ordered for node in group.nodes}
    reasons = _reasons(joins, ids)
    parties = _parties(mentions, ids)
    titles = _titles(ordered, mentions, joins)
    actors = []
    for group in ordered:
        own = _inner_party(group) or parties.get(group.id)
        names = tuple(form.name for form in group.forms)
        alone = _alone(group) if joins.apart.isdisjoint(group.nodes) else ()
        reason = (*reasons.get(group.id, ()), *alone)
        actors.append(Actor(group.id, titles[group.id], names, own if own != group.id else None, reason))
    voices = {group.id for group in ordered if all(_speaks_for_party(form, knowledge) for form in group.forms)}
    return ActorTable(actors, ids, voices=voices, titles={known.id: known.name for known in knowledge.entries.values()})


def _speaks_for_party(form: Form, knowledge: Knowledge) -> bool:
    """Whether the words of a name are those of the party in it: not of a union or a company, which speaks for itself."""
    own = form.sort in {"body", "local"} and any(form.words[:size] in knowledge.independent for size in (1, 2))
    return form.sort in _SPOKEN_FOR and not own


def _groups(mentions: Mentions, joins: Joins) -> list[_Group]:
    """The clusters in the order of their first nodes."""
    groups: dict[Node, _Group] = {}
    for name, form in mentions.forms.items():  # in order of the names
        for node in mentions.nodes(name):
            root = joins.clusters.find(node)
            group = groups.get(root)
            if group is None:
                groups[root] = _Group([node], [form])
                continue
            group.nodes.append(node)
            if group.forms[-1] is not form:
                group.forms.append(form)
    return list(groups.values())


def _set_ids(groups: Sequence[_Group], mentions: Mentions, knowledge: Knowledge, joins: Joins) -> None:
    """Ids, each once: of two clusters that a decision keeps apart, the one with the entry's own name keeps the entry's id."""
    taken: set[str] = set()
    for group in sorted(groups, key=lambda group: not _is_own(group)):
        wishes = _wishes(group, mentions, knowledge, joins)
        name, article = group.nodes[0]
        group.id = next((wish for wish in wishes if wish not in taken), f"{wishes[0]}={name}@{article}")
        taken.add(group.id)


def _is_own(group: _Group) -> bool:
    return any(form.known is not None and form.known.name == form.name for form in group.forms)


def _wishes(group: _Group, mentions: Mentions, knowledge: Knowledge, joins: Joins) -> list[str]:
    """The ids that an actor may have, the best first."""
    forms = group.forms
    ids = {form.known.id for form in forms if form.known}
    known = sorted(ids, key=lambda key: (not key.startswith("country:"), key))
    inner = sorted({form.key for form in forms if form.party}, key=lambda key: (-len(key), key))
    best = min(forms, key=_length) if len(forms) > 1 else forms[0]
    base = fold(best.title) if best.sort != "class" else f"noun:{fold(best.title)}"
    article = group.article()
    local = f"{base}@{article}"
    plain = local
    if any(not node[1] for node in group.nodes):
        plain = base
    elif joined_by_party(best, mentions, knowledge):
        countries = joins.clusters.answer(group.nodes[0], "country")
        plain = f"{base}|{'+'.join(sorted(countries))}" if countries else local
    return [*known[:1], *inner[:1], plain, local, best.name]


def _titles(groups: Sequence[_Group], mentions: Mentions, joins: Joins) -> dict[str, str]:
    """The names that the actors go by, by id. Namesakes that a person told apart have their article behind it: *Ana Ruiz (riada)*."""
    titles = {group.id: _canonical(group, mentions) for group in groups}
    if not joins.apart:
        return titles
    told = [group for group in groups if group.article() and not joins.apart.isdisjoint(group.nodes)]
    counts = Counter(titles.values())
    return titles | {g.id: f"{titles[g.id]} ({g.article()})" for g in told if counts[titles[g.id]] > 1}


def _length(form: Form) -> tuple[int, int, str, str]:
    return (_FULL[form.sort], -len(form.title), fold(form.title), form.name)


def _canonical(group: _Group, mentions: Mentions) -> str:
    """The name of a known entry; else the most frequent full form, then the longest, then the first in the alphabet."""
    known = sorted(
        {
            (not form.known.id.startswith("country:"), form.known.id, form.known.name)
            for form in group.forms
            if form.known
        }
    )
    if known:
        return known[0][2]
    return min(group.forms, key=lambda f: (_FULL[f.sort], -mentions.counts[f.name], -len(f.name), f.name)).title


def _inner_party(group: _Group) -> str | None:
    found = {form.known.party for form in group.forms if form.known and form.known.party}
    found |= {form.party for form in group.forms if form.party and form.party.startswith(("country:", "region:"))}
    return min(found, default=None)


def _parties(mentions: Mentions, ids: Mapping[Node, str]) -> dict[str, str]:
    """The party that each actor acts for most often, as an id; the first in the alphabet of several."""
    counts: dict[str, dict[str, int]] = {}
    for (name, article), parties in mentions.parties.items():
        actor = ids[mentions.node(name, article)]
        for party, count in parties.items():
            found = ids[mentions.node(party, article)]
            if found != actor:
                mine = counts.setdefault(actor, {})
                mine[found] = mine.get(found, 0) + count
    return {actor: min(found, key=lambda party: (-found[party], party)) for actor, found in counts.items()}


def _reasons(joins: Joins, ids: Mapping[Node, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for node, reason in joins.reasons:
        found.setdefault(ids[node], set()).add(reason)
    return {actor: tuple(sorted(reasons)) for actor, reasons in found.items()}


def _alone(group: _Group) -> tuple[str, ...]:
    """Why a name of one article is not the same name of another."""
    if any(node[1] != group.nodes[0][1] for node in group.nodes) or not group.nodes[0][1]:
        return ()
    sorts = {form.sort for form in group.forms}
    if sorts <= {"unnamed"}:
        return ("apart: a source without a name is one only inside its article",)
    if sorts <= {"local"}:
        return ("apart: an office or a bare noun is one only inside its article",)
    return ("apart: no other article with this name shares enough names with this one",)
