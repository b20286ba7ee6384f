"""Writing to terminals: text from articles shown, never obeyed; width, color and encoding as the terminal has them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from typing import IO, TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST = 40
PIPE_WIDTH = 100
"""Columns where the output goes to no terminal and COLUMNS does not say."""

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if code != 0x0A}
_CONTROLS |= {0x7F: "\u2421", **dict.fromkeys(range(0x80, 0xA0), "\ufffd")}
# marks that turn the direction of writing make a line say what it does not; line separators break tables
_CONTROLS |= dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0x2028, 0x2029], "\ufffd"
)


def make_visible(text: str) -> str:
    """``text`` with every control character shown by a sign for it, one for one, so that none reaches the terminal."""
    return text.translate(_CONTROLS)


def make_line(text: str) -> str:
    """``text`` in one line: white space in runs becomes one space, control characters become visible."""
    return make_visible(" ".join(text.split()))


class _Trimmed:
    """A stream that is given lines without the white space at their ends; for files and pipes."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.encoding = stream.encoding

    def write(self, text: str) -> int:
        return self._stream.write(re.sub(r" +(?=\n)", "", text))

    def flush(self) -> None:
        self._stream.flush()

    def isatty(self) -> bool:
        return False

    def fileno(self) -> int:
        return self._stream.fileno()


def open_console(stream: TextIO | None = None) -> Console:
    """A console on ``stream`` (standard output by default). Honors COLUMNS, NO_COLOR, FORCE_COLOR and TERM."""
    from rich.console import Console

    class _Console(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    stream = stream or sys.stdout
    fallback = shutil.get_terminal_size((80, 25)).columns if stream.isatty() else PIPE_WIDTH
    width = int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else fallback
    file = stream if stream.isatty() else cast("IO[str]", _Trimmed(stream))
    return _Console(
        file=file, width=max(width, NARROWEST), height=25, highlight=False, markup=False, emoji=False, soft_wrap=False
    )
