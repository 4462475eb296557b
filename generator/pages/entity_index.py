"""The indexes of actors, places, themes and publishers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator import links, listing
from generator.model import Actor, Development, Entity, Publisher
from generator.output import Page
from generator.site import Site

_LEADS = {
    "actors": ("Actors", "Who does or says something: states and their organs, forces, courts, parties and people."),
    "places": ("Places", "Where developments happened."),
    "themes": ("Themes", "The subjects that join developments."),
    "publishers": ("Publishers", "The outlets whose texts are cited, each with its reliability and the reason for it."),
}
_KINDS = {
    "state": "States",
    "government-body": "Government bodies",
    "armed-force": "Armed forces",
    "unit": "Units",
    "person": "People",
    "party": "Parties",
    "parliament": "Parliaments",
    "court": "Courts",
    "international": "International bodies",
    "organization": "Organizations",
}


@dataclass(frozen=True, slots=True)
class IndexRow:
    """An entity in an index."""

    name: str
    address: str
    hangul: str
    note: str


def landing(site: Site) -> Iterator[Page]:
    """An index for each kind of entity, or where it is too long the way to its letters."""
    for folder, entities in _kinds(site).items():
        title, lead = _LEADS[folder]
        parts = _letters(entities)
        groups = [] if parts else list(_groups(site, entities))
        more = [(_address(folder, key), key.upper(), len(rows)) for key, rows in parts]
        yield _page(site, links.INDEXES[folder], title, lead, folder, groups, more)


def pages(site: Site) -> Iterator[Page]:
    """The letters of a long index."""
    for folder, entities in _kinds(site).items():
        title, lead = _LEADS[folder]
        for key, rows in _letters(entities):
            yield _page(
                site, _address(folder, key), f"{title}: {key.upper()}", lead, folder, list(_groups(site, rows)), []
            )


def _kinds(site: Site) -> dict[str, list[Entity]]:
    corpus = site.corpus
    return {
        "actors": list(corpus.actors.values()),
        "places": list(corpus.places.values()),
        "themes": list(corpus.themes.values()),
        "publishers": list(corpus.publishers.values()),
    }


def _address(folder: str, key: str) -> str:
    return f"{folder}/index.{key}.html"


def _page(
    site: Site,
    path: str,
    title: str,
    lead: str,
    folder: str,
    groups: list[tuple[str, list[IndexRow]]],
    more: list[tuple[str, str, int]],
) -> Page:
    landing = path == links.INDEXES[folder]
    return site.page(
        "entity_index.html", path, title, folder, description=lead, landing=landing, lead=lead, groups=groups, more=more
    )


def _letters(entities: list[Entity]) -> list[tuple[str, list[Entity]]]:
    """A long list by the first letter of the name; a letter with too many is cut into numbered parts."""
    parts: list[tuple[str, list[Entity]]] = []
    if len(entities) <= listing.LIMIT:
        return parts
    for letter, group in groupby(
        entities, lambda entity: entity.name[0].casefold() if entity.name[0].isascii() else "other"
    ):
        rows = list(group)
        key = letter if letter.isalnum() else "other"
        for start in range(0, len(rows), listing.LIMIT):
            number = start // listing.LIMIT
            parts.append((f"{key}-{number + 1}" if number else key, rows[start : start + listing.LIMIT]))
    return parts


def _groups(site: Site, entities: list[Entity]) -> Iterator[tuple[str, list[IndexRow]]]:
    actors = [entity for entity in entities if isinstance(entity, Actor)]
    if not actors:
        yield "", [_row(site, entity) for entity in entities]
    for kind, label in _KINDS.items():
        if rows := [_row(site, actor) for actor in actors if actor.kind == kind]:
            yield label, rows


def _row(site: Site, entity: Entity) -> IndexRow:
    named = {m.entry.id for m in site.corpus.mentions.get(entity.id, []) if isinstance(m.entry, Development)}
    count = f"{len(named)} development{'s' * (len(named) != 1)}"
    note = f"grade {entity.reliability.grade} · {count}" if isinstance(entity, Publisher) else count
    return IndexRow(entity.name, site.address(entity), entity.names.hangul or "", note)
