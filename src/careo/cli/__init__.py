"""The command line. ``careo --help`` loads nothing but the standard library; each command imports what it needs when it runs."""

from careo.cli.main import main

__all__ = ["main"]
