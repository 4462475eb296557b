"""The entries as they were when this branch left a revision of git, beside those of the work tree."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path

from generator import git
from generator.corpus import Corpus
from generator.load import load
from generator.review import Day, Sides


def compare(root: Path, base: str, after: Corpus) -> Sides:
    """The entries below `root`, and as they were at the commit `base`. Raises `GitError`."""
    with tempfile.TemporaryDirectory() as folder:
        git.export(root, base, Path(folder))
        before = Corpus(load(Path(folder)))
    return Sides(before, after, _days(root, base))


def _days(root: Path, base: str) -> dict[str, Day]:
    days = {path: Day(day) for path, day in git.last_days(root, base).items()}
    today = Day(git.latest_day(datetime.datetime.now(datetime.UTC)), is_committed=False)
    return days | dict.fromkeys(git.changed(root), today)
