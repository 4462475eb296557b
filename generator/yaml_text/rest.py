"""What is left of a text without the pieces in which there is a fault, so that the rest can be read.

A piece is a key of the entry with its value; or, where that value is a list or a mapping on lines of its own, one item.
Its lines become comments, so that all others stay where they are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TOP = re.compile(r"(?![\s#]|$|[-:](?:\s|$))")
_NAME = re.compile(r"[\"']?([A-Za-z][\w-]*)")
_ALONE = re.compile(r"[^\s:#][^:]*:\s*(?:#.*)?")
_KEYS = re.compile(r"([A-Za-z][\w-]*)[\"']?\s*[:=;：]")
_SEEN = re.compile(r"[^\r]")


class Piece(NamedTuple):
    """Lines `start` up to `stop` (from 0) of a value whose key stands in line `top`, and which goes on to `end`."""

    start: int
    stop: int
    top: int
    end: int


class Rest:
    """A text from which pieces are taken out.

    `lost` are the keys of whole ones, empty where there is none to see; `partly`, of those of which items are gone;
    `hidden`, all that looks like a key in what is gone.
    """

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.lost: set[str] = set()
        self._written = tuple(self.lines)
        self._gone = [False] * len(self.lines)
        self.partly: set[str] = set()
        self.hidden: set[str] = set()

    @property
    def text(self) -> str:
        """What is left, as long as it was."""
        return "\n".join(self.lines)

    def piece(self, first: int, last: int, *, to_the_end: bool = False) -> Piece:
        """The piece that holds these lines (numbers from 1), or the smallest pieces that together do.

        `to_the_end` takes in the items of the same value below it.
        """
        first, last = first - 1, min(last, len(self.lines)) - 1
        top, end = self._top(first), self._end(last)
        start, stop = self._item(top, end, first, last) if self._top(last) == top else (top, end)
        stop = end if to_the_end else stop
        # What is wrong where nothing is left is the key's own fault, or a following one.
        return Piece(top, end, top, end) if any(self._gone[start:stop]) else Piece(start, stop, top, end)

    def is_gone(self, piece: Piece) -> bool:
        """Whether something of it was taken out."""
        return any(self._gone[piece.start : piece.stop])

    def is_near(self, piece: Piece) -> bool:
        """Whether something was taken out of the same value, or above it: then its lines may mean another thing."""
        above = next((line for line in range(piece.top - 1, -1, -1) if self._written[line].strip()), None)
        return any(self._gone[piece.top : piece.end]) or (above is not None and self._gone[above])

    def take_out(self, piece: Piece) -> None:
        """Take out a piece."""
        if (piece.start, piece.stop) == (piece.top, piece.end):
            tops = (
                line for line in range(piece.top, piece.end) if line == piece.top or _TOP.match(self._written[line])
            )
            self.lost |= {self._name(line) for line in tops}
        else:
            self.partly.add(self._name(piece.top))
        self._remove(piece.start, piece.stop)

    def is_last(self, piece: Piece) -> bool:
        """Whether nothing follows a piece."""
        return not any(line.strip() for line in self._written[piece.stop :])

    def cut_off(self, first: int) -> None:
        """Take out all from a line on, which belongs to no key of this text."""
        self._remove(first - 1, len(self.lines))

    def _remove(self, start: int, stop: int) -> None:
        for line in range(start, stop):
            self.lines[line] = _SEEN.sub("#", self._written[line])
            self._gone[line] = True
            self.hidden |= set(_KEYS.findall(self._written[line]))

    def _top(self, line: int) -> int:
        """The line with the key of the entry to whose value a line belongs."""
        return next((above for above in range(line, -1, -1) if _TOP.match(self._written[above])), 0)

    def _end(self, line: int) -> int:
        after = range(line + 1, len(self.lines))
        return next((below for below in after if _TOP.match(self._written[below])), len(self.lines))

    def _item(self, top: int, end: int, first: int, last: int) -> tuple[int, int]:
        """The lines of the items that hold some lines, if the value between `top` and `end` has items; else all."""
        body = [line for line in range(top + 1, end) if self._written[line].strip() and not self._is_comment(line)]
        if first == top or not body or not _ALONE.fullmatch(self._written[top].rstrip()):
            return top, end
        starts = [line for line in body if self._indent(line) == self._indent(body[0])]
        hyphens = {self._written[line].lstrip().startswith("-") for line in starts}
        if first < starts[0] or len(hyphens) > 1:
            return top, end
        return max(line for line in starts if line <= first), min((line for line in starts if line > last), default=end)

    def _name(self, line: int) -> str:
        name = _NAME.match(self._written[line])
        return name[1] if name else ""

    def _indent(self, line: int) -> int:
        return len(self._written[line]) - len(self._written[line].lstrip())

    def _is_comment(self, line: int) -> bool:
        return self._written[line].lstrip().startswith("#")
