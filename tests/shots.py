"""`make shots`: pictures of seven pages of the built site, on a desktop and a phone, light and dark, into `shots/`.

With `--readme`, three of them go to `docs/pictures/`, where the README shows them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import chromium

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "home": "index.html",
    "chronology": "chronology/index.html",
    "development": "developments/mine-laying-order.html",
    "claims": "claims/index.html",
    "history": "claims/troops-to-russia.sent.html",
    "matrix": "themes/troops-in-russia.matrix.html",
    "map": "map/index.html",
}
SCREENS = {"desktop": (1280, 900), "phone": (390, 844)}
README = ("development-desktop-light", "chronology-desktop-light", "history-phone-dark")


def main(arguments: list[str]) -> int:
    """Take the pictures of `site/`, which has to be built."""
    path = chromium.find()
    if path is None:
        print(chromium.MISSING, file=sys.stderr)
        return 2
    folder = ROOT / "shots"
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=list(chromium.LAUNCH_FLAGS))
        for name, picture in _pictures(browser):
            (folder / f"{name}.png").write_bytes(picture)
            if "--readme" in arguments and name in README:
                (ROOT / "docs" / "pictures").mkdir(exist_ok=True)
                (ROOT / "docs" / "pictures" / f"{name.split('-')[0]}.png").write_bytes(picture)
    print(f"pictures are in {folder}")
    return 0


def _pictures(browser: Browser) -> Iterator[tuple[str, bytes]]:
    for screen, (width, height) in SCREENS.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            for name, address in PAGES.items():
                page.goto((ROOT / "site" / address).as_uri())
                page.wait_for_load_state("networkidle")
                yield f"{name}-{screen}-{scheme}", page.screenshot()
            context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
