"""Drawings within pages: each is well-formed, and has a name or is no part of what is read out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from tests import kinds
from tests.built import Built
from tests.reader import Reader

TAG = re.compile(r"<svg\b|</svg>")


def drawings(html: str) -> Iterator[str]:
    """The outermost drawings of a page, as text."""
    depth = start = 0
    for tag in TAG.finditer(html):
        if tag[0] == "<svg":
            start = start if depth else tag.start()
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield html[start : tag.end()]


def malformed(site: Path) -> Iterator[str]:
    for page in kinds.pages(site):
        for drawing in drawings((site / page).read_text(encoding="utf-8")):
            try:
                ElementTree.fromstring(drawing)
            except ElementTree.ParseError as error:
                yield f"{page}: {error}: {drawing[:80]}"


def unnamed(reader: Reader, address: str) -> list[str]:
    """The images that a screen reader tells of without a name."""
    reader.open(address)
    tree: dict[str, Any] = reader.context.new_cdp_session(reader.page).send("Accessibility.getFullAXTree")
    images = (node for node in tree["nodes"] if node.get("role", {}).get("value") in ("image", "SvgRoot"))
    return [address for node in images if not node["ignored"] and not node.get("name", {}).get("value")]


BAD_PAGE = """<!doctype html><svg><svg><path d="M0 0"></svg></svg><p aria-hidden="true"><svg><circle r="9"/></svg></p>
<svg role="img" aria-label="Named"><circle r="9"/></svg><svg role="img"><circle r="9"/></svg>"""


def test_malformed_drawings_are_found(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD_PAGE)
    assert [fault.split(":")[:2] for fault in malformed(tmp_path)] == [["bad.html", " mismatched tag"]]


@pytest.mark.browser
def test_unnamed_drawings_are_found(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD_PAGE)
    assert len(unnamed(Reader(browser), (tmp_path / "bad.html").as_uri())) == 2


@pytest.mark.parametrize("name", ["drafts", "shipped_published"])
def test_every_drawing_on_every_page_is_well_formed(built: Built, name: str) -> None:
    assert list(malformed(getattr(built, name))) == []


@pytest.mark.browser
@pytest.mark.parametrize(("name", "width"), [("drafts", 390), ("shipped_plain", 1280)])
def test_every_drawing_has_a_name_or_is_hidden(browser: Browser, built: Built, name: str, width: int) -> None:
    site: Path = getattr(built, name)
    reader = Reader(browser, viewport={"width": width, "height": 900})
    found = [page for path in kinds.largest(site).values() for page in unnamed(reader, (site / path).as_uri())]
    assert found == []
