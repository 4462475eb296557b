"""What the pages that readers come for weigh, and that nothing on them moves once they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import kinds
from tests.built import Built
from tests.reader import Reader

HEAVIEST = 200 * 1024


def heavier(site: Path, kind: str, limit: int) -> dict[str, int]:
    """The pages of a kind that weigh more than they may; there have to be pages of that kind."""
    weights = {page: (site / page).stat().st_size for page in kinds.pages(site) if kinds.kind(page) == kind}
    assert weights
    return {page: weight for page, weight in weights.items() if weight > limit}


def test_heavy_pages_are_found(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "light.html").write_text("x" * 10)
    (tmp_path / "actors" / "heavy.html").write_text("x" * 11)
    assert heavier(tmp_path, "actors", 10) == {"actors/heavy.html": 11}


@pytest.mark.parametrize("kind", ["history", "matrix", "claims/index.html"])
def test_no_history_matrix_or_ledger_is_heavier_than_it_may_be(built: Built, kind: str) -> None:
    assert heavier(built.shipped_published, kind, HEAVIEST) == {}


# What has moved, and how far: by the sum that browsers call the layout shift of a page.
MOVED = """() => new Promise((done) => {
  const found = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      found.push(value + " " + sources.map(({ node }) => (node?.outerHTML ?? node?.data)?.slice(0, 90)).join());
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(found), 250);
})"""


def moved(reader: Reader, address: str) -> list[str]:
    """What moves each time that a page is opened: a busy machine may once show half a page before the rest."""
    found: list[str] = []
    for _ in range(3):
        reader.open(address)
        found = [f"{address}: {what}" for what in reader.page.evaluate(MOVED)]
        if not found:
            break
    return found


BAD_PAGE = """<!doctype html><p>Here</p><h2>There</h2><script>
addEventListener("load", () => setTimeout(() => document.body.prepend(document.querySelector("h2")), 50))</script>"""


@pytest.mark.browser
def test_a_page_that_moves_is_found(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD_PAGE)
    found = moved(Reader(browser), (tmp_path / "bad.html").as_uri())
    assert any("Here" in line for line in found)


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_on_the_pages_that_readers_come_for(browser: Browser, built: Built, width: int) -> None:
    reader = Reader(browser, viewport={"width": width, "height": 900})
    pages = kinds.main(built.shipped_plain).values()
    assert [line for page in pages for line in moved(reader, (built.shipped_plain / page).as_uri())] == []
