"""Developments in time: a lane for each theme, heaped up where much happened in a week, and the key to the shapes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.charts import lane_names, marks, packing, shapes, svg
from generator.charts.marks import Mark
from generator.charts.timescale import Scale, pixels
from generator.dates import day as calendar_day
from generator.render import Pattern

_ROW = 8.0
_PADDING = 7.0
_LEAST = 26.0
# Beyond this marks overlap: a week with thirty developments need not fill the screen.
_HIGHEST = 112.0
_AXIS = 18
_YEAR_WIDTH = 32

_FIGURE = Pattern('<figure class="chart lanes">{}{}{}<figcaption>{}</figcaption></figure>')
_LANE = Pattern(
    '<div class="lane"><p class="lane-name"><a href="{}">{}</a> <span class="count">{}</span></p>'
    '<svg class="tone-{}" width="100%" height="{}" aria-hidden="true"><use href="#{}-grid"/>{}</svg></div>'
)
_AXIS_ROW = Pattern('<div class="lane lane-axis"><svg width="100%" height="{}" aria-hidden="true">{}</svg></div>')
_SHARED = Pattern('<defs><g id="{}-grid">{}</g>{}</defs>')
_LINE = Pattern('<line{0} x1="{1}%" x2="{1}%" y2="100%"/>')
_AS_OF = Markup(' class="lane-as-of"')
_TEXT = Pattern('<text class="{}" x="{}%" y="{}">{}</text>')
_LINK = Pattern('<a href="{}" tabindex="-1"><title>{}: {}</title>{}{}</a>')


@dataclass(frozen=True, slots=True)
class Lane:
    """A theme; `tone` is the number of its colour, 0 for grey."""

    id: str
    name: str
    address: str
    tone: int = 0


def draw(
    found: Sequence[Mark], lanes: Iterable[Lane], as_of: datetime.date, path: str, prefix: str = "lanes"
) -> Markup:
    """The lanes that hold anything, with their key. Whoever cannot see them has the list of the same developments."""
    scale = marks.scale_of(found, as_of)
    rows = (_lane(lane, held, scale, path, prefix) for lane, held in held_by(lanes, found))
    key = shapes.key((mark.shape for mark in found), prefix)
    return _FIGURE.format(_head(scale, prefix), Markup().join(rows), _foot(scale), key)


def held_by(lanes: Iterable[Lane], found: Sequence[Mark]) -> list[tuple[Lane, list[Mark]]]:
    """The lanes that hold anything, with what they hold."""
    pairs = [(lane, [mark for mark in found if mark.lane == lane.id]) for lane in lanes]
    return [(lane, held) for lane, held in pairs if held]


def _head(scale: Scale, prefix: str) -> Markup:
    """The years, and what all lanes share."""
    grid = [_LINE.format(Markup(), svg.number(scale.x(day))) for day in scale.years()]
    grid.append(_LINE.format(_AS_OF, svg.number(scale.x(scale.as_of))))
    shared = _SHARED.format(prefix, Markup().join(grid), shapes.fades(prefix))
    years = [_TEXT.format("start", svg.number(scale.x(day)), _AXIS - 5, day.year) for day in _year_starts(scale)]
    return _AXIS_ROW.format(_AXIS, Markup().join([shared, *years]))


def _year_starts(scale: Scale) -> list[datetime.date]:
    """The days at which years are written: the start too, where its year has room."""
    years = scale.years()
    has_room = not years or pixels(scale.x(years[0])) > _YEAR_WIDTH
    return [scale.start, *years] if has_room else years


def _foot(scale: Scale) -> Markup:
    x = scale.x(scale.as_of)
    words = f"as of {calendar_day(scale.as_of)}"
    return _AXIS_ROW.format(_AXIS, _TEXT.format("end" if x > 50 else "start", svg.number(x), _AXIS - 5, words))


def _lane(lane: Lane, held: Sequence[Mark], scale: Scale, path: str, prefix: str) -> Markup:
    """Marks with a name stand above; the others are heaped up from the bottom."""
    named, plain = [mark for mark in held if mark.name], [mark for mark in held if not mark.name]
    tops, above = lane_names.tops(named, scale)
    rows = packing.rows([marks.extent(mark, scale) for mark in plain])
    count = max(rows, default=-1) + 1
    step = min(_ROW, _HIGHEST / max(1, count))
    height = max(_LEAST, above + step * count + 2 * _PADDING)
    middles = [height - _PADDING - step * row - _ROW / 2 for row in rows] + [_PADDING + top for top in tops]
    drawn = [_link(mark, scale, y, path, prefix) for mark, y in zip([*plain, *named], middles, strict=True)]
    name = (links.relative(path, lane.address), lane.name, len(held), lane.tone)
    return _LANE.format(*name, svg.number(height), prefix, Markup().join(drawn))


def _link(mark: Mark, scale: Scale, y: float, path: str, prefix: str) -> Markup:
    start, end = marks.span(mark, scale)
    if marks.is_bar(mark, scale):
        fade = f"{prefix}-{'after' if mark.day_from else 'before'}" if mark.shape == "fading" else ""
        drawn = shapes.bar(mark.shape, f"{svg.number(start)}%", y, f"{svg.number(end - start)}%", fade)
    else:
        drawn = shapes.dot(mark.shape, f"{svg.number((start + end) / 2)}%", y)
    words = lane_names.draw(mark, scale, y)
    return _LINK.format(links.relative(path, mark.address), mark.date, mark.title, drawn, words)
