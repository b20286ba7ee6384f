"""Progress on standard error, for whoever watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from careo.cli.terminal import make_line
from careo.cli.words import count

if TYPE_CHECKING:
    from rich.status import Status

_STAGES = {
    "copies": "looking for copies among the articles",
    "claims": "comparing the claims with each other",
    "ledger": "writing what was found",
}


class Progress:
    """What to call as work goes on; nothing comes of it where nobody watches."""

    def __init__(self, status: Status | None = None) -> None:
        self._status = status

    def read(self, done: int, article: str) -> None:
        """Say how many articles are read, and which was the last."""
        if self._status is not None:
            self._show(f"{count(done, 'article')} read, last {make_line(article)[:60]}")

    def enter(self, stage: str) -> None:
        """Say which stage of linking begins."""
        if self._status is not None:
            self._show(_STAGES.get(stage, stage))

    def _show(self, text: str) -> None:
        from rich.text import Text

        if self._status is not None:
            self._status.update(Text(text))


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Progress]:
    """Somebody to tell how far the work is."""
    if quiet or not sys.stderr.isatty():
        yield Progress()
        return
    from careo.cli.terminal import open_console

    with open_console(sys.stderr).status("reading") as status:
        yield Progress(status)
