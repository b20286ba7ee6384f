"""Progress on standard error, for whoever watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from careo.cli.terminal import make_line
from careo.cli.words import count


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Callable[[int, str], None] | None]:
    """A callback for the number of articles done and the last one's id; None where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.text import Text

    from careo.cli.terminal import open_console

    with open_console(sys.stderr).status("reading") as status:
        yield lambda done, article: status.update(
            Text(f"{count(done, 'article')} read, last {make_line(article)[:60]}")
        )
