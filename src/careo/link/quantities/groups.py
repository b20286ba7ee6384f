"""Groups: figures that could come together, directly or through others, found from the shapes of their articles alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careo.lang.taxonomy import Taxonomy
from careo.link.clusters import Unions
from careo.link.quantities.cells import Key, is_lasting, make_key
from careo.link.quantities.questions import find_apart
from careo.link.quantities.readings import Reading

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureShape:
    """The figures of an article under one key: their owners, those whose count goes on over stories, and the pairs of owners that the
    article tells apart.
    """

    key: Key
    owners: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one family (keys of which one may hold a part of the other) that share story or owner with no others.

    ``apart``: by key, the pairs of their owners that some article of the ledger tells apart.
    """

    keys: tuple[Key, ...]
    articles: tuple[str, ...]
    apart: Mapping[Key, frozenset[Pair]]


def make_figure_shapes(readings: Sequence[Reading], taxonomy: Taxonomy) -> tuple[FigureShape, ...]:
    """The shapes of the figures of one article, by key."""
    keyed: dict[Key, list[Reading]] = {}
    for reading in readings:
        key = make_key(reading)
        if key is not None:
            keyed.setdefault(key, []).append(reading)
    found = []
    for key, rows in sorted(keyed.items()):
        category = taxonomy.categories.get(key[0])
        owners = {row.of for row in rows if row.of}
        lasting = {row.of for row in rows if row.of and is_lasting(row, category)}
        apart = find_apart(rows) if len(owners) > 1 else ()
        found.append(FigureShape(key, tuple(sorted(owners)), tuple(sorted(lasting)), tuple(apart)))
    return tuple(found)


def find_groups(
    shapes: Mapping[str, Sequence[FigureShape]], stories: Mapping[str, str], taxonomy: Taxonomy
) -> list[Group]:
    """The groups of all figures, by keys and first article. ``shapes`` and ``stories`` are by article.

    They are as small as can be told without a look at the figures; :func:`careo.link.quantities.questions.split_blocks` divides further.
    """
    families = find_families(taxonomy)
    nodes: dict[tuple[Key, str], list[FigureShape]] = {}
    lasting: set[tuple[Key, str]] = set()
    for article in sorted(shapes):
        for shape in shapes[article]:
            family = (families.get(shape.key[0], shape.key[0]), *shape.key[1:])
            nodes.setdefault((family, article), []).append(shape)
            lasting.update((family, owner) for owner in shape.lasting)
    unions: Unions[tuple[Key, str]] = Unions(nodes)
    first: dict[tuple[Key, str, str], tuple[Key, str]] = {}
    for (family, article), found in nodes.items():
        places = {("story", stories.get(article, article))}
        places |= {("owner", owner) for shape in found for owner in shape.owners if (family, owner) in lasting}
        for place in places:
            unions.join(first.setdefault((family, *place), (family, article)), (family, article))
    apart = _Apart(shapes)
    groups = []
    for group in unions.groups().values():
        owners: dict[Key, set[str]] = defaultdict(set)
        for node in group:
            for shape in nodes[node]:
                owners[shape.key].update(shape.owners)
        pairs = {key: apart.among(key, found) for key, found in sorted(owners.items()) if len(found) > 1}
        articles = tuple(article for _, article in group)
        groups.append(Group(tuple(sorted(owners)), articles, {key: p for key, p in pairs.items() if p}))
    return sorted(groups, key=lambda group: (group.keys, group.articles[0]))


def find_families(taxonomy: Taxonomy) -> dict[str, str]:
    """For each category that is part of another one or has parts: the first of all that hang together."""
    unions: Unions[str] = Unions()
    for name, category in taxonomy.categories.items():
        for whole in category.within:
            unions.join(name, whole)
    return {name: min(family) for family in unions.groups().values() for name in family}


class _Apart:
    """Owners that some article tells apart, found by owner."""

    def __init__(self, shapes: Mapping[str, Sequence[FigureShape]]) -> None:
        self._beside: dict[tuple[Key, str], set[str]] = defaultdict(set)
        for found in shapes.values():
            for shape in found:
                for one, other in shape.apart:
                    self._beside[shape.key, one].add(other)

    def among(self, key: Key, owners: set[str]) -> frozenset[Pair]:
        """The pairs of ``owners`` that are told apart under ``key``."""
        beside = ((one, self._beside.get((key, one), set())) for one in owners)
        return frozenset(frozenset((one, other)) for one, others in beside for other in others & owners)
