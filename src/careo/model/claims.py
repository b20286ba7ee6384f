"""Claims: who says what, on whose authority, with which stance and figures, since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from careo.model.spans import Span
from careo.model.vocabulary import Comparator, Factuality, Quotation, Role, SourceKind, Stance


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that took part, and the words it went by. ``rule`` is ``family:name`` and stable across versions."""

    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Content:
    """What is claimed. ``parts`` holds the pieces, in order, where it is interrupted; else it is empty."""

    span: Span
    text: str
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of saying that introduce a claim, with the lemma of their head."""

    span: Span
    text: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Source:
    """The attributed voice. ``span`` and ``text`` are None where the subject is omitted.

    ``name`` is the canonical name; ``acts_for`` the party the source speaks for.
    """

    name: str
    kind: SourceKind
    span: Span | None = None
    text: str | None = None
    acts_for: str | None = None


@dataclass(frozen=True, slots=True)
class Via:
    """Somebody who stands between the outlet and the source."""

    text: str
    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that somebody could dispute. ``high`` is None where open upwards, ``low`` where open downwards.

    Numbers are in units (people, shells, hectares, currency units); shares are in percent, 0-100. ``counts`` is the lemma
    of the noun counted, ``category`` what happened to those counted, ``of`` whose they are (canonical name), ``as_of`` EDTF. ``unit`` is
    ``percent`` for a share; ``per`` is the stretch that a rate is for (``day week month year hour``).
    ``dispute`` is the id of the dispute that it takes part in, once linking has found one.
    """

    span: Span
    text: str
    low: int | float | None
    high: int | float | None
    comparator: Comparator
    counts: str | None = None
    category: str | None = None
    of: str | None = None
    additional: bool = False
    part_of: str | None = None
    vague: bool = False
    as_of: str | None = None
    unit: str | None = None
    per: str | None = None
    reasons: tuple[Reason, ...] = ()
    dispute: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened according to a claim, as far as a frame names it."""

    type: str
    trigger: Span
    text: str
    agent: str | None = None
    patient: str | None = None
    place: str | None = None
    time: str | None = None


GistMode = Literal["deed", "plan", "named", "condition", "mention"]
"""Told as done or so; planned, promised or possible; called by a noun that leaves it open (*the closure*); under a condition (*if they
came*); only spoken of, none of these."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What a claim comes to, found while its article is analyzed, so that linking needs neither text nor parser.

    ``predicate``: folded lemma of the head of the content. ``polarity``: whether the source stands for it (1), against it (-1) or
    neither (0), with the negation of the content itself counted in. ``agent`` and ``patient``: the canonical name, or the folded lemma
    of the noun where it is no name. ``names``: all canonical names in the content; ``terms``: the folded lemmas of its other content
    words; both sorted. ``answers``: the id of the claim of the same article whose content this claim takes a stand on where its own only
    refers to it (*the accusation*, *that is false*). ``past``: the article tells the saying itself as done before (*had denied*).
    ``when``: EDTF of what is claimed, where the content dates it. ``retracted``: further down in the article the source takes its figures
    back (*the station apologized and withdrew it*).
    """

    predicate: str | None = None
    polarity: int = 1
    mode: GistMode = "deed"
    agent: str | None = None
    patient: str | None = None
    names: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    place: str | None = None
    answers: str | None = None
    past: bool = False
    when: str | None = None
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the ledger. ``id`` hashes article, cue, content and source (see ``careo.analyze.assemble``)."""

    id: str
    article: str
    passage: Role
    content: Content
    source: Source
    cue: Cue | None = None
    via: tuple[Via, ...] = ()
    quotation: Quotation = "none"
    translated: bool = False
    stance: Stance = "assert"
    factuality: Factuality = "CT+"
    said: str | None = None
    as_of: str | None = None
    figures: tuple[Figure, ...] = ()
    event: Event | None = None
    proposition: str | None = None
    reasons: tuple[Reason, ...] = ()
    gist: Gist | None = None
