"""Parts: what linking finds, a group of claims at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from careo.model import Dispute, Member, Position


@dataclass(frozen=True, slots=True)
class Part:
    """What a group of claims that meet no others came to: part of :class:`careo.model.Linked`."""

    disputes: tuple[Dispute, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: Mapping[Member, str] = field(default_factory=dict)
    propositions: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
