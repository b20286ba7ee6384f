from __future__ import annotations

from pathlib import Path

import pytest

from careo.ledger import write_ledger, write_linked
from tests.unit.ledger.linked import make_copies, make_linked, write_articles
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


@pytest.fixture
def linked_ledger(tmp_path: Path) -> Path:
    """A ledger of three articles whose claims have been linked."""
    path = tmp_path / "linked.db"
    write_articles(path)
    write_linked(path, make_linked(), make_copies())
    return path
