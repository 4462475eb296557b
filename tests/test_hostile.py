"""Text of entries that looks like markup, code or a link to a script shows as text wherever it appears."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.built import MADE_UP, Built
from tests.html_page import HtmlPage
from tests.reader import Reader

HOSTILE = "<script>alert(1)</script> {{ 7*7 }} [x](javascript:alert(1)) &lt;/title&gt;&lt;script&gt;"
# The fields of entries that say this, each with a word of its own behind it.
FIELDS = {
    f"{HOSTILE} {word}"
    for path in (MADE_UP / "entries").rglob("hostile-*.yaml")
    for word in re.findall(re.escape(HOSTILE) + r" ([a-z-]+)'", path.read_text(encoding="utf-8"))
}
PAGE = "developments/hostile-texts.html"


def read(site: Path) -> dict[str, HtmlPage]:
    return {path.relative_to(site).as_posix(): HtmlPage.read(path) for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module", params=["plain", "published", "drafts", "plain_stock"])
def pages(request: pytest.FixtureRequest, built: Built) -> dict[str, HtmlPage]:
    return read(getattr(built, request.param))


def prose(page: HtmlPage) -> str:
    """What can be read on a page but for code, which escapes in a way of its own, and names that drawings shorten."""
    pieces = (data for element, data in page.pieces if {"pre", "text"}.isdisjoint(e.tag for e in element.ancestors()))
    return " ".join("".join(pieces).split())


def maimed(text: str) -> bool:
    """Whether a text holds a part of what is hostile, but not the whole."""
    parts = ("alert(1)", "{{", "[x]", "javascript:", "/title", "script>")
    rest = text.replace(HOSTILE, "")
    return any(part in rest for part in parts)


def test_parts_of_a_hostile_text_are_told_from_the_whole() -> None:
    assert not maimed(f"Before {HOSTILE} after")
    for part in (
        "alert(1)",
        HOSTILE.replace("{{ 7*7 }}", "49"),
        "{{ 7*7 }}",
        "x javascript:alert(1)",
        "&lt;/title&gt;",
        html.unescape(HOSTILE),
    ):
        assert maimed(f"Before {part} after"), part


def test_every_field_is_there_to_be_tried() -> None:
    assert len(FIELDS) == 38


def test_every_field_shows_up_whole_on_some_page(pages: dict[str, HtmlPage]) -> None:
    shown = [page.text() for page in pages.values()]
    shown += [element.attributes.get("title", "") for page in pages.values() for element in page.elements]
    assert [field for field in sorted(FIELDS) if not any(field in text for text in shown)] == []


def test_texts_and_attributes_hold_it_whole_or_not_at_all(pages: dict[str, HtmlPage]) -> None:
    for path, page in pages.items():
        assert not maimed(prose(page)), path
        for element in page.elements:
            for name, value in element.attributes.items():
                assert name in ("href", "value") or not maimed(" ".join(value.split())), f"{path}: {name}={value}"


def test_it_makes_no_element_handler_or_address(pages: dict[str, HtmlPage]) -> None:
    for path, page in pages.items():
        scripts = [page.script(element) for element in page.of("script")]
        assert not [script for script in scripts if "alert(1)</script>" in script or script == "alert(1)"], path
        for element in page.elements:
            assert not [name for name in element.attributes if name.startswith("on")], path
            addresses = [element.attributes.get(name, "") for name in ("href", "src", "action")]
            assert not [address for address in addresses if address.strip().lower().startswith("javascript")], path


def test_head_tells_title_and_summary_as_they_are(built: Built) -> None:
    for site in (built.plain, built.plain_stock):
        page = HtmlPage.read(site / PAGE)
        assert page.texts("title") == [f"{HOSTILE} title - Example Lake & shores: who says what"]
        told = {
            e.attributes.get("property", e.attributes.get("name")): e.attributes.get("content") for e in page.of("meta")
        }
        assert told["description"] == told["og:description"] == f"{HOSTILE} summary"
        assert told["og:title"] == f"{HOSTILE} title"
        (data,) = [json.loads(page.script(e)) for e in page.of("script", type="application/ld+json")]
        assert (data["headline"], data["description"]) == (f"{HOSTILE} title", f"{HOSTILE} summary")


def test_search_index_holds_it_as_text(built: Built) -> None:
    index = json.loads((built.plain / "search/search_index.json").read_text(encoding="utf-8"))
    generated = [entry for entry in index["docs"] if not entry["location"].startswith("about.html")]
    assert len(generated) > 100
    for entry in generated:
        for text in (entry["title"], entry["text"]):
            assert "<" not in text, entry["location"]
            assert not maimed(html.unescape(text)), entry["location"]


@pytest.mark.browser
def test_browser_shows_it_as_text_and_runs_none_of_it(browser: Browser, built: Built) -> None:
    reader = Reader(browser, viewport={"width": 1300, "height": 900})
    named = [path for path, page in read(built.plain).items() if HOSTILE in page.text()]
    assert len(named) > 12
    for path in named:
        reader.open((built.plain / path).as_uri())
        reader.page.evaluate("for (const code of document.querySelectorAll('pre, svg text')) code.remove()")
        assert not maimed(" ".join(reader.page.locator("body").inner_text().split())), path
    reader.open((built.plain / PAGE).as_uri())
    assert reader.heading == f"{HOSTILE} title"
    assert reader.page.title().startswith(f"{HOSTILE} title - ")
    assert f"{HOSTILE} claim" in reader.page.locator("nav.md-nav--secondary").inner_text()
    reader.open((built.plain / "developments/hostile-echo.html").as_uri())
    assert f"{HOSTILE} title" in reader.page.locator(".md-footer").inner_text()
    assert reader.troubles == []


@pytest.mark.browser
@pytest.mark.parametrize("words", ["javascript alert", "title script", "7*7"])
def test_search_finds_it_and_shows_it_as_text(browser: Browser, built: Built, words: str) -> None:
    reader = Reader(browser, viewport={"width": 1300, "height": 900})
    reader.open((built.plain / "index.html").as_uri())
    titles = reader.search(words)
    assert {f"{HOSTILE} title", f"{HOSTILE} name", f"{HOSTILE} press", f"{HOSTILE} place", f"{HOSTILE} theme"} <= {
        *titles
    }
    reader.choose(f"{HOSTILE} name")
    assert reader.heading == f"{HOSTILE} name"
    assert reader.troubles == []
