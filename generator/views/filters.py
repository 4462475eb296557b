"""What the chronology can be narrowed to: themes, actors, places and statuses of claims, with the rows of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator import words
from generator.corpus import Status
from generator.model import Development, Entity
from generator.site import Site


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to narrow to: its id, its name, the short key that its rows carry, and how many rows these are."""

    id: str
    name: str
    key: str
    count: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form; `name` is that of its parameter in the address."""

    name: str
    label: str
    options: list[Option]


@dataclass(frozen=True, slots=True)
class Filters:
    """The fields, and by the id of each development the keys that its row carries."""

    fields: list[Field]
    keys: dict[str, str]


Found = list[tuple[str, str, set[str]]]


class Choices:
    """Every choice with the developments on its own page: what the form shows and what that page lists is the same."""

    def __init__(self, site: Site) -> None:
        corpus = site.corpus
        self._fields = [
            ("theme", "Theme", list(_entities(site, corpus.themes.values()))),
            ("actor", "Actor", list(_entities(site, corpus.actors.values()))),
            ("place", "Place", list(_entities(site, corpus.places.values()))),
            ("status", "Claim status", list(_statuses(site))),
        ]

    def of(self, ids: Collection[str]) -> Filters:
        """The filters for a page with these developments."""
        fields, keys = [], {id_: list[str]() for id_ in ids}
        for name, label, found in self._fields:
            options: list[Option] = []
            for id_, words_, entries in found:
                if held := [entry for entry in ids if entry in entries]:
                    options.append(Option(id_, words_, f"{name[0]}{len(options)}", len(held)))
                    for entry in held:
                        keys[entry].append(options[-1].key)
            fields.append(Field(name, label, options))
        return Filters(fields, {id_: " ".join(found) for id_, found in keys.items()})


def _entities(site: Site, entities: Iterable[Entity]) -> Iterator[tuple[str, str, set[str]]]:
    for entity in entities:
        mentions = site.corpus.mentions.get(entity.id, ())
        yield entity.id, entity.name, {m.entry.id for m in mentions if isinstance(m.entry, Development)}


def _statuses(site: Site) -> Iterator[tuple[str, str, set[str]]]:
    found = by_status(site)
    for status in words.STATUS_ORDER:
        yield status, words.STATUSES[status].word, set(found.get(status, ()))


@lru_cache(maxsize=1)  # every page of a build asks for it
def by_status(site: Site) -> dict[Status, dict[str, list[str]]]:
    """By status: the developments with a claim of that status, in order, with the texts of these claims."""
    found: dict[Status, dict[str, list[str]]] = {}
    for entry in site.corpus.shown.values():
        if entry.counts:
            for claim in entry.claims.values():
                status = site.corpus.assess(claim).status
                found.setdefault(status, {}).setdefault(entry.id, []).append(claim.text)
    return found
