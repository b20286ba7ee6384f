"""Progress on standard error, for whoever watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from careo.cli.terminal import make_line


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Callable[[int, str], None] | None]:
    """A callback for the number of articles done and the last one's id; None where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from careo.cli.terminal import open_console

    console = open_console(sys.stderr)
    with console.status("reading") as status:
        yield lambda done, article: status.update(
            f"{done} read, the last one {make_line(article)[:60]}".replace("[", "\\[")
        )
