"""The files below `entries/`: which there are, and what they hold.

In a collection of thousands another process reads ahead, so that this one can attend to what entries mean.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Generator, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from generator import yaml_text

FOLDER = "entries"

# So many files are read in less time than another process takes to begin.
FEW = 1_000
_AT_ONCE = 100


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


def entry_files(root: Path) -> list[str]:
    """The paths of all YAML files below `root/entries`, relative to `root`, sorted; hidden ones are passed over."""
    return paths(root)[0]


def read(root: Path, wanted: Sequence[str], few: int = FEW) -> Generator[Written]:
    """What the files hold, in order; more than `few` are read ahead. Raises `OSError` where one cannot be opened."""
    count = 0
    for file in _read_ahead(root, wanted) if len(wanted) > few and _may_fork() else ():
        count += 1
        yield file
    # All of them, or what is left if the other process came to an early end.
    for path in wanted[count:]:
        yield _read(root, path)


def _may_fork() -> bool:
    """Whether this process can be copied; a copy of one with several threads can hang."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _read(root: Path, path: str) -> Written:
    with open(f"{root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 – ten thousand times, `Path` shows
        content = file.read()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return Written(path, content, None)
    return Written(path, content, yaml_text.plain_data(text))


def _read_ahead(root: Path, wanted: Sequence[str]) -> Iterator[Written]:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(root, wanted, sender, receiver), daemon=True)
    process.start()
    sender.close()
    try:
        while True:
            yield from receiver.recv()
    except EOFError:
        return
    finally:
        receiver.close()
        process.join()


def _send(root: Path, wanted: Sequence[str], sender: Connection, receiver: Connection) -> None:
    """Read all files and send them in parts; where one cannot be read, or nobody listens any more, just end."""
    receiver.close()  # else this process would listen to itself for ever
    try:
        for start in range(0, len(wanted), _AT_ONCE):
            sender.send([_read(root, path) for path in wanted[start : start + _AT_ONCE]])
    except OSError:
        return
