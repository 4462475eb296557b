"""Pages in the terms of MkDocs: their values, their neighbours, their headings, and what is written of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape
from mkdocs import utils
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as Frame
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator import shell
from generator.output import Heading, Neighbour, plain_text


def deferred(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script


def dress(page: Frame, values: Mapping[str, str], section: str) -> str:
    """Give a page of MkDocs its values, and return its body. The theme prints all of them as they are."""
    html = {name: Markup(value) for name, value in values.items()}
    page.meta = {
        "title": html["title"],
        "description": html["description"],
        "search": {"exclude": True},
        "frame": {**html, "section": f"{section}/index.html"},
    }
    page.canonical_url = html["canonical"] or None
    page.toc = TableOfContents([AnchorLink("", html["skip"], 1)])
    return values["body"]


def dress_hand_written(page: Frame, source: str, addresses: shell.Addresses) -> None:
    """Give a page that was written by hand, in the file `source`, what the theme wants to know of it."""
    page.meta["frame"] = {
        "contents": shell.contents(list(headings(page.toc))),
        "edit": escape(addresses.edit_link(source)),
        "report": escape(addresses.report_link(page.url, plain_text(page.title or ""))),
    }
    follow(page, None, None)


def follow(page: Any, before: Neighbour | None, after: Neighbour | None) -> None:
    """Set the pages before and after a page, which are not those of the navigation."""
    page.previous_page = before and SimpleNamespace(url=before.path, title=escape(before.title))
    page.next_page = after and SimpleNamespace(url=after.path, title=escape(after.title))


def headings(links: Iterable[AnchorLink]) -> Iterator[Heading]:
    """The headings of a hand-written page."""
    for link in links:
        yield Heading(link.level, link.id, plain_text(link.title), "")
        yield from headings(link.children)


def write(config: MkDocsConfig, path: str, content: bytes) -> None:
    utils.write_file(content, str(Path(config.site_dir, path)))
