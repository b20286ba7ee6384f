"""Every slot of a language pack. A new entry type is added here, so that the linter knows its file and table."""

from __future__ import annotations

from careo.lang.cues import CueNoun, EventNoun, Formula, Hedge, Modal, Negator, Periphrasis, Verb
from careo.lang.entries import Entry
from careo.lang.grammar import Grammar

SLOTS: tuple[type[Entry], ...] = (
    Verb,
    CueNoun,
    EventNoun,
    Formula,
    Hedge,
    Negator,
    Periphrasis,
    Modal,
    Grammar,
)
