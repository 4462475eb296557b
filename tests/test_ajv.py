"""The engine of editors: what is installed, and what is said where it cannot be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import ajv


def run(path: Path, code: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program on a machine that has only the commands in a folder, and is no Debian."""
    environment = {"PATH": str(path), "HOME": "/nowhere", "PYTHONPATH": str(ajv.ROOT)}
    code = f"from pathlib import Path; from tests import ajv, chromium; {code}; ajv.main()"
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)


def put(folder: Path, name: str, script: str = "") -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


NOT_DEBIAN = "chromium.is_root_on_debian = lambda: False"


@pytest.mark.parametrize("present", ["npm", "node"])
def test_without_node_or_npm_one_line_says_what_to_install(tmp_path: Path, present: str) -> None:
    put(tmp_path, present)
    done = run(tmp_path, NOT_DEBIAN)
    assert (done.returncode, done.stderr) == (1, ajv.NO_NPM + "\n")


def test_another_engine_than_the_one_that_is_known_is_not_used(tmp_path: Path) -> None:
    put(tmp_path, "node")
    put(tmp_path, "npm", f'echo other >{tmp_path}/ajv7.min.js; echo "$*" >{tmp_path}/calls')
    done = run(tmp_path, f"ajv.FOLDER = Path({str(tmp_path)!r}); ajv.BUNDLE = ajv.FOLDER / 'ajv7.min.js'")
    assert (done.returncode, done.stderr) == (1, ajv.NO_AJV + "\n")
    assert f"--ignore-scripts --no-audit --no-fund --silent ajv-dist@{ajv.VERSION}" in (tmp_path / "calls").read_text()


def test_root_on_debian_gets_the_npm_of_debian(tmp_path: Path) -> None:
    put(tmp_path, "apt-get", f'echo "$*" >>{tmp_path}/calls')
    done = run(tmp_path, "chromium.is_root_on_debian = lambda: True")
    assert done.stderr == ajv.NO_NPM + "\n"
    assert "install npm" in (tmp_path / "calls").read_text().splitlines()[-1]


@pytest.mark.node
def test_engine_finds_what_is_wrong_with_data_and_with_a_schema() -> None:
    assert ajv.verdicts({"a": {"type": "string", "pattern": "^a$"}}, [("a", "a"), ("a", "b"), ("a", 1)]) == [
        True,
        False,
        False,
    ]
    with pytest.raises(AssertionError, match="unknown keyword"):
        ajv.verdicts({"a": {"patern": "^a$"}}, [("a", "a")])
