"""What git knows of the folder that holds `entries/`."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Iterator
from pathlib import Path

# Where a day begins first: a revision may be dated by any clock on earth.
_EARLIEST_DAYS = datetime.timezone(datetime.timedelta(hours=14))


class GitError(Exception):
    """Git is not here, this is no work tree, or a revision is not known. The message is fit for a contributor."""


def run(root: Path, *arguments: str) -> str:
    """What a git command prints. Raises `GitError` with what git says where it fails."""
    return _bytes(root, *arguments).decode("utf-8", "surrogateescape")


def changed(root: Path, *folders: str) -> list[str]:
    """The paths in folders of `root`, relative to it, that differ from the last commit, new ones included.

    Without folders, of `entries`.
    """
    where = folders or ("entries",)
    lines = run(root, "status", "--porcelain", "--untracked-files=all", "--no-renames", "-z", "--", *where)
    prefix = run(root, "rev-parse", "--show-prefix").strip()
    return sorted(line[3:].removeprefix(prefix) for line in lines.split("\0") if line)


def files(root: Path) -> list[str]:
    """All files below `root`, relative to it, that are in the collection or could be: not those that git ignores."""
    lines = run(root, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    return sorted({path for path in lines.split("\0") if path and (root / path).is_file()})


def merge_base(root: Path, revision: str) -> str:
    """The commit at which HEAD left `revision` (a branch, a tag, a commit). Raises `GitError` where there is none."""
    try:
        commit = run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except GitError as error:
        if str(error).endswith("failed") or str(error).startswith("error: "):
            raise GitError(f"git knows no revision `{revision}`") from None
        raise
    try:
        return run(root, "merge-base", commit, "HEAD").split("\n")[0]
    except GitError:
        message = f"`{revision}` and HEAD have no commit in common: in a shallow clone, fetch more of their history"
        raise GitError(message) from None


def day_of(root: Path, commit: str) -> datetime.date:
    """The day of a commit, where it was made."""
    return datetime.date.fromisoformat(run(root, "show", "--no-patch", "--format=%cs", commit).strip())


def export(root: Path, commit: str, folder: Path) -> None:
    """Write the entries as they were at a commit into `folder/entries`, as they were committed, byte for byte."""
    (folder / "entries").mkdir()
    files = dict(_files(root, commit))
    for path, content in zip(files, _contents(root, list(files.values())), strict=True):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def last_days(root: Path, commit: str) -> dict[str, datetime.date]:
    """Of the paths below `root/entries` that commits after this one touched: the day of the newest that did.

    It is the day that it was anywhere on earth, which is later than that of UTC by up to 14 hours.
    """
    lines = run(
        root,
        *("log", "--format=@%ct", "-c", "--name-only", "--no-renames", "--relative"),
        *(f"{commit}..HEAD", "--", "entries"),
    )
    days: dict[str, datetime.date] = {}
    day = datetime.date.min
    for line in filter(None, lines.split("\n")):
        if line.startswith("@"):
            day = latest_day(datetime.datetime.fromtimestamp(int(line[1:]), datetime.UTC))
        else:
            days[line] = max(day, days.get(line, day))
    return days


def latest_day(moment: datetime.datetime) -> datetime.date:
    """The latest day that it is anywhere on earth at a moment."""
    return moment.astimezone(_EARLIEST_DAYS).date()


def _bytes(root: Path, *arguments: str, said: bytes = b"") -> bytes:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=root, input=said, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("git is not installed") from None
    if done.returncode:
        message = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise GitError(message.split("\n")[0] or f"git {arguments[0]} failed")
    return done.stdout


def _files(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """The files below `entries` at a commit, links and submodules left out: path and name of the content."""
    for line in run(root, "ls-tree", "-r", "-z", commit, "--", "entries").split("\0"):
        facts, _, path = line.partition("\t")
        if facts.startswith("100") and ".." not in path.split("/"):
            yield path, facts.split(" ")[2]


def _contents(root: Path, names: list[str]) -> Iterator[bytes]:
    printed = _bytes(root, "cat-file", "--batch", said="\n".join([*names, ""]).encode())
    at = 0
    for _ in names:
        end = printed.index(b"\n", at)
        size = int(printed[at:end].split(b" ")[2])
        yield printed[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
