"""Where edits of entries are written, each file whole or not at all, and with them the ids that editors propose."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.editing import Edit
from generator.verbs import known


def write(root: Path, edits: Iterable[Edit]) -> None:
    """Write the edits below `root`. Raises `OSError` where the disk refuses; what was written before that stays."""
    edits = list(edits)
    for edit in edits:
        _write(root / edit.path, edit.text)
    if any(edit.path.startswith("entries/") for edit in edits) and (root / "schema").is_dir():
        for edit in known.outdated(root):
            _write(root / edit.path, edit.text)


def _write(file: Path, text: str | None) -> None:
    if text is None:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(text.encode())
    beside.replace(file)
