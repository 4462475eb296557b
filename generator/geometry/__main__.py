"""Makes the extract again: `python -m generator.geometry world-atlas/`.

The folder is the npm package world-atlas 2.0.2, unpacked: outlines by Natural Earth, in the public domain. The line is
taken from the PyPI package tzfpy, whose zones of time are OpenStreetMap's (ODbL). The site needs neither.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from generator.geometry.clip import Frame, clip
from generator.geometry.simplify import simplify
from generator.geometry.topology import Line, Topology

FOLDER = Path(__file__).parent

# Countries by ISO 3166-1 numbers, as strings.
NORTH, SOUTH = "408", "410"
NEIGHBOURS = ("156", "392", "643")
PENINSULA = Frame(122.9, 32.8, 131.4, 43.4)
BEYOND = Frame(-12.0, 8.0, 162.0, 72.0)
# Natural Earth draws the line between the two states up to 3.5 km off, so it is left out of the outline. The true one
# is where the zones of Pyongyang and Seoul share their corners, between the mouth of the Imjin and the eastern coast.
LINE = Frame(126.66, 37.76, 128.37, 38.7)
ZONES = ("Asia/Pyongyang", "Asia/Seoul")


def main(atlas: Path) -> None:
    """Write the extract beside this file."""
    countries = Topology(atlas / "countries-10m.json", "countries")
    land = Topology(atlas / "land-110m.json", "land")
    peninsula = {
        "land": clip(countries.outline([NORTH, SOUTH]), PENINSULA),
        "other": clip(countries.outline(NEIGHBOURS), PENINSULA),
        "frontier": countries.frontier(NORTH, NEIGHBOURS),
        "line": [demarcation_line()],
    }
    _write("peninsula.json", peninsula, 0.002)
    _write("beyond.json", {"land": clip(land.outline(), BEYOND)}, 0.05)


def demarcation_line() -> Line:
    """The Military Demarcation Line from west to east."""
    import tzfpy

    north, south = (_rings(tzfpy.get_tz_polygon_geojson(zone)) for zone in ZONES)
    shared = {point for ring in south for point in ring}
    line = [point for ring in north for point in ring if point in shared and _lies_in(point, LINE)]
    return line if line[0] < line[-1] else line[::-1]


def _rings(text: str) -> list[Line]:
    polygons = (polygon for feature in json.loads(text)["features"] for polygon in feature["geometry"]["coordinates"])
    return [[(x, y) for x, y in ring] for polygon in polygons for ring in polygon]


def _lies_in(point: tuple[float, float], frame: Frame) -> bool:
    return frame.west <= point[0] <= frame.east and frame.south <= point[1] <= frame.north


def _write(name: str, layers: dict[str, list[Line]], tolerance: float) -> None:
    """Each line is one string, degrees east and north in turn; the demarcation line keeps every point."""
    text = {
        layer: [_text(line) if layer == "line" else _text(simplify(line, tolerance), 3) for line in lines]
        for layer, lines in layers.items()
    }
    (FOLDER / name).write_text(json.dumps(text, indent=1) + "\n", encoding="utf-8")


def _text(line: Line, digits: int = 4) -> str:
    return ", ".join(f"{round(x, digits)} {round(y, digits)}" for x, y in line)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
