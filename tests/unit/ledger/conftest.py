from __future__ import annotations

from pathlib import Path

import pytest

from careo.ledger import write_ledger
from tests.unit.ledger.samples import make_article, make_claims


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of three articles with the same claims."""
    path = tmp_path / "story.db"
    with write_ledger(path) as writer:
        for name in ("riada", "presa", "aviso"):
            article = make_article(name)
            writer.append(article, make_claims(article))
    return path
