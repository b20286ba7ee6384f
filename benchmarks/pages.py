"""How long a browser takes to open the dossier of many articles, beside a plain page with as much text.

    python -m benchmarks.pages [--articles 2000] [--rounds 5]

Both pages are opened in turn in one run, by the chromium on PATH; the fastest round counts. Seconds are those of the clock, until the page
is loaded and laid out; the ratio is what travels between machines.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.articles import write_variations
from careo.pipeline.build import build_ledger
from careo.pipeline.dossier import load_dossier, write_dossier

MOST_SECONDS = 3.0


def main() -> None:
    """Print one line a page, and the ratio; the exit status says whether the dossier opened in time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    executable = shutil.which("chromium")
    if executable is None:
        sys.exit("benchmarks.pages: no chromium on PATH; make browser says how to get one")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        pages = write_pages(Path(name), arguments.articles)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        seconds = measure(browser, pages, arguments.rounds)
        browser.close()
        print("page      megabytes  elements  seconds")
        for page, (spent, elements) in zip(pages, seconds, strict=True):
            print(f"{page.stem:<9} {page.stat().st_size / 1e6:9.1f} {elements:9} {spent:8.2f}")
    (dossier, _), (plain, _) = seconds
    print(f"dossier / plain {dossier / plain:.1f}; promised: under {MOST_SECONDS:.0f} seconds")
    sys.exit(dossier >= MOST_SECONDS)


def write_pages(folder: Path, articles: int) -> tuple[Path, Path]:
    """The dossier of so many articles, and its words in plain paragraphs."""
    texts = folder / "articles"
    texts.mkdir()
    write_variations(texts, articles)
    build_ledger([texts], folder / "story.db", fresh=True)
    dossier = write_dossier(load_dossier(folder / "story.db"), folder / "dossier.html")
    plain = folder / "plain.html"
    words = "".join(f"<p>{html.escape(line)}" for line in _read_words(dossier))
    plain.write_text(f"<!doctype html><meta charset=utf-8><title>plain</title>{words}", encoding="utf-8")
    return dossier, plain


def _read_words(page: Path) -> list[str]:
    """What stands in the body of a page, in the pieces between its tags."""
    body = page.read_text("utf-8").partition("<body>")[2].partition("<script>")[0]
    return [html.unescape(words) for piece in re.split(r"<[^>]*>", body) if (words := piece.strip())]


def measure(browser: Browser, pages: tuple[Path, ...], rounds: int) -> list[tuple[float, int]]:
    """For each page the least seconds until it is laid out, and how many elements it has."""
    best = [(float("inf"), 0)] * len(pages)
    for _ in range(rounds):
        for number, page in enumerate(pages):
            tab = browser.new_page()
            start = time.perf_counter()
            tab.goto(page.as_uri())
            elements = int(
                tab.evaluate("document.documentElement.scrollHeight && document.querySelectorAll('*').length")
            )
            best[number] = min(best[number], (time.perf_counter() - start, elements))
            tab.close()
    return best


if __name__ == "__main__":
    main()
