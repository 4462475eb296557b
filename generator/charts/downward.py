"""The lanes drawn downwards, for a phone: a row for each month, which leads to it, and a column for each theme."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from generator import links
from generator.charts import columns, lettering, marks, shapes, svg
from generator.charts.columns import RAIL, STEP, YEAR, Column, Row
from generator.charts.lanes import Lane, held_by
from generator.charts.marks import Mark
from generator.dates import calendar_month
from generator.dates import day as calendar_day
from generator.render import Pattern

# Where the columns begin, in hundredths of the width.
_COLUMNS = 11.0
_NAME_SIZE = 11.0
_NAME_LENGTH = 24

_DETAILS = Pattern(
    '<details class="chart downward"><summary>By month and theme</summary>'
    '<svg width="100%" height="{}" aria-hidden="true"><defs>{}</defs>{}</svg><p class="keys">{}</p></details>'
)
_MONTH = Pattern(
    '<a href="{}" tabindex="-1"><rect class="target" y="{}" width="100%" height="{}"/><text y="{}">{}</text></a>'
)
_YEAR_TEXT = Pattern('<line x2="100%" y1="{0}" y2="{0}"/><text class="year" y="{1}">{2}</text>')
_AS_OF = Pattern(
    '<line class="lane-as-of" x2="100%" y1="{0}" y2="{0}"/><text class="end" x="100%" y="{1}">as of {2}</text>'
)
_COLUMN = Pattern('<svg class="tone-{}" x="{}%"><line y1="{}" y2="100%"/>{}{}</svg>')
_NAME = Pattern('<text transform="translate(15 {}) rotate(-90)">{}</text>')
# Filled dots are the round ends of strokes without a length: by far the shortest way to draw hundreds.
_DOTS = Pattern('<path class="dots" d="{}"/>')


def draw(
    found: Sequence[Mark],
    lanes: Iterable[Lane],
    as_of: datetime.date,
    addresses: Mapping[datetime.date, str],
    path: str,
    prefix: str = "downward",
) -> Markup:
    """The drawing in a closed fold; `addresses` says where each month (by its first day) leads."""
    held = columns.widened([columns.column(lane, theirs, as_of) for lane, theirs in held_by(lanes, found)])
    head = 8.0 + max(lettering.width(_short(column), _NAME_SIZE) for column in held)
    rows = columns.rows(marks.scale_of(found, as_of), found, held, head)
    parts = [*_months(rows, addresses, path), *_columns(held, rows, head, as_of, prefix), _as_of(rows, as_of)]
    height = svg.number(max(row.top + row.height for row in rows.values()) + 1)
    defs = shapes.fades(prefix, is_downward=True)
    return _DETAILS.format(height, defs, Markup().join(parts), shapes.key((mark.shape for mark in found), prefix))


def _months(rows: Mapping[datetime.date, Row], addresses: Mapping[datetime.date, str], path: str) -> Iterator[Markup]:
    """The years, and each month with developments as a target for a finger."""
    for number, row in enumerate(rows.values()):
        year = row.month.year
        if row.month.month == 1 or number == 0:
            yield _YEAR_TEXT.format(svg.number(row.top - YEAR), svg.number(row.top - 6), year)
        if row.count and row.month in addresses:
            box = (svg.number(row.top), svg.number(row.height), svg.number(row.top + 16))
            yield _MONTH.format(links.relative(path, addresses[row.month]), *box, calendar_month(row.month.month)[:3])


def _columns(
    held: Sequence[Column], rows: Mapping[datetime.date, Row], head: float, as_of: datetime.date, prefix: str
) -> Iterator[Markup]:
    x, unit = _COLUMNS, (100 - _COLUMNS) / sum(column.width for column in held)
    for column in held:
        name = _NAME.format(svg.number(head - 4), _short(column))
        drawn = Markup().join([*_rails(column, rows, as_of, prefix), *_dots(column, rows)])
        yield _COLUMN.format(column.lane.tone, svg.number(x), svg.number(head), name, drawn)
        x += column.width * unit


def _rails(column: Column, rows: Mapping[datetime.date, Row], as_of: datetime.date, prefix: str) -> Iterator[Markup]:
    for mark, place in zip(column.rails, column.places, strict=True):
        first, last = (max(day, min(rows)) for day in columns.days(mark, as_of))
        top, end = (rows[day.replace(day=1)].y(day) for day in (first, last))
        fade = f"{prefix}-{'after' if mark.day_from else 'before'}" if mark.shape == "fading" else ""
        yield shapes.upright(mark.shape, 3 + place * RAIL, top, max(end - top, shapes.R), fade)


def _dots(column: Column, rows: Mapping[datetime.date, Row]) -> Iterator[Markup]:
    filled = []
    for month, held in column.dots.items():
        for number, mark in enumerate(held):
            down, across = divmod(number, column.across)
            x, y = column.indent + 4 + across * STEP, rows[month].top + 12 + down * STEP
            if mark.shape == "dot":
                filled.append(f"M{svg.number(x)} {svg.number(y)}h0")
            else:
                yield shapes.dot(mark.shape, svg.number(x), y)
    yield _DOTS.format("".join(filled))


def _as_of(rows: Mapping[datetime.date, Row], as_of: datetime.date) -> Markup:
    y = rows[as_of.replace(day=1)].y(as_of)
    return _AS_OF.format(svg.number(y), svg.number(y - 4), calendar_day(as_of))


def _short(column: Column) -> str:
    return lettering.shortened(column.lane.name, _NAME_LENGTH)
