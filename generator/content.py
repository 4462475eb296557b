"""What the frame asks of the corpus: its pages, its other files, and where a reference leads."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Protocol

from generator import build, report
from generator.corpus import Corpus
from generator.model import Entry
from generator.output import Neighbour, Outline, OutputFile, Page

PACKAGE = Path(__file__).parent

_COMMENT = re.compile(r"^\s*/\*.*?\*/\s*", re.DOTALL | re.MULTILINE)
_REMARK = re.compile(r"^\s*//.*\n|^[^\S\n]+", re.MULTILINE)
_BLANK = re.compile(r"\s+")
_STRING = re.compile(r'("[^"]*")')
_AROUND = re.compile(r"\s*([{};,>])\s*|(?<=:) |(?<=[\s:,(])0(?=\.\d)")


class Content(Protocol):
    """All that is published besides the hand-written pages."""

    def pages(self) -> Iterator[Page]:
        """All pages; landing pages come before leaves, so that the navigation is known when the first leaf is made."""

    def files(self) -> Iterator[OutputFile]:
        """What is published as it is."""

    def resolve(self, reference: str) -> Neighbour | None:
        """The page (with an anchor, for `id#claim`) that an id stands for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the entries came to: `report` tells the faults; with errors among them there is no content."""

    content: Content | None
    report: str


@dataclass(frozen=True, slots=True)
class Entries:
    """The content that the entries make."""

    corpus: Corpus
    site_name: str
    site_url: str = ""

    def pages(self) -> Iterator[Page]:
        return build.pages(self.corpus, self.site_name, self.site_url)

    def files(self) -> Iterator[OutputFile]:
        return build.files(self.corpus)

    def resolve(self, reference: str) -> Neighbour | None:
        return build.resolve(self.corpus, reference)


def read_entries(root: Path, site_name: str, site_url: str, *, drafts: bool) -> Reading:
    """Read the entries of a site; `root` is the folder that holds `entries/`."""
    if not (root / "entries").is_dir():
        return Reading(None, "there is no folder `entries`\n")
    result = build.build(root, drafts=drafts)
    content = Entries(result.corpus, site_name, site_url) if result.corpus else None
    return Reading(content, report.render(result.diagnostics, result.texts))


@dataclass(frozen=True, slots=True)
class EntryAlone:
    """The content of a single entry, with a stand-in for the landing pages, which tells the day of the collection."""

    corpus: Corpus
    entry: Entry
    site_name: str
    site_url: str = ""

    def pages(self) -> Iterator[Page]:
        yield Page("index.html", self.site_name, "", "", "", self.corpus.day, landing=True)
        yield from build.pages_of(self.corpus, self.entry, self.site_name, self.site_url)

    def files(self) -> Iterator[OutputFile]:
        return iter(())

    def resolve(self, reference: str) -> None:
        return None


@dataclass(frozen=True, slots=True)
class FaultsAlone:
    """The content of a preview before the entries were ever free of faults: one page that shows them."""

    report: str

    def pages(self) -> Iterator[Page]:
        body = f'<h1 id="faults">Faults in the entries</h1>\n<pre>{html.escape(self.report)}</pre>\n'
        yield Page("index.html", "Faults in the entries", "", body, "", datetime.date(1980, 1, 1), landing=True)

    def files(self) -> Iterator[OutputFile]:
        return iter(())

    def resolve(self, reference: str) -> None:
        return None


def split(pages: Iterator[Page]) -> tuple[list[Page], Iterator[Page]]:
    """The landing pages, which come first, and the leaves, which are not made yet."""
    landing: list[Page] = []
    for page in pages:
        if not page.landing:
            return landing, chain([page], pages)
        landing.append(page)
    return landing, iter(())


def assets() -> list[str]:
    """The styles, scripts and pictures of the pages, as paths from the site's root; they lie so in this package too."""
    found = (path for path in (PACKAGE / "assets").rglob("[!.]*") if path.is_file())
    return sorted(path.relative_to(PACKAGE).as_posix() for path in found)


def published_asset(path: str) -> str:
    """The text of a style or script without its comments and indentation, which are a fifth of it.

    A comment in a script that is to go stands on lines of its own; nothing in a style says anything by its white space.
    """
    text = (PACKAGE / path).read_text(encoding="utf-8")
    if path.endswith(".js"):
        return _REMARK.sub("", _COMMENT.sub("", text))
    text = _BLANK.sub(" ", _COMMENT.sub("", text))
    return "".join(
        piece if piece[:1] == '"' else _AROUND.sub(r"\1", piece).replace(";}", "}") for piece in _STRING.split(text)
    )


def search_entries(page: Page, read: Outline) -> Iterator[dict[str, str]]:
    """A page as the theme's search knows it: one entry a heading, its words as HTML."""
    if not page.searchable:
        return
    for number, heading in enumerate(read.headings):
        yield {
            "location": f"{page.path}#{heading.id}" if number else page.path,
            "title": html.escape(heading.title, quote=False),
            "text": html.escape(heading.text, quote=False),
        }
