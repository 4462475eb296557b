"""The one layout of entries: what a file holds decides how it is written, and every comment stays at its item.

The way is `read`, `arranged`, `write`, and `prove`.
"""

from __future__ import annotations

from generator.editing.layout.arranging import WIDTH, arranged
from generator.editing.layout.proof import LayoutError, prove
from generator.editing.layout.reading import read
from generator.editing.layout.writing import write
from generator.model import KINDS
from generator.model.order import UNKNOWN, Keys, keys
from generator.yaml_text import parse

__all__ = ["WIDTH", "LayoutError", "keys_at", "lay_out", "prove"]


def keys_at(path: str) -> Keys:
    """The keys of an entry with their order, by the folder of `entries/` in which it lies; elsewhere none are known."""
    parts = path.split("/")
    folder = parts[-parts[::-1].index("entries")] if "entries" in parts[:-1] else ""
    return keys(KINDS[folder]) if folder in KINDS else UNKNOWN


def lay_out(text: str, path: str) -> str:
    """A file that has no faults of text, as it is to be written; its path tells which keys it has.

    Raises `LayoutError` where that would not be the same entry with the same comments.
    """
    lines = text.replace("\r\n", "\n")
    before, known = parse(lines if lines.endswith("\n") else f"{lines}\n"), keys_at(path)
    if before.faults:
        raise LayoutError(f"it cannot be read: {before.faults[0].message}")
    laid_out = write(arranged(read(before), known))
    if laid_out != text:
        prove(before, parse(laid_out), known)
    return laid_out
