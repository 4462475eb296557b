"""An entry as a tree of items, each with the comments that belong to it: what the layout of a file is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """A key with its value, or a value of a list, for which `key` is None.

    `before` are comments on lines of their own above it, `beside` is one at the end of its line. How its text was
    written is no part of what it is: `style` is `|` or `>` for a block, and `is_pinned` tells of a plain text that a
    comment cuts off, which must be seen to be cut.
    """

    key: str | None
    value: str | Group
    before: tuple[str, ...] = ()
    beside: str = ""
    style: str = field(default="", compare=False)
    is_pinned: bool = field(default=False, compare=False)

    @property
    def keeps_lines(self) -> bool:
        """Whether it is a text whose line breaks are content: it has some, or is written as a block that keeps them."""
        text = self.value
        return isinstance(text, str) and bool(text.strip()) and (self.style == "|" or "\n" in text)

    def comments(self) -> Iterator[str]:
        """All comments of it and of what is in it."""
        yield from self.before
        if self.beside:
            yield self.beside
        if isinstance(self.value, Group):
            yield from self.value.comments()


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping or a list, with the comments below its last item; `row` is its text if it goes on one line."""

    items: tuple[Item, ...]
    is_list: bool = False
    after: tuple[str, ...] = ()
    row: str = field(default="", compare=False)

    def comments(self) -> Iterator[str]:
        """All comments in it."""
        for item in self.items:
            yield from item.comments()
        yield from self.after


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole file; `head` are the comments on all of it, at its top, with an empty one for each blank line."""

    head: tuple[str, ...]
    root: Group

    def comments(self) -> Iterator[str]:
        """All comments of the file."""
        yield from filter(None, self.head)
        yield from self.root.comments()
