"""Which comments a file has, and to which item each belongs.

PyYAML reads no comments, and ruamel.yaml, which does, loses those within one-line braces and hangs others on the item
before them, with which they would move. But `yaml_text` knows the place of every value, and between the values a `#`
can only begin a comment.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from generator.yaml_text import Document, Slot

Path: TypeAlias = tuple[str | int, ...]

_COMMENT = re.compile("#.*")
_DASH = re.compile(r"(?m)^[ \t]*-")
MODELINE = re.compile(r"#\s*yaml-language-server:")


@dataclass
class Comments:
    """The comments of a file by the paths of their items; `after` by the path of the mapping or list that they end."""

    head: list[str] = field(default_factory=list)
    before: dict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[Path, str] = field(default_factory=dict)
    after: dict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))

    def put_beside(self, path: Path, comment: str) -> None:
        """Only one fits at the end of a line: an earlier one goes above it."""
        if path in self.beside:
            self.before[path].append(self.beside[path])
        self.beside[path] = comment


class _Mark(NamedTuple):
    """A stretch of the text that is no comment, and the item that it is of: a dash, a key, a text or a bracket."""

    start: int
    end: int
    path: Path
    closes: bool = False


def comments_of(document: Document) -> Comments:
    """All comments of a file that has no faults."""
    return _Finder(document).find()


class _Finder:
    def __init__(self, document: Document) -> None:
        self.text = document.text
        # Those of blocks, by their paths; brackets know none.
        self.columns: dict[Path, int] = {}
        self.marks: list[_Mark] = []
        self._mark_items(document.data, document.slots, ())
        self.columns[()] = self._column(self.marks[0].start) if self.marks else 0
        self.head_end = self._end_of_head()
        self.found = Comments()

    def find(self) -> Comments:
        end = 0
        for number, mark in enumerate([*self.marks, None]):
            start = mark.start if mark else len(self.text)
            for match in _COMMENT.finditer(self.text, end, start):
                self._place(match[0].rstrip(), match.start(), number)
            if mark:
                self._take_from_first_line(mark)
                end = mark.end
        return self.found

    def _mark_items(self, data: Any, slots: Mapping[str | int, Slot], path: Path, first_dash: int = -1) -> None:
        """Note the marks in a mapping or list; a list that is a block begins with a dash."""
        for step, slot in slots.items():
            if isinstance(step, str):
                self.marks.append(_Mark(slot.key[0], slot.key[1], (*path, step)))
            elif first_dash >= 0:
                dash = self._next_dash() if step else first_dash
                self.marks.append(_Mark(dash, dash + 1, (*path, step)))
            self._mark_value(data[step], slot, (*path, step))

    def _next_dash(self) -> int:
        found = _DASH.search(self.text, self.marks[-1].end)
        assert found, "a further item of a list begins with a dash on a line of its own"
        return found.end() - 1

    def _mark_value(self, value: Any, slot: Slot, path: Path) -> None:
        start, end = slot.value
        if isinstance(value, str):
            self.marks.append(_Mark(start, start + len(self.text[start:end].rstrip()), path))
        elif self.text[start] in "[{":
            self.marks.append(_Mark(start, start + 1, path))
            self._mark_items(value, slot.items, path)
            self.marks.append(_Mark(end - 1, end, path, closes=True))
        else:
            self.columns[path] = self._column(start)
            self._mark_items(value, slot.items, path, start)

    def _column(self, offset: int) -> int:
        return offset - self.text.rfind("\n", 0, offset) - 1

    def _end_of_head(self) -> int:
        """Where the comments end that are on the whole file: at the last blank line above the first key."""
        above = self.text[: self.marks[0].start] if self.marks else ""
        return max((match.start() for match in re.finditer(r"(?m)^[ \t]*\n", above)), default=0)

    def _place(self, comment: str, offset: int, number: int) -> None:
        """Put a comment that stands between two marks, of which the second has this number, to its item."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        is_alone = not self.text[line_start:offset].strip()
        before = self.marks[number - 1] if number else None
        if number == 0 and (offset < self.head_end or MODELINE.match(comment)):
            follows_blank = self.text[: line_start - 1].rstrip(" \t").endswith("\n")
            self.found.head += ["", comment] if follows_blank else [comment]
        elif before and not is_alone and "\n" not in self.text[before.end : offset]:
            self.found.put_beside(before.path, comment)
        elif number < len(self.marks) and self.marks[number].closes:
            self.found.after[self.marks[number].path].append(comment)
        else:
            self._place_by_column(comment, self._column(offset) if is_alone else -1, number)

    def _place_by_column(self, comment: str, column: int, number: int) -> None:
        """A comment on a line of its own ends the innermost block that is closed there and not to the right of it.

        If there is none, it belongs to what follows.
        """
        following = self.marks[number].path if number < len(self.marks) else ()
        preceding = self.marks[number - 1].path if number else ()
        base = self.columns.get(following[:-1], -1)
        for depth in range(len(preceding) - 1, 0, -1):
            block = preceding[:depth]
            if block != following[:depth] and column >= self.columns.get(block, -1) > base:
                self.found.after[block].append(comment)
                return
        of_item = self.found.before if following else self.found.after
        of_item[following].append(comment)

    def _take_from_first_line(self, mark: _Mark) -> None:
        """A block of text may have a comment in its first line, after `|` or `>`."""
        if self.text[mark.start : mark.start + 1] in ("|", ">"):
            line = self.text[mark.start : mark.end].partition("\n")[0]
            if match := _COMMENT.search(line):
                self.found.put_beside(mark.path, match[0].rstrip())
