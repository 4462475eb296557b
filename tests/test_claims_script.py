"""Claims in a browser: as of an earlier day with the script, whole without it, and as cards on a phone."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from generator import build, links, words
from generator.corpus import Corpus, Status
from tests import ledger_page
from tests.built import ROOT, Built
from tests.reader import Reader

pytestmark = pytest.mark.browser

MATRIX = "themes/troops-in-russia.matrix.html"
# What a reader sees of the ledger: by claim the heading above it, what is told of it, and each voice's position.
SEEN = """() => {
  const shown = (within, selector) => [...within.querySelectorAll(selector)].filter((each) => each.offsetParent);
  const seen = (row) => ({
    heading: row.closest("section").dataset.status,
    state: row.querySelector(".state").innerText.split("\\n")[0],
    positions: shown(row, ".who a").map((link) => [link.innerText, link.parentNode.querySelector("b").textContent]),
    links: shown(row, ".who a").map((link) => link.href),
  });
  const rows = shown(document, ".ledger tbody tr");
  return Object.fromEntries(rows.map((row) => [row.querySelector("a").getAttribute("href"), seen(row)]));
}"""
# How far what a page shows moves while it loads.
SHIFT = """window.shift = 0;
const add = (list) => list.getEntries().forEach((each) => { window.shift += each.value; });
new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
"""
# The theme marks what has the focus with a class, and rows that were moved leave their white space behind.
ARTICLE = "document.querySelector('article').innerHTML.replace(/ class=\"\"|\\s/g, '')"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    found = build.build(ROOT).corpus
    assert found
    return found


@pytest.fixture
def reader(browser: Browser) -> Reader:
    return Reader(browser, viewport={"width": 1280, "height": 900})


def expected(corpus: Corpus, day: datetime.date) -> dict[str, dict[str, Any]]:
    found = {}
    for claim in corpus.shown_claims.values():
        if told := ledger_page.told_by_corpus(corpus, claim, day):
            address = links.relative(links.LEDGER, links.claim(claim.reference))
            found[address] = {
                "heading": told.status,
                "state": words.status(corpus.assess(claim, day)),
                "positions": told.positions,
            }
    return found


@pytest.mark.parametrize("day", ["2024-10-20", "2024-11-01", "2025-05-15", "2026-06-30"])
def test_ledger_shows_any_day_as_the_corpus_has_it(built: Built, corpus: Corpus, reader: Reader, day: str) -> None:
    reader.open(f"{(built.shipped_plain / links.LEDGER).as_uri()}?as-of={day}")
    seen = reader.page.evaluate(SEEN)
    wanted = expected(corpus, datetime.date.fromisoformat(day))
    addresses = {address: row.pop("links") for address, row in seen.items()}
    for row in seen.values():
        row["positions"] = frozenset(map(tuple, row["positions"]))
    assert seen == wanted
    assert f"{len(wanted)} of {len(corpus.shown_claims)} claims had been spoken to" in reader.page.inner_text("output")
    for href in {href for hrefs in addresses.values() for href in hrefs}:
        path, _, anchor = unquote(href.removeprefix("file://")).partition("#")
        assert f'id="{anchor}"' in Path(path).read_text(encoding="utf-8")
    assert reader.troubles == []


def test_latest_day_is_the_page_as_it_was(built: Built, reader: Reader) -> None:
    for path in (links.LEDGER, MATRIX):
        reader.open((built.shipped_plain / path).as_uri())
        before = reader.page.evaluate(ARTICLE)
        reader.page.get_by_label("As of").fill("2024-10-20")
        assert reader.page.url.endswith("?as-of=2024-10-20")
        assert reader.page.evaluate(ARTICLE) != before
        reader.page.get_by_role("button", name="Latest day").click()
        assert reader.page.url.endswith(path)
        assert reader.page.evaluate(ARTICLE) == before


def test_matrix_shows_an_earlier_day(built: Built, reader: Reader) -> None:
    reader.open(f"{(built.shipped_plain / MATRIX).as_uri()}?as-of=2024-10-25")
    row = reader.page.locator(".matrix tr", has=reader.page.locator("a[href$='troops-to-russia.html#sent']"))
    assert row.locator(".state").inner_text() == "corroborated"
    assert row.locator("td", has_text="ambiguous").count() == 2
    assert row.locator("[data-v=Ukraine]").inner_text().split() == ["asserts", "13", "Oct", "2024"]
    unsaid = reader.page.locator("[data-v]", has_text="–")
    assert unsaid.count() > 0
    assert unsaid.first.evaluate("cell => getComputedStyle(cell).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_nonsense_in_the_address_shows_the_latest_day(built: Built, reader: Reader) -> None:
    for asked in ("soon", "2024-13-40", "9999-01-01", ""):
        reader.open(f"{(built.plain / links.LEDGER).as_uri()}?as-of={asked}")
        assert "As recorded up to" in reader.page.inner_text("output")


def test_without_the_script_the_ledger_is_whole_and_offers_no_day(
    browser: Browser, built: Built, corpus: Corpus
) -> None:
    reader = Reader(browser, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    reader.open((built.shipped_plain / links.LEDGER).as_uri())
    assert reader.page.locator(".ledger tbody tr").count() == len(corpus.shown_claims)
    assert not reader.page.get_by_label("As of").is_visible()
    assert reader.page.locator(".since").first.is_visible()


def test_cards_on_a_phone_name_the_voice_and_leave_out_what_is_not_recorded(browser: Browser, built: Built) -> None:
    reader = Reader(browser, viewport={"width": 390, "height": 800}, is_mobile=True)
    reader.open((built.shipped_plain / MATRIX).as_uri())
    shown = reader.page.locator(".matrix td").filter(visible=True)
    assert shown.filter(has_text="–").count() == 0
    named = reader.page.locator(".matrix td[data-v]").first
    assert named.evaluate("cell => getComputedStyle(cell, '::before').content") == f'"{named.get_attribute("data-v")}"'
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_shifts_while_pages_of_claims_load(built: Built, reader: Reader) -> None:
    reader.context.add_init_script(SHIFT)
    for path in (links.LEDGER, MATRIX, links.GAPS, "claims/troops-to-russia.sent.html"):
        reader.open((built.shipped_plain / path).as_uri())
        reader.page.wait_for_timeout(200)
        assert reader.page.evaluate("shift") == 0, path


def test_expected_days_differ(corpus: Corpus) -> None:
    """The comparison above would be empty if every claim had one status for ever."""
    statuses = {day: expected(corpus, datetime.date.fromisoformat(day)) for day in ("2024-10-20", "2025-05-15")}
    sent = "../developments/troops-to-russia.html#sent"
    assert statuses["2024-10-20"][sent]["heading"] == Status.CONTESTED
    assert statuses["2025-05-15"][sent]["heading"] == Status.ACKNOWLEDGED
