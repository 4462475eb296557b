"""Makes the pictures again: `python -m generator.emblem`."""

from __future__ import annotations

import math
from pathlib import Path

from generator.emblem.raster import Shape, Stain, arc, disc, half, line, png, ring

FOLDER = Path(__file__).parent.parent / "theme" / "assets" / "images"

GROUND = (27, 42, 65)
WHITE = (255, 255, 255)
YES, NO, OPEN, QUIET = (143, 211, 164), (240, 165, 157), (228, 195, 115), (164, 171, 185)


def main() -> None:
    """Write the pictures into the theme's folder."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "favicon.png").write_bytes(png(64, 64, GROUND, icon(32, 32, 22)))
    (FOLDER / "social.png").write_bytes(png(1200, 630, GROUND, signs(200, 200, 315, 62)))


def icon(x: float, y: float, size: float) -> list[Stain]:
    """A circle that is half full: what some assert and others deny."""
    return [Stain(half(disc(x, y, size), x), WHITE), Stain(ring(x, y, size, size / 4), WHITE)]


def signs(x: float, step: float, y: float, size: float) -> list[Stain]:
    """The signs of the five stances in a row: asserts, denies, doubts, leaves open, is silent."""
    places = [x + step * number for number in range(5)]
    thick = size / 3.2
    return [
        Stain(disc(places[0], y, size * 0.8), YES),
        *(Stain(line(stroke, thick), NO) for stroke in _cross(places[1], y, size * 0.7)),
        *(Stain(shape, OPEN) for shape in _question(places[2], y, size, thick)),
        *(Stain(line(_wave(places[3], y + shift, size), thick), OPEN) for shift in (-size * 0.38, size * 0.38)),
        *(Stain(disc(places[4] + shift, y, thick * 0.62), QUIET) for shift in (-size * 0.7, 0, size * 0.7)),
    ]


def _cross(x: float, y: float, size: float) -> list[list[tuple[float, float]]]:
    return [[(x - size, y - size), (x + size, y + size)], [(x - size, y + size), (x + size, y - size)]]


def _question(x: float, y: float, size: float, thick: float) -> list[Shape]:
    hook = [*arc(x, y - size * 0.45, size * 0.5, 180, 408), (x, y + size * 0.3), (x, y + size * 0.4)]
    return [line(hook, thick), disc(x, y + size * 0.95, thick * 0.62)]


def _wave(x: float, y: float, size: float) -> list[tuple[float, float]]:
    steps = [step / 24 for step in range(25)]
    return [(x + size * (2 * step - 1) * 0.9, y - math.sin(step * 2 * math.pi) * size * 0.2) for step in steps]


if __name__ == "__main__":
    main()
