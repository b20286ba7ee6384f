"""Running a command: from arguments to an exit status, with errors said in one line."""

from __future__ import annotations

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from types import FrameType

from careo.cli.arguments import make_parser
from careo.errors import CareoError

DONE, FAILED, WRONG = 0, 1, 2
"""Exit statuses: all well; ran and found nothing sound (build, verify); could not run."""
INTERRUPTED, BROKEN_PIPE = 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line ``argv`` (that of the process by default) and return the exit status."""
    _prepare_streams()
    try:
        arguments = make_parser().parse_args(argv)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else WRONG
    return _run(arguments)


def _run(arguments: Namespace) -> int:
    command = import_module(f"careo.cli.commands.{arguments.command}_command")
    try:
        with suppress(ValueError):  # not in the main thread: whoever runs us there answers signals
            signal.signal(signal.SIGTERM, _interrupt)
        status: int = command.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
        return BROKEN_PIPE
    except KeyboardInterrupt:
        _complain("interrupted; the ledger is complete, or as it was")
        return INTERRUPTED
    except CareoError as error:
        _complain(str(error))
        return WRONG
    except MemoryError:
        _complain("out of memory; give fewer or smaller files at a time")
        return WRONG
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        _complain(f"{place}{error.strerror or error}")
        return WRONG
    return status


def _complain(message: str) -> None:
    from careo.cli.terminal import make_visible

    with suppress(OSError):
        print(f"careo: {make_visible(message)}", file=sys.stderr)


def _prepare_streams() -> None:
    """A character that the terminal cannot show is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def _silence(stream: object) -> None:
    """Point a stream nobody reads to nowhere, so that the interpreter does not stumble over it at exit."""
    with suppress(OSError, AttributeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[attr-defined]


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
