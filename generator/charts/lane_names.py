"""The names of the few marks that have one: in rows of their own, beside the mark or above it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.charts import lettering, marks, packing, svg
from generator.charts.marks import Mark
from generator.charts.timescale import NARROWEST, Scale
from generator.render import Pattern

_ROW = 15.0
_ABOVE = 13.0
_SIZE = 11.0
_LENGTH = 54
_GAP = 10

_TEXT = Pattern('<text class="{}" x="{}%" dx="{}" y="{}">{}</text>')


def tops(named: Sequence[Mark], scale: Scale) -> tuple[list[float], float]:
    """How far down the middle of each mark lies, and how far all their rows reach."""
    rows = packing.rows([_extent(mark, scale) for mark in named])
    found, reached = [0.0] * len(named), 0.0
    for row in range(max(rows, default=-1) + 1):
        inside = [number for number, taken in enumerate(rows) if taken == row]
        reached += _ABOVE if any(_side(named[number], scale) == "above" for number in inside) else 0.0
        for number in inside:
            found[number] = reached + 4.0
        reached += _ROW
    return found, reached


def draw(mark: Mark, scale: Scale, y: float) -> Markup:
    """The words of a mark, whose middle lies at `y`; nothing for one without a name."""
    if not mark.name:
        return Markup()
    start, end = marks.span(mark, scale)
    if not marks.is_bar(mark, scale):
        start = end = (start + end) / 2
    side, words = _side(mark, scale), _words(mark)
    if side == "above":
        return _TEXT.format("start", svg.number(start), 0, svg.number(y - _ABOVE / 2), words)
    if side == "left":
        return _TEXT.format("end", svg.number(start), -_GAP, svg.number(y + 4), words)
    return _TEXT.format("start", svg.number(end), _GAP, svg.number(y + 4), words)


def _extent(mark: Mark, scale: Scale) -> packing.Extent:
    """What a mark covers with its name."""
    start, end = marks.extent(mark, scale)
    side, width = _side(mark, scale), _width(mark)
    if side == "above":
        return start, max(end, start + width)
    return (start - width, end) if side == "left" else (start, end + width)


def _side(mark: Mark, scale: Scale) -> str:
    start, end = marks.extent(mark, scale)
    if end + _width(mark) <= NARROWEST:
        return "right"
    return "left" if start >= _width(mark) else "above"


def _words(mark: Mark) -> str:
    return lettering.shortened(mark.name, _LENGTH)


def _width(mark: Mark) -> float:
    return lettering.width(_words(mark), _SIZE) + _GAP
