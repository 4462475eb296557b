"""Every page of the site: one module per kind, each with `pages(site)`. A new kind is a module and a line here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.output import Page
from generator.pages import changes, chronology, development, entity, entity_index, history, home, ledger, tombstone
from generator.site import Site

KINDS = (home, chronology, ledger, entity_index, changes, development, tombstone, entity, history)


def pages(site: Site) -> Iterator[Page]:
    """All pages, one at a time; nobody needs to hold more than one."""
    for kind in KINDS:
        yield from kind.pages(site)
