"""Quantities: figures that compete for one number, and those that only look like it.

claims → readings → keys → groups → cells → questions → disputes. :func:`find_groups` finds what could come together,
:func:`link_group` works one group out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from careo.lang.taxonomy import Taxonomy
from careo.link.actors import ActorTable
from careo.link.parts import Part
from careo.link.quantities.cells import Key, is_loose, make_cells, make_key
from careo.link.quantities.disputes import FindOrigins, make_dispute
from careo.link.quantities.features import Context
from careo.link.quantities.groups import FigureShape, Group, find_groups
from careo.link.quantities.questions import find_questions, split_blocks
from careo.link.quantities.readings import Reading
from careo.link.quantities.wholes import join_parts
from careo.model import Member

__all__ = ["FigureShape", "Group", "find_groups", "link_group"]

ReadingsOf = Callable[[str], Sequence[Reading]]
"""The readings of an article."""


def link_group(
    group: Group,
    readings_of: ReadingsOf,
    stories: Mapping[str, str],
    actors: ActorTable,
    find_origins: FindOrigins,
    *,
    taxonomy: Taxonomy,
) -> Part:
    """The disputes of one group, with the dispute of every figure that is in one. It depends on the group's articles alone."""
    context = Context(taxonomy, group.apart)
    questions: dict[Key, list[list[Reading]]] = {}
    notices: list[str] = []
    for key, rows in sorted(_block(group, readings_of).items()):
        questions[key] = []
        for parcel in split_blocks(make_cells(key, rows, stories, taxonomy), taxonomy):
            found, remarks = find_questions(parcel, context)
            questions[key] += [[reading for cell in cells for reading in cell.readings] for cells in found]
            notices += remarks
    disputes = []
    figures: dict[Member, str] = {}
    for key, readings in join_parts(questions, stories, taxonomy):
        if not is_loose(key, taxonomy) or len({(reading.article, reading.party) for reading in readings}) > 1:
            dispute = make_dispute(key, readings, actors, find_origins)
            disputes.append(dispute)
            figures.update({member: dispute.id for reading in readings for member in (reading.member, *reading.twins)})
    return Part(tuple(disputes), figures=figures, notices=tuple(notices))


def _block(group: Group, readings_of: ReadingsOf) -> dict[Key, list[Reading]]:
    """The readings of a group by key, in order of their articles."""
    keys = frozenset(group.keys)
    blocks: dict[Key, list[Reading]] = defaultdict(list)
    for article in group.articles:
        for reading in readings_of(article):
            key = make_key(reading)
            if key in keys:
                blocks[key].append(reading)
    return blocks
