"""`python -m benchmarks.checking`: how long contributors wait.

For `check`, next to PyYAML's C loader reading the same files; for the command line to start, next to Python importing
pydantic, without which there are no entries; and for the preview of one entry. Each pair is run in turn; of each the
least is taken, since other work on the machine can only add to it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import synthetic
from benchmarks.prepare import write_project

PROJECT = Path(__file__).resolve().parent.parent
CHECK = [sys.executable, "-m", "generator", "check"]
PARSE = [sys.executable, "-m", "benchmarks.parse"]
START = [sys.executable, "-m", "generator", "check", "--help"]
PREVIEW = [sys.executable, "-m", "generator", "preview"]
AROUND = 1_000
IMPORT = [sys.executable, "-c", "import pydantic"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure both pairs, and print them with their ratios."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checking", description=__doc__.split("\n")[0])
    parser.add_argument("--size", type=int, default=10_000, help="how many developments (default 10,000)")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run (default 5)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        synthetic.write(Path(folder), options.size)
        check, parse = measure(CHECK, PARSE, Path(folder), options.runs)
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), AROUND)
        entry = next(file.stem for file in sorted(Path(folder, "entries", "developments").rglob("*.yaml")))
        preview = min(seconds([*PREVIEW, entry], Path(folder)) for _ in range(options.runs))
    with tempfile.TemporaryDirectory() as folder:
        synthetic.write(Path(folder), 1)
        start, pydantic = measure(START, IMPORT, Path(folder), options.runs * 2)
        first, _ = measure(CHECK, IMPORT, Path(folder), options.runs * 2)
    _print(f"check of {options.size:,} entries", check, "CSafeLoader", parse)
    _print("start of the command line", start, "import pydantic", pydantic)
    _print("check of 1 entry", first, "import pydantic", pydantic)
    print(f"{f'preview among {AROUND:,} entries':26} {preview:6.2f} s")
    return 0


def _print(name: str, ours: float, other: str, theirs: float) -> None:
    print(f"{name:26} {ours:6.2f} s   {other:15} {theirs:6.2f} s   {ours / theirs:.2f}")


def measure(one: Sequence[str], other: Sequence[str], folder: Path, runs: int) -> tuple[float, float]:
    """The least seconds that two commands took in a folder, run in turn."""
    taken = [(seconds(one, folder), seconds(other, folder)) for _ in range(runs)]
    return min(first for first, _ in taken), min(second for _, second in taken)


def seconds(command: Sequence[str], folder: Path) -> float:
    """How long a command takes by the clock on the wall. Raises `CalledProcessError` where it fails."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    begin = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
