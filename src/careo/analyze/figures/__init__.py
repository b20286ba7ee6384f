"""Figures: every count that somebody could dispute, with its bounds, what it counts, what happened to it and whose it is."""

from careo.analyze.figures.collection import find_figures
from careo.analyze.figures.owners import ActorFinder

__all__ = ["ActorFinder", "find_figures"]
