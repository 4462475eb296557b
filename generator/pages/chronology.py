"""The chronology: every development by month, what is scheduled in a block of its own, and a page for each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import links, listing, words
from generator.dates import day
from generator.output import Neighbour, Page
from generator.site import Site
from generator.views import events, overview
from generator.views.events import Event
from generator.views.filters import Choices, by_status
from generator.views.timeline import groups

Part = listing.Part[Event]


def landing(site: Site) -> Iterator[Page]:
    """The whole chronology, newest first, or where that is too long the way to its years."""
    rows, coming = _rows(site), _coming(site)
    is_whole = len(rows) <= listing.LIMIT
    order = "newest first" if is_whole else "by year"
    yield _page(
        site,
        links.CHRONOLOGY,
        "Chronology",
        rows[::-1] if is_whole else [],
        coming,
        Choices(site) if is_whole else None,
        landing=True,
        description="Every development of the collection in the order of time.",
        lead=f"{len(rows)} developments, {order}, as of {day(site.corpus.day)}.",
        lanes=overview.themes(site, links.CHRONOLOGY) if is_whole else "",
    )


def pages(site: Site) -> Iterator[Page]:
    """A page for each year and, of a long one, for each part; filters stand where no page has all the rows."""
    rows = _rows(site)
    years = listing.by_year(rows, lambda row: row.day)
    choices = Choices(site) if len(rows) > listing.LIMIT else None
    for part, before, after in _in_order(years):
        yield from _year(site, part, choices, before, after)


def _in_order(parts: Sequence[Part]) -> Iterator[tuple[Part, Neighbour | None, Neighbour | None]]:
    """Each part with those before and after it."""
    around = [None, *(Neighbour(links.chronology(part.key), f"Chronology of {part.label}") for part in parts), None]
    return zip(parts, around, around[2:], strict=False)


def _rows(site: Site) -> list[Event]:
    return [events.event(site, entry) for entry in site.corpus.shown.values() if not events.is_ahead(site, entry)]


def _coming(site: Site) -> list[Event]:
    return [events.event(site, entry) for entry in site.corpus.shown.values() if events.is_ahead(site, entry)]


def _year(
    site: Site, part: Part, choices: Choices | None, before: Neighbour | None, after: Neighbour | None
) -> Iterator[Page]:
    split = listing.split(part.rows, lambda row: row.day)
    yield _part(site, part, choices, split, before=before, after=after)
    for month, earlier, later in _in_order(split):
        yield _part(site, month, choices, [], before=earlier, after=later)


def _part(site: Site, part: Part, choices: Choices | None, split: Sequence[Part], **around: object) -> Page:
    told = f"{len(part.rows)} developments in {part.label}"
    return _page(
        site,
        links.chronology(part.key),
        f"Chronology of {part.label}",
        () if split else part.rows,
        (),
        choices,
        description=f"{told}.",
        lead=f"{told}, oldest first, as of {day(site.corpus.day)}.",
        more=[(links.chronology(month.key), month.label, len(month.rows)) for month in split],
        **around,
    )


def _page(
    site: Site,
    path: str,
    title: str,
    rows: Sequence[Event],
    coming: Sequence[Event],
    choices: Choices | None,
    **values: object,
) -> Page:
    values = {"lanes": "", "more": [], **values}
    return site.page(
        "chronology.html",
        path,
        title,
        "chronology",
        strip=overview.strip(site, path),
        coming=coming,
        groups=groups(rows),
        filters=choices.of([row.id for row in (*coming, *rows)]) if choices and rows else None,
        statuses=_statuses(site),
        **values,
    )


def _statuses(site: Site) -> list[tuple[str, str, int]]:
    """The ways to the developments with claims of each status."""
    found = by_status(site)
    return [
        (links.by_status(status), words.STATUSES[status].word, len(found[status]))
        for status in words.STATUS_ORDER
        if status in found
    ]
