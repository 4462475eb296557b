"""The result of a benchmark as a plain table: a column for each size, and one for the growth to the largest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypedDict

from benchmarks.measure import Cost

Row: TypeAlias = list[str]


class Stages(TypedDict):
    """Of each stage, its CPU seconds, and the peak memory in bytes by its end."""

    seconds: dict[str, float]
    peak: dict[str, int]


@dataclass
class Figures:
    """What was measured of a corpus of so many developments, run by run."""

    entries: int
    ours: list[Cost] = field(default_factory=list)
    stages: list[Stages] = field(default_factory=list)
    stock: list[Cost] = field(default_factory=list)
    ours_bytes: int = 0
    stock_bytes: int = 0

    def seconds_of(self, stage: str) -> float:
        return min(run["seconds"][stage] for run in self.stages)

    def peak_of(self, stage: str) -> int:
        return min(run["peak"][stage] for run in self.stages)


def render(figures: Sequence[Figures]) -> str:
    """The whole table. Growth is that of a figure per entry from the second largest size to the largest."""
    lines = list(_rows(figures))
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(_aligned(line, widths) for line in lines)


def _aligned(line: Row, widths: list[int]) -> str:
    first, *others = line
    cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
    return "   ".join(cells).rstrip()


def _rows(figures: Sequence[Figures]) -> Iterator[Row]:
    blank = [""] * (len(figures) + 2)
    yield ["entries", *(f"{item.entries:,}" for item in figures), "growth"]
    yield [f"runs: {len(figures[0].ours)}, least of each", *blank[1:]]
    yield blank
    names = list(figures[0].stages[0]["seconds"])
    yield ["CPU of a stage", *blank[1:]]
    yield from (_row(f"  {name}", figures, [item.seconds_of(name) for item in figures], _seconds) for name in names)
    yield blank
    yield ["peak memory by the end of a stage", *blank[1:]]
    yield from (_row(f"  {name}", figures, [item.peak_of(name) for item in figures], _megabytes) for name in names)
    yield blank
    yield from _whole("this build", figures, [item.ours for item in figures], [item.ours_bytes for item in figures])
    yield blank
    yield from _whole("stock build", figures, [item.stock for item in figures], [item.stock_bytes for item in figures])
    yield blank
    ratios = [_least(item.ours) / _least(item.stock) for item in figures]
    yield ["CPU of this build / stock build", *(f"{ratio:.2f}" for ratio in ratios), ""]


def _whole(name: str, figures: Sequence[Figures], runs: list[list[Cost]], sizes: list[int]) -> Iterator[Row]:
    seconds = [_least(costs) for costs in runs]
    yield _row(f"{name}: CPU", figures, seconds, _seconds)
    each = [f"{1000 * value / item.entries:.2f} ms" for value, item in zip(seconds, figures, strict=True)]
    yield ["  CPU for each entry", *each, ""]
    yield _row("  peak memory", figures, [min(cost.peak for cost in costs) for costs in runs], _megabytes)
    yield _row("  output", figures, sizes, _megabytes)


def _least(costs: list[Cost]) -> float:
    return min(cost.seconds for cost in costs)


def _row(name: str, figures: Sequence[Figures], values: Sequence[float], show: Callable[[float], str]) -> Row:
    per_entry = [value / item.entries for value, item in zip(values, figures, strict=True)]
    return [name, *(show(value) for value in values), _growth(per_entry)]


def _growth(per_entry: list[float]) -> str:
    return f"{per_entry[-1] / per_entry[-2]:.2f}" if len(per_entry) > 1 and per_entry[-2] else ""


def _seconds(value: float) -> str:
    return f"{value:.2f} s"


def _megabytes(value: float) -> str:
    return f"{value / 1_000_000:.1f} MB"
