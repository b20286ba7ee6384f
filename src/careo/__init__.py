"""careo: a ledger of who claims what in a contested news story."""

__version__ = "0.1.0"
