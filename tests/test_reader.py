"""What readers do with a page: copy, preview, step by keys, come back, print; and that nothing moves or leaves."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Browser, expect

from generator.emblem import __main__ as emblem
from generator.emblem.raster import png
from tests.built import ADDRESSES, ROOT, Built
from tests.html_page import HtmlPage
from tests.reader import Reader

FERRY = "developments/ferry-stopped.html"
WIDE = {"width": 1280, "height": 900}
MOST_OF_A_DEVELOPMENT, MOST_OF_SCRIPTS, MOST_OF_STYLES = 60_000, 12 * 1024, 20 * 1024
# The sum of all shifts of the layout since the page was asked for.
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  const add = (list) => list.getEntries().forEach((entry) => (sum += entry.value));
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(sum), 200);
})"""
# The theme keeps a choice of colours, and fails where that is refused; here our own script is refused alone.
REFUSED = """for (const name of ["getItem", "setItem"]) {
  const allowed = Storage.prototype[name];
  Storage.prototype[name] = function (key, value) {
    if (/(visit|keys)$/.test(key)) throw new Error("refused");
    return allowed.call(this, key, value);
  };
}"""

browser_test = pytest.mark.browser


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """A reader on a wide screen, who had no trouble at the end."""
    one = Reader(browser, viewport=WIDE)
    yield one
    assert one.troubles == []
    assert all(address.startswith("file:") for address in one.asked)
    one.context.close()


def copied(reader: Reader) -> str:
    """What the reader could paste now."""
    field = reader.page.evaluate_handle("() => document.body.appendChild(document.createElement('textarea'))")
    field.as_element().focus()  # type: ignore[union-attr]
    reader.page.keyboard.press("Control+V")
    text = str(field.evaluate("field => field.value"))
    field.evaluate("field => field.remove()")
    return text


# Citations.


@browser_test
def test_reader_copies_the_citation_of_a_page(reader: Reader, built: Built) -> None:
    reader.open((built.published / FERRY).as_uri())
    rows = reader.page.locator("#citation + section .cite > div")
    rows.nth(3).get_by_role("button", name="Copy").click()
    expect(rows.nth(3).get_by_role("button")).to_have_text("Copied")
    assert copied(reader) == f"{ADDRESSES['SITE_URL']}{FERRY}"
    rows.nth(2).get_by_role("button", name="Copy").click()
    assert copied(reader).startswith("@misc{ferry-stopped,\n  title = {{Lake Gazette: the ferry (나룻배)")


@browser_test
def test_reader_copies_the_citation_of_a_claim(reader: Reader, built: Built) -> None:
    reader.open((built.plain / FERRY).as_uri())
    reader.page.locator(".claim", has_text="The engine of the ferry").get_by_role("button", name="Cite").click()
    dialog = reader.page.get_by_role("dialog", name="Cite this claim")
    expect(dialog).to_contain_text("“The engine of the ferry was broken.” Claim in “Lake Gazette")
    dialog.get_by_role("button", name="Copy").nth(2).click()
    reader.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    code = copied(reader)
    assert code.startswith("@misc{ferry-stopped.engine,\n  title = {{The engine of the ferry was broken}},")
    assert f"url = {{{FERRY}#engine}}" in code


@browser_test
def test_words_of_a_claim_that_look_like_markup_stay_words_in_its_citation(reader: Reader, built: Built) -> None:
    reader.open((built.plain / "developments/hostile-texts.html").as_uri())
    reader.page.get_by_role("button", name="Cite").first.click()
    dialog = reader.page.get_by_role("dialog", name="Cite this claim")
    expect(dialog).to_contain_text("<script>alert(1)</script> {{ 7*7 }}")
    assert dialog.locator("script").count() == 0


def test_citations_are_on_the_page_without_a_script_and_buttons_are_not(built: Built) -> None:
    page = HtmlPage.read(built.plain / FERRY)
    assert "Chicago “Lake Gazette: the ferry (나룻배) no longer sails.”" in page.text()
    inside = [button for button in page.of("button") if "article" in {e.tag for e in button.ancestors()}]
    assert [page.text(button) for button in inside] == ["Keys"]


# Previews.


@browser_test
def test_resting_on_a_link_shows_what_it_leads_to(reader: Reader, built: Built) -> None:
    reader.open((built.plain / FERRY).as_uri())
    preview = reader.page.locator("#preview")
    expect(preview).to_be_hidden()
    link = reader.page.locator(".text").get_by_role("link", name="an agreement of 2022")
    link.hover()
    expect(preview).to_contain_text("The two made-up states agreed on a ferry")
    assert link.get_attribute("aria-describedby") == "preview"
    preview.hover()
    reader.page.wait_for_timeout(500)
    expect(preview).to_be_visible()  # it can be pointed at
    reader.page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None


@browser_test
def test_resting_on_a_citation_shows_its_source_with_grade_and_origin(reader: Reader, built: Built) -> None:
    reader.open((built.plain / FERRY).as_uri())
    reader.page.locator("#statement-1").get_by_role("link", name="3").hover()
    preview = reader.page.locator("#preview")
    expect(preview).to_contain_text("The Pier Post, repeating Lake Gazette")
    expect(preview).to_contain_text("grade D, not usually reliable")
    reader.page.locator("h1").hover()
    expect(preview).to_be_hidden()


@browser_test
def test_preview_opens_by_key_as_by_pointer_and_lies_within_the_screen(browser: Browser, built: Built) -> None:
    reader = Reader(browser, viewport={"width": 390, "height": 500})
    reader.open((built.plain / FERRY).as_uri())
    reader.page.locator("#facts a").last.evaluate("link => link.focus()")
    reader.page.keyboard.press("Tab")
    preview = reader.page.locator("#preview")
    expect(preview).to_be_visible()
    box = preview.bounding_box()
    assert box
    assert 0 <= box["x"] <= 390 - box["width"]
    assert 0 <= box["y"] <= 500 - box["height"]


# Keys.


def focused(reader: Reader) -> str:
    return str(reader.page.evaluate("() => document.activeElement.innerText.trim().split('\\n')[0]"))


@browser_test
def test_keys_step_through_the_items_of_a_list_and_open_one(reader: Reader, built: Built) -> None:
    reader.open((built.plain / "chronology/2024.html").as_uri())
    first = reader.page.locator(".event:visible").first.inner_text().split("\n")[0]
    reader.page.keyboard.press("j")
    assert focused(reader) == first
    reader.page.keyboard.press("j")
    reader.page.keyboard.press("k")
    assert focused(reader) == first
    title = reader.page.locator(".event:focus .event-title").inner_text()
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/developments/*")
    assert reader.heading == title


@browser_test
def test_reader_switches_off_single_keys_and_they_stay_off(reader: Reader, built: Built) -> None:
    reader.open((built.plain / FERRY).as_uri())
    reader.page.keyboard.press("?")
    dialog = reader.page.get_by_role("dialog", name="Keys")
    dialog.get_by_role("checkbox").uncheck()
    dialog.get_by_role("button", name="Close").click()
    reader.open((built.plain / "index.html").as_uri())
    for key in ("?", "j", "/", "s"):
        reader.page.keyboard.press(key)
    expect(dialog).to_be_hidden()
    assert reader.page.evaluate("() => document.activeElement === document.body")
    assert not reader.page.locator("#__search").is_checked()
    reader.page.get_by_role("button", name="Keys").click()
    dialog.get_by_role("checkbox").check()
    reader.page.keyboard.press("Escape")
    reader.page.keyboard.press("/")
    expect(reader.page.get_by_role("textbox", name="Search")).to_be_focused()


@browser_test
def test_keys_leave_writing_alone(reader: Reader, built: Built) -> None:
    reader.open((built.plain / FERRY).as_uri())
    field = reader.page.get_by_role("textbox", name="Search")
    field.click()
    reader.page.keyboard.type("jk?")
    assert field.input_value() == "jk?"
    expect(reader.page.locator("dialog.reader")).to_be_hidden()


# Coming back.


def remember(reader: Reader, seen: str) -> None:
    """As if the last visit had ended long ago, when the newest revision was of this day."""
    visit = json.dumps({"since": "2024-01-01", "seen": seen, "at": 0})
    reader.page.evaluate(
        "visit => Object.keys(localStorage).filter(key => key.endsWith('visit'))"
        ".forEach(key => localStorage.setItem(key, visit))",
        visit,
    )


def new(reader: Reader) -> list[str]:
    return [item.split("\n")[0] for item in reader.page.locator(".new").all_inner_texts()]


@browser_test
def test_first_visit_marks_nothing(reader: Reader, built: Built) -> None:
    reader.open((built.plain / "changes/index.html").as_uri())
    assert new(reader) == []
    expect(reader.page.locator("#since")).to_contain_text("on your next visit")


@browser_test
def test_what_changed_since_the_last_visit_is_marked_while_this_one_lasts(reader: Reader, built: Built) -> None:
    changes = (built.plain / "changes/index.html").as_uri()
    reader.open(changes)
    remember(reader, "2025-01-05")
    for _ in range(2):
        reader.open(changes)
        marked = reader.page.locator(".new")
        days = marked.evaluate_all("items => items.map(item => item.dataset.changed)")
        assert set(days) == {"2025-01-06", "2025-01-07", "2025-01-08"}
        told = f"Since your last visit: {len(days)} on this page, marked by a bar."
        expect(reader.page.locator("#since")).to_have_text(told)
        assert "(changed since your last visit)" in marked.first.inner_text()
    reader.open((built.plain / "chronology/2024.html").as_uri())
    assert any("An echo" in item for item in reader.page.locator(".event.new").all_inner_texts())


@browser_test
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["changes/index.html", FERRY, "index.html", "chronology/index.html"])
def test_nothing_that_the_script_adds_moves_the_page(browser: Browser, built: Built, path: str, width: int) -> None:
    reader = Reader(browser, viewport={"width": width, "height": 900})
    reader.open((built.plain / path).as_uri())
    remember(reader, "2025-01-02")
    reader.open((built.plain / path).as_uri())
    assert reader.page.evaluate(SHIFTS) == 0


@browser_test
def test_page_is_read_where_nothing_can_be_kept(reader: Reader, built: Built) -> None:
    reader.page.add_init_script(REFUSED)
    reader.open((built.plain / "changes/index.html").as_uri())
    assert new(reader) == []
    reader.page.get_by_role("button", name="Keys").click()
    expect(reader.page.get_by_role("dialog", name="Keys")).to_be_visible()


# On paper.


def printed(browser: Browser, page: Path, file: Path, paper: str) -> pypdf.PdfReader:
    reader = Reader(browser)
    reader.open(page.as_uri())
    reader.page.pdf(path=file, format=paper)
    return pypdf.PdfReader(file)


@browser_test
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_entry_on_the_mine_order_prints_as_a_brief(browser: Browser, built: Built, tmp_path: Path, paper: str) -> None:
    site = built.shipped_plain
    pdf = printed(browser, site / "developments/mine-laying-order.html", tmp_path / "brief.pdf", paper)
    assert len(pdf.pages) <= 2
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    order = ["Daily NK: front-line corps told to", "18 October 2024", "Daily NK, citing one unnamed source"]
    order += ["Who says so", "Claims", "What was said", "Assessment", "Sources", "Cite this page"]
    places = [text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert text.startswith(order[0])
    for source in HtmlPage.read(site / "developments/mine-laying-order.html").of("a", **{"class": "source-title"}):
        assert source.attributes["href"] in text.replace(" ", "")
    assert not any(words in text for words in ("Named by", "Table of contents", "Search", "Keys", "In an entry"))


# Weight and pictures.


@pytest.mark.parametrize("name", ["shipped_published", "shipped_plain"])
def test_no_development_is_heavier_than_it_may_be(built: Built, name: str) -> None:
    site: Path = getattr(built, name)
    sizes = {path.name: path.stat().st_size for path in (site / "developments").glob("*.html")}
    assert "troops-to-russia.html" in sizes
    assert {path: size for path, size in sizes.items() if size > MOST_OF_A_DEVELOPMENT} == {}


def test_styles_and_scripts_of_our_own_are_no_heavier_than_they_may_be(built: Built) -> None:
    def weight(ending: str) -> int:
        return sum(path.stat().st_size for path in (built.plain / "assets").glob(f"*.{ending}"))

    assert weight("js") <= MOST_OF_SCRIPTS
    assert weight("css") <= MOST_OF_STYLES


def test_site_has_an_icon_and_where_its_address_is_known_a_picture_for_links(built: Built) -> None:
    icon = (built.plain / "assets/images/favicon.png").read_bytes()
    assert icon == (ROOT / "generator/theme/assets/images/favicon.png").read_bytes()
    for site, told in ((built.plain, []), (built.published, [f"{ADDRESSES['SITE_URL']}assets/images/social.png"])):
        page = HtmlPage.read(site / FERRY)
        assert [meta.attributes["content"] for meta in page.of("meta", property="og:image")] == told
        assert (site / "assets/images/social.png").read_bytes().startswith(b"\x89PNG")
        (link,) = page.of("link", rel="icon")
        assert link.attributes["href"] == "../assets/images/favicon.png"


def test_pictures_are_made_by_the_program_in_the_repository() -> None:
    made: dict[str, Any] = {"favicon.png": png(64, 64, emblem.GROUND, emblem.icon(32, 32, 22))}
    made["social.png"] = png(1200, 630, emblem.GROUND, emblem.signs(200, 200, 315, 62))
    for name, picture in made.items():
        assert pixels(picture) == pixels((emblem.FOLDER / name).read_bytes())


def pixels(picture: bytes) -> bytes:
    """The colours of a picture; how they are packed is left to the library that packs them."""
    start = picture.index(b"IDAT")
    return zlib.decompress(picture[start + 4 : start + 4 + int.from_bytes(picture[start - 4 : start], "big")])
