"""Shapes as distances, painted with smooth edges, and written as PNG."""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

# How far a point lies outside of a shape, in pixels; within it, less than 0.
Shape = Callable[[float, float], float]
Colour = tuple[int, int, int]

TILE = 16


class Stain(NamedTuple):
    """A shape in its colour. Where several lie on one another, the last is on top."""

    shape: Shape
    colour: Colour


def disc(x: float, y: float, radius: float) -> Shape:
    """A filled circle."""
    return lambda u, v: math.hypot(u - x, v - y) - radius


def ring(x: float, y: float, radius: float, width: float) -> Shape:
    """A circle as a line."""
    return lambda u, v: abs(math.hypot(u - x, v - y) - radius) - width / 2


def half(shape: Shape, x: float) -> Shape:
    """What of a shape lies to the left of `x`."""
    return lambda u, v: max(shape(u, v), u - x)


def line(points: Iterable[tuple[float, float]], width: float) -> Shape:
    """A line along points, round at its ends and corners."""
    pairs = list(pairwise(points))
    return lambda u, v: min(_distance(u, v, *start, *end) for start, end in pairs) - width / 2


def arc(x: float, y: float, radius: float, start: float, end: float) -> list[tuple[float, float]]:
    """Points along a part of a circle, between two angles in degrees; 0 is to the right, 90 is down."""
    angles = (math.radians(start + (end - start) * step / 24) for step in range(25))
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def png(width: int, height: int, ground: Colour, stains: Iterable[Stain]) -> bytes:
    """A picture of shapes on a ground of one colour."""
    tiles = _tiles(width, height, list(stains))
    rows = bytearray()
    for y in range(height):
        rows += b"\0"
        for x in range(width):
            rows += bytes(_colour(x + 0.5, y + 0.5, ground, tiles[x // TILE, y // TILE]))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_part, parts))


def _tiles(width: int, height: int, stains: list[Stain]) -> dict[tuple[int, int], list[Stain]]:
    """The shapes that reach into each square of the picture: most of it is empty."""
    corners = ((x, y) for x in range(0, width, TILE) for y in range(0, height, TILE))
    return {
        (x // TILE, y // TILE): [stain for stain in stains if stain.shape(x + TILE / 2, y + TILE / 2) < TILE]
        for x, y in corners
    }


def _part(part: tuple[bytes, bytes]) -> bytes:
    name, data = part
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _colour(x: float, y: float, ground: Colour, stains: list[Stain]) -> Colour:
    red, green, blue = ground
    for shape, colour in stains:
        cover = min(1.0, max(0.0, 0.5 - shape(x, y)))
        if cover:
            red += round((colour[0] - red) * cover)
            green += round((colour[1] - green) * cover)
            blue += round((colour[2] - blue) * cover)
    return red, green, blue


def _distance(u: float, v: float, x1: float, y1: float, x2: float, y2: float) -> float:
    """How far a point is from a straight line between two others."""
    along = ((u - x1) * (x2 - x1) + (v - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
    share = min(1.0, max(0.0, along))
    return math.hypot(u - x1 - share * (x2 - x1), v - y1 - share * (y2 - y1))
