"""Where edits of entries are written, each file whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.editing import Edit


def write(root: Path, edits: Iterable[Edit]) -> None:
    """Write the edits below `root`. Raises `OSError` where the disk refuses; what was written before that stays."""
    for edit in edits:
        file = root / edit.path
        if edit.text is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.new")
        beside.write_bytes(edit.text.encode())
        beside.replace(file)
