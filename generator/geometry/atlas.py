"""Reads the maps that there are, and the outlines that they show."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.geometry.clip import Frame
from generator.geometry.topology import Line

_FOLDER = Path(__file__).parent

AREAS = ("other", "land")
LINES = ("frontier", "line")


@dataclass(frozen=True, slots=True)
class Area:
    """A name that stands across an area, with its middle in degrees."""

    words: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Map:
    """A map as `maps.json` has it: `detail` is the map that shows a part of it, `scale` a length in kilometres."""

    id: str
    title: str
    shapes: str
    frame: Frame
    scale: int
    areas: tuple[Area, ...]
    note: str
    credits: tuple[str, ...]
    detail: str

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a place lies on it."""
        return self.frame.west < lon < self.frame.east and self.frame.south < lat < self.frame.north


@cache
def maps() -> dict[str, Map]:
    """The maps by their ids, in the order in which a page shows them."""
    described = json.loads((_FOLDER / "maps.json").read_text(encoding="utf-8"))
    return {id_: _map(id_, **fields) for id_, fields in described.items()}


@cache
def layers(shapes: str) -> dict[str, list[Line]]:
    """The lines of each layer in degrees; those of `AREAS` are closed rings."""
    text = json.loads((_FOLDER / f"{shapes}.json").read_text(encoding="utf-8"))
    return {layer: [_line(line) for line in lines] for layer, lines in text.items()}


def _map(id_: str, *, frame: list[float], areas: list[dict[str, Any]], **fields: Any) -> Map:
    named = tuple(Area(area["words"], *area["at"]) for area in areas)
    fields["credits"] = tuple(fields["credits"])
    return Map(id=id_, frame=Frame(*frame), areas=named, **{"detail": "", **fields})


def _line(text: str) -> Line:
    pairs = (pair.split() for pair in text.split(", "))
    return [(float(lon), float(lat)) for lon, lat in pairs]
