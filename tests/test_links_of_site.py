"""Links of the built site: none is broken, and nothing is loaded from another host."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.built import ADDRESSES, Built
from tests.html_page import Element, HtmlPage

SITE_URL = ADDRESSES["SITE_URL"]
# Where a site lies whose address nobody knows.
NOWHERE = "https://nowhere.invalid/at/all/"

LOADING = ("src", "href", "action", "formaction", "data", "poster", "background", "xlink:href")
HOST = re.compile(r"(?:\bhttps?:)?//[\w.-]+\.\w+|\bhttps?:")
STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)|sourceMappingURL=(\S+)")
SITEMAP_PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


class Walker:
    """Finds what is wrong with the links of a built site; `address` is where it is published, if that is known."""

    def __init__(self, site: Path, address: str = NOWHERE) -> None:
        self.site = site
        self.address = address
        self.pages = {self._name(path): HtmlPage.read(path) for path in sorted(site.rglob("*.html"))}
        self.ids = {name: frozenset(page.ids) for name, page in self.pages.items()}
        self.reached: set[str] = set()

    def faults(self) -> Iterator[str]:
        for name, page in self.pages.items():
            yield from (f"{name}: {fault}" for fault in self._of_page(name, page))
        for path in sorted(self.site.rglob("*.css")):
            name, text = self._name(path), path.read_text(encoding="utf-8")
            yield from (f"{name}: {fault}" for fault in self._of_style(name, text))
        yield from (f"search: {fault}" for fault in self._of_search())
        yield from (f"sitemap.xml: {fault}" for fault in self._of_sitemap())

    def unreached(self) -> set[str]:
        """The pages to which no other page leads; to be asked after the faults."""
        return self.pages.keys() - self.reached

    def _name(self, path: Path) -> str:
        return path.relative_to(self.site).as_posix()

    def _of_page(self, name: str, page: HtmlPage) -> Iterator[str]:
        for id_, count in Counter(page.ids).items():
            if count > 1 or not id_:
                yield f"the id `{id_}` stands {count} times"
        for element in page.elements:
            yield from self._of_element(name, element)
        for element in page.of("style"):
            yield from self._of_style(name, page.script(element))
        for element in page.of("script"):
            hosts = HOST.findall(page.script(element))
            if hosts and element.attributes.get("type") != "application/ld+json":
                yield f"a script names {hosts}"

    def _of_element(self, name: str, element: Element) -> Iterator[str]:
        given = element.attributes
        for address in _loaded(element):
            yield from self._of_link(name, address, may_leave=element.tag == "a")
        if element.tag == "meta" and given.get("property") in ("og:url", "og:image"):
            yield from self._of_link(name, given["content"])
        elif element.tag == "meta" and HOST.match(given.get("content", "")):
            yield f"a meta element names {given['content']}"
        yield from self._of_style(name, given.get("style", ""))

    def _of_style(self, name: str, text: str) -> Iterator[str]:
        for addresses in STYLE_ADDRESS.findall(text):
            yield from self._of_link(name, "".join(addresses))

    def _of_search(self) -> Iterator[str]:
        index = self.site / "search" / "search_index.json"
        for entry in json.loads(index.read_text(encoding="utf-8"))["docs"] if index.exists() else ():
            yield from self._of_link("", entry["location"])

    def _of_sitemap(self) -> Iterator[str]:
        sitemap = self.site / "sitemap.xml"
        for place in ElementTree.parse(sitemap).iter(SITEMAP_PLACE) if sitemap.exists() else ():
            yield from self._of_link("", place.text or "")

    def _of_link(self, name: str, address: str, *, may_leave: bool = False) -> Iterator[str]:
        """What is wrong with an address, as it stands on a page."""
        if address.startswith("data:"):
            return
        absolute = urljoin(self.address + name, address)
        if not absolute.startswith(self.address):
            if not (may_leave and urlsplit(address).scheme in ("http", "https")):
                yield f"`{address}` leaves the site"
            return
        target, _, anchor = absolute.removeprefix(self.address).partition("#")
        target = unquote(target.partition("?")[0])
        if target not in self.ids and not (self.site / target).is_file():
            yield f"`{address}` leads to no file"
        elif anchor and unquote(anchor) not in self.ids.get(target, ()):
            yield f"`{address}` leads to no anchor"
        elif target != name:
            self.reached.add(target)


def _loaded(element: Element) -> Iterator[str]:
    """The addresses that an element leads to or loads."""
    given = element.attributes
    yield from (given[name] for name in LOADING if name in given)
    yield from (part.split()[0] for part in given.get("srcset", "").split(",") if part.strip())
    if given.get("http-equiv", "").lower() == "refresh":
        yield given["content"].partition("url=")[2]


BAD_PAGE = """<!doctype html><title>Bad</title><base href="https://other.invalid/">
<link rel="stylesheet" href="https://other.invalid/a.css"><script src="//other.invalid/a.js"></script>
<meta http-equiv="refresh" content="0; url=gone.html"><meta property="og:image" content="https://other.invalid/c.png">
<meta name="twitter:image" content="https://other.invalid/a.png">
<style>p { background: url(https://other.invalid/a.png) }</style><p style="background: url('gone.png')">
<script>fetch("https://other.invalid/data.json")</script><script type="application/ld+json">{"@id": "https://a.invalid"}</script>
<h1 id="same">A</h1><h2 id="same">B</h2><img srcset="good.html 1x, https://other.invalid/b.png 2x">
<a href="good.html#gone">no anchor</a><a href="gone.html">no page</a><a href="javascript:alert(1)">no address</a>
<a href="good.html#here">fine</a><a href="https://other.invalid/">fine</a><a href="../outside.html">outside</a>
"""
FAULTS_OF_BAD_PAGE = [
    "bad.html: the id `same` stands 2 times",
    "bad.html: `https://other.invalid/` leaves the site",
    "bad.html: `https://other.invalid/a.css` leaves the site",
    "bad.html: `//other.invalid/a.js` leaves the site",
    "bad.html: `gone.html` leads to no file",
    "bad.html: `https://other.invalid/c.png` leaves the site",
    "bad.html: a meta element names https://other.invalid/a.png",
    "bad.html: `gone.png` leads to no file",
    "bad.html: `https://other.invalid/b.png` leaves the site",
    "bad.html: `good.html#gone` leads to no anchor",
    "bad.html: `gone.html` leads to no file",
    "bad.html: `javascript:alert(1)` leaves the site",
    "bad.html: `../outside.html` leaves the site",
    "bad.html: `https://other.invalid/a.png` leaves the site",
    "bad.html: a script names ['https://other.invalid']",
    "a.css: `https://other.invalid/font.woff` leaves the site",
    "search: `good.html#gone` leads to no anchor",
    "sitemap.xml: `https://example.org/site/gone.html` leads to no file",
]


def test_walker_finds_every_kind_of_fault(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    index = {"docs": [{"location": "good.html#here"}, {"location": "good.html#gone"}]}
    place = "http://www.sitemaps.org/schemas/sitemap/0.9"
    for name, text in {
        "bad.html": BAD_PAGE,
        "good.html": '<p id="here"><a href="good.html#here">',
        "a.css": "@import 'https://other.invalid/font.woff'; p { background: url(data:image/png;base64,AA==) }",
        "search/search_index.json": json.dumps(index),
        "sitemap.xml": f'<urlset xmlns="{place}"><url><loc>{SITE_URL}gone.html</loc></url></urlset>',
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    walker = Walker(tmp_path, SITE_URL)
    assert list(walker.faults()) == FAULTS_OF_BAD_PAGE
    assert walker.unreached() == {"bad.html"}


SITES = ("plain", "published", "drafts", "long", "shipped_plain", "shipped_published")


@pytest.mark.parametrize("name", SITES)
def test_every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(built: Built, name: str) -> None:
    walker = Walker(getattr(built, name), SITE_URL if "published" in name else NOWHERE)
    assert len(walker.pages) > 20
    assert list(walker.faults()) == []
    # No link leads to the page for missing pages, nor has one to lead to an old address.
    assert {page for page in walker.unreached() if not walker.pages[page].of("meta", name="robots")} == {"404.html"}
