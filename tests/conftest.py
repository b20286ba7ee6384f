"""What every test may ask for, and how a test says that something it needs is not there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
IN_CI = bool(os.environ.get("CI"))

# The same examples on every machine; `--hypothesis-profile search` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("repeatable")


def absent(what: str) -> None:
    """Skip the test where `what` is not there; in CI, where everything has to be there, fail it."""
    if IN_CI:
        pytest.fail(f"{what}: not there, and CI needs it")
    pytest.skip(f"NOT TESTED: {what} is not there")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the development set beside the checkout (read-only)."""
    if not (SHARED / "gold" / "score.py").is_file():
        absent(f"the development set in {SHARED.name}/ beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Path:
    """The articles of the development set."""
    return shared / "seeds"


@pytest.fixture(scope="session")
def demo_articles() -> Path:
    """The demo articles of the project: invented stories, always there."""
    folder = ROOT / "demo"
    if not any(folder.rglob("*.txt")):
        absent("the demo articles")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a headless browser."""
    path = shutil.which("chromium")
    if path is None:
        absent("chromium on PATH (make browser)")
    assert path is not None
    return path
