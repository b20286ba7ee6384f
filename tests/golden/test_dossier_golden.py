"""The value of the demo's dossier, to the letter; its HTML is free to change. See test_golden.py for how the file is written anew."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from careo.pipeline.build import build_ledger
from careo.pipeline.dossier import load_dossier
from careo.report.dossier import Dossier

GOLDEN = Path(__file__).parent / "dossier.json"


def make_record(dossier: Dossier) -> dict[str, Any]:
    """All that the dossier adds to the ledger: not the claims and the texts, which the export shows, nor the versions."""
    record = asdict(dossier)
    del record["claims"], record["making"]
    record["articles"] = [article.id for article in dossier.articles]
    record["uses"] = {
        claim: [f"{use.place} {use.anchor}" for use in uses] for claim, uses in sorted(dossier.uses.items())
    }
    return record


@pytest.mark.slow
def test_the_value_of_the_demo(tmp_path: Path, demo_articles: Path, request: pytest.FixtureRequest) -> None:
    build_ledger([demo_articles], tmp_path / "demo.db", fresh=True)
    record = make_record(load_dossier(tmp_path / "demo.db", language="es"))
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--write-golden", default=False):
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert json.loads(text) == json.loads(GOLDEN.read_text("utf-8")), (
        "tests/golden/dossier.json differs; see the top of this file"
    )
