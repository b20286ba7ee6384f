"""Acronyms that articles introduce, and bodies that two languages call by different words and one acronym."""

from __future__ import annotations

from rapidfuzz.distance import JaroWinkler

from careo.lang.inflections import fold_words
from careo.link.actors.joins import Joins
from careo.link.actors.known import Knowledge
from careo.link.actors.mentions import Mentions, Node

_AKIN = 0.8
"""How similar words of two languages are that mean the same (*Nacional*, *National*), with the acronym and the country besides."""


def introduced_by(mentions: Mentions, article: str, acronym: str) -> list[str]:
    """The names of an article, the longest that end there, that it puts ``acronym`` behind: *Servicio de Pesca (SP)*."""
    found = []
    for text in sorted(mentions.introduced.get(article, {}).get(acronym, ())):
        spoken = fold_words(text)
        ends = {
            name: words
            for name in mentions.names[article]
            if (words := _title_words(mentions, name)) and spoken[-len(words) :] == words
        }
        longest = max(map(len, ends.values()), default=0)
        found += [name for name, words in ends.items() if name != acronym and len(words) == longest > 1]
    return sorted(set(found))


def join_translated(mentions: Mentions, knowledge: Knowledge, joins: Joins) -> None:
    """Joins bodies of one country that articles introduce with one acronym, where each word of one is akin to a word of the other.

    The words keep *Consejo Nacional Electoral* and *Comité Nacional de Emergencias* apart, whose acronyms are alike.
    """
    groups: dict[tuple[str, str], list[Node]] = {}
    for article in sorted(mentions.introduced):
        for acronym in sorted(mentions.introduced[article]):
            for name in introduced_by(mentions, article, acronym):
                country = mentions.forms[name].party or mentions.countries.get((name, article))
                if country:
                    groups.setdefault((acronym, country), []).append(mentions.node(name, article))
    for key in sorted(groups):
        firsts: dict[str, Node] = {}
        for node in groups[key]:
            firsts.setdefault(node[0], node)
        names = sorted(firsts)
        for at, left in enumerate(names):
            for right in names[at + 1 :]:
                if _akin(_content(mentions, knowledge, left), _content(mentions, knowledge, right)):
                    joins.join(
                        firsts[left], firsts[right], "acronym", f"'{left}' = '{right}': both ({key[0]}), {key[1]}"
                    )


def _title_words(mentions: Mentions, name: str) -> tuple[str, ...]:
    return fold_words(mentions.forms[name].title)


def _content(mentions: Mentions, knowledge: Knowledge, name: str) -> list[str]:
    form = mentions.forms[name]
    small = knowledge.role("of") | knowledge.role("article") | knowledge.role("particle") | knowledge.role("and")
    return [word for word in form.words if word not in small]


def _akin(left: list[str], right: list[str]) -> bool:
    """Whether each word of one list is like a word of its own in the other, in any order."""
    rest = list(right)
    for word in left:
        twin = max(rest, key=lambda other: (JaroWinkler.similarity(word, other), other), default="")
        if JaroWinkler.similarity(word, twin) < _AKIN:
            return False
        rest.remove(twin)
    return not rest
