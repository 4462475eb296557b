"""The lists on an entry's pages that may be too long for one: which parts they then have, and at which addresses."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator import links
from generator.corpus import DeclaredSource
from generator.model import Claim, Development, Entity, Entry, Publisher
from generator.site import Site
from generator.views import events, linked, matrix
from generator.views.events import Event
from generator.views.more import Further, events_of, further


def cited(site: Site, entity: Entity) -> list[DeclaredSource]:
    """The texts of a publisher that the collection cites, oldest first."""
    ids = site.corpus.sources_of.get(entity.id, []) if isinstance(entity, Publisher) else []
    return sorted((site.corpus.sources[id_] for id_ in ids), key=lambda cited: (_day(cited), cited.source.id))


def source_parts(site: Site, entity: Entity) -> Further[DeclaredSource]:
    """The parts of the list of these texts."""
    return further(site.address(entity), cited(site, entity), _day, "sources-")


def mention_parts(site: Site, entry: Entry) -> Further[Event]:
    """The parts of the list of developments that name an entry."""
    if isinstance(entry, Development):
        return events_of(site.address(entry), linked.linked(site, entry, site.address(entry)).naming)
    return events_of(site.address(entry), events.mentioned(site, site.corpus.mentions.get(entry.id, ())))


def matrix_parts(site: Site, entry: Entry) -> Further[Claim]:
    """The parts of the comparison of an entry's claims."""
    found = matrix.claims_of(site, entry)
    return further(
        links.matrix(site.address(entry)), found, lambda claim: site.corpus.developments[claim.entry].date.anchor
    )


def addresses(site: Site, entry: Entry) -> Iterator[str]:
    """The pages of all parts, beside the entry's own page."""
    yield from (address for address, _ in mention_parts(site, entry).parts)
    if isinstance(entry, Entity):
        yield from (address for address, _ in source_parts(site, entry).parts)
    if matrix.address(site, entry):
        yield from (address for address, _ in matrix_parts(site, entry).parts)


def _day(cited: DeclaredSource) -> datetime.date:
    """The day under which a source is listed: of one that shows none, that of the development that declares it."""
    return (cited.source.published or cited.entry.date).anchor
