"""Actors: one voice behind many names, across articles and languages."""

from __future__ import annotations

from collections.abc import Container, Iterable

from careo.errors import LinkError
from careo.link.actors.acronyms import join_translated
from careo.link.actors.clusters import Clusters
from careo.link.actors.decisions import Pair, check_decisions, find_nodes
from careo.link.actors.joins import Joins, labels_of
from careo.link.actors.known import load_knowledge
from careo.link.actors.mentions import Mentions, Node, read_mentions
from careo.link.actors.shorts import join_longer, join_shorts
from careo.link.actors.spellings import join_known, join_parties, join_romanized, join_spellings
from careo.link.actors.table import ActorTable, build_table
from careo.model import Claim

__all__ = ["ActorTable", "merge_actors"]


def merge_actors(
    claims: Iterable[Claim],
    *,
    languages: tuple[str, ...] = ("es",),
    apart: Iterable[Pair] = (),
    together: Iterable[Pair] = (),
) -> ActorTable:
    """The actors of all names that occur in ``claims``, whatever their order. Every join has a reason in ``Actor.reasons``.

    ``languages``: the packs to read names by. ``apart`` and ``together``: what a person decided, pairs of names (or ``name@article``);
    they win over every rule. Raises LinkError where they contradict each other.

    Rules, in this order: ``decided``; ``known`` names of one entry of the packs; ``spelling``; ``party`` (a body by its country);
    ``romanized`` and ``similar`` names of persons; ``longer name``; ``surname``, ``short form``, ``acronym`` inside an article;
    ``story`` (one name in articles that share others); the short names again, by the names around them. What would give an actor two
    countries or two full names is refused, and the refusal noted.

    An id is ``country:KP`` or alike for an entry of the packs, the words and the country of a body (``ministerio de pesca|country:NO``),
    else the folded longest full name, with ``@`` and the first article where the name is not the same everywhere. It does not depend on how
    often a name occurs, so an article that brings no new name and no new evidence leaves it as it was; the price is that a longer
    form of a name, or an earlier article of its story, renames the actor. The name shown is the most frequent full form.
    """
    kept, joined = check_decisions(apart, together)
    knowledge = load_knowledge(languages)
    mentions = read_mentions(claims, knowledge)
    mentions.detached = frozenset(_detached([*kept, *joined], mentions))
    joins = _decide(kept, joined, mentions)
    join_known(mentions, joins)
    join_spellings(mentions, joins)
    join_parties(mentions, knowledge, joins)
    join_translated(mentions, knowledge, joins)
    join_romanized(mentions, knowledge, joins)
    join_longer(mentions, knowledge, joins)
    _label_full_names(mentions, knowledge.sole, joins)
    join_shorts(mentions, knowledge, joins)
    return build_table(mentions, knowledge, joins)


def _detached(pairs: Iterable[Pair], mentions: Mentions) -> Iterable[Node]:
    """Names in one article that a decision speaks of, so that they are no longer one with the name elsewhere as a matter of course."""
    for term in (term for pair in pairs for term in pair):
        name, at, article = term.rpartition("@")
        if term not in mentions.forms and at and article in mentions.articles.get(name, ()):
            yield name, article


def _decide(apart: Iterable[Pair], together: Iterable[Pair], mentions: Mentions) -> Joins:
    """The clusters with what was decided: labels for what stays apart, joins for what is one."""
    labels = {node: list(pairs) for node, pairs in labels_of(mentions).items()}
    for left, right in apart:
        question = f"decided: '{left}' is not '{right}'"
        sides = find_nodes(left, mentions), find_nodes(right, mentions)
        if set(sides[0]) & set(sides[1]):
            raise LinkError(
                f"'{left}' and '{right}' cannot be kept apart: both are '{min(set(sides[0]) & set(sides[1]))[0]}'"
            )
        for side, nodes in zip(("left", "right"), sides, strict=True):
            for node in nodes:
                labels.setdefault(node, []).append((question, side))
    joins = Joins(Clusters(labels))
    for left, right in together:
        nodes = [*find_nodes(left, mentions), *find_nodes(right, mentions)]
        for node in nodes[1:]:
            joins.join(nodes[0], node, "decided", f"'{left}' is '{right}'", force=True)
    for left, right in apart:
        question = f"decided: '{left}' is not '{right}'"
        for node in find_nodes(left, mentions):
            if len(joins.clusters.answers(node, question)) > 1:
                raise LinkError(
                    f"decisions about actors contradict each other: '{left}' and '{right}' are kept apart and made one"
                )
    return joins


def _label_full_names(mentions: Mentions, sole: Container[tuple[str, ...]], joins: Joins) -> None:
    """From here on no short name may bring two persons, or the bodies of two countries, together."""
    clusters = joins.clusters
    for name, form in mentions.forms.items():
        if form.sort == "person" or (form.sort == "body" and form.party is not None and form.words not in sole):
            for node in mentions.nodes(name):
                clusters.label(node, "full name", " ".join(filter(None, clusters.root(node))))
