"""Without JavaScript each page shows its whole content; what scripts bring are controls, and nothing to read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import kinds
from tests.built import Built
from tests.html_page import HtmlPage
from tests.reader import Reader

# The words of a page that are not to be seen when all folds are open. What a drawing leaves out on a narrow or a wide
# screen stands in a list, an empty section of the ledger is there for other days, and a card has no empty cells.
UNSEEN = """(controls) => {
  const place = document.querySelector("article") ?? document.body;
  for (const fold of place.querySelectorAll("details")) fold.open = true;
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { parentElement: around, data } = texts.currentNode;
    const isLeftOut = around.closest(controls) || data.trim() === "–";
    if (data.trim() && !isLeftOut && !around.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      found.push(data.trim());
  }
  return found;
}"""
CONTROLS = "form, button, script, style, svg, .lanes, .downward"
EMPTY = "section[hidden]:not(:has(tbody tr))"


def unseen(reader: Reader, site: Path, pages: list[str]) -> list[str]:
    found = []
    for page in pages:
        reader.open((site / page).as_uri())
        found += [f"{page}: {text}" for text in reader.page.evaluate(UNSEEN, f"{CONTROLS}, {EMPTY}")]
    return found


BAD_PAGE = """<!doctype html><article><p hidden>hidden</p><details><summary>Fold</summary>in a fold</details>
<form style="display: none">control</form><p style="visibility: hidden">invisible</p><p style="opacity: 0">pale</p>
<section hidden><table><tbody><tr><td>row</td></tr></tbody></table></section>
<section hidden><table><tbody></tbody></table>none</section><p>seen</p></article>"""


@pytest.mark.browser
def test_words_that_only_a_script_would_show_are_found(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD_PAGE)
    reader = Reader(browser, java_script_enabled=False)
    assert unseen(reader, tmp_path, ["bad.html"]) == [
        f"bad.html: {word}" for word in ("hidden", "invisible", "pale", "row")
    ]


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["drafts", "shipped_plain"])
def test_every_kind_of_page_shows_its_whole_content(browser: Browser, built: Built, name: str, width: int) -> None:
    site: Path = getattr(built, name)
    reader = Reader(browser, java_script_enabled=False, viewport={"width": width, "height": 900})
    assert unseen(reader, site, sorted(kinds.largest(site).values())) == []


DEVELOPMENT = re.compile(r'href="(?:\.\./)?developments/([^"#.]+)\.html')
FOLDERS = {"theme": "themes", "actor": "actors", "place": "places", "status": "chronology"}


def test_every_filter_has_a_page_with_all_that_it_would_leave(built: Built) -> None:
    site = built.shipped_plain
    page = HtmlPage.read(site / "chronology" / "index.html")
    rows = {}
    for link in page.of("a", **{"class": "event-title"}):
        keys = next(e.attributes["data-k"] for e in link.ancestors() if "data-k" in e.attributes)
        rows[Path(link.attributes["href"]).stem] = keys.split()
    options = [e for e in page.of("option") if "data-k" in e.attributes]
    assert len(options) > 100
    for option in options:
        name = next(e.attributes["name"] for e in option.ancestors() if e.tag == "select")
        single = (site / FOLDERS[name] / f"{option.attributes['value']}.html").read_text(encoding="utf-8")
        left = {id_ for id_, keys in rows.items() if option.attributes["data-k"] in keys}
        assert left
        assert left <= set(DEVELOPMENT.findall(single)), option.attributes["value"]
