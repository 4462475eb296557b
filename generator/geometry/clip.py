"""Cuts outlines to a frame of meridians and parallels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from generator.geometry.topology import Line, Position


class Frame(NamedTuple):
    """The meridians and parallels around a map, in degrees."""

    west: float
    south: float
    east: float
    north: float


def clip(rings: Iterable[Line], frame: Frame) -> list[Line]:
    """What of closed rings lies in a frame, side after side (Sutherland and Hodgman); its edge closes what is cut."""
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, frame.west, float.__ge__),
        (0, frame.east, float.__le__),
        (1, frame.south, float.__ge__),
        (1, frame.north, float.__le__),
    )
    kept = []
    for ring in rings:
        for axis, bound, is_inside in sides:
            ring = _cut(ring, axis, bound, is_inside)
        if ring:
            kept.append(ring)
    return kept


def _cut(ring: Line, axis: int, bound: float, is_inside: Callable[[float, float], bool]) -> Line:
    cut: Line = []
    for last, point in pairwise(ring):
        if is_inside(last[axis], bound) != is_inside(point[axis], bound):
            cut.append(_crossing(last, point, axis, bound))
        if is_inside(point[axis], bound):
            cut.append(point)
    return [*cut, cut[0]] if cut else []


def _crossing(one: Position, other: Position, axis: int, bound: float) -> Position:
    share = (bound - one[axis]) / (other[axis] - one[axis])
    return (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))
