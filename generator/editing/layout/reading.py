"""From the text of a file to its tree."""

from __future__ import annotations

from typing import Any

from generator.editing.layout.comments import MODELINE, Comments, Path, comments_of
from generator.editing.layout.tree import Group, Item, Tree
from generator.yaml_text import Document, Slot


def read(document: Document) -> Tree:
    """The tree of a file that has no faults."""
    reading = _Reading(document)
    return Tree(_head(reading.comments.head), reading.group(document.data, document.slots, ()))


class _Reading:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.comments: Comments = comments_of(document)
        self.cuts = {(cut.span.line, cut.span.column) for cut in document.cuts}

    def group(self, data: Any, slots: Any, path: Path) -> Group:
        items = (self._item(step, data[step], slot, (*path, step)) for step, slot in slots.items())
        return Group(tuple(items), isinstance(data, list), tuple(self.comments.after.get(path, ())))

    def _item(self, step: str | int, value: Any, slot: Slot, path: Path) -> Item:
        is_text = isinstance(value, str)
        first = self.document.text[slot.value[0] : slot.value[0] + 1]
        return Item(
            step if isinstance(step, str) else None,
            value if is_text else self.group(value, slot.items, path),
            tuple(self.comments.before.get(path, ())),
            self.comments.beside.get(path, ""),
            first if is_text and first in ("|", ">") else "",
            is_text and self._is_cut(slot),
        )

    def _is_cut(self, slot: Slot) -> bool:
        """Whether the reader warns of the comment right after a plain text, for it may be the rest of it."""
        text, end = self.document.text, slot.value[1]
        start = text.find("#", end) if self.cuts else -1
        is_next = start >= 0 and not text[end:start].strip(" \t")
        return is_next and self.document.span_between(start, start + 1)[:2] in self.cuts


def _head(comments: list[str]) -> tuple[str, ...]:
    """The comments on the whole file: the one for editors first, and no blank lines at the ends."""
    for_editors = [comment for comment in comments if MODELINE.match(comment)]
    others = [comment for comment in comments if not MODELINE.match(comment)]
    kept = (line for at, line in enumerate(others) if line or (any(others[:at]) and any(others[at:])))
    return (*for_editors, *kept)
