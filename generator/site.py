"""What all pages share: the corpus, the means to render it, links to whatever has an id, numbers of citations."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from generator import links, words
from generator.corpus import Corpus
from generator.markup import Anchor, Prose
from generator.model import Development, Entity, Entry, Source
from generator.output import Neighbour, Page
from generator.prose import Reference
from generator.render import Renderer


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; without an address they are words alone."""

    words: str
    address: str = ""


@dataclass
class Citations:
    """The numbers of sources on one page, in the order in which they are first cited."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, source: str) -> int:
        """The number of a source, given at its first citation."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)


class Site:
    """A corpus and the means to make pages of it; `url` is where they will be published, empty where not known."""

    def __init__(self, corpus: Corpus, name: str, url: str = "") -> None:
        self.corpus = corpus
        self.name = name
        self._url = url
        self._renderer = Renderer()
        self._prose = Prose()

    def page(self, template: str, path: str, title: str, section: str, **values: object) -> Page:
        """Render a page. Values that are fields of a `Page` go there, the others to the template."""
        own = {name: values.pop(name) for name in list(values) if name in Page.__slots__}
        own.setdefault("description", "")
        own.setdefault("updated", self.corpus.day)
        body = self._renderer.render(template, path, title=title, words=words, collection=self.name, **values)
        return Page(path=path, title=title, section=section, body=body, **own)  # type: ignore[arg-type]

    def updated(self, *entries: Entry) -> datetime.date:
        """The day of the newest revision of any of the entries that a page shows."""
        return max(entry.updated.latest for entry in entries)

    def address(self, entry: Entry) -> str:
        """The page of an entry."""
        return links.entry(entry.folder, entry.id)

    def published_address(self, path: str) -> str:
        """The address of a page as it is cited: in full where that is known."""
        return self._url + path

    def link(self, id_: str, *, short: bool = False) -> Link:
        """A link to whatever has an id; a name without a page gives words alone."""
        entry = self.corpus.by_id.get(id_)
        if isinstance(entry, Entity):
            return Link(entry.short_name if short else entry.name, self.address(entry))
        if isinstance(entry, Development):
            return Link(entry.title, self.address(entry) if self.corpus.is_reachable(entry) else "")
        return Link(id_)

    def neighbour(self, entry: Development | None) -> Neighbour | None:
        """An entry as the page before or after another one."""
        return Neighbour(self.address(entry), entry.title) if entry else None

    def publisher(self, source: Source) -> Link:
        """Who published a source: a link to its page, or its name in words."""
        return self.link(source.publisher)

    def html(self, text: str | None, path: str, citations: Citations | None = None) -> Markup:
        """Prose as HTML for the page at `path`; without `citations`, these lead to where the source is declared."""
        return self._prose.html(text, lambda reference: self._anchor(reference, path, citations)) if text else Markup()

    def _anchor(self, reference: Reference, path: str, citations: Citations | None) -> Anchor:
        if reference.is_citation:
            return self._citation(reference.target, path, citations)
        target = self.target(reference.target)
        address = links.relative(path, target.address) if target.address else ""
        return Anchor(address, reference.words or target.words, target.words if reference.words else "")

    def target(self, reference: str) -> Link:
        """What a link in prose leads to: an entry, or a claim of one."""
        claim = self.corpus.claim(reference) if "#" in reference else None
        if claim:
            reachable = self.corpus.is_reachable(self.corpus.developments[claim.entry])
            return Link(claim.text, links.claim(claim.reference) if reachable else "")
        return self.link(reference)

    def _citation(self, id_: str, path: str, citations: Citations | None) -> Anchor:
        declared = self.corpus.sources.get(id_)
        if not declared:
            return Anchor("", id_)
        date = declared.source.published.words() if declared.source.published else ""
        title = ", ".join(filter(None, [self.publisher(declared.source).words, date]))
        if citations is None:
            return Anchor(links.relative(path, self.address(declared.entry) + f"#{id_}"), "source", title)
        return Anchor(f"#{id_}", str(citations.number(id_)), title)


def unique(items: Iterable[str]) -> list[str]:
    """Each item once, in order of first appearance."""
    return list(dict.fromkeys(items))
