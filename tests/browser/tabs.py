"""A tab of a real browser that remembers what its console said and what it asked the network for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")

PATIENCE = 20_000
"""Milliseconds after which something that is waited for is held not to happen."""


class Tab:
    """One page. ``complaints`` holds what its console said, ``requests`` the addresses that it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", self._refuse)
        page.on("request", self._note)

    def visit(
        self, url: str, *, width: int = 1280, dark: bool = False, media: Literal["null", "print"] = "null"
    ) -> None:
        """Load ``url`` afresh and wait until that is done; ``media`` is that of the screen unless told."""
        self.resize(width)
        self.page.emulate_media(color_scheme="dark" if dark else "light", media=media)
        if "#" in url:  # from page to page, so that a fragment is a load like any other
            self.page.goto("about:blank")
        self.page.goto(url)

    def resize(self, width: int) -> None:
        """Make the window so many CSS pixels wide; the page lays itself out anew."""
        self.page.set_viewport_size({"width": width, "height": 900})

    def evaluate(self, expression: str, argument: Any = None) -> Any:
        """The value of a JavaScript expression, or of a function of ``argument``, in the page."""
        return self.page.evaluate(expression, argument)

    def wait_until(self, condition: str, argument: Any = None) -> None:
        """Return once a function of ``argument`` is true in the page, or when patience is at an end: what follows tells then what is amiss.

        Asked from here again and again, since a page without scripts has no timers, and since Playwright's own waiting needs the ``eval``
        that the policy of our pages forbids.
        """
        for _ in range(PATIENCE // 20):
            if self.evaluate(condition, argument):
                return
            self.page.wait_for_timeout(20)

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note(self, request: Request) -> None:
        self.requests.append(request.url)


@contextmanager
def start_browser(executable: str) -> Iterator[Browser]:
    """The headless browser of this machine, gone afterwards. Playwright drives it and brings none of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def open_tab(browser: Browser, **options: Any) -> Tab:
    """A tab of its own, with ``options`` of a browser context (``java_script_enabled``, ``bypass_csp`` …)."""
    return Tab(browser.new_context(**options).new_page())
