"""`schema`: write the schemas by which editors complete and check entries."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.editing import Edit
    from generator.model import Entry

WORDS = "write into schema/ what editors complete and check entries by"


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace, root: Path) -> int:
    """Write those that have changed, and name them."""
    from generator import load
    from generator.verbs import desk

    changed = outdated(root, load.load(root).entries)
    desk.write(root, changed)
    print("\n".join(f"{edit.path} was written" for edit in changed) or "the schemas were up to date")
    return 0


def outdated(root: Path, entries: Iterable[Entry]) -> list[Edit]:
    """The schemas that are not what the model and these entries make them."""
    from generator import schema
    from generator.editing import Edit

    return [Edit(path, text) for path, text in schema.files(entries) if not _holds(root / path, text)]


def _holds(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes() == text.encode()
