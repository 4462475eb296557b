"""Whether a file that was laid out is still the same entry with the same comments: nobody takes the writer's word."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

from generator.editing.layout.arranging import arranged
from generator.editing.layout.reading import read
from generator.editing.layout.tree import Tree
from generator.editing.layout.writing import write
from generator.model.order import Keys
from generator.yaml_text import Document


class LayoutError(Exception):
    """A layout that would change what a file holds: a fault of ours. The file stays as it is."""


def prove(before: Document, after: Document, keys: Keys) -> None:
    """Compare a file with what it was, and with what it becomes when it is laid out again. Raises `LayoutError`."""
    if after.faults:
        raise LayoutError(f"it could not be read: {after.faults[0].message}")
    if _content(after.data) != _content(before.data):
        raise LayoutError("it would hold something else")
    old, new = read(before), read(after)
    if new != arranged(old, keys) or _comments(new) != _comments(old):
        raise LayoutError("a comment or a key would be elsewhere")
    if len(after.cuts) != len(before.cuts):
        raise LayoutError("a comment would look like part of a text, or no longer so")
    if write(arranged(new, keys)) != after.text:
        raise LayoutError("it would not stay as it is")


def _content(data: Any) -> Any:
    """The data of a file, with all texts in NFC."""
    if isinstance(data, str):
        return unicodedata.normalize("NFC", data)
    if isinstance(data, list):
        return [_content(value) for value in data]
    return {key: _content(value) for key, value in data.items()}


def _comments(tree: Tree) -> Counter[str]:
    return Counter(unicodedata.normalize("NFC", comment) for comment in tree.comments())
