"""The whole line of linking: from claims of many articles to disputes, positions and actors.

:func:`link_claims` takes them all at once. :func:`link_archive` takes those that it has to see, where an earlier run remembers the
others; what comes out is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from careo.link.actors import ActorTable, merge_actors
from careo.link.desk import Desk, Fetch
from careo.link.facts import ArticleFacts, group_articles
from careo.link.memory import Memory
from careo.link.notes import Note, make_hash, make_mark, make_note
from careo.link.parts import Part
from careo.link.propositions.blocks import Roster, iter_pairs
from careo.link.propositions.clusters import Edge
from careo.link.propositions.line import Island, find_edges, find_islands, link_island, sort_positions
from careo.link.propositions.points import find_parties, find_speakers
from careo.link.quantities import Group, find_groups, link_group
from careo.link.shapes import Shape, make_shape
from careo.link.stories import find_stories, find_telling_names
from careo.model import Claim, Judgment, Linked

T = TypeVar("T")


Marks = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Yield(Generic[T]):
    """What linking yields: ``parts`` that were worked out and ``kept`` outcomes that still hold, each by what it was made from; and by
    what it was found.
    """

    parts: Mapping[str, Part]
    kept: Mapping[str, T]
    notices: tuple[str, ...]
    shapes: Mapping[str, Shape]
    edges: Sequence[Edge]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """All actors, what linking yields, and of each article what the next run need not find again."""

    actors: ActorTable
    found: Yield[T]
    notes: Mapping[str, Note]
    marks: Marks

    def remember(self, outcomes: Mapping[str, T]) -> Memory[T]:
        """The memory for the next run; ``outcomes`` are those of all parts, kept and new."""
        return Memory(self.notes, self.marks, self.found.shapes, self.found.edges, outcomes)


def link_claims(
    claims: Iterable[Claim], facts: Mapping[str, ArticleFacts], *, judgments: Iterable[Judgment] = ()
) -> Linked:
    """Let the claims of all articles meet. ``facts`` are those of their articles, by id; the order of neither matters.

    ``judgments``: the log of what people decided about actors. LinkError where they contradict each other.
    """
    articles = group_articles(claims)
    actors = merge_actors((claim for group in articles.values() for claim in group), judgments=judgments)
    speakers = ((article, pair) for article, group in articles.items() for pair in find_speakers(group))
    desk = Desk(lambda _: articles, facts, actors, find_parties(speakers, actors))
    told = {article: find_telling_names(group) for article, group in articles.items()}
    nothing: Memory[Part] = Memory()
    found = _Line(desk, find_stories(told, facts, actors), nothing).run(articles)
    return merge_parts(actors, found.parts.values(), found.notices)


def link_archive(
    fetch: Fetch,
    facts: Mapping[str, ArticleFacts],
    memory: Memory[T],
    *,
    judgments: Iterable[Judgment] = (),
    salt: str = "",
) -> Found[T]:
    """Let the claims of all articles in ``facts`` meet, and work out only what ``memory`` does not hold.

    ``fetch`` is asked for the claims of articles that are new, or not as they were, and of those that they meet. ``salt``: what else
    outcomes depend on. What people decided (``judgments``) shows in the marks of the articles whose names it concerns.
    """
    fetch = _fetch_once(fetch)
    notes = _take_notes(fetch, facts, memory)
    actors = merge_actors((), judgments=judgments, noted={article: note.names for article, note in notes.items()})
    parties = find_parties(((a, pair) for a, note in notes.items() for pair in note.speakers), actors)
    marks = {a: make_mark(note, facts[a], actors, parties) for a, note in notes.items()}
    stories = find_stories({a: note.told for a, note in notes.items()}, facts, actors)
    found = _Line(Desk(fetch, facts, actors, parties), stories, memory, marks, salt).run(notes)
    return Found(actors, found, notes, marks)


def merge_parts(actors: ActorTable, parts: Iterable[Part], notices: Iterable[str] = ()) -> Linked:
    """All that linking found, sorted."""
    rows = list(parts)
    return Linked(
        disputes=tuple(sorted((d for part in rows for d in part.disputes), key=lambda dispute: dispute.id)),
        positions=sort_positions(position for part in rows for position in part.positions),
        actors=actors.actors,
        mentions=actors.mentions,
        figures={member: dispute for part in rows for member, dispute in part.figures.items()},
        propositions={claim: dispute for part in rows for claim, dispute in part.propositions.items()},
        notices=tuple(sorted([*notices, *(notice for part in rows for notice in part.notices)])),
    )


def _fetch_once(fetch: Fetch) -> Fetch:
    """``fetch``, which is asked for no article twice."""
    known: dict[str, Sequence[Claim]] = {}

    def recall(articles: Iterable[str]) -> Mapping[str, Sequence[Claim]]:
        wanted = list(articles)
        lacking = [article for article in wanted if article not in known]
        found = fetch(lacking) if lacking else {}
        known.update((article, found.get(article, ())) for article in lacking)
        return {article: known[article] for article in wanted}

    return recall


def _take_notes(fetch: Fetch, facts: Mapping[str, ArticleFacts], memory: Memory[T]) -> dict[str, Note]:
    """The notes of all articles, by id in order."""
    lacking = [article for article in sorted(facts) if article not in memory.notes]
    claims = fetch(lacking) if lacking else {}
    made = {a: make_note(a, claims.get(a, ()), facts[a].language) for a in lacking}
    return {article: made.get(article) or memory.notes[article] for article in sorted(facts)}


class _Line(Generic[T]):
    """A run: from the shapes of all articles to the parts of what they say. Without ``marks`` nothing is looked up or kept."""

    def __init__(
        self, desk: Desk, stories: Mapping[str, str], memory: Memory[T], marks: Marks | None = None, salt: str = ""
    ) -> None:
        self._desk = desk
        self._stories = stories
        self._memory = memory
        self._marks = marks
        self._salt = salt
        self._parts: dict[str, Part] = {}
        self._kept: dict[str, T] = {}

    def run(self, articles: Iterable[str]) -> Yield[T]:
        shapes, changed = self._find_shapes(list(articles))
        self._link_figures(shapes)
        notices: list[str] = []
        edges = self._find_edges(shapes, changed, notices)
        self._link_propositions(shapes, edges)
        return Yield(self._parts, self._kept, tuple(notices), shapes, edges)

    def _find_shapes(self, articles: Sequence[str]) -> tuple[dict[str, Shape], set[str]]:
        """The shapes of all articles, and those articles of which something is new."""
        known, marks = self._memory, self._marks or {}
        changed = {a for a in articles if a not in marks or known.marks.get(a) != marks[a] or a not in known.shapes}
        desk = self._desk
        desk.lay(changed)
        return {
            a: make_shape(desk.readings(a), desk.points(a), desk.taxonomy) if a in changed else known.shapes[a]
            for a in articles
        }, changed

    def _link_figures(self, shapes: Mapping[str, Shape]) -> None:
        desk = self._desk
        groups = find_groups({a: shape.figures for a, shape in shapes.items()}, self._stories, desk.taxonomy)
        todo: list[tuple[str, Group]] = [
            pair for pair in ((self._name_group(g), g) for g in groups) if self._is_new(pair[0])
        ]
        desk.lay(article for _, group in todo for article in group.articles)
        for name, group in todo:
            self._parts[name] = link_group(
                group, desk.readings, self._stories, desk.actors, desk.trace, taxonomy=desk.taxonomy
            )

    def _find_edges(self, shapes: Mapping[str, Shape], changed: set[str], notices: list[str]) -> list[Edge]:
        """The edges between all claims: of those that are as they were the known ones."""
        home = {name: article for article in shapes for name, _ in shapes[article].points}
        same = {name for name, article in home.items() if article not in changed}
        kept = [edge for edge in self._memory.edges if edge[1] in same and edge[2] in same]
        roster = Roster({a: s.points for a, s in shapes.items()}, {a: s.context for a, s in shapes.items()})
        pairs = iter_pairs(roster, changed, self._desk.all_points, notices)
        return sorted([*kept, *find_edges(pairs)])

    def _link_propositions(self, shapes: Mapping[str, Shape], edges: Sequence[Edge]) -> None:
        desk = self._desk
        answers = {name: target for shape in shapes.values() for name, target in shape.answers}
        home = {name: article for article in shapes for name in _iter_names(shapes[article])}
        islands = find_islands(edges, answers)
        todo = [pair for pair in ((self._name_island(i, home), i) for i in islands) if self._is_new(pair[0])]
        desk.lay(home[claim] for _, island in todo for claim in island.claims)
        for name, island in todo:
            points = {claim: desk.points(home[claim])[claim] for claim in island.claims}
            facts = {home[claim]: desk.facts(home[claim]) for claim in island.claims}
            part = link_island(island, points, facts, desk.actors)
            disputes = tuple(replace(d, origins=desk.trace(d.members)) for d in part.disputes)
            self._parts[name] = replace(part, disputes=disputes)

    def _is_new(self, name: str) -> bool:
        """Whether the memory has no outcome of this name; one that it has is kept."""
        if self._marks is None or name not in self._memory.outcomes:
            return True
        self._kept[name] = self._memory.outcomes[name]
        return False

    def _name_group(self, group: Group) -> str:
        """What the outcome of a group depends on, all of it, as a short name."""
        if self._marks is None:
            return f"{group.keys[0]} {group.articles[0]}"
        of = [(self._marks[article], self._stories[article]) for article in group.articles]
        apart = [(key, sorted(map(sorted, pairs))) for key, pairs in group.apart.items()]
        return make_hash(repr((self._salt, group.keys, of, apart)))

    def _name_island(self, island: Island, home: Mapping[str, str]) -> str:
        if self._marks is None:
            return island.claims[0]
        return make_hash(repr((self._salt, [(claim, self._marks[home[claim]]) for claim in island.claims])))


def _iter_names(shape: Shape) -> Iterator[str]:
    yield from (name for name, _ in shape.points)
    for name, target in shape.answers:
        yield from (name, target)
