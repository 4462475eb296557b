"""Every page of the site: one module per kind.

`landing(site)` gives the few pages that stand in the navigation, `pages(site)` the others.
A new kind is a module and a line here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Entry
from generator.output import Page
from generator.pages import (
    by_status,
    changes,
    chronology,
    development,
    disagreements,
    entity,
    entity_index,
    faults,
    fields,
    gaps,
    history,
    home,
    ledger,
    map,
    matrix,
    tombstone,
)
from generator.site import Site

LANDING = (home, chronology, ledger, entity_index, map, changes, fields, faults)
LEAVES = (
    *(chronology, by_status, ledger, entity_index, changes, development, tombstone, entity),
    *(history, matrix, disagreements, gaps, faults),
)
# The kinds of which an entry has pages; its own comes first.
_OF_ENTRY = (development, tombstone, entity, matrix, history)


def of_entry(site: Site, entry: Entry) -> Iterator[Page]:
    """The pages that are made of one entry: its own, further parts of its lists, a comparison, histories."""
    for kind in _OF_ENTRY:
        yield from kind.of_entry(site, entry)


def pages(site: Site) -> Iterator[Page]:
    """All pages, landing pages first, one at a time: nobody needs to hold more than one."""
    for kind in LANDING:
        yield from kind.landing(site)
    for kind in LEAVES:
        yield from kind.pages(site)
