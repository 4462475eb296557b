"""The frame around made-up pages: stamped ones equal those of MkDocs, and no text of an entry acts in them."""

from __future__ import annotations

import datetime
import json
import os
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as BrowserPage

from generator.content import Content, Entries, Reading
from generator.corpus import Corpus
from generator.load import load
from generator.output import Neighbour, OutputFile, Page
from tests import chromium

ROOT = Path(__file__).parent.parent
DAY = datetime.date(2024, 10, 18)
HOSTILE = (
    "</title><script>alert(1)</script>",
    "{{ 7*7 }} and {% raw %}",
    "&lt;/title&gt;&lt;script&gt;",
    "quotes \" and ' and <b>",
    "국방성, 지뢰 매설을 명령 & more",
    "x-page-value:body. and x-page-value:title.",
)
SITE = "https://example.org/site/"
NAV = [{"Home": "index.md"}, {"Chronology": "chronology/index.md"}, {"About": "about.md"}]


def body(title: str, *, sections: int = 0) -> str:
    """The body of a page with some sections, one of them below another."""
    words = "<table><tr><th>Date</th><td>2026</td></tr></table>"
    heads = "".join(
        f'<h{2 + n % 2} id="s{n}">Part {n} &amp; 국방성</h{2 + n % 2}><p>Words {n}</p>' for n in range(sections)
    )
    return f'<h1 id="top">{title.replace("&", "&amp;").replace("<", "&lt;")}</h1>\n{words}\n{heads}'


def leaf(path: str, title: str = "A leaf", **fields: Any) -> Page:
    sections = fields.pop("sections", 0)
    given: dict[str, Any] = {
        "description": "About it",
        "section": "chronology",
        "updated": DAY,
        "body": body(title, sections=sections),
    }
    return Page(path, title, **(given | fields))


LANDING = [
    Page("index.html", "Home", "What is new", body("Home", sections=2), "", DAY, landing=True),
    Page("chronology/index.html", "Chronology", "", body("Chronology"), "chronology", DAY, landing=True),
]
BEFORE = Neighbour("developments/before.html", 'Before <i> & "others"')
AFTER = Neighbour("chronology/2024.html", "After 국방성")
LEAVES = [
    *(leaf(f"developments/hostile-{n}.html", title, description=title) for n, title in enumerate(HOSTILE)),
    leaf("developments/plain.html"),
    leaf("developments/undescribed.html", description=""),
    leaf("developments/before.html", before=BEFORE, source="developments/2024/before.yaml"),
    leaf("developments/after.html", after=AFTER, sections=1),
    leaf("developments/both.html", before=BEFORE, after=AFTER, sections=5, source="developments/2024/both.yaml"),
    leaf("claims/plain.sent.html", sections=3, head='<script type="application/ld+json">{"a": 1}</script>'),
    leaf("actors/someone.html", section="actors", searchable=False),
    leaf("lone.html", after=AFTER),
]


@dataclass(frozen=True)
class Sample:
    """A content of given pages."""

    given: tuple[Page, ...] = (*LANDING, *LEAVES)

    def pages(self) -> Iterator[Page]:
        return iter(self.given)

    def files(self) -> Iterator[OutputFile]:
        yield OutputFile("developments/old.html", b"<!doctype html><title>Moved</title>")

    def resolve(self, reference: str) -> Neighbour | None:
        known = {"plain": "developments/plain.html", "plain#sent": "developments/plain.html#sent"}
        return Neighbour(known[reference], "A *plain* <title>") if reference in known else None


class Studio:
    """MkDocs with the settings of this site, on made-up content and made-up hand-written pages."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        self.nav = NAV
        self.serving = False
        self.drafts: list[bool] = []
        self.about = folder / "docs" / "about.md"
        self.about.parent.mkdir()
        self.about.write_text("# About\n\nSee [[plain]].\n\n## How\n", encoding="utf-8")
        for name in ("SITE_URL", "EDIT_URL", "REPORT_URL"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    def serve(self) -> None:
        """Let the builds that follow be those of one preview."""
        self.serving = True
        self._config("unused").plugins.on_startup(command="serve", dirty=False)

    def build(self, content: Content | None, *, name: str = "site", report: str = "", **options: Any) -> Path:
        """Build a site. Without content, the entries are at fault."""
        config = self._config(name)
        if not self.serving:
            config.plugins.on_startup(command="build", dirty=False)
        plugin: Any = config.plugins["intelligence-site"]
        plugin.config.update(options)

        def read(root: Path, site_name: str, site_url: str, *, drafts: bool) -> Reading:
            self.drafts.append(drafts)
            return Reading(content, report)

        self.monkeypatch.setattr(plugin, "read", read)
        build(config)
        return Path(config.site_dir)

    def _config(self, name: str) -> MkDocsConfig:
        settings: dict[str, Any] = {
            "docs_dir": str(self.about.parent),
            "site_dir": str(self.folder / name),
            "nav": self.nav,
        }
        return load_config(str(ROOT / "mkdocs.yml"), strict=not self.serving, **settings)


@pytest.fixture
def studio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Studio:
    return Studio(tmp_path, monkeypatch)


@pytest.fixture
def published(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with all its addresses set."""
    monkeypatch.setenv("SITE_URL", SITE)
    monkeypatch.setenv("EDIT_URL", "https://example.org/edit/{path}?a=1&b=2")
    monkeypatch.setenv("REPORT_URL", "https://example.org/report?title={title}&path={path}")
    return studio.build(Sample())


class Elements(HTMLParser):
    """The elements of a page, as a browser takes them: names, attributes, and the text right inside."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attributes}, []))

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1][2].append(data)

    def texts(self, tag: str) -> list[str]:
        return [" ".join("".join(text).split()) for name, _, text in self.found if name == tag]

    def attributes(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes, _ in self.found if name == tag]


def elements(site: Path, path: str) -> Elements:
    return Elements((site / path).read_text(encoding="utf-8"))


def normal(html: str) -> str:
    """HTML without the white space that a browser does not show."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", re.sub(r"\s+", " ", html)).replace("><", ">\n<")


def test_comparison_sees_a_difference_and_overlooks_white_space() -> None:
    assert normal("<p>\n a</p>\n\n<b>c</b>") == normal("<p>a</p><b>c</b>")
    assert normal("<p>a</p>") != normal("<p>b</p>")
    assert normal('<p id="a">a</p>') != normal("<p>a</p>")


def files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("addresses", [False, True])
def test_stamped_pages_equal_those_of_mkdocs(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, *, addresses: bool
) -> None:
    if addresses:
        monkeypatch.setenv("SITE_URL", SITE)
        monkeypatch.setenv("EDIT_URL", "https://example.org/edit/{path}?a=1&b=2")
        monkeypatch.setenv("REPORT_URL", "https://example.org/report?title={title}&path={path}")
    stamped = files(studio.build(Sample(), name="stamped"))
    stock = files(studio.build(Sample(), name="stock", stamp=False))
    assert stamped.keys() == stock.keys()
    for page in LEAVES:
        assert normal(stamped[page.path].decode()) == normal(stock[page.path].decode()), page.path
    same = [path for path in stamped if path not in {page.path for page in LEAVES}]
    assert [path for path in same if stamped[path] != stock[path]] == []


def test_stamped_pages_of_the_shipped_entries_equal_those_of_mkdocs(studio: Studio) -> None:
    studio.about.write_text("# About\n", encoding="utf-8")
    content = Entries(Corpus(load(ROOT), drafts=True), "Made up")
    landing = [page for page in content.pages() if page.landing]
    studio.nav = [{page.title: page.path.replace(".html", ".md")} for page in landing] + [{"About": "about.md"}]
    stamped = files(studio.build(content, name="stamped"))
    stock = files(studio.build(content, name="stock", stamp=False))
    assert stamped.keys() == stock.keys()
    different = [path for path in stamped if stamped[path] != stock[path]]
    assert [path for path in different if normal(stamped[path].decode()) != normal(stock[path].decode())] == []


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_titles_and_descriptions_are_shown_as_written(published: Path, number: int) -> None:
    page = elements(published, f"developments/hostile-{number}.html")
    words = " ".join(HOSTILE[number].split())
    assert page.texts("title") == [f"{words} - Korean Peninsula: who says what"]
    assert page.texts("h1") == [words]
    assert words in page.texts("span")
    described = {given["content"] for given in page.attributes("meta") if "description" in str(given)}
    assert described == {HOSTILE[number]}
    assert not [text for text in page.texts("script") if "alert" in text]


def test_neighbours_are_named_and_linked_from_where_the_page_lies(published: Path) -> None:
    page = elements(published, "developments/both.html")
    links = {link["href"]: link.get("aria-label") for link in page.attributes("a")}
    assert links["before.html"] == 'Previous: Before <i> & "others"'
    assert links["../chronology/2024.html"] == "Next: After 국방성"
    assert "chronology/2024.html" in {link["href"] for link in elements(published, "lone.html").attributes("a")}


def test_section_of_a_leaf_is_marked_in_the_navigation(published: Path) -> None:
    marked = {
        path: [
            (link["href"], link["aria-current"])
            for link in elements(published, path).attributes("a")
            if "aria-current" in link
        ]
        for path in ("developments/plain.html", "chronology/index.html", "actors/someone.html")
    }
    assert marked == {
        "developments/plain.html": [("../chronology/index.html", "true")],
        "chronology/index.html": [("index.html", "page")],
        "actors/someone.html": [],
    }


def test_edit_links_open_the_source_and_reports_name_the_page(published: Path) -> None:
    links = [link["href"] for link in elements(published, "developments/both.html").attributes("a")]
    assert "https://example.org/edit/entries/developments/2024/both.yaml?a=1&b=2" in links
    assert "https://example.org/report?title=A%20leaf&path=developments%2Fboth.html" in links
    links = [link["href"] for link in elements(published, "about.html").attributes("a")]
    assert "https://example.org/edit/docs/about.md?a=1&b=2" in links
    assert "https://example.org/report?title=About&path=about.html" in links


def test_without_addresses_there_is_none_on_any_page(studio: Studio) -> None:
    site = studio.build(Sample())
    assert not (site / "sitemap.xml").exists()
    for path in site.rglob("*.html"):
        page = Elements(path.read_text(encoding="utf-8"))
        assert "canonical" not in [link["rel"] for link in page.attributes("link")], path
        assert "og:url" not in [meta.get("property") for meta in page.attributes("meta")], path
        assert not [link for link in page.attributes("a") if link.get("rel") == "edit"], path


def test_address_of_the_site_is_told_to_search_engines(published: Path) -> None:
    page = elements(published, "developments/plain.html")
    assert SITE + "developments/plain.html" in [
        link["href"] for link in page.attributes("link") if link["rel"] == "canonical"
    ]
    assert SITE + "developments/plain.html" in [
        meta["content"] for meta in page.attributes("meta") if "property" in meta
    ]
    place = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    days = {
        url.findtext(f"{place}loc"): url.findtext(f"{place}lastmod")
        for url in ElementTree.parse(published / "sitemap.xml").getroot()
    }
    assert days == {SITE + page.path: "2024-10-18" for page in (*LANDING, *LEAVES)} | {SITE + "about.html": None}


@pytest.mark.parametrize("address", ["", SITE])
def test_no_page_loads_anything_from_another_host(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    if address:
        monkeypatch.setenv("SITE_URL", address)
    site = studio.build(Sample())
    for path in site.rglob("*.html"):
        for tag, attributes, _ in Elements(path.read_text(encoding="utf-8")).found:
            if tag != "a" and attributes.get("rel") != "canonical":
                assert "//" not in attributes.get("href", "") + attributes.get("src", ""), path


def test_page_for_missing_pages_needs_no_other_file_while_the_address_is_unknown(studio: Studio) -> None:
    page = elements(studio.build(Sample()), "404.html")
    assert not page.attributes("link")
    assert not [script for script in page.attributes("script") if "src" in script]
    assert [link["href"] for link in page.attributes("a")] == ["index.html", "chronology/index.html", "about.html"]


def test_page_for_missing_pages_has_absolute_links_once_the_address_is_known(published: Path) -> None:
    page = elements(published, "404.html")
    loaded = [link["href"] for link in page.attributes("link")] + [
        script["src"] for script in page.attributes("script") if "src" in script
    ]
    assert loaded
    assert [href for href in loaded if not href.startswith("/site/")] == []
    assert "/site/chronology/index.html" in [link["href"] for link in page.attributes("a")]


def index(site: Path) -> dict[str, dict[str, str]]:
    written = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert (site / "search" / "search_index.js").read_text(encoding="utf-8") == f"var __index = {written}"
    return {entry["location"]: entry for entry in json.loads(written)["docs"]}


def test_leaves_are_found_by_the_search_and_their_words_do_not_run_together(published: Path) -> None:
    found = index(published)
    assert found["developments/both.html"] == {
        "location": "developments/both.html",
        "title": "A leaf",
        "text": "Date 2026",
    }
    assert found["developments/both.html#s1"]["title"] == "Part 1 &amp; 국방성"
    assert found["developments/hostile-0.html"]["title"] == "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    assert {"index.html", "chronology/index.html", "about.html", "about.html#how"} <= found.keys()
    assert "actors/someone.html" not in found


def test_address_that_is_none_is_refused(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDIT_URL", "{path}")
    with pytest.raises(Abort, match="configuration error"):
        studio.build(Sample())


def test_files_are_published_as_they_are(published: Path) -> None:
    assert (published / "developments/old.html").read_bytes() == b"<!doctype html><title>Moved</title>"


def test_time_and_place_of_a_build_leave_no_trace(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", SITE)
    first = files(studio.build(Sample(), name="here"))
    monkeypatch.setenv("TZ", "Asia/Pyongyang")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    assert files(studio.build(Sample(), name="somewhere/else")) == first
    assert os.environ["SOURCE_DATE_EPOCH"] == "1729209600"
    assert not [path for path, content in first.items() if str(studio.folder).encode() in content]


def test_references_in_hand_written_pages_become_links(studio: Studio) -> None:
    studio.about.write_text("# About\n\n[[plain]] [[plain#sent|*these* words]] `[[plain]]`\n", encoding="utf-8")
    html = (studio.build(Sample()) / "about.html").read_text(encoding="utf-8")
    page = Elements(html)
    assert tuple(text for text in page.texts("a") if "*" in text)[:2] == ("A *plain* <title>", "*these* words")
    assert "developments/plain.html#sent" in [link["href"] for link in page.attributes("a")]
    assert "<code>[[plain]]</code>" in html


def test_reference_that_leads_nowhere_fails_the_build(studio: Studio, caplog: pytest.LogCaptureFixture) -> None:
    studio.about.write_text("# About\n\nSee [[nowhere]].\n", encoding="utf-8")
    with pytest.raises(Abort):
        studio.build(Sample())
    assert "no entry or claim has the id `nowhere`" in caplog.text


def test_faults_end_a_build_before_it_touches_the_site(studio: Studio, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(studio.build(Sample()))
    with pytest.raises(SystemExit) as end:
        studio.build(None, report="error[x]: at fault\n")
    assert end.value.code == 1
    assert "error[x]: at fault" in capsys.readouterr().err
    assert files(studio.folder / "site") == before


def test_warnings_are_told_and_end_nothing(studio: Studio, capsys: pytest.CaptureFixture[str]) -> None:
    studio.build(Sample(), report="warning[x]: odd\n")
    assert "warning[x]: odd" in capsys.readouterr().err


def test_preview_keeps_the_last_good_pages_and_shows_the_faults_above_them(studio: Studio) -> None:
    studio.serve()
    studio.build(Sample())
    site = studio.build(None, report="error[x]: <at fault>\n")
    for path in ("index.html", "developments/plain.html", "about.html"):
        page = elements(site, path)
        assert page.texts("pre") == ["error[x]: <at fault>"], path
    studio.build(Sample())
    assert elements(site, "developments/plain.html").texts("pre") == []


def test_preview_that_never_was_good_shows_the_faults_alone(studio: Studio) -> None:
    studio.serve()
    site = studio.build(None, report="error[x]: <at fault>\n")
    assert "error[x]: <at fault>" in elements(site, "index.html").texts("pre")
    assert not (site / "about.html").exists()


def test_drafts_are_shown_in_a_preview_only(studio: Studio) -> None:
    studio.build(Sample())
    studio.build(Sample(), drafts=True)
    studio.serve()
    studio.build(Sample())
    assert studio.drafts == [False, True, True]


@pytest.fixture
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium.find()), args=list(chromium.LAUNCH_FLAGS))
        yield browser
        browser.close()


@pytest.mark.browser
def test_page_for_missing_pages_finds_the_beginning_of_the_site(studio: Studio, browser: Browser) -> None:
    html = (studio.build(Sample()) / "404.html").read_text(encoding="utf-8")
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(status=404, body=html, content_type="text/html"))
    for missing, start in {
        "nope.html": "",
        "developments/nope.html": "",
        "a/site/nope.html": "a/site/",
        "a/site/developments/nope.html": "a/site/",
        "a/site/developments/2024/nope.html": "a/site/",
    }.items():
        page.goto(f"https://example.org/{missing}")
        link = page.get_by_role("link", name="Chronology")
        assert link.evaluate("link => link.href") == f"https://example.org/{start}chronology/index.html"


@pytest.mark.browser
def test_search_on_a_disk_finds_hangul_and_shows_titles_as_text(studio: Studio, browser: Browser) -> None:
    page = browser.new_page()
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.goto((studio.build(Sample()) / "developments/both.html").as_uri())
    assert found(page, "국방") >= {"국방성, 지뢰 매설을 명령 & more", "A leaf"}
    assert found(page, "script") == {"</title><script>alert(1)</script>", "&lt;/title&gt;&lt;script&gt;"}
    assert {url.partition(":")[0] for url in asked} <= {"file", "about", "data"}
    assert troubles == []


def found(page: BrowserPage, words: str) -> set[str]:
    """The titles of the pages that the search shows for some words."""
    page.get_by_role("textbox", name="Search").fill(words)
    page.keyboard.press("Shift")  # the theme listens to keys, and filling presses none
    page.locator(f".md-search-result__item mark:text('{words}')").first.wait_for()
    return {title.strip() for title in page.locator(".md-search-result__item h1").all_inner_texts()}
