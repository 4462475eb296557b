"""A development as a mark on an axis of time: from when to when, in which shape, leading where."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts.packing import Extent
from generator.charts.shapes import R
from generator.charts.timescale import Scale, pixels
from generator.model import Development

_OF_PRECISION = {"span": "bar", "month": "outlined", "year": "outlined", "within": "dashed", "open": "fading"}
_DAY = datetime.timedelta(days=1)
# What began at an unknown time is drawn from so long before its end.
BEFORE = datetime.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Mark:
    """A development: first and last day (None where that end is open), shape, and a name if it is to be shown."""

    day_from: datetime.date | None
    day_to: datetime.date | None
    shape: str
    title: str
    address: str
    lane: str
    date: str = ""
    name: str = ""

    @property
    def anchor(self) -> datetime.date:
        """The day under which it is listed."""
        day = self.day_from or self.day_to
        assert day
        return day


def of(entry: Development, address: str, lane: str, name: str = "") -> Mark:
    """The mark of a development; what took place on some day up to a known one stands at that one."""
    date = entry.date
    first = date.start.first if date.start else None
    last = date.end.last if date.end else None
    if date.precision == "within":
        first, last = first or last, last or first
    return Mark(first, last, shape_of(entry), entry.title, address, lane, date.words(), name)


def shape_of(entry: Development) -> str:
    """The shape of a development: that it has not happened matters more than how well its day is known."""
    if entry.occurrence:
        return "hollow" if entry.occurrence == "scheduled" else "crossed"
    shape = _OF_PRECISION.get(entry.date.precision, "dot")
    return "dashed" if entry.date.is_approximate and shape != "fading" else shape


def scale_of(found: Iterable[Mark], as_of: datetime.date) -> Scale:
    """The axis that holds all marks and the collection's own day."""
    days = [day for mark in found for day in (mark.day_from, mark.day_to) if day]
    return Scale(min(days), max([*days, as_of]), as_of)


def span(mark: Mark, scale: Scale) -> tuple[float, float]:
    """Where a mark begins and ends, in hundredths of the width; what goes on ends with the collection's own day."""
    last = mark.day_to or max(scale.as_of, mark.anchor)
    first = mark.day_from or last - BEFORE
    return scale.x(first), scale.x(last + _DAY)


def is_bar(mark: Mark, scale: Scale) -> bool:
    """Whether a mark is longer than a dot on the narrowest drawing."""
    start, end = span(mark, scale)
    return pixels(end - start) > 2 * R


def extent(mark: Mark, scale: Scale) -> Extent:
    """What a mark covers on the narrowest drawing, in pixels."""
    start, end = (pixels(share) for share in span(mark, scale))
    middle = (start + end) / 2
    return (start, end) if is_bar(mark, scale) else (middle - R, middle + R)
