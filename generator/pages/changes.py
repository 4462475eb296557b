"""What was added and corrected, newest first."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator import links, listing
from generator.model import Development, Entity
from generator.output import Page
from generator.site import Site

_LEAD = "Every addition, update, correction and retraction, newest first."


@dataclass(frozen=True, slots=True)
class Change:
    """A revision with the entry it belongs to."""

    day: datetime.date
    date: str
    kind: str
    what: str
    title: str
    address: str


def landing(site: Site) -> Iterator[Page]:
    """The list, or where it is too long the way to its parts."""
    changes = _changes(site)
    parts = listing.split(changes, _day)
    more = [(f"changes/{part.key}.html", part.label, len(part.rows)) for part in parts]
    yield _page(site, links.CHANGES, "Changes", [] if parts else changes, more, landing=True)


def pages(site: Site) -> Iterator[Page]:
    """The parts of a long list."""
    for part in listing.split(_changes(site), _day):
        yield _page(site, f"changes/{part.key}.html", f"Changes of {part.label}", list(part.rows), [], landing=False)


def _day(change: Change) -> datetime.date:
    return change.day


def _page(
    site: Site, path: str, title: str, changes: list[Change], more: list[tuple[str, str, int]], *, landing: bool
) -> Page:
    months = listing.by_month(changes, _day)
    return site.page(
        "changes.html", path, title, "changes", description=_LEAD, landing=landing, lead=_LEAD, months=months, more=more
    )


def _changes(site: Site) -> list[Change]:
    return sorted(
        _revisions(site),
        key=lambda change: (-change.day.toordinal(), change.title.casefold(), change.address, change.what),
    )


def _revisions(site: Site) -> Iterator[Change]:
    shown = [*site.corpus.shown.values(), *site.corpus.retracted, *site.corpus.entities]
    for entry in shown:
        title = entry.title if isinstance(entry, Development | Entity) else entry.id
        for revision in entry.revisions:
            day = revision.date.latest
            yield Change(day, revision.date.words(), revision.kind, revision.what, title, site.address(entry))
