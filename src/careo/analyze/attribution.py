"""Attributions: source, cue and content (PARC 3.0), before the source is resolved and chains are tied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from careo.analyze.quotations import Quotation
from careo.lang.cues import CueNoun, Formula, Verb
from careo.model import Reason, Span
from careo.text import Token

Kind = Literal["verb", "noun", "formula", "quotation"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution. ``parts`` are the pieces of the content, in order; ``cue`` the head of the cue, ``cue_span`` its words.

    ``source`` is the head of the source's noun phrase, None where it is omitted or a possessive; ``verb`` the verb that carries its number.
    ``inherited``: the source is taken over from another cue. ``governor`` and ``negator`` belong to the cue's stance; ``quotation`` is
    the quotation that the content consists of. ``rule`` says how the content was found. ``via``: heads of those who stand between the
    outlet and the source, outermost first.
    """

    kind: Kind
    parts: tuple[Span, ...]
    cue: Token
    cue_span: Span
    entry: Verb | CueNoun | Formula
    source: Token | None
    verb: Token
    rule: str
    inherited: bool = False
    effect: str = "none"
    negator: Token | None = None
    quotation: Quotation | None = None
    via: tuple[Via, ...] = ()
    reasons: tuple[Reason, ...] = field(default=())

    @property
    def span(self) -> Span:
        """From the first to the last character of the content."""
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(frozen=True, slots=True)
class Via:
    """One step of a chain: the head of the mention (None where it is omitted) and the cue that makes it speak, by token index."""

    head: Token | None
    cue: int


def in_order(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """By the place of their cue, then of their content."""
    return tuple(sorted(attributions, key=lambda a: (a.cue_span, a.span)))
