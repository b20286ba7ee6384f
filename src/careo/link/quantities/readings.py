"""Readings: a figure as linking sees it, with who claims it, for what time, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from careo.lang.taxonomy import Counted, Taxonomy
from careo.link.actors import ActorTable
from careo.link.facts import ArticleFacts
from careo.link.quantities.ranges import Range, make_range
from careo.model import Claim, Figure, Member, Stance
from careo.text.dates import Days, parse_edtf
from careo.text.words import fold

Dating = Literal["as_of", "said", "published", "none"]
"""Where the time of a reading comes from, the surest first."""

_PASSED_ON = ("commit", "request")
_NOTHING: Final[frozenset[str]] = frozenset()  # one for all: there are as many as figures

ANSWER: Final = 300
"""Characters within which a second voice answers the first: some two sentences."""

STEM: Final = 4
"""Letters that two forms of one word share at their beginning, at least."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure of one claim. ``when`` is the time for which it holds as far as known, by ``dating``; ``day`` the day to order it by.

    ``claimant`` and ``party`` are ids of actors; ``force``: those counted, or others of theirs in the same article, fight; ``whole`` is
    the range of the figure that this one is ``part_of``; ``bare``: the noun that it counts stands elsewhere; ``stems``: beginnings of
    the words of its claim; ``opens`` and ``closes``: the characters of what is claimed; ``ahead``: planned or foreseen, not done;
    ``local``: its claim speaks of a town or district of a larger place; ``event``: who or what is named with the event that is
    counted, where an article may tell of several; ``same_day``: dated with the very day of its article; ``retracted``:
    its source took it back there; ``twins`` are other claims that hold the very same characters.
    """

    member: Member
    article: str
    range: Range
    category: str | None
    of: str | None
    counted: Counted | None
    lemma: str | None
    force: bool
    unit: str | None
    per: str | None
    additional: bool
    part_of: str | None
    whole: Range | None
    vague: bool
    claimant: str
    party: str
    author: bool
    stance: Stance
    when: Days | None
    as_of: str | None
    dating: Dating
    day: int | None
    place: str | None
    text: str
    start: int
    bare: bool
    stems: frozenset[str]
    opens: int = 0
    closes: int = 0
    ahead: bool = False
    local: bool = False
    event: frozenset[str] = _NOTHING
    same_day: bool = False
    retracted: bool = False
    twins: tuple[Member, ...] = ()

    @property
    def denied(self) -> bool:
        """Whether the source says that it is not so."""
        return self.stance in ("deny", "doubt")

    @property
    def order(self) -> tuple[int, str, Member]:
        """A total order: by day, then article, then claim."""
        return (self.day if self.day is not None else -1, self.article, self.member)


def make_readings(
    claims: Sequence[Claim], facts: ArticleFacts, actors: ActorTable, taxonomy: Taxonomy
) -> tuple[Reading, ...]:
    """The readings of one article's claims: one for each stretch of text, whoever of a chain of voices its claims name."""
    spans: dict[tuple[int, int], list[tuple[Claim, int]]] = {}
    for claim in claims:
        for number, figure in enumerate(claim.figures):
            spans.setdefault((figure.span.start, figure.span.end), []).append((claim, number))
    texts = {figure.text: make_range(figure) for claim in claims for figure in claim.figures}
    made = [_make_reading(chosen, facts, actors, taxonomy, wholes=texts) for _, chosen in sorted(spans.items())]
    told = _drop_increments([reading for reading in made if reading is not None], taxonomy)
    readings = _date_events(_tell_events(told, taxonomy), taxonomy)
    readings = _take_back(readings)
    fighting = {reading.of for reading in readings if reading.force and reading.of}
    return tuple(replace(r, force=True) if r.of in fighting and not r.force else r for r in readings)


def _drop_increments(readings: Sequence[Reading], taxonomy: Taxonomy) -> list[Reading]:
    """*Nine died; **another 14** are trapped*: others than those before, but no increment on a count of the trapped that came before."""
    found: list[Reading] = []
    for reading in readings:
        before = found[-1] if found else None
        others = before is not None and 0 < reading.start - before.start <= ANSWER
        other = before is not None and None not in (before.category, reading.category)
        increment = not (others and other) or any(_is_counted_on(reading, earlier, taxonomy) for earlier in found)
        found.append(reading if increment or not reading.additional else replace(reading, additional=False))
    return found


def _is_counted_on(reading: Reading, earlier: Reading, taxonomy: Taxonomy) -> bool:
    """Whether an increment can be one on an earlier count: of the same, or of what was planned of it or done of the plan."""
    known = [taxonomy.categories.get(r.category or "") for r in (reading, earlier)]
    ids = {category.plan_of or category.id for category in known if category is not None}
    return reading.category == earlier.category or len(ids) == 1


def _take_back(readings: Sequence[Reading]) -> list[Reading]:
    """What a source took back nobody in its article upholds: others who name the same figure there only tell of it."""
    gone = {(reading.category, reading.range) for reading in readings if reading.retracted}
    return [replace(r, retracted=True) if (r.category, r.range) in gone and not r.retracted else r for r in readings]


def _tell_events(readings: Sequence[Reading], taxonomy: Taxonomy) -> list[Reading]:
    """``event`` of each reading, in text order: the names that are no voice's of another figure; what a second voice answers without
    a name of its own is the event of the figure before. Only events have them.
    """
    voices = {reading.claimant for reading in readings}
    found: list[Reading] = []
    for reading in readings:
        names = _NOTHING
        if _is_of_event(reading, taxonomy):
            names = (
                frozenset(name for name in reading.event if name not in voices or name == reading.claimant) or _NOTHING
            )
            if not names and found and _answers(found[-1], reading):
                names = found[-1].event
        found.append(reading if reading.event == names else replace(reading, event=names))
    return found


def _answers(before: Reading, reading: Reading) -> bool:
    near = 0 <= reading.start - before.start <= ANSWER
    return near and before.category == reading.category and before.claimant != reading.claimant


def _date_events(readings: Sequence[Reading], taxonomy: Taxonomy) -> list[Reading]:
    """An article that dates an event once means that day for all of its figures of it."""
    dated: dict[tuple[str | None, str | None], dict[str | None, Reading]] = {}
    for reading in readings:
        if reading.dating == "as_of" and reading.when is not None and reading.when.length == 1:
            dated.setdefault((reading.category, reading.of), {}).setdefault(reading.as_of, reading)
    known = {key: next(iter(found.values())) for key, found in dated.items() if len(found) == 1}
    return [_date_event(r, known) if r.dating != "as_of" and _is_of_event(r, taxonomy) else r for r in readings]


def _date_event(reading: Reading, known: Mapping[tuple[str | None, str | None], Reading]) -> Reading:
    like = known.get((reading.category, reading.of))
    if like is None:
        return reading
    ahead = reading.ahead or like.ahead
    return replace(reading, when=like.when, as_of=like.as_of, dating="as_of", day=like.day, ahead=ahead)


def _is_of_event(reading: Reading, taxonomy: Taxonomy) -> bool:
    category = taxonomy.categories.get(reading.category or "")
    return category is not None and category.nature == "event" and not category.loose


def _make_reading(
    chosen: list[tuple[Claim, int]],
    facts: ArticleFacts,
    actors: ActorTable,
    taxonomy: Taxonomy,
    *,
    wholes: Mapping[str, Range | None],
) -> Reading | None:
    claim, number = min(chosen, key=lambda pair: (_rank(pair[0], chosen), pair[0].id))
    figure = claim.figures[number]
    range_ = make_range(figure)
    if range_ is None:
        return None
    when, as_of, dating = _date(claim, figure, facts)
    day = _find_day(as_of, facts)
    author = claim.source.kind == "author"
    counted = taxonomy.find_counted(figure.counts, figure.category)
    claimant = actors.id_of(claim.source.name, claim.article) or claim.source.name
    return Reading(
        member=Member(claim.id, number), article=claim.article, range=range_, category=figure.category,
        of=actors.id_of(figure.of, claim.article), counted=counted,
        lemma=figure.counts, force=counted is not None and counted.kind == "force", unit=figure.unit, per=figure.per,
        additional=figure.additional, part_of=figure.part_of,
        whole=wholes.get(figure.part_of or ""),
        vague=figure.vague, claimant=claimant, party=actors.party_of(claim.source, claim.article), author=author,
        stance=claim.stance, when=when, as_of=as_of, dating=dating, day=day, place=_place(claim, actors), text=figure.text,
        start=figure.span.start, bare=_is_bare(figure), stems=_find_stems(claim, figure),
        opens=claim.content.span.start, closes=claim.content.span.end, ahead=_is_ahead(claim, when, facts),
        local=_is_local(claim, figure, taxonomy), event=_find_names(claim, figure, actors),
        same_day=dating == "as_of" and when is not None and when.length == 1 and when == parse_edtf(facts.published),
        retracted=claim.gist is not None and claim.gist.retracted,
        twins=tuple(sorted(Member(c.id, n) for c, n in chosen if c is not claim)),
    )  # fmt: skip


def _rank(claim: Claim, chosen: list[tuple[Claim, int]]) -> tuple[int, int, int]:
    """The voice that vouches for a figure: a source before the outlet, who states before who is said to promise, the last of a chain."""
    passed_on = claim.stance in _PASSED_ON and any(other.stance not in _PASSED_ON for other, _ in chosen)
    return (claim.source.kind == "author", passed_on, -len(claim.via))


def _date(claim: Claim, figure: Figure, facts: ArticleFacts) -> tuple[Days | None, str | None, Dating]:
    for value, dating in (
        (figure.as_of, "as_of"),
        (claim.as_of, "as_of"),
        (claim.said, "said"),
        (facts.published, "published"),
    ):
        days = parse_edtf(value)
        if days is not None:
            return days, value, dating  # type: ignore[return-value]
    return None, None, "none"


def _find_day(as_of: str | None, facts: ArticleFacts) -> int | None:
    """The last day for which a figure holds; one that counts *since* a date holds until its article appears."""
    known = parse_edtf(as_of)
    if known is not None and known.last is None:
        known = parse_edtf(facts.published) or known
    return (known.last if known.last is not None else known.first) if known else None


def _is_ahead(claim: Claim, when: Days | None, facts: ArticleFacts) -> bool:
    """Planned, promised or possible, or for a day that comes after its article: a poll knows no result."""
    if claim.stance == "commit" or (claim.gist is not None and claim.gist.mode == "plan"):
        return True
    published = parse_edtf(facts.published)
    first, last = when.first if when else None, published.last if published else None
    return first is not None and last is not None and first > last


def _is_local(claim: Claim, figure: Figure, taxonomy: Taxonomy) -> bool:
    """*In the town*, which an article has named before; *the town of Orvalle* may be all that is meant."""
    gist = claim.gist
    return gist is not None and set(gist.names) <= {figure.of, claim.source.name} and taxonomy.is_local(gist.terms)


def _find_names(claim: Claim, figure: Figure, actors: ActorTable) -> frozenset[str]:
    if claim.gist is None or claim.source.kind == "author":
        return _NOTHING
    place = claim.event.place if claim.event else claim.gist.place
    names = set(claim.gist.names) - {figure.of, place}
    return frozenset(actors.id_of(name, claim.article) or name for name in names)


def _place(claim: Claim, actors: ActorTable) -> str | None:
    return actors.id_of(claim.event.place, claim.article) if claim.event else None


def _is_bare(figure: Figure) -> bool:
    return figure.counts is not None and fold(figure.counts)[:STEM] not in fold(figure.text)


def _find_stems(claim: Claim, figure: Figure) -> frozenset[str]:
    """Words that begin alike are forms of one (*subir*, *la subida*); the figure itself says nothing new."""
    if claim.gist is None:
        return _NOTHING
    known = {word[:STEM] for word in fold(f"{figure.counts or ''} {figure.text}").split()}
    return frozenset(fold(term)[:STEM] for term in claim.gist.terms if len(term) >= STEM) - known
