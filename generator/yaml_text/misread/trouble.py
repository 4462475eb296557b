"""What is known where the parser gives up, and what a misreading tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.yaml_text.misread.written import Line, line_at


class Misreading(NamedTuple):
    """What a contributor wrote, from `start` to `end`, and what to write instead. `also` are further places."""

    message: str
    start: int
    end: int
    help: str
    also: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True)
class Trouble:
    """Where and why the parser gave up: what it was reading began at `began`, and went wrong at `noticed`."""

    text: str
    lines: list[Line]
    problem: str
    context: str
    began: int
    noticed: int

    @cached_property
    def line(self) -> Line:
        """The line in which it was noticed."""
        return line_at(self.lines, self.noticed)

    @cached_property
    def line_begun(self) -> Line:
        """The line in which began what was being read."""
        return line_at(self.lines, self.began)

    def before(self, line: Line) -> Line | None:
        """The line above one that says something."""
        return next((above for above in reversed(self.lines[: line.number]) if not above.is_empty), None)
