"""Figures: every count that somebody could dispute, with its bounds, what it counts, what happened to it and whose it is."""

from careo.analyze.figures.changes import FORMER
from careo.analyze.figures.collection import find_figures
from careo.analyze.figures.phrases import ActorFinder

__all__ = ["FORMER", "ActorFinder", "find_figures"]
