"""How a line of a file looks on a terminal, and which of its columns each character takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import accumulate

_TAB = 8
# Marks that old Hangul has beside a letter.
_TONES = frozenset("\u302e\u302f")
# Written as Hangul without a shape of their own: they look like nothing at all.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")


def visible(text: str, *, tab: str = " ") -> str:
    """A text in which everything can be seen, and that no terminal obeys: `\\x1b`, `\\u200b`."""
    return "".join(
        letter if letter.isprintable() and letter not in _FILLERS else tab if letter == "\t" else _escape(letter)
        for letter in text
    )


def _escape(letter: str) -> str:
    number = ord(letter)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def width(text: str) -> int:
    """How many columns a terminal gives a visible text: Hangul takes two, what joins the letter before it none.

    What is wide in some East Asian terminals only (`…`, `→`) counts as narrow, as elsewhere.
    """
    return len(text) if text.isascii() else sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me") or letter in _TONES:
        return 0
    if "\u1160" <= letter <= "\u11ff" or "\ud7b0" <= letter <= "\ud7ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


class Line:
    """A line as shown, with the column at which each of its characters begins; the last is that of its end."""

    def __init__(self, text: str) -> None:
        self.cells = list(_cells(text))
        self.columns = [0, *accumulate(width(cell) for cell in self.cells)]

    def window(self, start: int, end: int, limit: int) -> tuple[int, int]:
        """The characters to show where only `limit` columns can be: all, or some around those from `start` on."""
        columns = self.columns
        if columns[-1] <= limit:
            return 0, len(self.cells)
        middle = columns[min(start, len(self.cells))]
        if columns[min(end, len(self.cells))] <= limit:
            middle = 0
        first = next(n for n, column in enumerate(columns) if column >= min(middle - limit // 2, columns[-1] - limit))
        last = max(n for n, column in enumerate(columns) if column <= columns[first] + limit)
        return first, last

    def shown(self, first: int, last: int) -> str:
        """Some of its characters, with dots where others were left out."""
        return "..." * (first > 0) + "".join(self.cells[first:last]) + "..." * (last < len(self.cells))

    def underline(self, first: int, last: int, start: int, end: int, sign: str) -> str:
        """Signs below the characters from `start` up to `end`, as far as those from `first` up to `last` are shown."""
        begin, stop = (self.columns[min(max(place, first), last)] - self.columns[first] for place in (start, end))
        return " " * (begin + 3 * (first > 0)) + sign * max(1, stop - begin)


def _cells(text: str) -> Iterator[str]:
    column = 0
    for letter in text:
        cell = visible(letter, tab=" " * (_TAB - column % _TAB))
        column += width(cell)
        yield cell
