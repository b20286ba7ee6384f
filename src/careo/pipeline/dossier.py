"""From a ledger to its dossier: one file, and what can be taken out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from careo.errors import LedgerError
from careo.ledger import DisputeFilter, Ledger, open_ledger
from careo.parse.loading import read_version
from careo.pipeline.careos import iter_careos
from careo.report.dossier import (
    Dossier,
    Making,
    Story,
    explain_missing,
    iter_assets,
    make_dossier,
    render_dossier,
    render_markdown,
)

RENDERERS: Mapping[str, Callable[[Dossier], str]] = {"html": render_dossier, "md": render_markdown}


def load_story(ledger: Ledger, *, program: str = "") -> Story:
    """All that a dossier tells of an open ledger; ``program`` names what made it."""
    articles = tuple(ledger.iter_articles())
    several = ledger.links.count(DisputeFilter(several=True)).disputes
    return Story(
        articles=articles,
        claims=tuple(ledger.iter_claims()),
        careos=tuple(iter_careos(ledger, DisputeFilter(several=True, heaviest=True))),
        actors=tuple(ledger.links.iter_actors()),
        single=ledger.links.count().disputes - several,
        making=Making(
            program,
            read_version(),
            tuple(sorted({a.language for a in articles})),
            ledger.links.notices,
            ledger.links.exist,
        ),
    )


def load_dossier(ledger: Path, *, language: str = "es", program: str = "") -> Dossier:
    """The dossier of the ledger at a path, its words in ``language``."""
    with open_ledger(ledger) as opened:
        return make_dossier(load_story(opened, program=program), language)


def write_dossier(dossier: Dossier, out: Path, *, form: str = "html") -> Path:
    """Write ``dossier`` to the file ``out`` and return it. LedgerError where it cannot be written."""
    return _write(out, RENDERERS[form](dossier).encode(), "--out")


def write_assets(dossier: Dossier, folder: Path) -> tuple[int, str]:
    """Write the charts of ``dossier`` (SVG, PNG) and their data (CSV) into ``folder``, made if need be.

    Gives the number of files, and what is missing where no PNG could be drawn.
    """
    total = 0
    for name, content in iter_assets(dossier):
        _write(folder / name, content, "--assets")
        total += 1
    return total, explain_missing()


def _write(path: Path, content: bytes, option: str) -> Path:
    draft = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        raise LedgerError(
            f"{path}: cannot be written: {error.strerror or error}; choose another with {option}"
        ) from error
    return path
