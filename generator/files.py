"""The files below `entries/`: which there are, and what they hold.

In a collection of thousands another process reads ahead, so that this one can attend to what entries mean.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator import yaml_text
from generator.aside import FEW, Aside

FOLDER = "entries"


class Written(NamedTuple):
    """A file as it lies on the disk, and its data where it is sound at first sight."""

    path: str
    content: bytes
    data: dict[str, Any] | None


def paths(root: Path) -> tuple[list[str], list[str]]:
    """The YAML files below `root/entries`, and all other files; relative to `root`, sorted, hidden ones left out."""
    entries: list[str] = []
    others: list[str] = []
    for folder, _, names in os.walk(root / FOLDER):
        home = Path(folder).relative_to(root).as_posix()
        for name in names:
            path = f"{home}/{name}"
            if "/." not in path:
                (entries if name.lower().endswith((".yaml", ".yml")) else others).append(path)
    return sorted(entries), sorted(others)


def read(root: Path, wanted: Sequence[str], few: int = FEW) -> Generator[Written, None, None]:
    """What the files hold, in order; more than `few` are read ahead. Raises `OSError` where one cannot be opened."""
    return Aside(lambda: (_read(root, path) for path in wanted), few=len(wanted) <= few).results()


def _read(root: Path, path: str) -> Written:
    with open(f"{root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 – ten thousand times, `Path` shows
        content = file.read()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return Written(path, content, None)
    return Written(path, content, yaml_text.plain_data(text))
