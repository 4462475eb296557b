"""Lists that stay readable: beyond a length they are split by year, then by month, then by number, each part a page."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator.dates import calendar_month

# Rows on one page: at some 700 bytes a row no page comes near 500 KB.
LIMIT = 300

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Part(Generic[R]):
    """A stretch of a list: `key` (`2024`, `2024-10`, `2024-10-2`) names its page, `label` is its heading."""

    key: str
    label: str
    rows: tuple[R, ...]


def by_month(rows: Sequence[R], day_of: Callable[[R], datetime.date]) -> list[Part[R]]:
    """Rows, in order, under one heading for each month."""
    return [_part(key, group) for key, group in _grouped(rows, lambda row: day_of(row).isoformat()[:7])]


def by_year(rows: Sequence[R], day_of: Callable[[R], datetime.date]) -> list[Part[R]]:
    """Rows, in order, under one heading for each year."""
    return [_part(key, group) for key, group in _grouped(rows, lambda row: day_of(row).isoformat()[:4])]


def split(rows: Sequence[R], day_of: Callable[[R], datetime.date], limit: int = LIMIT) -> list[Part[R]]:
    """The parts, none longer than `limit`, of a list that is; a list within it gives none."""
    if len(rows) <= limit:
        return []
    parts: list[Part[R]] = []
    for year in by_year(rows, day_of):
        parts.extend([year] if len(year.rows) <= limit else _months(year, day_of, limit))
    return parts


def _months(year: Part[R], day_of: Callable[[R], datetime.date], limit: int) -> list[Part[R]]:
    parts: list[Part[R]] = []
    for month in by_month(year.rows, day_of):
        chunks = [month.rows[start : start + limit] for start in range(0, len(month.rows), limit)]
        for number, chunk in enumerate(chunks, 1):
            suffix = f"-{number}" if number > 1 else ""
            label = f"{month.label}, part {number}" if len(chunks) > 1 else month.label
            parts.append(Part(month.key + suffix, label, chunk))
    return parts


def _grouped(rows: Sequence[R], key: Callable[[R], str]) -> list[tuple[str, tuple[R, ...]]]:
    return [(name, tuple(group)) for name, group in groupby(rows, key)]


def _part(key: str, rows: tuple[R, ...]) -> Part[R]:
    year, _, month = key.partition("-")
    return Part(key, f"{calendar_month(int(month))} {year}" if month else year, rows)
