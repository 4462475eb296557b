"""What remains at the address of a retracted entry: when and why it was withdrawn, and none of what it said."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links
from generator.model import Development, Entry
from generator.output import Page
from generator.site import Site
from generator.views import sources


def pages(site: Site) -> Iterator[Page]:
    """A page for each retracted development."""
    for entry in site.corpus.retracted:
        yield from of_entry(site, entry)


def of_entry(site: Site, entry: Entry) -> Iterator[Page]:
    """That of one entry, if it is a development that was retracted."""
    if isinstance(entry, Development) and entry.state == "retracted":
        last = next((r for r in reversed(entry.revisions) if r.kind == "retraction"), entry.revisions[-1])
        yield site.page(
            "tombstone.html",
            links.development(entry.id),
            f"Retracted: {entry.title}",
            "chronology",
            description=f"Retracted on {last.date.words()}.",
            updated=entry.updated.latest,
            source=entry.path.removeprefix("entries/"),
            searchable=False,
            entry=entry,
            last=last,
            sources=[sources.view(site, id_, number) for number, id_ in enumerate(site.corpus.kept_sources(entry), 1)],
        )
