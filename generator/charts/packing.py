"""Which row of a lane each mark takes, so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence

# From one mark to the next, in CSS pixels.
GAP = 1.4

Extent = tuple[float, float]


def rows(extents: Sequence[Extent]) -> list[int]:
    """The row of each extent, counted from 0: the lowest in which it is free; the long ones take theirs first."""
    taken: list[list[Extent]] = []
    found = [0] * len(extents)
    for number in sorted(range(len(extents)), key=lambda number: _order(extents[number])):
        extent = extents[number]
        row = next((n for n, others in enumerate(taken) if _is_free(extent, others)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(extent)
        found[number] = row
    return found


def _order(extent: Extent) -> tuple[bool, float, float]:
    start, end = extent
    return (end - start < 30, start, end)


def _is_free(extent: Extent, others: list[Extent]) -> bool:
    return all(extent[1] + GAP <= start or end + GAP <= extent[0] for start, end in others)
