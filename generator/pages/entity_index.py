"""The indexes of actors, places, themes and publishers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def pages(site: Site) -> Iterator[Page]:
    """An index for each kind of entity; a long one is split by first letter."""
    corpus = site.corpus
    kinds: dict[str, Mapping[str, Entity]] = {
        "actors": corpus.actors,
        "places": corpus.places,
        "themes": corpus.themes,
        "publishers": corpus.publishers,
    }
    for folder, entities in kinds.items():
        title, lead = _LEADS[folder]
        parts = _letters(list(entities.values())) if len(entities) > listing.LIMIT else []
        more = [(f"{folder}/index.{key}.html", key.upper(), len(rows)) for key, rows in parts]
        groups = [] if parts else list(_groups(site, list(entities.values())))
        yield _page(site, folder, links.INDEXES[folder], title, lead, groups, more)
        for key, rows in parts:
            yield _page(site, folder, f"{folder}/index.{key}.html", f"{title}: {key.upper()}", lead, list(_groups(site, rows)), [])


def _page(site: Site, folder: str, path: str, title: str, lead: str, groups: list[tuple[str, list[IndexRow]]], more: list[tuple[str, str, int]]) -> Page:
    landing = path == links.INDEXES[folder]
    return site.page("entity_index.html", path, title, folder, description=lead, landing=landing, lead=lead, groups=groups, more=more)


def _letters(entities: list[Entity]) -> list[tuple[str, list[Entity]]]:
    """By the first letter of the name; a letter with too many is cut into numbered parts."""
    parts = []
    for letter, group in groupby(entities, lambda entity: entity.name[0].casefold() if entity.name[0].isascii() else "other"):
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
