"""Actors: one voice behind many names, across articles and languages."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from careo.link.actors.acronyms import join_translated
from careo.link.actors.decisions import apply_judgments, find_detached
from careo.link.actors.joins import Joins
from careo.link.actors.known import load_knowledge
from careo.link.actors.mentions import Mentions, Names, count_names, read_mentions
from careo.link.actors.outlets import join_outlets
from careo.link.actors.shorts import join_longer, join_shorts
from careo.link.actors.sides import resolve_side
from careo.link.actors.spellings import join_known, join_parties, join_romanized, join_spellings
from careo.link.actors.surnames import find_surnames
from careo.link.actors.table import ActorTable, build_table
from careo.model import Claim, Judgment, find_in_force

__all__ = ["ActorTable", "Names", "count_names", "merge_actors", "resolve_side"]


def merge_actors(
    claims: Iterable[Claim],
    *,
    languages: tuple[str, ...] = ("es",),
    judgments: Iterable[Judgment] = (),
    noted: Mapping[str, Names] | None = None,
) -> ActorTable:
    """The actors of all names that occur in ``claims``, whatever their order. Every join has a reason in ``Actor.reasons``.

    ``languages``: the packs to read names by. ``judgments``: the log of what people decided; the entries in force win over every
    rule. ``noted``: by article the names of those whose claims are not among ``claims``. Raises LinkError where decisions contradict
    each other.

    Rules, in this order: ``decided``; ``known`` names of one entry of the packs; ``spelling``; ``party`` (a body by its country);
    ``outlet`` (its short name for itself); ``romanized`` and ``similar`` names of persons; ``longer name``; ``surname``, ``short
    form``, ``acronym`` inside an article; ``story`` (one name in articles that share others); the short names again, by the names around
    them. What would give an actor two countries or two full names is refused, and the refusal noted.

    An id is ``country:KP`` or alike for an entry of the packs, the words and the country of a body (``ministerio de pesca|country:NO``),
    else the folded longest full name, with ``@`` and the first article where the name is not the same everywhere. It does not depend on how
    often a name occurs, so an article that brings no new name and no new evidence leaves it as it was; the price is that a longer
    form of a name, or an earlier article of its story, renames the actor. The name shown is the most frequent full form.
    """
    decided = find_in_force(judgments)
    knowledge = load_knowledge(languages)
    mentions = read_mentions(claims, knowledge, noted)
    mentions.surnames = find_surnames(mentions, knowledge)
    mentions.detached = find_detached(decided, mentions)
    joins = apply_judgments(decided, mentions)
    join_known(mentions, joins)
    join_spellings(mentions, joins)
    join_parties(mentions, knowledge, joins)
    join_outlets(mentions, knowledge, joins)
    join_translated(mentions, knowledge, joins)
    join_romanized(mentions, knowledge, joins)
    join_longer(mentions, knowledge, joins)
    _label_full_names(mentions, knowledge.sole, joins)
    join_shorts(mentions, knowledge, joins)
    return build_table(mentions, knowledge, joins)


def _label_full_names(mentions: Mentions, sole: Container[tuple[str, ...]], joins: Joins) -> None:
    """From here on no short name may bring two persons, or the bodies of two countries, together."""
    clusters = joins.clusters
    for name, form in mentions.forms.items():
        if form.sort == "person" or (form.sort == "body" and form.party is not None and form.words not in sole):
            for node in mentions.nodes(name):
                clusters.label(node, "full name", frozenset({" ".join(filter(None, clusters.find(node)))}))
