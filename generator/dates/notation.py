"""How a date is written.

The notation is a small subset of EDTF (ISO 8601-2:2019, levels 1 and 2): `2024`, `2024-10`, `2024-10-18`, each with
`?` (uncertain), `~` (approximate) or `%` (both); `a/b` lasted from a to b; `a/..` is open, as is `../b`; `a..b` and
`..b` mean some day within; a date-time (`2024-10-11T21:08+09:00`) must carry its offset. No date is ever moved through
a time zone.
"""

from __future__ import annotations

import calendar
import re
from functools import cache

from generator.dates.date import Date, Point

_OF_DAY = "(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_OF_POINT = f"({_OF_DAY}|(?!0000)[0-9]{{4}}(-(0[1-9]|1[0-2]))?)[?~%]?"
_OF_TIME = "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"
# What `parse_date` takes, as far as an expression can tell: the 31st of every month, and ends before beginnings too.
DATE_PATTERN = (
    rf"{_OF_POINT}(/({_OF_POINT}|\.\.)|\.\.{_OF_POINT})?|\.\./{_OF_POINT}|\.\.{_OF_POINT}|{_OF_DAY}{_OF_TIME}"
)
DAY_PATTERN = f"{_OF_DAY}[?~%]?"

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-](0\d|1[0-4]):[0-5]\d)")


class DateError(ValueError):
    """A text that is no date of the subset, or a day that no calendar has. The message is fit for a contributor."""


@cache
def parse_date(text: str) -> Date:
    """Read a date of the subset; the same text gives the same object. Raises `DateError`."""
    if "T" in text:
        return _moment(text)
    if "/" in text:
        return _pair(text, "/", "span")
    if ".." in text:
        return _pair(text, "..", "within")
    point = _point(text)
    return Date(text, "point", point, point)


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match or not text.isascii():
        raise DateError(f"`{text}` is not a date such as 2024, 2024-10 or 2024-10-18")
    year, month, day_ = (int(part) if part else None for part in match.group(1, 2, 3))
    if not year or not _exists(year, month, day_):
        raise DateError(f"there is no day `{text}` in the calendar")
    return Point(year, month, day_, match[4])


def _exists(year: int, month: int | None, day_: int | None) -> bool:
    month = 1 if month is None else month
    return 1 <= month <= 12 and (day_ is None or 1 <= day_ <= calendar.monthrange(year, month)[1])


def _moment(text: str) -> Date:
    match = _MOMENT.fullmatch(text)
    if not match or not text.isascii():
        raise DateError(f"`{text}` is not a time: write it with its offset, such as 2024-10-11T21:08+09:00")
    point = _point(match[1])
    date = Date(text, "moment", point, point)
    try:
        date.moment  # noqa: B018 – within hours of the first or last day of the calendar it has none
    except OverflowError:
        raise DateError(f"`{text}` lies beyond the calendar") from None
    return date


def _pair(text: str, separator: str, kind: str) -> Date:
    first, _, last = text.partition(separator)
    if not last or (not first and kind == "span"):
        raise DateError(f"`{text}` is not a date: what goes on is written 2024-05/.., what began earlier ../2024-05")
    start = None if first in ("..", "") else _point(first)
    end = None if kind == "span" and last == ".." else _point(last)
    if start is None and end is None:
        raise DateError(f"`{text}` is not a date: one end must be known")
    date = Date(text, kind, start, end)
    if date.earliest > date.latest:
        raise DateError(f"`{text}` ends before it begins")
    return date
