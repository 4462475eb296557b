"""Two states of a collection, and which entry of the one is which of the other, whatever it is called by now."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.corpus import Corpus
from generator.model import Claim, Development, Entity, Entry


@dataclass(frozen=True, slots=True)
class Day:
    """The latest day on which a revision of a file can be: that of its newest commit, or today where it has none."""

    date: datetime.date
    is_committed: bool = True


@dataclass(frozen=True)
class Sides:
    """The collection before and after a change; `days` tells of each file that the change touched."""

    before: Corpus
    after: Corpus
    days: Mapping[str, Day] = field(default_factory=dict)

    def name(self, target: str) -> str:
        """The present name of an entry, of a source, or of a claim by `entry#claim`, that is named by an old one."""
        id_, mark, claim = target.partition("#")
        names = self.after.names_of(id_)
        if not mark:
            return names[0] if names[0] in self.after.by_id else self.after.source_aliases.get(id_, id_)
        found = next(filter(None, (self.after.claim(f"{name}#{claim}") for name in names)), None)
        return found.reference if found else f"{names[0]}#{claim}"

    def successor(self, entry: Entry) -> Entry | None:
        """The entry that has the page of an old one by now."""
        return self.after.by_id.get(self.name(entry.id))

    @cached_property
    def kept(self) -> list[tuple[Entry, Entry]]:
        """The entries that stand on both sides, renamed or not: as each was, and as it is."""
        pairs = ((entry, self.successor(entry)) for entry in self.before.entries)
        return [(old, new) for old, new in pairs if new and self._formerly(new) == old.id]

    def _formerly(self, new: Entry) -> str:
        """The id that an entry had before. Of several that it has taken over, that of the entry of its title."""
        if new.id in self.before.by_id:
            return new.id
        ids = [alias for alias in new.aliases if alias in self.before.by_id and self.name(alias) == new.id]
        return next((id_ for id_ in ids if title(self.before.by_id[id_]) == title(new)), ids[0] if ids else "")

    @cached_property
    def claims_before(self) -> dict[str, Claim]:
        """The claims of before by their present references."""
        return {self.name(reference): claim for reference, claim in self.before.claims.items()}

    @cached_property
    def removed(self) -> list[Entry]:
        """The entries that are gone or have become part of another one; not those whose files cannot be read."""
        kept = {old.path for old, _ in self.kept}
        return [old for old in self.before.entries if old.path not in kept and not self.is_lost(old)]

    @cached_property
    def added(self) -> list[Entry]:
        """The entries that are new; not those whose files could not be read before."""
        kept = {new.path for _, new in self.kept}
        return [new for new in self.after.entries if new.path not in kept | self.before.loaded.broken.keys()]

    def is_lost(self, old: Entry) -> bool:
        """Whether a file that cannot be read may hold an entry, or its old id."""
        return self.after.is_lost(old.id) or self.after.is_lost_mention(old.id)

    def is_same(self, old: Entry, new: Entry) -> bool:
        """Whether the files of an entry are the same, letter for letter."""
        return self.before.loaded.texts[old.path] == self.after.loaded.texts[new.path]

    def is_whole(self, old: Entry, new: Entry) -> bool:
        """Whether both states of an entry could be read to the last field, so that they can be compared."""
        return old.path not in self.before.loaded.broken and new.path not in self.after.loaded.broken


def title(entry: Entry) -> str:
    """What pages call an entry."""
    return entry.title if isinstance(entry, Development | Entity) else entry.id
