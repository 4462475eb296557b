"""The site in a browser: from a disk and a server, with and without JavaScript, on a wide screen and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests import kinds
from tests.built import Built
from tests.reader import Reader, served

pytestmark = pytest.mark.browser

FERRY = "Lake Gazette: the ferry (나룻배) no longer sails"
# What reaches over the right edge of the screen, unless it can be scrolled by itself or is out of sight.
OUTSIDE = """() => {
  const edge = document.documentElement.clientWidth;
  const scrolls = (element) => element
    && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const found = document.documentElement.scrollWidth > edge ? ["the page"] : [];
  for (const element of document.querySelectorAll("article *")) {
    const box = element.getBoundingClientRect();
    const isOutside = box.width > 0 && box.height > 0 && box.right > edge + 1;
    const isCutOff = element.localName !== "svg" && element.closest("svg.map-drawing");
    if (isOutside && !isCutOff && !scrolls(element)) found.push(element.outerHTML.slice(0, 80));
  }
  return found;
}"""
NAV = "nav.md-nav--primary"


BAD_PAGE = """<!doctype html><meta name="viewport" content="width=device-width">
<article><div style="width: 600px">wide</div></article><img src="http://127.0.0.1:9/elsewhere.png">
<script>console.log("hello"); alert(1); gone()</script>
"""


def test_reader_notices_what_a_page_does_wrong(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD_PAGE, encoding="utf-8")
    reader = Reader(browser, viewport={"width": 390, "height": 800}, is_mobile=True)
    reader.open((tmp_path / "bad.html").as_uri())
    reader.page.wait_for_load_state("load")
    assert reader.page.evaluate(OUTSIDE) == ["the page", '<div style="width: 600px">wide</div>']
    assert reader.left(tmp_path.as_uri()) == ["http://127.0.0.1:9/elsewhere.png"]
    for trouble in ("hello", "a dialog says 1", "gone is not defined", "elsewhere.png"):
        assert any(trouble in noticed for noticed in reader.troubles), trouble


@pytest.fixture(params=["disk", "server"])
def start(request: pytest.FixtureRequest, built: Built) -> Iterator[str]:
    """Where the made-up site begins."""
    if request.param == "disk":
        yield f"{built.plain.as_uri()}/"
    else:
        with served(built.plain) as address:
            yield address


def walk(reader: Reader, start: str) -> None:
    """From the home page by way of the chronology and a development to an actor."""
    reader.open(f"{start}index.html")
    assert reader.heading == "Who says what, and how sure it is"
    reader.follow("Chronology", NAV)
    assert reader.heading == "Chronology"
    reader.follow(FERRY)
    assert reader.heading == FERRY
    assert reader.page.title() == f"{FERRY} - Example Lake & shores: who says what"
    reader.follow("Arland")
    assert reader.heading == "Republic of Arland"


def test_reader_walks_through_the_site_and_searches_it(browser: Browser, start: str) -> None:
    reader = Reader(browser, viewport={"width": 1300, "height": 900})
    walk(reader, start)
    assert FERRY in reader.search("ferry sails")
    assert FERRY in reader.search("나룻배")
    reader.choose(FERRY)
    assert reader.heading == FERRY
    assert reader.left(start) == []
    assert reader.troubles == []


def test_site_works_without_javascript_but_for_the_search(browser: Browser, start: str) -> None:
    reader = Reader(browser, java_script_enabled=False, viewport={"width": 1300, "height": 900})
    walk(reader, start)
    assert reader.page.get_by_text("A made-up state on the north shore").is_visible()
    assert not reader.page.get_by_role("textbox", name="Search").is_visible()
    reader.open(f"{start}developments/ferry-halted.html")
    reader.page.wait_for_url(f"{start}developments/ferry-stopped.html")
    reader.follow("History of this question")
    assert reader.heading == "Arland stopped the ferry at Sample Pier."
    assert reader.left(start) == []


def test_menu_of_a_phone_opens_without_javascript(browser: Browser, start: str) -> None:
    reader = Reader(browser, java_script_enabled=False, viewport={"width": 390, "height": 800})
    reader.open(f"{start}developments/ferry-stopped.html")
    expect(reader.page.locator(NAV)).not_to_be_in_viewport()
    reader.page.locator("header label[for=__drawer]").click()
    reader.follow("Publishers", NAV)
    assert reader.heading == "Publishers"


@pytest.mark.parametrize("name", ["plain", "published"])
@pytest.mark.parametrize("missing", ["gone.html", "developments/gone.html"])
def test_page_for_missing_pages_leads_back(browser: Browser, built: Built, name: str, missing: str) -> None:
    with served(getattr(built, name).parent) as address:
        reader = Reader(browser, viewport={"width": 1300, "height": 900})
        reader.open(f"{address}site/{missing}")
        assert reader.page.locator("h1").inner_text() == "Page not found"
        reader.follow("Chronology", "body")
        assert reader.heading == "Chronology"
        assert reader.left(address) == []


def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, built: Built) -> None:
    look(browser, built.drafts, kinds.pages(built.drafts))


def test_no_kind_of_shipped_page_scrolls_sideways_on_a_phone(browser: Browser, built: Built) -> None:
    look(browser, built.shipped_plain, sorted(kinds.largest(built.shipped_plain).values()))


def look(browser: Browser, site: Path, paths: list[str]) -> None:
    """Open pages on phones of two widths; nothing may reach out of the screen, be asked for, or be complained of."""
    reader = Reader(browser, viewport={"width": 390, "height": 800}, is_mobile=True, has_touch=True)
    outside = []
    for path in paths:
        reader.open((site / path).as_uri())
        for width in (390, 320):
            reader.page.set_viewport_size({"width": width, "height": 800})
            outside += [f"{path} at {width}: {what}" for what in reader.page.evaluate(OUTSIDE)]
    assert outside == []
    assert reader.troubles == []
    assert reader.left(f"{site.as_uri()}/") == []
