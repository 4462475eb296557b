"""A date with the days that it can mean, and how it is said."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from functools import cached_property

_QUALIFIERS = {"": "", "?": "possibly ", "~": "about ", "%": "possibly about "}
_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Point:
    """A year, a month of a year, or a day, with its qualifier (`?`, `~`, `%` or none)."""

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: str = ""

    @property
    def first(self) -> datetime.date:
        """The earliest day that it can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The latest day that it can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def words(self) -> str:
        """The date as a reader says it: `about 18 October 2024`."""
        parts = [str(self.day) if self.day else "", calendar_month(self.month), str(self.year)]
        return _QUALIFIERS[self.qualifier] + " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Date:
    """A date as written, with the days that it can mean.

    `kind` is `point`, `moment`, `span` (lasted from start to end), or `within` (on one day from start to end). `start`
    is None where the beginning is open or unknown, `end` where the end is.
    """

    text: str
    kind: str
    start: Point | None
    end: Point | None

    @cached_property
    def earliest(self) -> datetime.date:
        """The earliest day; `0001-01-01` where the beginning is open."""
        return self.start.first if self.start else datetime.date.min

    @cached_property
    def latest(self) -> datetime.date:
        """The latest day; `9999-12-31` where the end is open."""
        return self.end.last if self.end else datetime.date.max

    @property
    def anchor(self) -> datetime.date:
        """The day under which a chronology lists it: the earliest that is known, else the latest."""
        return self.earliest if self.start else self.latest

    @property
    def is_one_day(self) -> bool:
        """Whether it names a single day."""
        return self.earliest == self.latest

    @property
    def is_open(self) -> bool:
        """Whether it goes on, as far as is known."""
        return self.end is None

    @property
    def moment(self) -> datetime.datetime | None:
        """The instant, in UTC, where a time of day is given: for the order within one day only."""
        if self.kind != "moment":
            return None
        return datetime.datetime.fromisoformat(self.text).astimezone(datetime.UTC)

    @property
    def precision(self) -> str:
        """`day`, `month`, `year`, `span`, `open` or `within`: what a drawing or a list has to show."""
        if self.kind == "within":
            return "within"
        if self.kind == "span":
            return "span" if self.start and self.end else "open"
        assert self.start
        return "day" if self.start.day else "month" if self.start.month else "year"

    @property
    def is_approximate(self) -> bool:
        """Whether any part is marked as uncertain or approximate."""
        return any(point.qualifier for point in (self.start, self.end) if point)

    def words(self) -> str:
        """The date as a reader says it: `October 2024`, `since May 2024`, `8 to 13 October 2024`."""
        return self._wording

    @cached_property
    def _wording(self) -> str:
        if self.kind == "moment":
            return f"{_words(self.start)}, {self.text[11:16]} ({_offset(self.text)})"
        if self.kind == "point":
            return _words(self.start)
        if self.kind == "within":
            return self._within()
        return self._span()

    def _within(self) -> str:
        if self.start is None:
            return f"on or before {_words(self.end)}"
        return f"on a day between {_shared(self.start, self.end)} and {_words(self.end)}"

    def _span(self) -> str:
        if self.end is None:
            return f"since {_words(self.start)}"
        if self.start is None:
            return f"until {_words(self.end)}"
        return f"{_shared(self.start, self.end)} to {_words(self.end)}"


def day(date: datetime.date) -> str:
    """A calendar day in words: `18 October 2024`."""
    return f"{date.day} {calendar_month(date.month)} {date.year}"


def calendar_month(month: int | None) -> str:
    """The English name of a month, whatever the machine's locale; empty for None."""
    return _MONTHS[month] if month else ""


def _words(point: Point | None) -> str:
    return point.words() if point else ""


def _shared(start: Point, end: Point | None) -> str:
    """The start of a pair without what it shares with the end: `8` of 8 to 13 October 2024."""
    if end is None or start.year != end.year or not start.day or not end.day:
        return start.words()
    if start.month == end.month and not start.qualifier:
        return str(start.day)
    return _QUALIFIERS[start.qualifier] + f"{start.day} {calendar_month(start.month)}"


def _offset(text: str) -> str:
    return "UTC" if text.endswith("Z") else f"UTC{text[-6:]}"
