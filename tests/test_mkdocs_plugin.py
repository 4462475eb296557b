"""The frame around made-up pages: stamped ones equal those that pass through MkDocs, and nothing of an entry acts in them."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.content import Content, Reading
from generator.output import Neighbour, OutputFile, Page

ROOT = Path(__file__).parent.parent
DAY = datetime.date(2024, 10, 18)
HOSTILE = (
    "</title><script>alert(1)</script>",
    "{{ 7*7 }} and {% raw %}",
    "&lt;/title&gt;&lt;script&gt;",
    'quotes " and \' and <b>',
    "국방성, 지뢰 매설을 명령 & more",
    "x-page-value:body. and x-page-value:title.",
)
NAV = [{"Home": "index.md"}, {"Chronology": "chronology/index.md"}, {"About": "about.md"}]


def body(title: str, *, sections: int = 0) -> str:
    """The body of a page with some sections, one of them below another."""
    words = "<table><tr><th>Date</th><td>2026</td></tr></table>"
    heads = "".join(f'<h{2 + n % 2} id="s{n}">Part {n} &amp; 국방성</h{2 + n % 2}><p>Words {n}</p>' for n in range(sections))
    return f'<h1 id="top">{title.replace("&", "&amp;").replace("<", "&lt;")}</h1>\n{words}\n{heads}'


def leaf(path: str, title: str = "A leaf", **fields: Any) -> Page:
    sections = fields.pop("sections", 0)
    given = {"description": "About it", "section": "chronology", "updated": DAY, "body": body(title, sections=sections)}
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


class Preview:
    """MkDocs with the settings of this site, on made-up content and made-up hand-written pages."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        self.docs = folder / "docs"
        self.docs.mkdir()
        self.write_about("# About\n\nSee [[plain]].\n")
        for name in ("SITE_URL", "EDIT_URL", "REPORT_URL"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    def write_about(self, markdown: str) -> None:
        (self.docs / "about.md").write_text(markdown, encoding="utf-8")

    def build(self, content: Content | None = None, *, name: str = "site", report: str = "", **options: Any) -> Path:
        """Build a site, as `build` or, with `serving`, as `serve` does; the plugin lives on from call to call."""
        serving = options.pop("serving", None)
        site = self.folder / name
        config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(self.docs), site_dir=str(site), nav=NAV)
        config.strict = serving is None
        plugin = config.plugins["intelligence-site"]
        plugin.config.update(options)
        self.monkeypatch.setattr(plugin, "read", lambda root, *, drafts: Reading(content, report))
        if serving is not False:
            config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
        build(config)
        return site


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preview:
    return Preview(tmp_path, monkeypatch)


def normal(html: str) -> str:
    """HTML without the white space that a browser does not show."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", re.sub(r"\s+", " ", html)).replace("><", ">\n<")


def files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("addresses", [False, True])
def test_stamped_pages_equal_those_of_mkdocs(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, addresses: bool
) -> None:
    if addresses:
        monkeypatch.setenv("SITE_URL", "https://example.org/site/")
        monkeypatch.setenv("EDIT_URL", "https://example.org/edit/{path}?a=1&b=2")
        monkeypatch.setenv("REPORT_URL", "https://example.org/report?title={title}&path={path}")
    stamped = files(preview.build(Sample(), name="stamped"))
    stock = files(preview.build(Sample(), name="stock", stamp=False))
    assert stamped.keys() == stock.keys()
    for page in LEAVES:
        assert normal(stamped[page.path].decode()) == normal(stock[page.path].decode()), page.path
    same = [path for path in stamped if path not in {page.path for page in LEAVES}]
    assert [path for path in same if stamped[path] != stock[path]] == []
