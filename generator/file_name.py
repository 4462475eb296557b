"""What a file of an entry is called, and where it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import files
from generator.diagnostics import Diagnostic, Span
from generator.model import KINDS, RESERVED_FILE_NAMES, is_id


def check(path: str) -> Iterator[Diagnostic]:
    """A file's name is its id and part of an address, on every file system."""
    parts = path.split("/")
    stem, _, suffix = parts[-1].rpartition(".")
    whole = Span(1, 1, 1, 1)
    if parts[1] not in KINDS or len(parts) != (4 if parts[1] == "developments" else 3):
        others = ", ".join(f"`{kind}/`" for kind in KINDS if kind != "developments")
        help_ = f"developments go into `{files.FOLDER}/developments/<year>/`, others into one of {others}"
        yield Diagnostic("wrong-folder", "no kind of entry lives in this folder", path, whole, help_)
    if suffix != "yaml":
        yield Diagnostic("bad-file-name", f"`{parts[-1]}` does not end in `.yaml`", path, whole, _renaming(parts[-1]))
    elif stem in RESERVED_FILE_NAMES:
        yield Diagnostic("reserved-file-name", f"`{stem}` is a reserved name", path, whole, "choose another name")
    elif not is_id(stem):
        yield Diagnostic("bad-file-name", f"`{stem}` cannot be an id", path, whole, _renaming(parts[-1]))


def _renaming(name: str) -> str:
    """What to call a file instead, where its name has letters that an id may have."""
    stem = re.sub(r"(\.ya?ml)+$", "", name.lower())
    id_ = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")
    if stem.isascii() and is_id(id_):
        return f"call it `{id_}.yaml`"
    return "use lower-case letters, digits and single hyphens, at most 80 in all, and end it in `.yaml`"
