"""`python -m benchmarks`: how the build grows with the collection, next to a stock MkDocs build of the same pages.

Each size is built several times with the real command, with a stopwatch in it, and as a stock site, in turn; of each
figure the least is printed, since other work on the machine can only add to it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

from benchmarks import measure, table
from benchmarks.table import Figures

PROJECT = Path(__file__).resolve().parent.parent
OUT = PROJECT / "benchmarks" / "out"
SITE_URL = "https://site.example.org/"

PREPARE = [sys.executable, "-m", "benchmarks.prepare"]
OURS = [sys.executable, "-m", "generator", "build"]
IN_STAGES = [sys.executable, "-m", "benchmarks.stages"]
STOCK = [sys.executable, "-m", "mkdocs", "build", "--quiet"]


def main(arguments: list[str] | None = None, out: Path = OUT) -> int:
    """Measure, and print the table. What is built stays in `out`, which is emptied first."""
    options = _options(arguments)
    shutil.rmtree(out, ignore_errors=True)
    for size in options.sizes:
        _say(f"writing {size:,} entries, and their pages as Markdown")
        (out / str(size)).mkdir(parents=True)
        measure.run([*PREPARE, str(out / str(size)), str(size)], PROJECT, _environment())
    figures = [Figures(size) for size in options.sizes]
    for number in range(options.runs):
        for of_size in figures:
            _say(f"run {number + 1} of {options.runs}: {of_size.entries:,} entries")
            _measure(out / str(of_size.entries), of_size)
    print(table.render(figures))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n")[0])
    sizes, runs = [100, 1_000, 3_000], 3
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes, help="how many entries (default 100 1000 3000)")
    parser.add_argument("--runs", type=int, default=runs, help="how often each is built (default 3)")
    return parser.parse_args(arguments)


def _measure(folder: Path, figures: Figures) -> None:
    environment = _environment()
    figures.ours.append(measure.run(OURS, folder / "ours", environment))
    figures.stages.append(json.loads(measure.run(IN_STAGES, folder / "ours", environment).output))
    figures.stock.append(measure.run(STOCK, folder / "stock", environment))
    figures.ours_bytes = measure.size(folder / "ours" / "site")
    figures.stock_bytes = measure.size(folder / "stock" / "site")


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(PROJECT), "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"}


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
