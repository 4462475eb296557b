"""Small git repositories of entries, for tests: with an author of their own, fixed days, and nobody's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests import made_up_site
from tests.entries_of import write

PROJECT = Path(__file__).parent.parent
DAY = "2026-11-24T12:00:00+00:00"
SAMPLE = made_up_site.ENTRIES
DEVELOPMENT = "developments/2024/bridge-closed.yaml"


class Repository:
    """A repository with the made-up site as its first commit, on the branch `main`; `root` holds `entries/`."""

    def __init__(self, top: Path, below: str = "") -> None:
        self.top = top
        self.root = top / below
        self.root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        write(self.root, SAMPLE)
        self.commit()

    def git(self, *arguments: str, day: str = DAY) -> str:
        """Run git, and give what it prints."""
        command = ["git", "-c", "user.name=Ada Sample", "-c", "user.email=ada@example.org", *arguments]
        environment = {**self._environment(), "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        done = subprocess.run(command, cwd=self.top, env=environment, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def commit(self, *, day: str = DAY) -> str:
        """Commit all that there is, and give the commit's name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A change", day=day)
        return self.git("rev-parse", "HEAD")

    def write(self, path: str, text: str) -> None:
        """Write a file below `entries/`."""
        write(self.root, {path: text})

    def replace(self, path: str, old: str, new: str) -> None:
        """Replace a piece of a file below `entries/`, which must be in it."""
        text = (self.root / "entries" / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def generator(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command line in the folder that holds `entries/`."""
        command = [sys.executable, "-m", "generator", *arguments]
        environment = self._environment() | {"PYTHONPATH": str(PROJECT), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    def _environment(self) -> dict[str, str]:
        above = str(self.top.parent)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        return kept | {"HOME": above, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": above}
