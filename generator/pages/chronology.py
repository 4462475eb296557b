"""The chronology: every development by month, what is scheduled in a block of its own, and a page for each year."""

from __future__ import annotations

from collections.abc import Iterator
from generator import links, listing
from generator.output import Page
from generator.site import Site
from generator.views import events


# An address of the chronology, what it is called, and the number of its rows.
YearLink = tuple[str, str, int]


def pages(site: Site) -> Iterator[Page]:
    """The landing page with the newest year, and a page for each year or, of a long one, each part."""
    rows = [events.event(site, entry) for entry in site.corpus.shown.values() if not events.is_ahead(site, entry)]
    coming = [events.event(site, entry) for entry in site.corpus.shown.values() if events.is_ahead(site, entry)]
    by_year = listing.by_year(rows, lambda row: row.day)
    years = [_link(part) for part in by_year]
    yield _landing(site, rows, coming, years)
    for part in by_year:
        yield from _year(site, part, years)


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
