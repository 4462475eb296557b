"""A figure as a speaker gives it: exact, about, at least, up to, over, or a range."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIGURE = re.compile(r"(?:(about|over|up to|at least) )?(\d{1,12})(?:\.\.(\d{1,12}))?")


class FigureError(ValueError):
    """A text that is no figure. The message is fit for a contributor."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or range of numbers, in the claim's unit, with the word that limits it."""

    low: int
    high: int
    limit: str = ""

    def words(self) -> str:
        """The figure as a reader says it: `about 12,000`, `10,000 to 12,000`."""
        span = f"{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"
        return f"{self.limit} {span}".lstrip()


def parse_figure(text: str) -> Figure:
    """Read `N`, `about N`, `over N`, `up to N`, `at least N` or `N..M` (N ≤ M). Raises `FigureError`."""
    match = _FIGURE.fullmatch(text)
    if not match or not text.isascii() or (match[1] and match[3]):
        raise FigureError(
            f"`{text}` is not a figure: write 600, about 600, over 600, up to 600, at least 600 or 500..600"
        )
    low = int(match[2])
    high = int(match[3]) if match[3] else low
    if high < low:
        raise FigureError(f"`{text}` is not a range: the larger number comes last")
    return Figure(low, high, match[1] or "")
