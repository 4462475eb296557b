"""Prose as HTML: Markdown that cannot carry markup of its own.

Raw HTML, entities, images, headings and links to anything but http and https are text. What a link or a citation leads
to is the caller's to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import LINK_RE, InlineProcessor, LinkInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, Registry
from markupsafe import Markup

from generator.prose import REFERENCE, Reference, reference_in

# A citation stands close to what it bears out, however the text is folded.
_BEFORE_CITATION = re.compile(r"\s+(?=\[@)")
# Stands for `&` while Markdown runs, so that no entity is ever read; control characters cannot come from an entry.
_AMPERSAND = "\x1a"
_OWN = "own"
_WEB = ("https://", "http://")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a reference leads: an address (or none: nothing is linked), the words to show, and a title."""

    href: str
    words: str
    title: str = ""


Resolve = Callable[[Reference], Anchor]


class Prose:
    """The converter; one serves a whole build, since making one costs more than using it."""

    def __init__(self) -> None:
        self._markdown = Markdown(output_format="html")
        _leave_out(self._markdown.preprocessors, "html_block")
        _leave_out(self._markdown.parser.blockprocessors, "hashheader", "setextheader")
        _leave_out(self._markdown.inlinePatterns, "html", "entity", "automail")
        _leave_out(self._markdown.inlinePatterns, "image_link", "image_reference", "short_image_ref")
        self._markdown.inlinePatterns.register(_WebLinks(LINK_RE, self._markdown), "link", 160)
        self._links = _References(REFERENCE.pattern, self._markdown)
        self._markdown.inlinePatterns.register(self._links, "references", 185)
        self._markdown.treeprocessors.register(_SafeLinks(self._markdown), "safe-links", 0)

    def html(self, text: str, resolve: Resolve) -> Markup:
        """Convert prose to HTML that is safe to publish."""
        self._links.resolve = resolve
        self._markdown.reset()
        text = _BEFORE_CITATION.sub("", text)
        return Markup(self._markdown.convert(text.replace("&", _AMPERSAND)).replace(_AMPERSAND, "&amp;"))


def _leave_out(registry: Registry[T], *names: str) -> None:
    for name in names:
        registry.deregister(name)


class _References(InlineProcessor):
    """Turns references into links; Markdown has taken code out before."""

    resolve: Resolve

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        reference = _plain_ampersands(reference_in(m))
        anchor = self.resolve(reference)
        element = Element("a" if anchor.href else "span")
        element.text = AtomicString(anchor.words.replace("&", _AMPERSAND))
        if anchor.href:
            element.set("href", anchor.href)
            element.set(_OWN, "")
        if anchor.title:
            element.set("title", anchor.title.replace("&", _AMPERSAND))
        if not reference.is_citation:
            return element, m.start(0), m.end(0)
        mark = Element("sup", {"class": "citation"})
        mark.append(element)
        return mark, m.start(0), m.end(0)


class _WebLinks(LinkInlineProcessor):
    """Makes links to the web; what reads like a link to anything else stays as it is written."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        element, start, end = super().handleMatch(m, data)
        if isinstance(element, Element) and element.get("href", "").startswith(_WEB):
            return element, start, end
        return None, None, None


class _SafeLinks(Treeprocessor):
    """Takes the address off every link, however it was made, that leads elsewhere than to the web or into the site."""

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            href = element.get("href", "")
            if href.startswith(_WEB):
                element.set("rel", "noopener")
            elif element.attrib.pop(_OWN, None) is None:
                element.attrib.clear()
                element.tag = "span"


def _plain_ampersands(reference: Reference) -> Reference:
    target, words = (text.replace(_AMPERSAND, "&") for text in (reference.target, reference.words))
    return replace(reference, target=target, words=words)
