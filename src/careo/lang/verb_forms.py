"""Entry type for the endings of verb forms, by which a verb of saying is known where the parser mistook it for another word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Ending:
    """Endings of the regular verbs whose infinitive ends in ``infinitive``, with the UD features of the form.

    ``certain``: no noun or adjective of the language is likely to end so, and the form is a verb whatever the parser says.
    """

    FILE: ClassVar[str] = "verb_forms.toml"
    TABLE: ClassVar[str] = "ending"

    infinitive: str
    forms: tuple[str, ...]
    features: str
    accept: tuple[str, ...]
    certain: bool = False
    reject: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IrregularForms:
    """Forms of one verb that its endings do not give."""

    FILE: ClassVar[str] = "verb_forms.toml"
    TABLE: ClassVar[str] = "irregular"

    lemma: str
    forms: tuple[str, ...]
    features: str
    accept: tuple[str, ...] = ()
    certain: bool = True
    reject: tuple[str, ...] = ()
