"""The whole line of linking: from claims of many articles to disputes, positions and actors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from careo.link.actors import merge_actors
from careo.link.facts import ArticleFacts
from careo.link.memory import Memory
from careo.link.origins import find_origins
from careo.link.propositions import link_propositions
from careo.link.quantities import link_quantities
from careo.link.quantities.readings import group_articles
from careo.model import Claim, Judgment, Linked, Member, Origin


def link_claims(
    claims: Iterable[Claim],
    facts: Mapping[str, ArticleFacts],
    memory: Memory | None = None,
    *,
    judgments: Iterable[Judgment] = (),
) -> Linked:
    """Let the claims of all articles meet. ``facts`` are those of their articles, by id; the order of neither matters.

    With the ``memory`` of an earlier run only those blocks are compared again that something was added to; the result is the same.
    ``judgments``: the log of what people decided about actors. LinkError where they contradict each other.
    """
    memory = memory or Memory(keep=False)
    memory.begin()
    articles = group_articles(claims)
    rows = [claim for group in articles.values() for claim in group]
    actors = merge_actors(rows, judgments=judgments)
    known = {claim.id: claim for claim in rows}

    def trace(members: Sequence[Member]) -> tuple[Origin, ...]:
        return find_origins([(member, known[member.claim]) for member in members], facts, actors)

    quantities = link_quantities(articles, facts, actors, trace, memory)
    propositions = link_propositions(rows, facts, actors)
    disputes = [*quantities.disputes, *(replace(d, origins=trace(d.members)) for d in propositions.disputes)]
    return Linked(
        disputes=tuple(sorted(disputes, key=lambda dispute: dispute.id)),
        positions=propositions.positions,
        actors=actors.actors,
        figures=quantities.figures,
        propositions=propositions.of,
        mentions=actors.mentions,
        notices=(*quantities.notices, *propositions.notices),
    )
