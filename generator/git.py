"""What git knows of the folder that holds `entries/`."""

from __future__ import annotations

import subprocess
from pathlib import Path


class GitError(Exception):
    """Git is not here, this is no work tree, or a revision is not known. The message is fit for a contributor."""


def run(root: Path, *arguments: str) -> str:
    """What a git command prints. Raises `GitError` with what git says where it fails."""
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        raise GitError("git is not installed") from None
    if done.returncode:
        raise GitError(done.stderr.strip().removeprefix("fatal: ") or f"git {arguments[0]} failed")
    return done.stdout


def changed(root: Path) -> list[str]:
    """The paths below `root/entries`, relative to `root`, that differ from the last commit, new ones included."""
    lines = run(root, "status", "--porcelain", "--untracked-files=all", "--no-renames", "-z", "--", "entries")
    prefix = run(root, "rev-parse", "--show-prefix").strip()
    return sorted(line[3:].removeprefix(prefix) for line in lines.split("\0") if line)
