"""Which schemas are not what the model and the entries make them: as a rule, the list of ids that editors propose."""

from __future__ import annotations

from pathlib import Path

from generator.editing import Edit


def outdated(root: Path) -> list[Edit]:
    """The schemas that have changed. While an entry cannot be read, its id is kept: it is missing only for now."""
    from generator import load, schema

    loaded = load.load(root)
    files = schema.files(loaded.entries)
    return [
        Edit(path, text)
        for path, text in files
        if not _holds(root / path, text) and not (path == schema.KNOWN and loaded.broken)
    ]


def _holds(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes() == text.encode()
