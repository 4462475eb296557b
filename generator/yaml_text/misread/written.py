"""How lines of YAML are written: their parts as they were meant, and a value as it should have been."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.yaml_text.scalar import quoted

_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>(?:-[ \t]+)*)(?:(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+|$))?(?P<value>.*?)[ \t\r]*$"
)
_LONGEST = 60


@dataclass(frozen=True)
class Line:
    """A line that begins at an offset: blanks, hyphens of lists, a key if there is one, and what follows."""

    number: int
    start: int
    text: str
    indent: str
    dash: str
    key: str
    value: str
    value_at: int

    @property
    def key_at(self) -> int:
        """Where the key begins, or the value where there is none."""
        return self.start + len(self.indent) + len(self.dash)

    @property
    def content_at(self) -> int:
        """Where it begins to say something."""
        return self.start + len(self.indent)

    @property
    def end(self) -> int:
        """Where the value ends."""
        return self.value_at + len(self.value)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: it is blank, or a comment."""
        return not self.text.strip() or self.text.lstrip().startswith("#")

    def corrected(self, value: str) -> str:
        """The line with another value, as help gives it."""
        return f"write `{self.dash}{self.key + ': ' if self.key else ''}{value}`"


def lines(text: str) -> list[Line]:
    """All lines of a text."""
    found, start = [], 0
    for number, line in enumerate(text.split("\n")):
        match = _LINE.match(line)
        assert match, "every line has this form"
        key = match["key"] or ""
        found.append(
            Line(number, start, line, match["indent"], match["dash"], key, match["value"], start + match.start("value"))
        )
        start += len(line) + 1
    return found


def line_at(all_lines: list[Line], offset: int) -> Line:
    """The line in which an offset lies."""
    return all_lines[bisect_right(all_lines, offset, key=lambda line: line.start) - 1]


def in_quotes(text: str) -> str:
    """A text in quotation marks; a long one is cut short."""
    return quoted(text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + " …")
