"""The dossier of fifty articles can be mailed."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.articles import write_variations
from careo.pipeline.build import build_ledger
from careo.pipeline.dossier import load_dossier, write_dossier

MOST = 2_000_000
"""Bytes. The issue that asked for the dossier gives the number."""


@pytest.mark.slow
def test_fifty_articles_stay_below_two_megabytes(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    words = write_variations(folder, 50)
    build_ledger([folder], tmp_path / "fifty.db", fresh=True)
    page = write_dossier(load_dossier(tmp_path / "fifty.db"), tmp_path / "fifty.html")
    assert words > 15_000, "articles of a length that newspapers print"
    text = page.read_text("utf-8")
    assert text.count('class="sheet"') == 50, "every article is there in full"
    assert page.stat().st_size < MOST
