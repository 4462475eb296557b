"""The hook of git that looks at staged entries, in a repository of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.entries_of import write

ROOT = Path(__file__).parent.parent
THEME = """\
name: Shipping
description: Made up.
revisions:
  - {date: 2026-01-01, kind: added, what: First version}
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the hook and without a commit; its `.venv` leads to the Python and the program of the tests."""
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "core.hooksPath", str(ROOT / ".githooks"))
    git(tmp_path, "config", "user.name", "Ada Sample")
    git(tmp_path, "config", "user.email", "ada@example.org")
    return tmp_path


def git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(["git", *arguments], cwd=repository, env=outside, capture_output=True, text=True, check=False)


def commit(repository: Path, *paths: str) -> tuple[bool, str]:
    """Whether these files, as they are now, were committed, and what was said."""
    git(repository, "add", *paths)
    outcome = git(repository, "commit", "-m", "Made up")
    return outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_entries_in_order_are_committed(repository: Path) -> None:
    write(repository, {"themes/shipping.yaml": THEME})
    assert commit(repository, "entries")[0]


def test_another_layout_is_refused_and_shown(repository: Path) -> None:
    write(repository, {"themes/shipping.yaml": THEME.replace("name: Shipping", "name: 'Shipping'")})
    is_committed, said = commit(repository, "entries")
    assert not is_committed
    assert "-name: 'Shipping'\n+name: Shipping\n" in said
    assert "git commit --no-verify" in said


def test_a_fault_is_refused_also_where_an_entry_goes(repository: Path) -> None:
    waterways = THEME.replace("name: Shipping\n", "name: Waterways\n")
    write(
        repository,
        {"themes/shipping.yaml": THEME.replace("name: Shipping\n", "name: Shipping\nbroader: waterways\n")}
        | {"themes/waterways.yaml": waterways},
    )
    assert commit(repository, "entries")[0]
    (repository / "entries/themes/waterways.yaml").unlink()
    is_committed, said = commit(repository, "entries")
    assert not is_committed
    assert "error[dangling-link]" in said


def test_only_what_is_staged_counts(repository: Path) -> None:
    write(repository, {"themes/shipping.yaml": THEME})
    git(repository, "add", "entries")
    write(repository, {"themes/shipping.yaml": "name: [", "themes/half done.yaml": "name: 'B'"})
    assert git(repository, "commit", "-m", "Made up").returncode == 0
    assert not commit(repository, "entries/themes/half done.yaml")[0]


def test_without_what_it_needs_the_hook_says_so_and_lets_pass(repository: Path) -> None:
    (repository / ".venv/bin/python").unlink()
    write(repository, {"themes/shipping.yaml": "name: ["})
    is_committed, said = commit(repository, "entries")
    assert is_committed
    assert "were not checked" in said


def test_other_files_are_none_of_its_business(repository: Path) -> None:
    (repository / "README.md").write_text("Made up.\n", encoding="utf-8")
    write(repository, {"themes/shipping.yaml": "name: ["})
    assert commit(repository, "README.md")[0]
