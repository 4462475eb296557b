"""Builds the site in the current folder as `python -m generator build` does, and prints as JSON what each stage cost.

A stage begins and ends where one of the functions below is entered and left; time spent in an inner stage is not that
of the outer one. What no stage claims, start-up included, is MkDocs' own.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from benchmarks.measure import peak_of_this_process
from generator import __main__ as command
from generator import build

STAGES = ("load", "corpus and rules", "pages", "frames", "search", "MkDocs")


class Stopwatch:
    """The CPU seconds of each stage, and the peak memory of the process by the time it last ended."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)
        self.peak = dict.fromkeys(STAGES, 0)
        self._open = ["MkDocs"]
        self._last = 0.0  # the time of a process counts from its start

    def enter(self, stage: str) -> None:
        self._switch()
        self._open.append(stage)

    def leave(self) -> None:
        self._switch()
        self._open.pop()

    def _switch(self) -> None:
        now = time.process_time()
        self.seconds[self._open[-1]] += now - self._last
        self.peak[self._open[-1]] = peak_of_this_process()
        self._last = now

    def call(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with its time counted to a stage."""

        @wraps(function)
        def timed(*arguments: Any, **options: Any) -> Any:
            self.enter(stage)
            try:
                return function(*arguments, **options)
            finally:
                self.leave()

        return timed

    def iterate(self, stage: str, function: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        """The generator function, with the time of each of its steps counted to a stage."""

        @wraps(function)
        def timed(*arguments: Any, **options: Any) -> Iterator[Any]:
            step = self.call(stage, function(*arguments, **options).__next__)
            while True:
                try:
                    yield step()
                except StopIteration:
                    return

        return timed


def watch(stopwatch: Stopwatch) -> None:
    """Let the stopwatch follow the functions with which stages begin."""
    search = importlib.import_module("material.plugins.search.plugin").SearchPlugin
    frames = importlib.import_module("generator.mkdocs_plugin").SitePlugin
    for stage, owner, name in (
        ("load", build, "load"),
        ("corpus and rules", build, "build"),
        ("frames", frames, "on_post_build"),
        ("search", search, "on_post_build"),
    ):
        setattr(owner, name, stopwatch.call(stage, getattr(owner, name)))
    for name in ("pages", "files"):
        setattr(build, name, stopwatch.iterate("pages", getattr(build, name)))


def main() -> int:
    """Build, and print a JSON object with the costs as the last line."""
    stopwatch = Stopwatch()
    watch(stopwatch)
    code = command.main(["build"])
    stopwatch.leave()
    json.dump({"seconds": stopwatch.seconds, "peak": stopwatch.peak}, sys.stdout)
    return code


if __name__ == "__main__":
    sys.exit(main())
