"""Every slot of a language pack. A new entry type is added here, so that the linter knows its file and table."""

from __future__ import annotations

from careo.lang.actors import (
    Adjunct,
    Anonymity,
    BodyNoun,
    Connector,
    Continuation,
    Country,
    GivenNames,
    Honorific,
    Inflection,
    Organization,
    Outlet,
    OutletNoun,
    PairNoun,
    Portfolio,
    Pronoun,
    Region,
    SourceNoun,
    Title,
)
from careo.lang.cues import CueNoun, EventNoun, Formula, Hedge, Modal, Negator, Periphrasis, Relay, Verb
from careo.lang.entries import Entry
from careo.lang.grammar import Grammar

SLOTS: tuple[type[Entry], ...] = (
    Verb,
    CueNoun,
    EventNoun,
    Formula,
    Hedge,
    Negator,
    Relay,
    Periphrasis,
    Modal,
    Grammar,
    Country,
    Region,
    Inflection,
    Organization,
    Outlet,
    OutletNoun,
    BodyNoun,
    Title,
    Portfolio,
    Honorific,
    GivenNames,
    SourceNoun,
    Anonymity,
    Pronoun,
    PairNoun,
    Adjunct,
    Continuation,
    Connector,
)
