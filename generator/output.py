"""What the generator hands over for publication: pages in the site's frame, and plain files.

How a page gets its frame (head, navigation, search) is left to `shell` and `mkdocs_plugin`.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r'<h([1-6])((?:\s[^>]*?)?)\sid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
# Blanks before attributes stand as they are, not as `\s`: the engine then skips to them, in half the time.
_ID = re.compile(r' id="([^"]+)"')
_TAG = re.compile(r"<[^>]*>")
# Elements inside a word or beside a comma; a raised number of a citation is none of them.
_INLINE = re.compile(r"</?(?:a|b|cite|code|em|i|q|small|span|strong|u)(?:\s[^>]*)?>")
_OFF = ' data-search="off"'
_SILENT = re.compile(rf"<(\w+)(?=[^>]*{_OFF})[^>]*>.*?</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The page before or after another one in its sequence."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site, without its frame.

    `path` is its address from the site's root, with forward slashes. `title` and `description` are plain text. `body`
    is HTML that begins with an `<h1 id=…>`, whose relative links count from `path`. `source` is the file it was made
    from, relative to the entries' folder, for the edit link. `landing` pages stand in the navigation and are few; the
    others are leaves, unbounded in number.
    """

    path: str
    title: str
    description: str
    body: str
    section: str
    updated: datetime.date
    source: str | None = None
    before: Neighbour | None = None
    after: Neighbour | None = None
    head: str = ""
    landing: bool = False
    searchable: bool = True


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file that is published as it is. `path` is its address from the site's root."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page with the text that stands below it, up to the next one; `title` and `text` are plain text."""

    level: int
    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What the table of contents, the link check and the search index need to know of a body."""

    headings: tuple[Heading, ...]
    anchors: frozenset[str]


def outline(body: str) -> Outline:
    """Read headings, anchors and search text off the HTML of a page.

    Elements marked `data-search="off"` (which may not contain themselves) give no search text.
    """
    return Outline(tuple(_headings(body)), frozenset(_ID.findall(body)))


def _headings(body: str) -> Iterator[Heading]:
    found = list(_HEADING.finditer(body))
    ends = [match.start() for match in found[1:]] + [len(body)]
    for match, end in zip(found, ends, strict=True):
        title, text = _without_silent(match[4], ""), _without_silent(body[match.end() : end], " ")
        yield Heading(int(match[1]), match[3], plain_text(title), plain_text(text))


def _without_silent(markup: str, instead: str) -> str:
    return _SILENT.sub(instead, markup) if _OFF in markup else markup


def plain_text(markup: str) -> str:
    """The words of a piece of HTML in single spaces, with one wherever a tag stood that is not part of a line."""
    return " ".join(html.unescape(_TAG.sub(" ", _INLINE.sub("", markup))).split())
