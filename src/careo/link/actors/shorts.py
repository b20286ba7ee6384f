"""Short names and the full ones that they stand for: a surname, an acronym, a body without its complement or its noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careo.link.actors.acronyms import introduced_by
from careo.link.actors.company import join_company
from careo.link.actors.joins import Joins, shown
from careo.link.actors.known import Knowledge, squeeze
from careo.link.actors.mentions import Mentions, Node
from careo.link.actors.names import Form
from careo.link.actors.spellings import romanized_run
from careo.link.actors.surnames import Key, iter_person_keys


def join_longer(mentions: Mentions, knowledge: Knowledge, joins: Joins) -> None:
    """Attaches the full name of a person to the one longer name that its articles, or its companions, have: *Ana Ruiz* (*Mora*)."""
    reader = _Reader(mentions, knowledge, persons=True)
    attached = _attach(reader.iter_near(), reader, joins, "same article")
    _attach(reader.iter_far(attached), reader, joins, "story")


def join_shorts(mentions: Mentions, knowledge: Knowledge, joins: Joins) -> None:
    """Attaches each short name to the one full name that the same article has, or else the one that its companions have elsewhere.

    Where there are two, it stays apart and says so. In between, short names of one story meet.
    """
    reader = _Reader(mentions, knowledge, persons=False)
    attached = _attach(reader.iter_near(), reader, joins, "same article")
    join_company(mentions, joins)
    _attach(reader.iter_far(attached), reader, joins, "story")


def _attach(found: Iterable[tuple[Node, Node, str]], reader: _Reader, joins: Joins, where: str) -> set[Node]:
    """Joins nodes that have candidates of one cluster alone. Returns all nodes that had candidates."""
    candidates: dict[Node, dict[Node, str]] = {}
    for short, full, why in found:
        candidates.setdefault(short, {}).setdefault(full, why)
    roots = joins.clusters.find
    decided: list[tuple[Node, Node, str, str]] = []
    for short in sorted(candidates):
        fulls = {full: why for full, why in candidates[short].items() if roots(full) != roots(short)}
        open_to = sorted(full for full in fulls if joins.clusters.conflict(short, full) is None)
        clusters = {roots(full) for full in open_to}
        if len(clusters) == 1:
            decided.append((short, open_to[0], reader.rule_of(short), f"{where}{fulls[open_to[0]]}"))
        elif len(clusters) > 1:
            names = ", ".join(sorted({shown(full) for full in open_to}))
            joins.note(short, "ambiguous", f"{shown(short)} may be any of {names}")
        elif fulls:
            joins.join(short, min(fulls), reader.rule_of(short), where)  # refused: the note says by what
    for short, full, rule, why in decided:
        joins.join(short, full, rule, f"{shown(short)} = {shown(full)}: {why}")
    return set(candidates)


class _Reader:
    """The keys of short and full names, and which article has which."""

    def __init__(self, mentions: Mentions, knowledge: Knowledge, *, persons: bool) -> None:
        self._mentions = mentions
        self._knowledge = knowledge
        self._wanted: dict[str, Key] = {}
        for name, form in mentions.forms.items():
            key = self._key_of_short(form)
            if key is not None and (key[0] == "person") == persons:
                self._wanted[name] = key
        wanted = set(self._wanted.values())
        self._offered: dict[str, list[Key]] = {}
        for name, form in mentions.forms.items():
            keys = wanted.intersection(self._iter_keys(form))
            keys.discard(self._wanted.get(name, ("", "")))
            if keys:
                self._offered[name] = sorted(keys)
        met = {key for keys in self._offered.values() for key in keys}
        self._wanted = {name: key for name, key in self._wanted.items() if key in met or key[0] == "acronym"}

    def rule_of(self, node: Node) -> str:
        """The name of the rule that a short name falls under."""
        return {
            "surname": "surname",
            "person": "longer name",
            "body": "short form",
            "acronym": "acronym",
            "sole": "short form",
        }[self._wanted[node[0]][0]]

    def iter_near(self) -> Iterator[tuple[Node, Node, str]]:
        """Short and full names of one article."""
        mentions = self._mentions
        for article in sorted(mentions.names):
            names = mentions.names[article]
            shorts = [name for name in names if self._is_short(name, article)]
            if not shorts:
                continue
            offers: dict[Key, list[str]] = {}
            for name in names:
                for key in self._offered.get(name, ()):
                    offers.setdefault(key, []).append(name)
            for short in shorts:
                for full in offers.get(self._wanted[short], ()):
                    yield mentions.node(short, article), mentions.node(full, article), f" {article}"
                yield from self._iter_introduced(short, article)

    def _iter_introduced(self, short: str, article: str) -> Iterator[tuple[Node, Node, str]]:
        """Names that the article puts the acronym behind."""
        for full in introduced_by(self._mentions, article, short):
            yield self._mentions.node(short, article), self._mentions.node(full, article), f" {article}, introduced"

    def iter_far(self, attached: set[Node]) -> Iterator[tuple[Node, Node, str]]:
        """Short names of articles without their full name, and full names that their companions are seen with elsewhere.

        One companion is enough where both act for one party or the full name's country is named beside the short one; else two.
        """
        mentions = self._mentions
        beside = self._beside()
        for name, key in self._wanted.items():
            for article in mentions.articles[name]:
                short = mentions.node(name, article)
                if short in attached or not self._is_short(name, article):
                    continue
                shared: dict[Node, list[str]] = {}
                for companion in self._companions(name, article):
                    for full in beside.get((key, companion), ()):
                        shared.setdefault(full, []).append(companion)
                for full in sorted(shared):
                    if len(shared[full]) > 1 or self._same_party(short, full, article):
                        names = " and ".join(f"'{companion}'" for companion in shared[full][:2])
                        yield short, full, f", beside {names}"

    def _beside(self) -> dict[tuple[Key, str], set[Node]]:
        """The full names that a companion is seen with, by the keys of their short ones."""
        mentions = self._mentions
        beside: dict[tuple[Key, str], set[Node]] = {}
        for name, keys in self._offered.items():
            for article in mentions.articles[name]:
                node = mentions.node(name, article)
                for companion in self._companions(name, article):
                    for key in keys:
                        beside.setdefault((key, companion), set()).add(node)
        return beside

    def _companions(self, name: str, article: str) -> Iterator[str]:
        own = self._mentions.forms[name].key
        return (companion for companion in self._mentions.company[article] if companion != own)

    def _same_party(self, short: Node, full: Node, article: str) -> bool:
        mentions = self._mentions
        form = mentions.forms[full[0]]
        country = mentions.countries.get((short[0], article))
        if form.party is not None:
            near = {mentions.forms[name].key for name in mentions.names[article]}
            return country == form.party or (country is None and form.party in near)
        others = [full[1]] if full[1] else mentions.articles[full[0]]
        mine = set(mentions.parties.get((short[0], article), ()))
        return any(
            (country and mentions.countries.get((full[0], other)) == country)
            or mine & set(mentions.parties.get((full[0], other), ()))
            for other in others
        )

    def _is_short(self, name: str, article: str) -> bool:
        """Whether a name is short in an article; what is the surname of somebody in some is so in those alone."""
        return name in self._wanted and article in self._mentions.surnames.get(name, (article,))

    def _key_of_short(self, form: Form) -> Key | None:
        if form.sort == "surname" or form.name in self._mentions.surnames:
            return "surname", romanized_run(form.words)
        if form.sort == "person":
            return "person", romanized_run(form.words)
        if form.sort == "acronym":
            return "acronym", squeeze(form.name)
        if form.sort == "body" and form.party is not None and form.words in self._knowledge.sole:
            return "sole", form.key
        if (form.sort == "body" and form.party is None) or (form.sort == "proper" and len(form.words) > 1):
            return "body", " ".join(form.words)
        return None

    def _iter_keys(self, form: Form) -> Iterator[Key]:
        """The keys of all short names that a full name may have."""
        if form.sort == "person":
            yield from iter_person_keys(form.words, self._knowledge)
        elif form.sort in {"body", "proper"} and len(form.words) > 1:
            yield from self._iter_body(form)

    def _iter_body(self, form: Form) -> Iterator[Key]:
        small = self._knowledge.role("of") | self._knowledge.role("article") | self._knowledge.role("particle")
        words = form.words
        if form.party is not None:
            yield "body", " ".join(words)
            if words[-1:] in self._knowledge.sole and words[:1] not in self._knowledge.national:
                yield "sole", f"{words[-1]}|{form.party}"
        content = [word for word in words if word not in small]
        if len(content) > 1:
            yield "acronym", "".join(word[0] for word in content)
        for end in range(2, len(words)):
            if (
                words[end] in small
                and words[end - 1] not in small
                and sum(word not in small for word in words[:end]) > 1
            ):
                yield "body", " ".join(words[:end])
        if words[:1] in self._knowledge.nouns:
            start = 1
            while start < len(words) and words[start] in small:
                start += 1
            rest = words[start:]
            lower = start > 1 and not form.name[:1].isupper()  # neither is *dirección de Astilleros* the company
            part = lower or any(
                rest[:size] in self._knowledge.nouns for size in (1, 2, 3)
            )  # *asamblea del sindicato* is not the union
            if rest in self._knowledge.portfolios or (not part and sum(word not in small for word in rest) > 1):
                yield "body", " ".join(rest)
