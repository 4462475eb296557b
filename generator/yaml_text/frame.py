"""A list or mapping while it is read."""

from __future__ import annotations

from typing import Any

from generator.yaml_text.document import Slot


class Frame:
    """A container that is still open: its items so far, and the key that waits for a value.

    `repeats` says that the last key stood there already.
    """

    __slots__ = ("container", "items", "key", "key_marks", "repeats", "start")

    def __init__(self, container: Any, start: int) -> None:
        self.container = container
        self.items: dict[str | int, Slot] = {}
        self.start = start
        self.key: str | None = None
        self.key_marks = (0, 0)
        self.repeats = False

    @property
    def wants_key(self) -> bool:
        """Whether what comes next is a key."""
        return self.key is None and type(self.container) is dict

    def put(self, value: Any, start: int, end: int, items: dict[str | int, Slot]) -> None:
        """Add a value; of a key that stands twice, the first stays."""
        if self.key is None:
            self.items[len(self.container)] = Slot((start, end), (start, end), items)
            self.container.append(value)
        else:
            self.items.setdefault(self.key, Slot(self.key_marks, (start, end), items))
            self.container.setdefault(self.key, value)
            self.key = None
