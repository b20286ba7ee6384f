"""Quantities: figures that compete for one number, and those that only look like it.

claims → readings → keys → cells → questions → disputes; :func:`link_quantities` is the whole line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careo.lang.taxonomy import load_taxonomy
from careo.link.actors import ActorTable
from careo.link.facts import ArticleFacts
from careo.link.memory import Memory
from careo.link.quantities.cells import Cell, Key, is_loose, make_cells, make_key
from careo.link.quantities.disputes import FindOrigins, make_dispute
from careo.link.quantities.features import Context
from careo.link.quantities.questions import find_apart, find_questions, split_blocks
from careo.link.quantities.readings import Reading, make_readings
from careo.link.quantities.wholes import join_parts
from careo.link.stories import find_stories
from careo.model import Claim, Dispute, Member


@dataclass(frozen=True, slots=True)
class Quantities:
    """Disputes sorted by id, the dispute of every figure that is in one, and what was not done in full."""

    disputes: tuple[Dispute, ...]
    figures: Mapping[Member, str]
    notices: tuple[str, ...] = ()


def link_quantities(
    articles: Mapping[str, Sequence[Claim]],
    facts: Mapping[str, ArticleFacts],
    actors: ActorTable,
    find_origins: FindOrigins,
    memory: Memory,
) -> Quantities:
    """The disputes of all figures of ``articles`` (claims by article). Nothing depends on the order of the input.

    What ``memory`` knows from an earlier run is not worked out again.
    """
    taxonomy, stories = load_taxonomy(), find_stories(articles, facts, actors)
    blocks: dict[Key, list[Reading]] = defaultdict(list)
    for article in sorted(articles):
        known = facts.get(article) or ArticleFacts(article)
        for reading in make_readings(articles[article], known, actors, taxonomy):
            key = make_key(reading)
            if key is not None:
                blocks[key].append(reading)
    context = Context(taxonomy, find_apart((key, reading) for key in sorted(blocks) for reading in blocks[key]))
    questions: dict[Key, list[list[Reading]]] = {}
    notices: list[str] = []
    for key in sorted(blocks):
        questions[key] = []
        for cells in split_blocks(make_cells(key, blocks[key], stories, taxonomy), taxonomy):
            groups, found = _recall_questions(cells, context, memory)
            questions[key] += [[reading for cell in group for reading in cell.readings] for group in groups]
            notices += found
    disputes, figures = [], {}
    for key, readings in join_parts(questions, stories, taxonomy):
        if not is_loose(key, taxonomy) or len({(reading.article, reading.party) for reading in readings}) > 1:
            dispute = make_dispute(key, readings, actors, find_origins, memory)
            disputes.append(dispute)
            figures.update({member: dispute.id for reading in readings for member in (reading.member, *reading.twins)})
    return Quantities(tuple(sorted(disputes, key=lambda d: d.id)), figures, tuple(notices))


def _recall_questions(cells: Sequence[Cell], context: Context, memory: Memory) -> tuple[list[list[Cell]], list[str]]:
    owners = {cell.owner for cell in cells}
    apart = frozenset(pair for pair in context.apart.get(cells[0].key, frozenset()) if pair <= owners)
    return memory.recall(("questions", tuple(cells), apart), lambda: find_questions(cells, context))
