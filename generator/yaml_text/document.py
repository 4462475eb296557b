"""A parsed file: its data, the place of every value in its text, and the faults of the text itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

from generator.diagnostics import Span

Path: TypeAlias = Sequence[str | int]


class Fault(NamedTuple):
    """A fault of the text itself, before anything is known of its fields. `also` are further places, with words.

    `stands_alone` says that nothing around it can be its cause.
    """

    code: str
    message: str
    span: Span
    help: str = ""
    also: tuple[tuple[Span, str], ...] = ()
    stands_alone: bool = False


class Slot(NamedTuple):
    """Where the key and the value of one item begin and end, as offsets in the text, and the items of that value."""

    key: tuple[int, int]
    value: tuple[int, int]
    items: Mapping[str | int, Slot]


@dataclass
class Document:
    """A file as read: `data` is None where nothing of it could be, and else what is sound.

    `lost` are the keys of what is not, as far as they can be told, an empty one any; `partly`, those of which items
    are; `hidden`, all in it that looks like a key. `cuts` are comments that end a piece of prose, `in_parts` letters
    that are not written as one character.
    """

    text: str
    data: dict[str, Any] | None = None
    faults: list[Fault] = field(default_factory=list)
    cuts: list[Fault] = field(default_factory=list)
    in_parts: list[Fault] = field(default_factory=list)
    slots: Mapping[str | int, Slot] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()
    partly: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    # Whether the parser still waited for something at the end.
    ends_early: bool = False

    @property
    def warnings(self) -> list[Fault]:
        """What readers would not be misled by."""
        return self.cuts + self.in_parts

    def key_span(self, path: Path) -> Span:
        """The place of the key (or list item) at `path`, or of the nearest item above it that exists."""
        slot = self._slot(path)
        return self.span_between(*slot.key) if slot else Span(1, 1, 1, 1)

    def value_span(self, path: Path, needle: str = "", occurrence: int = 0) -> Span:
        """The place of the value at `path`; with `needle`, of its nth occurrence in that value as written."""
        slot = self._slot(path)
        if slot is None:
            return Span(1, 1, 1, 1)
        start, end = slot.value
        if needle:
            start, end = self._find(needle, occurrence, start, end)
        return self.span_between(start, end)

    def span_between(self, start: int, end: int) -> Span:
        """The span of two offsets, without white space at its end, unless it is all that there is."""
        end = start + (len(self.text[start:end].rstrip()) or end - start)
        return Span(*self._position(start), *self._position(end))

    def _find(self, needle: str, occurrence: int, start: int, end: int) -> tuple[int, int]:
        """The nth occurrence of a text between two offsets; a blank in it may be the end of a line there."""
        pattern = re.compile(r"\s+".join(map(re.escape, needle.split())))
        found = next(islice(pattern.finditer(self.text, start, end), occurrence, None), None)
        return found.span() if found else (start, end)

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.text.rfind("\n", 0, offset)
        return self.text.count("\n", 0, offset) + 1, offset - before

    def _slot(self, path: Path) -> Slot | None:
        slot, items = None, self.slots
        for step in path:
            if step not in items:
                break
            slot = items[step]
            items = slot.items
        return slot
