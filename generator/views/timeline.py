"""Rows of the chronology under headings: by month, or by several where little happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import listing
from generator.dates import calendar_month
from generator.views.events import Event

# A month with fewer rows shares the heading of its neighbour, up to so many rows under one heading.
_FEW = 3
_MANY = 12


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading, each with its anchor: the first of a month has one, or the heading has it."""

    key: str
    label: str
    rows: list[tuple[str, Event]]


def groups(rows: Sequence[Event]) -> list[Group]:
    """Rows, in order, by month; months of a year with little in them go together."""
    found: list[list[listing.Part[Event]]] = []
    for month in listing.by_month(rows, lambda row: row.day):
        if found and _go_together(found[-1], month):
            found[-1].append(month)
        else:
            found.append([month])
    return [_group(months) for months in found]


def _go_together(months: list[listing.Part[Event]], month: listing.Part[Event]) -> bool:
    held = sum(len(part.rows) for part in months)
    is_sparse = min(held, len(month.rows)) < _FEW and held + len(month.rows) <= _MANY
    return is_sparse and months[-1].key[:4] == month.key[:4]


def _group(months: list[listing.Part[Event]]) -> Group:
    first, last = min(part.key for part in months), max(part.key for part in months)
    names = list(dict.fromkeys(calendar_month(int(key[5:])) for key in (first, last)))
    words = (" and " if int(last[5:]) - int(first[5:]) == 1 else " to ").join(names)
    anchors = ["", *(part.key for part in months[1:])]
    rows = [
        (anchor if number == 0 else "", row)
        for anchor, part in zip(anchors, months, strict=True)
        for number, row in enumerate(part.rows)
    ]
    return Group(months[0].key, f"{words} {first[:4]}", rows)
