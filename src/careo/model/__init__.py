"""Values that every layer shares: frozen, hashable, standard library only."""

from careo.model.articles import Article, Copy, Passage
from careo.model.claims import Claim, Content, Cue, Event, Figure, Reason, Source, Via
from careo.model.spans import Span
from careo.model.vocabulary import Comparator, Factuality, Quotation, Role, SourceKind, Stance

__all__ = [
    "Article",
    "Claim",
    "Comparator",
    "Content",
    "Copy",
    "Cue",
    "Event",
    "Factuality",
    "Figure",
    "Passage",
    "Quotation",
    "Reason",
    "Role",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Via",
]
