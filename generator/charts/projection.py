"""From degrees to the units of a drawing, and the outlines of a map as paths."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from generator.charts import svg
from generator.geometry import atlas
from generator.geometry.clip import Frame, clip
from generator.geometry.simplify import simplify
from generator.geometry.topology import Line

KM_PER_DEGREE = 111.19
# What no eye misses, in units of the drawing, and how far shapes are drawn beyond its edge, so that none shows there.
_TOLERANCE = 0.35
_MARGIN = 8.0
_SMALLEST = 1.2


@dataclass(frozen=True, slots=True)
class Projection:
    """Meridians and parallels as straight lines, true to scale along the middle parallel of the frame."""

    frame: Frame
    width: float

    @property
    def height(self) -> float:
        """The height that the frame takes at this width."""
        return (self.frame.north - self.frame.south) * self._per_degree_north

    @property
    def per_km(self) -> float:
        """The units of a kilometre."""
        return self._per_degree_north / KM_PER_DEGREE

    @property
    def _per_degree_east(self) -> float:
        return self.width / (self.frame.east - self.frame.west)

    @property
    def _per_degree_north(self) -> float:
        return self._per_degree_east / math.cos(math.radians((self.frame.north + self.frame.south) / 2))

    def point(self, lon: float, lat: float) -> svg.Position:
        """Where a position lies in the drawing, from its upper left corner."""
        return (lon - self.frame.west) * self._per_degree_east, (self.frame.north - lat) * self._per_degree_north

    def widened(self) -> Frame:
        """The frame with a margin around it."""
        east, north = _MARGIN / self._per_degree_east, _MARGIN / self._per_degree_north
        frame = self.frame
        return Frame(frame.west - east, frame.south - north, frame.east + east, frame.north + north)


@cache
def outlines(shapes: str, projection: Projection) -> dict[str, Markup]:
    """The data of a path for each layer of a set of outlines."""
    found = {}
    for layer, lines in atlas.layers(shapes).items():
        is_area = layer in atlas.AREAS
        drawn = list(_drawn(clip(lines, projection.widened()) if is_area else lines, projection))
        if is_area:
            drawn = [ring for ring in drawn if _extent(ring) > _SMALLEST]
        found[layer] = svg.lines(drawn, closed=is_area)
    return found


def _drawn(lines: list[Line], projection: Projection) -> Iterator[Line]:
    for line in lines:
        yield simplify([projection.point(lon, lat) for lon, lat in line], _TOLERANCE)


def _extent(line: Line) -> float:
    columns, rows = [x for x, _ in line], [y for _, y in line]
    return max(max(columns) - min(columns), max(rows) - min(rows))
