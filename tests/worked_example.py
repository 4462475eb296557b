"""The worked example of the documentation as something to run: its commands, its edits, and what is printed.

A page holds blocks of three kinds that count, in their order. `console` has commands after `$`, each followed by all
that a terminal then shows. `yaml` is a file as it stands once it was edited, `diff` a change of a file; the last path
in the paragraph before it says which. All other blocks are for readers alone.

What differs from machine to machine is the same here, by these rules:

- The folder of the clone is `/home/ada/collection`.
- It is 20 May 2024: `make new` is given that day, and git commits on it.
- Commits are called `0a1b2c3d`, and make names no line of the Makefile where it fails.
- The terminal has 80 columns and no colours, and whoever is asked to agree, does.
"""

from __future__ import annotations

import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

PROJECT = Path(__file__).parent.parent
COLLECTION = PROJECT / "tests" / "example"
# What a clone has besides entries.
PROGRAM = ("Makefile", "mkdocs.yml", "docs", "generator")
SHOWN_FOLDER = "/home/ada/collection"
TODAY = "2024-05-20"
FIRST_DAY = "2024-05-11"

# The verbs run on the Python of the tests, and nothing is set up; all else is as the Makefile has it.
MAKE = """#!/bin/sh
case "$1" in new) set -- "$@" DATE_ADDED={today} ;; esac
exec {make} --old-file=set-up python={python} "$@"
"""
_BLOCK = re.compile(r"^```(?P<kind>console|yaml|diff)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_PATH = re.compile(r"`(entries/[^`]+\.yaml)`")
# A command goes on where its line ends with a backslash.
_COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A block that counts: what stands in it, and which file it is about."""

    kind: str
    text: str
    path: str = ""


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page that count, in order."""
    for match in _BLOCK.finditer(page):
        before = page[: match.start()].rstrip().rpartition("\n\n")[2]
        paths = _PATH.findall(before)
        if match["kind"] != "console":
            assert paths, f"no path is named before the block that begins with {match['text'].splitlines()[0]!r}"
        yield Block(match["kind"], match["text"], paths[-1] if paths else "")


def rerun(page: str, clone: Clone) -> str:
    """The page with what its commands print now."""
    made = map(clone.run, blocks(page))
    return _BLOCK.sub(lambda match: f"```{match['kind']}\n{next(made).text}```", page)


class Clone:
    """A clone of a small collection, in a folder of its own, with the commands that the page runs."""

    def __init__(self, folder: Path) -> None:
        self.root, self._upstream, self._bin = folder / "collection", folder / "upstream.git", folder / "bin"
        self._environment = _environment(folder, self._bin)
        self._bin.mkdir()
        (folder / "ignored").write_text("".join(f"/{name}\n" for name in (*PROGRAM, ".preview")))
        make = shlex.quote(shutil.which("make") or "make")
        (self._bin / "make").write_text(MAKE.format(make=make, python=shlex.quote(sys.executable), today=TODAY))
        (self._bin / "make").chmod(0o755)
        self._publish(folder / "first")
        self._sh(folder, f"git clone --quiet {self._upstream} {self.root}")
        self._link(self.root)

    def _publish(self, first: Path) -> None:
        """Put the collection on `main` of a repository that others clone."""
        shutil.copytree(COLLECTION, first)
        self._link(first)
        first_noon = {
            "GIT_AUTHOR_DATE": f"{FIRST_DAY}T12:00:00+00:00",
            "GIT_COMMITTER_DATE": f"{FIRST_DAY}T12:00:00+00:00",
        }
        for command in (
            "git init --quiet --initial-branch=main",
            "make schema",
            "git add entries schema",
            "git commit --quiet --message 'The first entries'",
            f"git clone --quiet --bare . {self._upstream}",
        ):
            self._sh(first, command, **first_noon)

    def _link(self, folder: Path) -> None:
        """Put the program beside the entries; git passes it over, so that its changes change no commit."""
        for name in PROGRAM:
            (folder / name).symlink_to(PROJECT / name)

    def run(self, block: Block) -> Block:
        """Do what a block says; gives the block with what was printed."""
        if block.kind == "yaml":
            (self.root / block.path).write_text(block.text, encoding="utf-8", newline="\n")
        elif block.kind == "diff":
            file = self.root / block.path
            file.write_text(changed(file.read_text(encoding="utf-8"), block.text), encoding="utf-8", newline="\n")
        else:
            return replace(block, text="".join(f"$ {command}\n{self.said(command)}" for command in commands(block)))
        return block

    def said(self, command: str) -> str:
        """All that a terminal shows after a command."""
        return steady(on_a_terminal(["sh", "-c", command], self.root, self._environment), self.root)

    def merged(self, branch: str) -> str:
        """What a check says once a branch that was pushed is merged into `main`."""
        for command in ("git fetch --quiet", "git switch --quiet main", f"git merge --quiet origin/{branch}"):
            self._sh(self.root, command)
        return self.said("make check")

    def _sh(self, folder: Path, command: str, **environment: str) -> None:
        subprocess.run(
            ["sh", "-c", command], cwd=folder, env=self._environment | environment, check=True, capture_output=True
        )


def commands(block: Block) -> list[str]:
    """The commands of a `console` block."""
    return _COMMAND.findall(block.text)


def changed(text: str, difference: str) -> str:
    """A text after a change, whose lines begin with `-`, `+` or a blank; what it shows must stand there once."""
    lines = [(line[:1], line[1:]) for line in difference.splitlines(keepends=True)]
    old, new = ("".join(line for mark, line in lines if mark in (" ", kind)) for kind in "-+")
    assert text.count(old) == 1, f"this stands {text.count(old)} times in the file:\n{old}"
    return text.replace(old, new)


def steady(printed: str, root: Path) -> str:
    """What was printed, without what differs from machine to machine."""
    printed = printed.replace(str(root), SHOWN_FOLDER)
    printed = re.sub(r"\bat `[0-9a-f]{8}`", "at `0a1b2c3d`", printed)
    return re.sub(r"\*\*\* \[[^\]]*?([\w-]+)\]", r"*** [\1]", printed)


def on_a_terminal(command: list[str], folder: Path, environment: dict[str, str]) -> str:
    """All that a terminal shows while a command runs in a folder, with a `y` typed wherever it asks to agree."""
    screen, keyboard = pty.openpty()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=keyboard, stdout=keyboard, stderr=keyboard, start_new_session=True
    ):
        os.close(keyboard)
        shown = b""
        while piece := _read(screen):
            shown += piece
            if shown.endswith((b"[Y/n]: ", b"[y/N]: ")):
                os.write(screen, b"y\n")
    os.close(screen)
    return shown.decode().replace("\r\n", "\n")


def _read(screen: int) -> bytes:
    try:
        return os.read(screen, 4096)
    except OSError:  # Linux: nobody writes there any more
        return b""


def _environment(folder: Path, commands: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "MAKE", "GITHUB_")) and name not in ("MFLAGS", "FORCE_COLOR")
    }
    noon = f"{TODAY}T12:00:00+00:00"
    return kept | {
        "PATH": f"{commands}{os.pathsep}{kept['PATH']}",
        "PYTHONPATH": str(PROJECT),
        "PYTHONIOENCODING": "utf-8",
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_PAGER": "cat",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.excludesFile",
        "GIT_CONFIG_VALUE_0": str(folder / "ignored"),
        **{f"GIT_{who}_NAME": "Ada Sample" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "ada@example.org" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_DATE": noon for who in ("AUTHOR", "COMMITTER")},
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "TERM": "xterm",
    }
