"""The further pages of a list that is too long for one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import listing
from generator.output import Page
from generator.site import Link, Site
from generator.views.events import Event


@dataclass(frozen=True, slots=True)
class Further:
    """The parts of a list that does not fit its page; none where it does."""

    parts: tuple[tuple[str, listing.Part[Event]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def links(self) -> list[tuple[str, str, int]]:
        """Of each part: its address, what it is called, how many rows it has."""
        return [(address, part.label, len(part.rows)) for address, part in self.parts]

    @classmethod
    def of(cls, address: str, rows: list[Event]) -> Further:
        """The parts of `rows`, at addresses beside that of the page they belong to (`dprk.html`, `dprk.2024.html`)."""
        stem = address.removesuffix(".html")
        parts = listing.split(rows, lambda row: row.day)
        return cls(tuple((f"{stem}.{part.key}.html", part) for part in parts))


def part_pages(site: Site, further: Further, title: str, whole: Link, section: str) -> Iterator[Page]:
    """A page for each part."""
    for address, part in further.parts:
        months = listing.by_month(part.rows, lambda row: row.day)
        yield site.page("part.html", address, f"{title}, {part.label}", section, whole=whole, months=months)
