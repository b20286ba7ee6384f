"""Entry type for the endings of verb forms, by which a verb of saying gets its lemma where the parser does not know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Ending:
    """Endings of the regular verbs whose infinitive ends in ``infinitive``, with the UD features of the form."""

    FILE: ClassVar[str] = "verb_forms.toml"
    TABLE: ClassVar[str] = "ending"

    infinitive: str
    forms: tuple[str, ...]
    features: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StemChange:
    """Other stems of a verb. ``stems`` take the endings of its class (*recomiend-a*), ``strong`` ones the endings of the strong preterite
    (*adujo, adujeron*), given by ``StrongEnding``.
    """

    FILE: ClassVar[str] = "verb_forms.toml"
    TABLE: ClassVar[str] = "stem_change"

    lemma: str
    stems: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StrongEnding:
    """An ending of the strong preterite."""

    FILE: ClassVar[str] = "verb_forms.toml"
    TABLE: ClassVar[str] = "strong_ending"

    forms: tuple[str, ...]
    features: str
    accept: tuple[str, ...]
    reject: tuple[str, ...] = ()
