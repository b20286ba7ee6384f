"""A figure with what it was made from, as the stages behind the collection see it."""

from __future__ import annotations

from dataclasses import dataclass

from careo.analyze.figures.counted import Counted
from careo.analyze.figures.warrants import Warrant
from careo.model import Figure


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with the phrase and the warrant that it was made from."""

    figure: Figure
    counted: Counted
    warrant: Warrant | None
