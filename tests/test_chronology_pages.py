"""The chronology, the home page and the map: headings, drawings, filters in a browser and the pages that stand in."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from playwright.sync_api import Browser, expect

from benchmarks import synthetic
from generator import build
from generator.corpus import Corpus
from generator.output import Page
from generator.views.events import Event
from generator.views.timeline import Group, groups
from tests import drawings
from tests.built import MADE_UP, NAME, ROOT, Built
from tests.html_page import HtmlPage
from tests.reader import Reader, served

CHRONOLOGY = "chronology/index.html"
ROW = Event("", datetime.date.min, "", "day", "", "", "", None, datetime.date.min)


def row(day: str) -> Event:
    return replace(ROW, id=day, day=datetime.date.fromisoformat(day))


def many(*counts: tuple[str, int]) -> list[Event]:
    return [row(f"{month}-{number:02}") for month, count in counts for number in range(1, count + 1)]


# Headings.


def shown(found: list[Group]) -> list[tuple[str, int]]:
    return [(group.label, len(group.rows)) for group in found]


def test_months_with_little_in_them_share_a_heading_within_their_year() -> None:
    rows = many(("2023-11", 1), ("2024-01", 1), ("2024-03", 2), ("2024-04", 20), ("2024-05", 9), ("2024-06", 1))
    assert shown(groups(rows)) == [
        ("November 2023", 1),
        ("January to March 2024", 3),
        ("April 2024", 20),
        ("May and June 2024", 10),
    ]
    assert shown(groups(rows[::-1]))[-1] == ("November 2023", 1)


@given(st.lists(st.dates(datetime.date(2020, 1, 1), datetime.date(2026, 12, 31)), max_size=60), st.booleans())
def test_every_row_stands_once_and_every_month_has_one_anchor(days: list[datetime.date], is_reversed: bool) -> None:
    rows = [row(str(day)) for day in sorted(days, reverse=is_reversed)]
    found = groups(rows)
    assert [event for group in found for _, event in group.rows] == rows
    anchors = [group.key for group in found] + [anchor for group in found for anchor, _ in group.rows if anchor]
    assert sorted(anchors) == sorted({str(day)[:7] for day in days})


# Pages.


@pytest.fixture(scope="module", params=["made up", "shipped", "long"])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = {"made up": MADE_UP, "shipped": ROOT}.get(request.param)
    if root is None:
        root = tmp_path_factory.mktemp("long")
        synthetic.write(root, 700)
    corpus = build.build(root).corpus
    assert corpus
    return corpus


@pytest.fixture(scope="module")
def pages(corpus: Corpus) -> dict[str, HtmlPage]:
    return {page.path: HtmlPage(page.body) for page in build.pages(corpus, NAME) if is_looked_at(page)}


def is_looked_at(page: Page) -> bool:
    return page.path in ("index.html", "map/index.html") or page.path.startswith("chronology/")


def test_strips_lead_to_months_and_years_that_are_there(pages: dict[str, HtmlPage]) -> None:
    for path in ("index.html", *(path for path in pages if path.startswith("chronology/2"))):
        strip = next(nav for nav in pages[path].of("nav") if nav.attributes.get("aria-label") == "Months and years")
        links = [a.attributes["href"] for a in pages[path].of("a") if strip in a.ancestors()]
        assert links
        for link in links:
            target, _, anchor = link.partition("#")
            there = (Path(path).parent / target).as_posix() if target else path
            assert not anchor or anchor in pages[there].ids, link


def test_drawings_are_named_or_hidden_and_their_ids_are_unique(corpus: Corpus) -> None:
    for page in build.pages(corpus, NAME):
        if is_looked_at(page) or page.path.startswith("places/"):
            parsed = drawings.parse(Markup(re.sub("<(input|br)[^>]*>", "", page.body)))
            assert drawings.unnamed(parsed) == [], page.path
            assert drawings.repeated_ids(parsed) == [], page.path
            assert drawings.unresolved(parsed) == [], page.path
            assert drawings.reached_though_hidden(parsed) == [], page.path


def test_map_and_its_table_name_the_same_places(corpus: Corpus, pages: dict[str, HtmlPage]) -> None:
    page = pages["map/index.html"]
    (table,) = page.of("table")
    rows = [a.attributes["href"] for a in page.of("a") if table in a.ancestors()]
    drawn = [a.attributes["href"] for a in page.of("a") if any(e.tag == "svg" for e in a.ancestors())]
    assert rows == [f"../places/{id_}.html" for id_ in corpus.places]
    assert set(drawn) <= set(rows)
    for place in corpus.places.values():
        if place.point and abs(place.point.lon - 127) < 1 and abs(place.point.lat - 38) < 0.5:
            assert f"../places/{place.id}.html" in drawn


def test_credits_stand_under_the_maps() -> None:
    corpus = build.build(ROOT).corpus
    assert corpus
    pages = {page.path: page.body for page in build.pages(corpus, NAME)}
    for path in ("map/index.html", "places/panmunjom.html"):
        assert "Coasts: Natural Earth" in pages[path]
        assert "© OpenStreetMap contributors (ODbL)" in pages[path]
    assert "<svg" not in pages["places/washington.html"].replace("shape-key", "")


def test_long_chronology_has_filters_where_its_rows_are(pages: dict[str, HtmlPage]) -> None:
    for path, page in pages.items():
        rows = [li for li in page.of("li") if "data-k" in li.attributes]
        assert bool(rows) == bool(page.of("form")), path
        for item in rows:
            assert len(item.attributes["data-k"] or "") < 200, path


# Filters in a browser.

SINGLE = [("theme", "themes"), ("actor", "actors"), ("place", "places")]


def titles(reader: Reader) -> list[str]:
    """The developments that a page lists, as far as they can be seen."""
    found = reader.page.locator(".event:visible .event-title").all_inner_texts()
    return sorted(" ".join(title.split()) for title in found)


@pytest.fixture(params=["disk", "server"])
def start(request: pytest.FixtureRequest, built: Built) -> Iterator[str]:
    """Where the site of this repository begins."""
    if request.param == "disk":
        yield f"{built.shipped_plain.as_uri()}/"
    else:
        with served(built.shipped_plain) as address:
            yield address


def narrowed(start: str, **asked: str) -> str:
    return f"{start}{CHRONOLOGY}?{urlencode(asked)}"


@pytest.mark.browser
def test_filtered_address_shows_the_rows_of_the_single_page(browser: Browser, start: str) -> None:
    reader = Reader(browser, viewport={"width": 1300, "height": 900})
    reader.open(start + CHRONOLOGY)
    pages = [("status", "contested", "chronology/contested"), ("status", "figures", "chronology/figures")]
    for name, folder in SINGLE:
        ids = reader.page.locator(f"select[name={name}] option").evaluate_all("all => all.map(one => one.value)")
        assert len(ids) > 5
        pages += [(name, id_, f"{folder}/{id_}") for id_ in (ids[1], ids[-1])]
    for name, id_, path in pages:
        reader.open(narrowed(start, **{name: id_}))
        found = titles(reader)
        reader.open(f"{start}{path}.html")
        assert found == titles(reader) != [], path
    assert reader.troubles == []


@pytest.mark.browser
def test_dates_of_a_year_show_the_rows_of_its_page(browser: Browser, start: str) -> None:
    reader = Reader(browser, viewport={"width": 1300, "height": 900})
    reader.open(narrowed(start, **{"from": "2025-01-01", "to": "2025-12-31", "order": "oldest"}))
    found = reader.page.locator(".event:visible .event-title").all_inner_texts()
    reader.open(f"{start}chronology/2025.html")
    assert found == reader.page.locator(".event .event-title").all_inner_texts()


@pytest.mark.browser
def test_back_and_forward_lead_through_what_was_asked_for(browser: Browser, start: str) -> None:
    reader = Reader(browser, viewport={"width": 1300, "height": 900})
    reader.open(start + CHRONOLOGY)
    page, output = reader.page, reader.page.locator(".filters output")
    whole = output.inner_text()
    page.locator("[name=theme]").select_option("constitution")
    expect(output).to_have_text(f"10 of {whole}")
    page.locator("[name=from]").fill("2026-01-01")
    assert page.url.endswith("?theme=constitution&from=2026-01-01")
    both = titles(reader)
    page.go_back()
    expect(output).to_have_text(f"10 of {whole}")
    assert page.locator("[name=from]").input_value() == ""
    page.go_forward()
    expect(page.locator("[name=from]")).to_have_value("2026-01-01")
    assert titles(reader) == both
    page.locator(".filters button").click()
    expect(output).to_have_text(whole)
    expect(page.locator("[name=theme]")).to_have_value("")
    assert output.get_attribute("aria-live") == "polite"


@pytest.mark.browser
def test_headings_without_rows_go_with_them(browser: Browser, start: str) -> None:
    reader = Reader(browser, viewport={"width": 1300, "height": 900})
    reader.open(narrowed(start, theme="constitution"))
    for part in reader.page.locator(".part:visible").all():
        assert part.locator(".event:visible").count() > 0
    assert not reader.page.get_by_role("heading", name="Coming up").is_visible()


@pytest.mark.browser
def test_without_scripts_there_is_no_form_and_every_filter_has_a_page(browser: Browser, built: Built) -> None:
    reader = Reader(browser, java_script_enabled=False, viewport={"width": 1300, "height": 900})
    site = built.shipped_plain
    reader.open(f"{site.as_uri()}/{CHRONOLOGY}")
    assert not reader.page.locator(".filters").is_visible()
    form = HtmlPage.read(site / CHRONOLOGY)
    folders = {**dict(SINGLE), "status": "chronology"}
    for select in form.of("select"):
        if folder := folders.get(select.attributes["name"] or ""):
            options = [option for option in form.of("option") if select in option.ancestors()]
            ids = [option.attributes["value"] for option in options if option.attributes["value"]]
            assert [id_ for id_ in ids if not (site / folder / f"{id_}.html").exists()] == []


SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 500);
})"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_after_a_page_has_been_shown(browser: Browser, built: Built, width: int) -> None:
    reader = Reader(browser, viewport={"width": width, "height": 900})
    for path in ("index.html", CHRONOLOGY, "chronology/2024.html", "map/index.html", "places/panmunjom.html"):
        reader.open(f"{built.shipped_plain.as_uri()}/{path}")
        assert reader.page.evaluate(SHIFTS) == 0, path


@pytest.mark.browser
def test_on_a_phone_years_are_buttons_and_lanes_run_downwards_in_a_closed_fold(browser: Browser, built: Built) -> None:
    reader = Reader(browser, viewport={"width": 390, "height": 800}, is_mobile=True, has_touch=True)
    reader.open(f"{built.shipped_plain.as_uri()}/{CHRONOLOGY}")
    page = reader.page
    assert not page.locator("figure.lanes").is_visible()
    assert not page.locator(".density > svg").is_visible()
    for year in page.locator(".density li a").all():
        box = year.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 24
    fold = page.locator("details.downward")
    assert fold.get_attribute("open") is None
    fold.locator("summary").click()
    assert fold.locator("svg").first.is_visible()


@pytest.mark.browser
def test_controls_are_large_enough(browser: Browser, built: Built) -> None:
    reader = Reader(browser, viewport={"width": 320, "height": 800})
    reader.open(f"{built.shipped_plain.as_uri()}/{CHRONOLOGY}")
    for control in reader.page.locator(".filters :is(select, input, button)").all():
        box = control.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 24
