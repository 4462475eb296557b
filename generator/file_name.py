"""What a file of an entry is called, and where it lies."""

from __future__ import annotations

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
        yield Diagnostic("bad-file-name", f"`{parts[-1]}` does not end in `.yaml`", path, whole, "rename the file")
    elif stem in RESERVED_FILE_NAMES:
        yield Diagnostic("reserved-file-name", f"`{stem}` is a reserved name", path, whole, "choose another name")
    elif not is_id(stem):
        help_ = "use lower-case letters, digits and single hyphens, at most 80 in all"
        yield Diagnostic("bad-file-name", f"`{stem}` cannot be an id", path, whole, help_)
