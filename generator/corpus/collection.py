"""All entries of a collection as a graph: ids, links both ways, what readers see, and the chronology."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.corpus.address import address
from generator.corpus.lost import Lost
from generator.corpus.uses import Use, uses
from generator.load import Loaded
from generator.model import Actor, Development, Entity, Entry, Place, Publisher, Relation, Source, Theme

E = TypeVar("E", bound=Entry)
N = TypeVar("N", bound=Entity)


@dataclass(frozen=True, slots=True)
class DeclaredSource:
    """A source with the development that declares it."""

    source: Source
    entry: Development


@dataclass(frozen=True, slots=True)
class Mention:
    """That `entry` names something, and how."""

    entry: Entry
    use: Use


class Collection:
    """All entries, whatever could be loaded, faults included: rules look for those.

    `developments` holds every state, in chronological order; `shown` leaves out drafts (unless asked for) and what was
    retracted.
    """

    def __init__(self, loaded: Loaded, *, drafts: bool = False) -> None:
        self.loaded = loaded
        self.drafts = drafts
        self.entries = loaded.entries
        self._lost = Lost(loaded.broken)
        self.developments = {d.id: d for d in sorted(_of_kind(loaded, Development), key=lambda entry: entry.order)}
        self.actors = _by_name(loaded, Actor)
        self.places = _by_name(loaded, Place)
        self.themes = _by_name(loaded, Theme)
        self.publishers = _by_name(loaded, Publisher)
        self.sources = {
            id_: DeclaredSource(source, d) for d in self.developments.values() for id_, source in d.sources.items()
        }

    @cached_property
    def day(self) -> datetime.date:
        """The corpus' own day: its newest revision, that of no hidden draft. There is no clock."""
        days = (entry.updated.latest for entry in self.entries if self.drafts or not entry.is_draft)
        return max(days, default=datetime.date.min)

    @cached_property
    def shown(self) -> dict[str, Development]:
        """The developments that readers see, in chronological order."""
        hidden = {"retracted"} if self.drafts else {"retracted", "draft"}
        return {id_: d for id_, d in self.developments.items() if d.state not in hidden}

    @cached_property
    def retracted(self) -> list[Development]:
        """The developments of which a tombstone remains."""
        return [d for d in self.developments.values() if d.state == "retracted"]

    def is_reachable(self, entry: Development) -> bool:
        """Whether an entry has a page, be it a tombstone."""
        return entry.id in self.shown or entry.state == "retracted"

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Every entry by its id; of two with one id, which a rule reports, the first."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            found.setdefault(entry.id, entry)
        return found

    @cached_property
    def aliases(self) -> dict[str, Entry]:
        """Entries by their old ids."""
        return {alias: entry for entry in self.entries for alias in entry.aliases}

    @cached_property
    def source_aliases(self) -> dict[str, str]:
        """The present ids of sources by their old ones."""
        return {old: id_ for id_, declared in self.sources.items() for old in declared.source.aliases}

    def names_of(self, id_: str) -> tuple[str, ...]:
        """The ids that an entry has had, the present one first; `id_` may be any of them, or one that nothing has."""
        entry = self.by_id.get(id_) or self.aliases.get(id_)
        return (entry.id, *entry.aliases) if entry else (id_,)

    @cached_property
    def uses(self) -> dict[str, tuple[Use, ...]]:
        """What every entry names, by the entry's path."""
        return {entry.path: tuple(uses(entry)) for entry in self.entries}

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Who names an id (`entry`, or `entry#claim`): entries that readers see, in chronological order."""
        found: dict[str, list[Mention]] = {}
        readers: Iterable[Entry] = (*self.shown.values(), *self.entities)
        for entry in readers:
            for use in self.uses[entry.path]:
                found.setdefault(use.target, []).append(Mention(entry, use))
        return found

    def is_lost(self, target: str) -> bool:
        """Whether a file that could not be read may hold what is named here: then the fault is that file's."""
        return self._lost.holds(target)

    def is_lost_mention(self, id_: str) -> bool:
        """Whether a file that could not be read may name this; of a claim, also without the entry in which it lives."""
        return self._lost.mentions(id_)

    @cached_property
    def entities(self) -> list[Entity]:
        """Actors, places, themes and publishers, each kind by name."""
        return [*self.actors.values(), *self.places.values(), *self.themes.values(), *self.publishers.values()]

    def entity(self, id_: str) -> Entity | None:
        """The actor, place, theme or publisher of an id."""
        entry = self.by_id.get(id_)
        return entry if isinstance(entry, Entity) else None

    def name(self, id_: str) -> str:
        """The short name of an actor or publisher; words stand for themselves."""
        entity = self.entity(id_)
        return entity.short_name if entity else id_

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Where each source stands, by its id: its web address without what does not change the text behind it."""
        return {id_: address(declared.source.url) for id_, declared in self.sources.items()}

    def language(self, id_: str) -> str | None:
        """The language of a source: its own, or its publisher's; None if neither tells."""
        declared = self.sources.get(id_)
        if declared is None:
            return None
        publisher = self.publishers.get(declared.source.publisher)
        return declared.source.language or (publisher.language if publisher else None)

    @cached_property
    def sources_of(self) -> dict[str, list[str]]:
        """The sources of each publisher that readers meet."""
        found: dict[str, list[str]] = {}
        for id_, declared in self.sources.items():
            if declared.entry.id in self.shown or id_ in self.mentions:
                found.setdefault(declared.source.publisher, []).append(id_)
        return found

    def kept_sources(self, entry: Development) -> list[str]:
        """The sources of a retracted entry that others cite."""
        return [id_ for id_ in entry.sources if id_ in self.mentions]

    @cached_property
    def answers(self) -> dict[str, list[tuple[Development, Relation]]]:
        """The relations that lead to each development, from those that readers see."""
        found: dict[str, list[tuple[Development, Relation]]] = {}
        for entry in self.shown.values():
            for relation in entry.relations:
                found.setdefault(relation.to, []).append((entry, relation))
        return found


def _of_kind(loaded: Loaded, kind: type[E]) -> list[E]:
    return [entry for entry in loaded.entries if isinstance(entry, kind)]


def _by_name(loaded: Loaded, kind: type[N]) -> dict[str, N]:
    return {
        entity.id: entity
        for entity in sorted(_of_kind(loaded, kind), key=lambda entity: (entity.name.casefold(), entity.id))
    }
