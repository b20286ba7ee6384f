"""A browser for each module, and the dossiers that several of them look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from careo.pipeline.build import build_ledger
from careo.pipeline.dossier import load_dossier, write_dossier
from tests.browser.tabs import Tab, open_tab, start_browser

LANGUAGES = ("es", "en")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Ends with its module: Playwright keeps an event loop running, in which tests of asyncio would find themselves."""
    with start_browser(chromium) as started:
        yield started


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Tab:
    return open_tab(browser)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Path], Path]:
    """Builds, once, the folder with the ledger ``story.db`` of some articles and its dossiers ``es.html`` and ``en.html``."""
    done: dict[str, Path] = {}

    def put(name: str, articles: Path) -> Path:
        if name not in done:
            folder = tmp_path_factory.mktemp(name)
            build_ledger([articles], folder / "story.db", fresh=True)
            for language in LANGUAGES:
                write_dossier(load_dossier(folder / "story.db", language=language), folder / f"{language}.html")
            done[name] = folder
        return done[name]

    return put


@pytest.fixture(scope="session")
def demo(shelf: Callable[[str, Path], Path], demo_articles: Path) -> Path:
    """The folder with the dossier of the demo in both languages."""
    return shelf("demo", demo_articles)


@pytest.fixture(scope="module", params=["demo", pytest.param("seeds", marks=pytest.mark.gold)])
def story(request: pytest.FixtureRequest, shelf: Callable[[str, Path], Path]) -> Path:
    """The demo, then the five articles of the development set: each in a folder of its own."""
    articles: Path = request.getfixturevalue({"demo": "demo_articles", "seeds": "seeds"}[request.param])
    return shelf(request.param, articles)
