"""Days as hundredths of a drawing's width: it fills the page, and its type and dots keep their size."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

# The width, in CSS pixels, of the narrowest drawing: what stands clear there stands clear on every wider one.
NARROWEST = 500.0


@dataclass(frozen=True, slots=True)
class Scale:
    """The whole months from that of `first` to that of `last`; `as_of` is the collection's own day."""

    first: datetime.date
    last: datetime.date
    as_of: datetime.date

    @property
    def start(self) -> datetime.date:
        """The first day of the first month."""
        return self.first.replace(day=1)

    @property
    def end(self) -> datetime.date:
        """The day after the last month."""
        return month_after(self.last)

    def x(self, day: datetime.date) -> float:
        """Where a day begins, in hundredths of the width; a day beyond an end is put at that end."""
        share = (day - self.start).days / (self.end - self.start).days
        return 100 * min(1.0, max(0.0, share))

    def years(self) -> list[datetime.date]:
        """The days within it on which a year begins."""
        found = (datetime.date(year, 1, 1) for year in range(self.start.year, self.end.year + 1))
        return [day for day in found if self.start <= day < self.end]

    def months(self) -> list[datetime.date]:
        """The first days of its months."""
        months = [self.start]
        while (month := month_after(months[-1])) < self.end:
            months.append(month)
        return months


def month_after(day: datetime.date) -> datetime.date:
    """The first day of the month after that of `day`."""
    return (day.replace(day=1) + datetime.timedelta(days=31)).replace(day=1)


def pixels(share: float) -> float:
    """What hundredths of the width are on the narrowest drawing."""
    return share * NARROWEST / 100
