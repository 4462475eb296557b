"""How lanes become columns on a phone: what lies beside what, how wide each is, how high each month."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.charts import marks, packing
from generator.charts.lanes import Lane
from generator.charts.marks import Mark
from generator.charts.timescale import Scale, month_after

STEP = 9.0
RAIL = 5.0
YEAR = 24.0
_ROW = 24.0
_EMPTY_ROW = 9.0
# What all columns have in CSS pixels on the narrowest phone, and one at least.
_NARROWEST = 250.0
_LEAST = 20.0
# How high a heap may be before its column is made wider.
_LOW = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A month on the way down: where it begins, how high it is, and how many developments it has."""

    month: datetime.date
    top: float
    height: float
    count: int

    def y(self, day: datetime.date) -> float:
        """Where a day of this month lies."""
        return self.top + self.height * (day - self.month).days / (month_after(self.month) - self.month).days


@dataclass(frozen=True, slots=True)
class Column:
    """A theme: rails for what lasted from one month into another, and dots for the rest, so many beside each other."""

    lane: Lane
    rails: list[Mark]
    places: list[int]
    dots: dict[datetime.date, list[Mark]]
    across: int

    @property
    def indent(self) -> float:
        """Where its dots begin."""
        return 3.0 + RAIL * (max(self.places, default=-1) + 1)

    @property
    def width(self) -> float:
        """What it needs, in CSS pixels."""
        return max(_LEAST, self.indent + self.across * STEP + 4)

    @property
    def deepest(self) -> int:
        """How many rows its highest heap takes."""
        return max((self.down(month) for month in self.dots), default=0)

    def down(self, month: datetime.date) -> int:
        """How many rows its dots of a month take."""
        return -(-len(self.dots.get(month, ())) // self.across)


def column(lane: Lane, held: Iterable[Mark], as_of: datetime.date) -> Column:
    """The column of a lane, its dots one below another."""
    rails, dots = [], dict[datetime.date, list[Mark]]()
    for mark in held:
        first, last = (day.replace(day=1) for day in days(mark, as_of))
        if first == last:
            dots.setdefault(first, []).append(mark)
        else:
            rails.append(mark)
    extents = [(float(first.toordinal()), float(last.toordinal())) for first, last in (days(m, as_of) for m in rails)]
    return Column(lane, rails, packing.rows(extents), dots, 1)


def widened(columns: list[Column]) -> list[Column]:
    """The room that is left on the narrowest phone goes, dot by dot, to the column with the highest heap."""
    while sum(column.width for column in columns) + STEP <= _NARROWEST:
        highest = max(range(len(columns)), key=lambda number: columns[number].deepest)
        if columns[highest].deepest <= _LOW:
            break
        columns[highest] = replace(columns[highest], across=columns[highest].across + 1)
    return columns


def days(mark: Mark, as_of: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first and last day of a mark; what is open ends with the collection's day, or began some time before."""
    return mark.day_from or mark.anchor - marks.BEFORE, mark.day_to or max(as_of, mark.anchor)


def rows(scale: Scale, found: Iterable[Mark], columns: Sequence[Column], head: float) -> dict[datetime.date, Row]:
    """A row for each month: high enough for its dots and for a finger, low where nothing happened."""
    counts = Counter(mark.anchor.replace(day=1) for mark in found)
    rows, top = dict[datetime.date, Row](), head
    for month in scale.months():
        if month.month == 1 or not rows:
            top += YEAR
        deepest = max(column.down(month) for column in columns)
        height = max(_ROW, deepest * STEP + 6) if counts[month] else _EMPTY_ROW
        rows[month] = Row(month, top, height, counts[month])
        top += height
    return rows
