"""What a change comes to, in words: a part for each entry, with the changes of it, the most important ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple


class Rank(IntEnum):
    """What a reviewer has to see first."""

    FAULT = 0
    GONE = 1
    STATUS = 2
    ADDED = 3
    STATE = 4
    DATE = 5
    WORDING = 6
    CLAIM = 7
    STATEMENT = 8
    SOURCE = 9
    RELATION = 10
    TEXT = 11
    FIELD = 12
    REVISION = 13


# What can become of an entry; `affected` is one whose file is the same, though a claim has another status or a link
# leads nowhere.
_BECAME = ("added", "removed", "merged", "renamed", "changed", "affected")


class Detail(NamedTuple):
    """A line below a change: what was there (`-`), what is there now (`+`), or a word on it."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change, in a line. Ids stand in backticks; all else may be what an entry says."""

    rank: Rank
    words: str
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """All changes of what one entry says or comes to. `what` is what became of it."""

    id: str
    title: str
    path: str
    what: str
    changes: tuple[Change, ...]

    @property
    def order(self) -> tuple[int, str]:
        """Sorts by the most important change, then by id."""
        return (min(change.rank for change in self.changes), self.id)


@dataclass(frozen=True, slots=True)
class Account:
    """The whole change: parts in their order, links back in lines, and notes on what could not be compared."""

    parts: tuple[Part, ...]
    linked: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.parts or self.linked or self.notes)

    @property
    def counted(self) -> str:
        """How many entries became what, and how many claims have another status."""
        numbers = Counter(part.what for part in self.parts)
        words = [f"{numbers[what]} {what}" for what in _BECAME if numbers[what]]
        statuses = sum(change.rank is Rank.STATUS for part in self.parts for change in part.changes)
        claims = f"; {statuses} {'claim' if statuses == 1 else 'claims'} with another status" if statuses else ""
        return f"Entries: {', '.join(words) or 'none changed'}{claims}."


def rewording(rank: Rank, name: str, old: str, new: str) -> Change:
    """That a wording was replaced, or one given or taken away."""
    verb = "reworded" if old and new else "added" if new else "removed"
    details = [Detail(sign, text) for sign, text in (("-", old), ("+", new)) if text]
    return Change(rank, f"{name} {verb}", tuple(details))


def some(items: Iterable[str]) -> str:
    """Ids as a report names them: each in backticks."""
    return ", ".join(f"`{item}`" for item in items)
