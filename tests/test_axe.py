"""Accessibility: axe finds nothing, of any impact, light and dark, on phones and on a wide screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import kinds
from tests.built import Built
from tests.reader import Reader

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# The size of targets is the one rule that axe leaves out unless it is asked.
RUN = """axe.run({preload: false, resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(
  ({violations}) => violations.flatMap(({id, nodes}) => nodes.map(
    ({target, failureSummary}) => `${id}: ${target}: ${failureSummary}`)))"""


def violations(browser: Browser, site: Path, pages: Iterable[str], scheme: str, width: int) -> Iterator[str]:
    """What axe finds on pages as they are first seen; colours do not fade in while it looks."""
    reader = Reader(browser, color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce")
    for page in pages:
        reader.open((site / page).as_uri())
        reader.page.evaluate(AXE)
        yield from (f"{page}: {found}" for found in reader.page.evaluate(RUN))
    reader.context.close()


BAD_PAGE = """<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1><img src="data:,">
<p style="color: #aaa; background: #fff">Pale</p><button style="width: 9px; height: 9px; padding: 0">a</button><button
style="width: 9px; height: 9px; padding: 0">b</button><h4>Skipped a level</h4></main>"""


def test_axe_finds_faults_of_every_impact(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD_PAGE, encoding="utf-8")
    found = {fault.split(": ")[1] for fault in violations(browser, tmp_path, ["bad.html"], "light", 1280)}
    assert found == {"image-alt", "color-contrast", "target-size", "heading-order"}


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_that_readers_come_for(
    browser: Browser, built: Built, scheme: str, width: int
) -> None:
    site = built.drafts
    assert list(violations(browser, site, kinds.main(site).values(), scheme, width)) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_axe_finds_nothing_on_any_other_kind_of_page(browser: Browser, built: Built, scheme: str, width: int) -> None:
    site = built.drafts
    others = set(kinds.largest(site).values()) - set(kinds.main(site).values())
    assert list(violations(browser, site, sorted(others), scheme, width)) == []


def is_written_by_hand(page: str) -> bool:
    return page.startswith("contribute/") or "/" not in page


@pytest.mark.parametrize(("scheme", "width"), [("dark", 320), ("light", 1280)])
def test_axe_finds_nothing_on_shipped_pages(browser: Browser, built: Built, scheme: str, width: int) -> None:
    """The shipped pages hold far more than the made-up ones, and axe takes its time with each."""
    site = built.shipped_plain
    pages = {*kinds.main(site).values(), *filter(is_written_by_hand, kinds.pages(site))}
    assert list(violations(browser, site, sorted(pages), scheme, width)) == []
