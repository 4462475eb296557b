"""Takes from a line the points that the eye does not miss."""

from __future__ import annotations

import math
from collections.abc import Sequence

Position = tuple[float, float]


def simplify(line: Sequence[Position], tolerance: float) -> list[Position]:
    """The points of a line that keep it within `tolerance` of what it was (Douglas and Peucker), ends included.

    A ring is cut at its point farthest from the start, since its two ends are one.
    """
    if len(line) < 3:
        return list(line)
    kept, open_parts = {0, len(line) - 1}, [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        distance, middle = max(((_distance(line, n, first, last), n) for n in range(first + 1, last)), default=(0.0, 0))
        if distance > tolerance:
            kept.add(middle)
            open_parts += [(first, middle), (middle, last)]
    return [line[n] for n in sorted(kept)]


def _distance(line: Sequence[Position], number: int, first: int, last: int) -> float:
    """How far a point lies from the straight piece between two others."""
    (x, y), (x1, y1), (x2, y2) = line[number], line[first], line[last]
    along, up = x2 - x1, y2 - y1
    length = along * along + up * up
    share = min(1.0, max(0.0, ((x - x1) * along + (y - y1) * up) / length)) if length else 0.0
    return math.hypot(x - x1 - share * along, y - y1 - share * up)
