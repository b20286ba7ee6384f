"""careo: a ledger of who claims what in a contested news story.

>>> from careo import analyze, build

:func:`analyze` reads one text, :func:`build` makes a ledger of many files. Importing careo loads neither the parser nor anything
else that is slow; the first call does.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from careo.pipeline.analysis import Analysis
    from careo.pipeline.build import BuildSummary

__all__ = ["__version__", "analyze", "build"]
__version__ = "0.1.0"


def analyze(
    text: str,
    *,
    published: str | date | None = None,
    language: str = "es",
    outlet: str | None = None,
    name: str = "text",
) -> Analysis:
    """Who claims what in ``text``: the claims, with spans into ``Analysis.article.text``.

    ``published`` is the date of publication, EDTF (``2024-10-28``, ``2024-10``) or a ``date``: what *on Monday* refers to. ``language``
    is an ISO 639-1 code of a language that has a pack. ``name`` becomes the article's id. Any text will do; CareoError (or one
    of its kinds) where the date or the language is not understood.
    """
    from careo.pipeline.analysis import analyze_text

    return analyze_text(text, published=published, language=language, outlet=outlet, name=name)


def build(
    paths: Iterable[str | Path],
    ledger: str | Path,
    *,
    language: str = "es",
    out: str | Path | None = None,
    fresh: bool = False,
    threads: int = 1,
    progress: Callable[[int, str], None] | None = None,
    stage: Callable[[str], None] | None = None,
) -> BuildSummary:
    """Read the files and folders ``paths``, find who claims what and what is in dispute, and write it to the file ``ledger``.

    Articles join those that the ledger holds; one with the same id is replaced, and with ``fresh`` the ledger starts without articles;
    what people decided about actors stays. The same input gives the same file, byte for byte. With ``out``, a folder, HTML pages are
    written there. ``threads`` is how many cores the parser may use: leave it at 1 where several processes share a machine. ``progress``
    is called with the number of articles done and the id of the last, ``stage`` with the name of each stage of linking as it begins. A file
    that cannot be read is listed in ``BuildSummary.failures`` and the run goes on; where linking fails, ``BuildSummary.link_problem``
    says why and what was read is kept. LedgerError where the ledger cannot be written.
    """
    from careo.pipeline.build import build_ledger

    return build_ledger(
        [Path(path) for path in paths],
        Path(ledger),
        language=language,
        out=None if out is None else Path(out),
        fresh=fresh,
        threads=threads,
        progress=progress,
        stage=stage,
    )


class _Package(ModuleType):
    """``careo.analyze`` is the function: importing the package of the same name below careo does not hide it."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in __all__ and isinstance(value, ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
