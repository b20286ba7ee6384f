"""The values of a dossier. All words in them are in its language; amounts and dates come both as words and as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from careo.model import Actor, Article, Claim
from careo.report.careos import Careo

Dating = Literal["as_of", "said", "published", "none"]
"""What a date is: that for which something holds, that of the saying, only that of the paper; or there is none."""

MarkKind = Literal["total", "part", "increment", "denied"]


@dataclass(frozen=True, slots=True)
class Making:
    """With what a ledger and its dossier were made; ``notices`` are those of linking. ``linked``: whether claims were compared."""

    program: str = ""
    model: str = ""
    packs: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    linked: bool = True


@dataclass(frozen=True, slots=True)
class Story:
    """What a ledger holds. ``careos`` are its disputes of several voices, most contested first; ``single`` counts the others."""

    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    careos: tuple[Careo, ...] = ()
    actors: tuple[Actor, ...] = ()
    single: int = 0
    making: Making = field(default_factory=Making)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in words, also in short ones, as EDTF, and what it is a date of."""

    words: str
    short: str
    value: str | None
    dating: Dating


@dataclass(frozen=True, slots=True)
class Witness:
    """One claim of a side: who tells it (outlet, who stands between, source), in which words, and the sentence that says it."""

    claim: str
    chain: tuple[str, ...]
    words: str
    stance: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Side:
    """Members of a dispute that are one to a reader: one claimant, one figure (or stand), one origin.

    ``whys`` say how it stands to others.
    """

    number: int
    claimant: str
    amount: str
    stances: tuple[str, ...]
    polarity: int
    moment: Moment
    origin: int | None
    depth: int
    opposed: bool
    whys: tuple[str, ...]
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """What a named rule makes of the figures, in words; empty where it gives none."""

    rule: str
    low: str
    best: str
    high: str
    date: str


@dataclass(frozen=True, slots=True)
class OriginNote:
    """Why voices of several articles count as one, a sentence each."""

    number: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A side in a chart. ``low`` or ``high`` is None where open; ``days``: the first and last day (ordinals) of its date, if any.

    ``base`` is the figure that an increment adds to, where that is one number.

    ``event`` is what happened in the claimant's series (``revision``, ``reset``, …), ``after`` the number of the mark before it there.
    """

    number: int
    claimant: str
    tone: int
    amount: str
    low: float | None
    high: float | None
    kind: MarkKind
    moment: Moment
    days: tuple[int, int] | None
    claim: str
    event: str | None = None
    after: int | None = None
    base: float | None = None

    @property
    def ends(self) -> tuple[float, ...]:
        """Where on the scale of amounts it begins and ends, as far as it is bounded; an increment stands on its base."""
        return tuple(value + (self.base or 0.0) for value in (self.low, self.high) if value is not None)


@dataclass(frozen=True, slots=True)
class Chart:
    """The figures of a dispute over time, and what named rules make of them."""

    marks: tuple[Mark, ...]
    log: bool
    estimates: tuple[EstimateRow, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A stand in a lane; ``turn`` where the actor changed sides to come here."""

    stance: str
    polarity: int
    moment: Moment
    claims: tuple[str, ...]
    turn: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """Where an actor stands on a proposition, over time."""

    actor: str
    stops: tuple[Stop, ...]

    @property
    def turns(self) -> int:
        """How often it changed sides."""
        return sum(stop.turn for stop in self.stops)


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A dispute as a careo. ``number`` counts them from 1, the most contested first."""

    number: int
    id: str
    kind: str
    question: str
    verdict: str
    origins: int
    sides: tuple[Side, ...]
    joined: tuple[OriginNote, ...]
    notes: tuple[str, ...]
    chart: Chart | None = None
    lanes: tuple[Lane, ...] = ()
    agreed: bool = False

    @property
    def standing(self) -> str:
        """The verdict; ``agreed`` where all sides say the same, so that nothing even looks like a contradiction."""
        return "agreed" if self.agreed else self.verdict


NodeKind = Literal["text", "outlet", "agency", "source", "unnamed"]
"""Articles that carry one text; the other articles of an outlet; an agency; a source; all those without a name."""
EdgeKind = Literal["says", "relays", "cites", "credits"]
"""It attributes claims to the other; it has from the other what a third one says; it names the other's article; it carries its credit."""


@dataclass(frozen=True, slots=True)
class Edge:
    """``left`` leans on ``right`` (both numbers of nodes) in ``times`` claims, of which ``claim`` is the first (empty: none says so)."""

    left: int
    right: int
    kind: EdgeKind
    times: int
    reason: str
    claim: str


@dataclass(frozen=True, slots=True)
class CopyNote:
    """Two articles that carry one text, and why that is believed."""

    left: str
    right: str
    left_name: str
    right_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody who leans on others (column 0), on whom others lean (2), or both (1). ``names``: those of all outlets of one text."""

    number: int
    kind: NodeKind
    names: tuple[str, ...]
    column: int
    articles: tuple[str, ...] = ()
    copies: tuple[CopyNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaning:
    """Who leans on whom; ``left_out`` counts the edges that the graph does not show."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Happening:
    """What somebody says happened at a moment."""

    moment: Moment
    words: str
    voice: str
    outlet: str
    stance: str
    claim: str


@dataclass(frozen=True, slots=True)
class Use:
    """A place of the dossier that uses a claim: what kind of place, its number, its anchor."""

    place: str
    number: int | None
    anchor: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in the table."""

    number: int
    claim: Claim
    said: Moment
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Articles (ids) that say too little of themselves, or in which nothing was found."""

    claims: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    date: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """A whole ledger, ready to be shown. ``uses`` lead from a claim to every place that uses it; ``rules`` count what decided."""

    language: str
    span: str
    counts: Mapping[str, int]
    disputes: tuple[DisputeView, ...]
    single: int
    leaning: Leaning
    happenings: tuple[Happening, ...]
    claims: tuple[ClaimRow, ...]
    articles: tuple[Article, ...]
    uses: Mapping[str, tuple[Use, ...]]
    rules: tuple[tuple[str, str, int], ...]
    unread: Unread
    making: Making
    excerpted: bool = False
