"""A page as a browser takes it: elements with their attributes and parents, and the pieces of text in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

_EMPTY = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_SILENT = frozenset(["script", "style"])


@dataclass(frozen=True, eq=False)
class Element:
    """An element; every attribute has a value, if need be an empty one."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None

    def ancestors(self) -> Iterator[Element]:
        """This element and those around it, from the inside out."""
        here: Element | None = self
        while here:
            yield here
            here = here.parent

    @property
    def language(self) -> str:
        """The language of its text."""
        return next((e.attributes["lang"] for e in self.ancestors() if "lang" in e.attributes), "")


class HtmlPage(HTMLParser):
    """`elements` are in the order of the page; `pieces` are its texts, each with its element."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.pieces: list[tuple[Element, str]] = []
        self._scripts: dict[Element, str] = {}
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    @classmethod
    def read(cls, path: Path) -> HtmlPage:
        return cls(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self._open[-1] if self._open else None
        element = Element(tag, {name: value or "" for name, value in attrs}, parent)
        self.elements.append(element)
        if tag not in _EMPTY:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """In HTML the slash means nothing; in the SVG of icons it closes the element."""
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in (element.tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._open:
            return
        here = self._open[-1]
        if here.tag in _SILENT:
            self._scripts[here] = self._scripts.get(here, "") + data
        else:
            self.pieces.append((here, data))

    def script(self, element: Element) -> str:
        """What stands in a script or a style."""
        return self._scripts.get(element, "")

    def of(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a name that have these attributes."""
        return [e for e in self.elements if e.tag == tag and attributes.items() <= e.attributes.items()]

    def text(self, within: Element | None = None) -> str:
        """What can be read, in single spaces: on the whole page, or in one element."""
        pieces = (data for element, data in self.pieces if not within or within in element.ancestors())
        return " ".join("".join(pieces).split())

    def texts(self, tag: str) -> list[str]:
        """The text of each element of a name."""
        return [self.text(element) for element in self.of(tag)]

    @property
    def ids(self) -> list[str]:
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]
