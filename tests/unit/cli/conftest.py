from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careo.cli import main
from careo.ledger import write_ledger
from tests.unit.ledger.samples import make_article, make_claims, make_own_claim

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("show", path)`` gives exit status, standard output and standard error."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def call(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A ledger of two articles."""
    path = tmp_path / "story.db"
    with write_ledger(path) as writer:
        for name in ("riada", "presa"):
            article = make_article(name)
            writer.append(article, [*make_claims(article), make_own_claim(article, "La presa de Valdeoro cede")])
    return path
