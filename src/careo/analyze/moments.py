"""When it was said and when it happened: the public face of the analysis of time.

``find_moments`` gives the temporal expressions of an article with their values, ``resolve_said`` picks the one that dates a saying and
``resolve_as_of`` the one that dates a figure.
"""

from careo.analyze.datings import resolve_as_of, resolve_said
from careo.analyze.timeline import Moment, find_moments

__all__ = ["Moment", "find_moments", "resolve_as_of", "resolve_said"]
