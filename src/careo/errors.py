"""Errors of careo. Each message says what, where, which value, and what to do."""

from __future__ import annotations


class CareoError(Exception):
    """Base of every error that careo raises on purpose."""


class ReadError(CareoError):
    """A file could not be read as an article; the run goes on without it."""


class PackError(CareoError):
    """A language pack is wrong; the message lists every problem found."""


class ParserError(CareoError):
    """The language pipeline could not be loaded."""


class LedgerError(CareoError):
    """A ledger file could not be opened, is not a ledger, or lacks what was asked for."""


class LinkError(CareoError):
    """Claims could not be linked as asked, as where two decisions contradict each other."""
