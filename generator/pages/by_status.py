"""The chronology of what is contested, denied, corroborated and so on: a page for each status of claims."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links, words
from generator.corpus import Status
from generator.output import Page
from generator.site import Link, Site
from generator.views import events, filters
from generator.views.more import events_of, part_pages
from generator.views.timeline import groups

# Claims that are named with a development; the others stand on its page.
_CLAIMS = 3


def pages(site: Site) -> Iterator[Page]:
    """A page for each status that any claim has, and the further parts of its list."""
    found = filters.by_status(site)
    for status in words.STATUS_ORDER:
        if status in found:
            yield from _pages(site, status, found[status])


def _pages(site: Site, status: Status, found: dict[str, list[str]]) -> Iterator[Page]:
    path, word = links.by_status(status), words.STATUSES[status].word
    title = f"Developments with claims: {word}"
    rows = [events.event(site, site.corpus.shown[id_], _named(texts)) for id_, texts in found.items()]
    more = events_of(path, rows)
    yield site.page(
        "by_status.html",
        path,
        title,
        "chronology",
        description=f"{len(rows)} developments with a claim that is {word}.",
        lead=f"{words.STATUSES[status].meaning.capitalize()}: {len(rows)} developments, oldest first.",
        more=more.links,
        groups=[] if more else groups(rows),
    )
    yield from part_pages(site, more, title, Link(title, path), "chronology")


def _named(texts: list[str]) -> list[str]:
    left = len(texts) - _CLAIMS
    return texts[:_CLAIMS] + ([f"and {left} more"] if left > 0 else [])
