"""A reader at a browser, who notices what a page asks for, complains of or pops up; and a server on this machine."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Request, sync_playwright

from tests import chromium


class Reader:
    """One window of a browser. `options` are those of a context of Playwright, such as a viewport."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self.context: BrowserContext = browser.new_context(**options)
        self.asked: list[str] = []
        self.troubles: list[str] = []
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("requestfailed", self._failed)
        self.context.on("console", lambda message: self.troubles.append(message.text))
        self.context.on("weberror", lambda error: self.troubles.append(str(error.error)))
        self.context.on("dialog", self._close)
        self.page = self.context.new_page()

    def _failed(self, request: Request) -> None:
        """Note a request that failed, unless it was still under way when the reader left the page."""
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"{request.failure}: {request.url}")

    def _close(self, dialog: Dialog) -> None:
        self.troubles.append(f"a dialog says {dialog.message}")
        dialog.dismiss()

    def open(self, address: str) -> None:
        self.page.goto(address)

    @property
    def heading(self) -> str:
        return _line(self.page.locator(".md-content h1").inner_text())

    def follow(self, words: str, within: str = ".md-content") -> None:
        """Click the first link with these words, and wait for the page behind it."""
        link = self.page.locator(within).get_by_role("link", name=words).first
        address = link.evaluate("link => link.href")
        link.click()
        self.page.wait_for_url(address)

    def search(self, words: str) -> list[str]:
        """The titles of the pages that the search finds."""
        self.page.get_by_role("textbox", name="Search").fill(words)
        self.page.keyboard.press("Shift")  # the theme listens to keys, and filling presses none
        self.page.locator(".md-search-result mark", has_text=words.split()[0]).first.wait_for()
        return [_line(title) for title in self.page.locator(".md-search-result h1").all_inner_texts()]

    def choose(self, title: str) -> None:
        """Click what the search has found, and wait for the page behind it."""
        heading = self.page.locator("h1", has_text=title)
        self.page.locator(".md-search-result__link", has=heading).first.click()
        self.page.locator(".md-content h1", has_text=title).first.wait_for()

    def left(self, start: str) -> list[str]:
        """The requests that went elsewhere than to the site at `start`."""
        inner = (start, "about:", "data:", "blob:")
        return [address for address in self.asked if not address.startswith(inner)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that is closed with the module: while one is open, no other can be started."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium.find()), args=list(chromium.LAUNCH_FLAGS))
        yield browser
        browser.close()


def _line(text: str) -> str:
    return " ".join(text.split())


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder, and in place of missing pages the site's own page for them."""

    def log_message(self, *_: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        folder = Path(self.directory)
        found = next((page for page in (folder / "404.html", folder / "site" / "404.html") if page.exists()), None)
        body = found.read_bytes() if found else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served meanwhile, on this machine alone."""
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
