"""The further pages of a list that is too long for one page."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator import listing
from generator.output import Page
from generator.site import Link, Site
from generator.views.events import Event

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Further(Generic[R]):
    """The parts, each with its address, of a list that does not fit its page; none where it does."""

    parts: tuple[tuple[str, listing.Part[R]], ...]

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def links(self) -> list[tuple[str, str, int]]:
        """Of each part: its address, what it is called, how many rows it has."""
        return [(address, part.label, len(part.rows)) for address, part in self.parts]


def further(address: str, rows: Sequence[R], day_of: Callable[[R], datetime.date], infix: str = "") -> Further[R]:
    """The parts of `rows`, at addresses beside that of the page they belong to (`dprk.html`, `dprk.2024.html`)."""
    stem = address.removesuffix(".html")
    parts = listing.split(rows, day_of)
    return Further(tuple((f"{stem}.{infix}{part.key}.html", part) for part in parts))


def events_of(address: str, rows: Sequence[Event]) -> Further[Event]:
    """The parts of a list of developments."""
    return further(address, rows, lambda row: row.day)


def part_pages(site: Site, parts: Further[Event], title: str, whole: Link, section: str) -> Iterator[Page]:
    """A page for each part of a list of developments."""
    for address, part in parts.parts:
        months = listing.by_month(part.rows, lambda row: row.day)
        yield site.page("part.html", address, f"{title}, {part.label}", section, whole=whole, months=months)
