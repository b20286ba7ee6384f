"""The command line. ``careo --help`` loads nothing but the standard library; each command imports what it needs when it runs."""

from careo.cli.entry import main

__all__ = ["main"]
