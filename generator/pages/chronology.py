"""The chronology: every development by month, what is scheduled in a block of its own, and a page for each year."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links, listing
from generator.output import Page
from generator.site import Site
from generator.views import events

# An address of the chronology, what it is called, and the number of its rows.
YearLink = tuple[str, str, int]


def landing(site: Site) -> Iterator[Page]:
    """The whole chronology, newest first, or where that is too long the way to its years."""
    coming = [events.event(site, entry) for entry in site.corpus.shown.values() if events.is_ahead(site, entry)]
    rows = _rows(site)
    yield _landing(site, rows, coming, [_link(part) for part in listing.by_year(rows, lambda row: row.day)])


def pages(site: Site) -> Iterator[Page]:
    """A page for each year and, of a long one, for each part."""
    by_year = listing.by_year(_rows(site), lambda row: row.day)
    years = [_link(part) for part in by_year]
    for part in by_year:
        yield from _year(site, part, years)


def _rows(site: Site) -> list[events.Event]:
    return [events.event(site, entry) for entry in site.corpus.shown.values() if not events.is_ahead(site, entry)]


def _landing(site: Site, rows: list[events.Event], coming: list[events.Event], years: list[YearLink]) -> Page:
    whole = len(rows) <= listing.LIMIT
    months = listing.by_month(rows[::-1], lambda row: row.day) if whole else []
    lead = f"{len(rows)} developments, newest first." if whole else f"{len(rows)} developments, by year."
    return site.page(
        "chronology.html",
        links.CHRONOLOGY,
        "Chronology",
        "chronology",
        description="Every development of the collection in the order of time.",
        landing=True,
        lead=lead,
        coming=coming,
        years=years,
        more=[],
        months=months,
    )


def _year(site: Site, part: listing.Part[events.Event], years: list[YearLink]) -> Iterator[Page]:
    split = listing.split(part.rows, lambda row: row.day)
    more = [_link(month) for month in split]
    yield _part(site, part, years, more)
    for month in split:
        yield _part(site, month, [_link(part)], [])


def _part(site: Site, part: listing.Part[events.Event], years: list[YearLink], more: list[YearLink]) -> Page:
    return site.page(
        "chronology.html",
        links.chronology(part.key),
        f"Chronology of {part.label}",
        "chronology",
        description=f"{len(part.rows)} developments in {part.label}.",
        lead=f"{len(part.rows)} developments in {part.label}.",
        coming=[],
        years=years,
        more=more,
        months=[] if more else listing.by_month(part.rows, lambda row: row.day),
    )


def _link(part: listing.Part[events.Event]) -> YearLink:
    return (links.chronology(part.key), part.label, len(part.rows))
