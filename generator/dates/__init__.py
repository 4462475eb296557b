"""Dates as sources give them: to the day, the month or the year, approximate, spanning, open, or one of several."""

from generator.dates.date import Date, Point, calendar_month, day
from generator.dates.notation import DATE_PATTERN, DAY_PATTERN, DateError, parse_date

__all__ = ["DATE_PATTERN", "DAY_PATTERN", "Date", "DateError", "Point", "calendar_month", "day", "parse_date"]
