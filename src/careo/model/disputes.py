"""Disputes: claims of different articles that answer one question, how they relate, and on how many origins they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from careo.model.judgments import Mention

RelationKind = Literal[
    "same", "compatible", "refines", "part_of", "adds", "supersedes", "revises", "contradicts", "denies", "confirms"
]
"""How the left member stands to the right one: *left* refines, is part of, adds to, supersedes, revises, denies, confirms *right*."""

Verdict = Literal["single", "compatible", "revised", "contested"]
"""About the sources, never about the truth."""

DisputeKind = Literal["quantity", "proposition"]


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A claim that takes part in a dispute; ``figure`` is the position of the figure among the claim's, -1 for its stance."""

    claim: str
    figure: int = -1


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """How one member stands to another. ``rule`` is the stable name of what decided, ``detail`` the values that it went by."""

    left: Member
    right: Member
    relation: RelationKind
    rule: str
    detail: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Joint:
    """Two claims that are of one origin by a ``rule``; ``claim`` has it from ``other`` where one of them is nearer to it.

    ``detail`` is what the rule went by. The claims are empty where a ledger of an older version did not keep them.
    """

    rule: str
    claim: str
    other: str
    detail: str = ""

    @property
    def reason(self) -> str:
        """``rule: detail``."""
        return f"{self.rule}: {self.detail}" if self.detail else self.rule


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims of a dispute that go back to one voice, its id that of the first of them; ``joints`` say why they are one."""

    id: str
    claims: tuple[str, ...]
    joints: tuple[Joint, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the claims are one, each reason once."""
        return tuple(sorted({joint.reason for joint in self.joints}))


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a named rule makes of the figures of a dispute; a bound is None where the rule gives none. ``as_of`` is EDTF."""

    rule: str
    low: int | float | None
    best: int | float | None
    high: int | float | None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A point in the series of one claimant: the ``event`` is ``first revision supersession reversal reset repeat``."""

    member: Member
    as_of: str | None
    event: str


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one claimant (an actor's id), in order of their as-of dates."""

    claimant: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """The members that answer one question. ``key`` is what they share; ``notes`` are ``rule: detail`` (a drop in a cumulative count)."""

    id: str
    kind: DisputeKind
    question: str
    key: Mapping[str, str | None]
    members: tuple[Member, ...]
    relations: tuple[Relation, ...] = ()
    verdict: Verdict = "single"
    origins: tuple[Origin, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    series: tuple[Series, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that take part, each once, sorted."""
        return tuple(sorted({member.claim for member in self.members}))


@dataclass(frozen=True, slots=True)
class Stand:
    """The stance that an actor takes in one claim; ``said`` is EDTF, ``polarity`` what it comes to: for (1), against (-1), neither (0)."""

    claim: str
    stance: str
    said: str | None
    polarity: int = 0


@dataclass(frozen=True, slots=True)
class Reversal:
    """A change of sides between two stands of one actor. ``between``: the dates (EDTF, None if unknown) between which it fell."""

    left: str
    right: str
    between: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on a proposition, over time. ``actor`` is the canonical name of the party that is spoken for."""

    proposition: str
    actor: str
    stances: tuple[Stand, ...]
    reversals: tuple[Reversal, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor behind many names. ``party`` is the id of the actor that it acts for; ``reasons`` say why two names are one."""

    id: str
    name: str
    names: tuple[str, ...]
    party: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """All that linking yields. ``figures`` and ``propositions`` map a member and a claim to the id of their dispute, ``mentions`` a name
    in an article (in all of them where that is empty) to the id of the actor that it stands for.
    """

    disputes: tuple[Dispute, ...] = ()
    positions: tuple[Position, ...] = ()
    actors: tuple[Actor, ...] = ()
    figures: Mapping[Member, str] = field(default_factory=dict)
    propositions: Mapping[str, str] = field(default_factory=dict)
    mentions: Mapping[Mention, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
