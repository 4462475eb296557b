"""Reads a TopoJSON file: the outline of several countries taken together, and the frontiers between them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from pathlib import Path

Position = tuple[float, float]
Line = list[Position]


class Topology:
    """The shapes of one object of a TopoJSON file; neighbours share the arcs of which their outlines consist."""

    def __init__(self, path: Path, name: str) -> None:
        data = json.loads(path.read_text(encoding="utf-8"))
        self._arcs = data["arcs"]
        self._scale, self._shift = data["transform"]["scale"], data["transform"]["translate"]
        self._shapes = data["objects"][name]["geometries"]

    def outline(self, ids: Iterable[str] = ()) -> list[Line]:
        """The closed rings around these countries (or all shapes), without the frontiers between them."""
        arcs = [arc for ring in self._rings(set(ids)) for arc in ring]
        times = Counter(max(arc, ~arc) for arc in arcs)
        return list(_stitched([self._line(arc) for arc in arcs if times[max(arc, ~arc)] == 1]))

    def frontier(self, one: str, others: Iterable[str]) -> list[Line]:
        """The lines that a country shares with others."""
        theirs = {max(arc, ~arc) for arc in chain(*self._rings(set(others)))}
        return [self._line(arc) for arc in chain(*self._rings({one})) if max(arc, ~arc) in theirs]

    def _rings(self, ids: set[str]) -> Iterator[list[int]]:
        for shape in self._shapes:
            if not ids or shape.get("id") in ids:
                polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
                yield from chain(*polygons)

    def _line(self, arc: int) -> Line:
        """An arc in degrees; a negative number stands for its complement, backwards."""
        (across, up), (west, south) = self._scale, self._shift
        steps = self._arcs[max(arc, ~arc)]
        columns, rows = accumulate(step[0] for step in steps), accumulate(step[1] for step in steps)
        line = [(x * across + west, y * up + south) for x, y in zip(columns, rows, strict=True)]
        return line[::-1] if arc < 0 else line


def _stitched(lines: list[Line]) -> Iterator[Line]:
    """The closed rings that directed lines make, each laid to the end of the one before."""
    starting: dict[Position, list[Line]] = {}
    for line in lines:
        starting.setdefault(line[0], []).append(line)
    for line in lines:
        ring: Line = []
        while line in starting[line[0]]:
            starting[line[0]].remove(line)
            ring += line[:-1]
            line = next(iter(starting[line[-1]]), line)
        if ring:
            yield [*ring, ring[0]]
