"""The made-up site, page by page: what readers see of entries in every state, and what they do not."""

from __future__ import annotations

import os
import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks import synthetic
from generator import build
from generator.corpus import Corpus
from generator.output import Neighbour, Page
from tests.built import ADDRESSES, MADE_UP, NAME, Built, files
from tests.html_page import Element, HtmlPage
from tests.test_mkdocs_plugin import normal

GOLDEN = Path(__file__).parent / "golden"
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
# What the frame adds to a page, in bytes, at most.
FRAME = 60_000
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    result = build.build(MADE_UP)
    assert result.diagnostics == ()
    assert result.corpus
    return result.corpus


@pytest.fixture(scope="module")
def pages(corpus: Corpus) -> dict[str, Page]:
    return {page.path: page for page in build.pages(corpus, NAME)}


# Every page as it is expected, without its frame.


def test_pages_are_as_expected(corpus: Corpus, pages: dict[str, Page]) -> None:
    made = {path: written(page) for path, page in pages.items() if page.section != "faults"}
    made |= {file.path: file.content.decode() for file in build.files(corpus)}
    if os.environ.get("ACCEPT"):
        accept(made)
    expected = {path.relative_to(GOLDEN).as_posix(): path for path in GOLDEN.rglob("*.html")}
    assert sorted(made) == sorted(expected)
    for path, file in expected.items():
        assert made[path] == file.read_text(encoding="utf-8"), path


def written(page: Page) -> str:
    """A page as a file: a line for each field that has a value, and the body."""
    values = {name: getattr(page, name) for name in Page.__slots__ if name not in ("path", "body")}
    lines = [f"<!-- {name}: {_shown(value)} -->" for name, value in values.items() if value not in (None, "", False)]
    return "\n".join(lines) + f"\n\n{page.body}\n"


def _shown(value: object) -> object:
    return f"{value.path} ({value.title})" if isinstance(value, Neighbour) else value


def accept(made: dict[str, str]) -> None:
    """Write the expected files anew."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for path, text in made.items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_text(text, encoding="utf-8")


# What readers see of each state.


def words(built: Path, path: str) -> str:
    return HtmlPage.read(built / path).text()


def section(page: HtmlPage, heading: str) -> str:
    """The text below a heading, up to the next one of its level."""
    (start,) = [n for n, element in enumerate(page.elements) if element.attributes.get("id") == heading]
    level = page.elements[start].tag
    end = next((e for e in page.elements[start + 1 :] if e.tag == level), None)
    after = page.elements[start : page.elements.index(end) if end else None]
    return " ".join("".join(data for element, data in page.pieces if element in after).split())


def everything(site: Path) -> str:
    return "".join(
        path.read_text(encoding="utf-8") for path in site.rglob("*") if path.suffix in (".html", ".json", ".xml")
    )


def test_draft_leaves_no_trace(built: Built) -> None:
    for site in (built.plain, built.published):
        assert not (site / "developments/draft-note.html").exists()
        assert not (site / "developments/early-note.html").exists()
        assert not re.search("A note that is not finished|draft-note|gazette-0304", everything(site))


def test_draft_is_shown_in_a_preview_and_marked_wherever_it_stands(built: Built) -> None:
    page = HtmlPage.read(built.drafts / "developments/draft-note.html")
    assert "A draft: it is not published" in page.text()
    marked = "A note that is not finished draft, not published"
    for path in ("index.html", "chronology/index.html", "publishers/lake-gazette.html", "themes/ferries.html"):
        found = words(built.drafts, path).replace("finished – draft", "finished draft")
        assert found.count("A note that is not finished") == found.count(marked)
    assert marked in words(built.drafts, "chronology/2024.html")
    engine = section(HtmlPage.read(built.drafts / "developments/ferry-stopped.html"), "engine")
    assert "no statement" in engine, "a draft counted for a claim"


def test_retracted_entry_leaves_a_note_and_nothing_of_what_it_said(built: Built) -> None:
    note = HtmlPage.read(built.plain / "developments/withdrawn-report.html")
    assert note.texts("h1") == ["Retracted: A report that was withdrawn"]
    assert "retracted on 6 January 2025: The Gazette took it back" in note.text()
    assert not re.search("This must never be shown|The ferry sank|gazette-0303", everything(built.plain))
    assert "withdrawn-report" not in (built.plain / "search/search_index.json").read_text(encoding="utf-8")
    assert "withdrawn-report" not in words(built.plain, "chronology/2024.html")


def test_superseded_entry_stays_and_counts_no_more(built: Built) -> None:
    page = HtmlPage.read(built.plain / "developments/first-report.html")
    assert "Superseded: its statements no longer count." in page.text()
    assert "no statement" in section(page, "late")
    assert "A first report on the ferry superseded" in words(built.plain, "chronology/index.html")


def test_what_is_scheduled_comes_next_only_while_it_lies_ahead(built: Built) -> None:
    for path in ("index.html", "chronology/index.html"):
        coming = section(HtmlPage.read(built.plain / path), "coming")
        assert "Talks on the ferry scheduled" in coming
        assert "due" not in coming
    assert "Scheduled for June 2025." in words(built.plain, "developments/ferry-talks.html")
    due = words(built.plain, "developments/regatta.html")
    assert "Was due 1 September 2024; whether it took place is not recorded." in due
    known = words(built.plain, "developments/inspection-due.html")
    assert "Was due 5 October 2024; what became of it: The pier is inspected" in known
    assert "Cancelled." in words(built.plain, "developments/fireworks.html")


def test_claim_with_many_statements_shows_last_positions_and_its_history_shows_all(built: Built) -> None:
    claim = section(HtmlPage.read(built.plain / "developments/ferry-stopped.html"), "stopped")
    assert "The last position of each voice, of 9 statements." in claim
    assert "Ferry Ministry" not in claim
    history = HtmlPage.read(built.plain / "claims/ferry-stopped.stopped.html")
    assert len([e for e in history.of("section") if e.attributes.get("class") == "statement"]) == 9
    assert "Ferry Ministry of Arland: Ada Sample ✕ denies" in section(history, "said")


def test_old_addresses_lead_to_the_new_ones(built: Built) -> None:
    for old, new in {
        "developments/ferry-halted.html": "ferry-stopped.html",
        "developments/sunken-ferry.html": "withdrawn-report.html",
        "actors/borland-embassy.html": "borland-mission.html",
        "places/old-pier.html": "sample-pier.html",
        "claims/ferry-stopped.halted.html": "ferry-stopped.stopped.html",
    }.items():
        page = HtmlPage.read(built.plain / old)
        assert [e.attributes["content"] for e in page.of("meta") if "http-equiv" in e.attributes] == [f"0; url={new}"]
        assert [link.attributes["href"] for link in page.of("a")] == [new]
    assert "halted" in HtmlPage.read(built.plain / "developments/ferry-stopped.html").ids


# What holds on every page.


def html_pages(site: Path) -> Iterator[tuple[str, HtmlPage]]:
    """The pages of a site, without those at old addresses."""
    for path in sorted(site.rglob("*.html")):
        page = HtmlPage.read(path)
        if not page.of("meta", name="robots"):
            yield path.relative_to(site).as_posix(), page


@pytest.mark.parametrize("name", ["plain", "drafts", "shipped_plain"])
def test_hangul_is_marked_as_korean(built: Built, name: str) -> None:
    unmarked = [
        f"{path}: {data.strip()}"
        for path, page in html_pages(getattr(built, name))
        for element, data in page.pieces
        if HANGUL.search(data) and not element.language.startswith("ko") and _is_read(element)
    ]
    assert unmarked == []


def _is_read(element: Element) -> bool:
    """Whether it stands on the page itself, seen by readers: titles are repeated where no markup can stand."""
    around = {ancestor.tag for ancestor in element.ancestors()}
    is_hidden = any(ancestor.attributes.get("aria-hidden") == "true" for ancestor in element.ancestors())
    return "article" in around and "code" not in around and not is_hidden


@pytest.mark.parametrize("name", ["plain", "drafts", "shipped_plain"])
def test_page_begins_with_its_title_and_headings_skip_no_level(built: Built, name: str) -> None:
    for path, page in html_pages(getattr(built, name)):
        levels = [int(e.tag[1]) for e in page.elements if re.fullmatch("h[1-6]", e.tag)]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert page.of("html", lang="en"), path
        assert len([e for e in page.of("title") if e.parent and e.parent.tag == "head"]) == 1, path


def test_what_the_search_leaves_out_holds_nothing_of_its_own_name(built: Built) -> None:
    """For the end of an element that is marked so is found by its name alone."""
    for path, page in html_pages(built.plain):
        for element in page.elements:
            around = [outer.tag for outer in element.ancestors() if outer.attributes.get("data-search") == "off"]
            assert element.tag not in around[element.attributes.get("data-search") == "off" :], path


@pytest.mark.parametrize("name", ["plain", "published"])
def test_stamped_pages_equal_those_of_mkdocs_on_every_page(built: Built, name: str) -> None:
    stamped, stock = files(getattr(built, name)), files(getattr(built, f"{name}_stock"))
    assert stamped.keys() == stock.keys()
    different = [path for path in stamped if stamped[path] != stock[path]]
    assert all(path.endswith(".html") for path in different)
    assert [path for path in different if normal(stamped[path].decode()) != normal(stock[path].decode())] == []


def test_sitemap_lists_every_page_with_the_day_of_its_last_change(built: Built, pages: dict[str, Page]) -> None:
    listed = {
        place.findtext(f"{SITEMAP}loc"): place.findtext(f"{SITEMAP}lastmod")
        for place in ElementTree.parse(built.published / "sitemap.xml").getroot()
    }
    address = ADDRESSES["SITE_URL"]
    expected = {address + path: page.updated.isoformat() for path, page in pages.items()}
    assert listed == expected | {f"{address}about.html": None}
    assert listed[f"{address}developments/ferry-stopped.html"] == "2025-01-05"
    assert not (built.plain / "sitemap.xml").exists()


def test_page_tells_its_own_address_once_that_is_known(built: Built) -> None:
    for path, page in html_pages(built.published):
        told = [link.attributes["href"] for link in page.of("link", rel="canonical")]
        told += [meta.attributes["content"] for meta in page.of("meta", property="og:url")]
        assert told == ([] if path == "404.html" else [ADDRESSES["SITE_URL"] + path] * 2)
    for path, page in html_pages(built.plain):
        assert not page.of("link", rel="canonical"), path
        assert "example.org/site" not in (built.plain / path).read_text(encoding="utf-8"), path


def test_page_for_missing_pages_names_the_main_pages(built: Built) -> None:
    for site, start in ((built.plain, ""), (built.published, "/site/")):
        page = HtmlPage.read(site / "404.html")
        assert page.texts("h1") == ["Page not found"]
        links = {link.attributes.get("href") for link in page.of("a")}
        assert {f"{start}index.html", f"{start}chronology/index.html", f"{start}about.html"} <= links


def test_no_page_grows_over_half_a_megabyte_with_a_thousand_entries(tmp_path: Path) -> None:
    synthetic.write(tmp_path, 1000)
    corpus = build.build(tmp_path).corpus
    assert corpus
    sizes = {page.path: len(page.body.encode()) for page in build.pages(corpus, NAME)}
    assert len(sizes) > 1000
    assert [path for path, size in sizes.items() if size > 500_000 - FRAME] == []
