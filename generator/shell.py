"""Stamping: the frame around a leaf page is rendered once per variant, cut at its tokens, and filled for every page.

Rendering the frame is left to whoever constructs the `Stamper`; this module does not know MkDocs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import escape

from generator import links
from generator.output import Heading, Neighbour, Outline, Page

_NAMES = ("title", "description", "canonical", "head", "skip", "contents", "body", "edit", "report")
_TOKEN = re.compile(r"x-page-value:([a-z_]+)\.")


def token(name: str) -> str:
    """A placeholder that escaping and the removal of tags leave as it is, and that counts as an absolute address."""
    return f"x-page-value:{name}."


class Variant(NamedTuple):
    """All that decides which parts a frame has, and where its relative links lead. Shells are few: one per variant."""

    folder: str
    section: str
    described: bool
    contents: bool
    before: bool
    after: bool
    source: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered frame, cut at its tokens: `names[i]` stands between `texts[i]` and `texts[i + 1]`."""

    texts: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addresses:
    """The site's published address, and where readers edit a file or report an error; empty when there is none.

    `{path}` and `{title}` in the latter two stand for the file and the title of the page.
    """

    site: str = ""
    edit: str = ""
    report: str = ""

    def canonical(self, path: str) -> str:
        """The published address of a page."""
        return self.site + quote(path) if self.site else ""

    def edit_link(self, source: str) -> str:
        """Where a source file can be edited; its path counts from the root of the repository."""
        return self.edit.replace("{path}", quote(source)) if source else ""

    def report_link(self, path: str, title: str) -> str:
        """Where an error on a page can be reported."""
        return self.report.replace("{path}", quote(path, safe="")).replace("{title}", quote(title, safe=""))


class Stamper:
    """Fills pages into shells, asking `frame` for the HTML of a variant when it first meets one."""

    def __init__(self, frame: Callable[[Variant], str], addresses: Addresses) -> None:
        self._frame = frame
        self._addresses = addresses
        self._shells: dict[Variant, Shell] = {}

    def stamp(self, page: Page, outline: Outline) -> str:
        """The whole HTML of a leaf page."""
        kind = variant(page, outline)
        shell = self._shells.get(kind)
        if shell is None:
            shell = self._shells[kind] = cut(self._frame(kind))
        return fill(shell, values(page, outline, self._addresses))


def tokens(kind: Variant, addresses: Addresses) -> dict[str, str]:
    """The stand-ins for the values of a page: a token where such a page has a value, and nothing where it has none."""
    present = {
        "description": kind.described,
        "canonical": bool(addresses.site),
        "contents": kind.contents,
        "edit": kind.source and bool(addresses.edit),
        "report": bool(addresses.report),
    }
    return {name: token(name) if present.get(name, True) else "" for name in _NAMES}


def neighbours(kind: Variant) -> tuple[Neighbour | None, Neighbour | None]:
    """The stand-ins for the pages before and after one."""
    before = Neighbour(token("before_url"), token("before_title"))
    after = Neighbour(token("after_url"), token("after_title"))
    return (before if kind.before else None, after if kind.after else None)


def variant(page: Page, outline: Outline) -> Variant:
    """Which shell a page needs."""
    return Variant(
        folder=posixpath.dirname(page.path),
        section=page.section,
        described=bool(page.description),
        contents=len(outline.headings) > 1,
        before=page.before is not None,
        after=page.after is not None,
        source=page.source is not None,
    )


def cut(html: str) -> Shell:
    """Split the HTML of a frame at its tokens."""
    pieces = _TOKEN.split(html)
    return Shell(texts=tuple(pieces[0::2]), names=tuple(pieces[1::2]))


def fill(shell: Shell, values: Mapping[str, str]) -> str:
    """Put values in the places of a shell's tokens. Nothing in a value is taken for a token."""
    pieces = [""] * (len(shell.texts) + len(shell.names))
    pieces[0::2] = shell.texts
    pieces[1::2] = [values[name] for name in shell.names]
    return "".join(pieces)


def values(page: Page, outline: Outline, addresses: Addresses) -> dict[str, str]:
    """What stands in the places of the tokens, as HTML."""
    return {
        "title": escape(page.title),
        "description": escape(page.description),
        "canonical": escape(addresses.canonical(page.path)),
        "head": page.head,
        "skip": first_id(outline),
        "contents": contents(outline.headings),
        "body": page.body,
        "edit": escape(addresses.edit_link(f"entries/{page.source}" if page.source else "")),
        "report": escape(addresses.report_link(page.path, page.title)),
        **_neighbour("before", page.before, page.path),
        **_neighbour("after", page.after, page.path),
    }


def first_id(outline: Outline) -> str:
    """The anchor that the link past the navigation leads to."""
    return outline.headings[0].id if outline.headings else ""


def contents(headings: Sequence[Heading]) -> str:
    """The items of a table of contents: every heading below the first, nested by level."""
    return "".join(_items(headings[1:]))


def _items(headings: Sequence[Heading]) -> Iterator[str]:
    start = 0
    while start < len(headings):
        end = start + 1
        while end < len(headings) and headings[end].level > headings[start].level:
            end += 1
        yield _item(headings[start], "".join(_items(headings[start + 1 : end])))
        start = end


def _item(heading: Heading, inner: str) -> str:
    title = escape(heading.title)
    link = f'<a href="#{heading.id}" class="md-nav__link"><span class="md-ellipsis">{title}</span></a>'
    if inner:
        link += f'<nav class="md-nav" aria-label="{title}"><ul class="md-nav__list">{inner}</ul></nav>'
    return f'<li class="md-nav__item">{link}</li>'


def _neighbour(name: str, neighbour: Neighbour | None, path: str) -> dict[str, str]:
    if neighbour is None:
        return {}
    return {f"{name}_title": escape(neighbour.title), f"{name}_url": escape(links.relative(path, neighbour.path))}
