"""HTML: the Nu HTML checker finds no error on any page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import kinds, nu
from tests.built import Built

BAD_PAGE = """<!doctype html><html lang="en"><title>Bad</title>
<table><tr><td id="a">1</td><td id="a">2</td></tr></table><p><div>a division in a paragraph</div></p><img src="a.png">
"""


@pytest.mark.java
def test_checker_finds_errors(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(BAD_PAGE, encoding="utf-8")
    found = "\n".join(nu.errors(tmp_path))
    for part in (
        "bad.html",
        "Duplicate ID",
        "No \u201cp\u201d element in scope",
        "must have an \u201calt\u201d attribute",
    ):
        assert part in found


@pytest.mark.java
def test_checker_finds_no_error_on_any_page(built: Built) -> None:
    """One run for all pages, since most of the time goes into the first ones."""
    sites = (built.shipped_published, built.drafts)
    assert all(len(kinds.pages(site)) > 50 for site in sites)
    assert nu.errors(*sites) == []


def run(*, path: Path, code: str = "nu.main()") -> subprocess.CompletedProcess[str]:
    """Run the program on a machine that has only the commands in a folder."""
    environment = {"PATH": str(path), "HOME": "/nowhere", "PYTHONPATH": str(nu.ROOT)}
    code = f"import sys; from pathlib import Path; from tests import chromium, nu; {code}"
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)


NOT_DEBIAN = "chromium.is_root_on_debian = lambda: False; "


def put(folder: Path, name: str, script: str = "") -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_without_java_one_line_says_what_to_install(tmp_path: Path) -> None:
    done = run(path=tmp_path, code=f"{NOT_DEBIAN}nu.main()")
    assert (done.returncode, done.stderr) == (1, nu.NO_JAVA + "\n")


def test_a_java_that_only_asks_for_java_is_none(tmp_path: Path) -> None:
    put(tmp_path, "java", "exit 1")
    assert run(path=tmp_path, code=f"{NOT_DEBIAN}nu.main()").stderr == nu.NO_JAVA + "\n"


def test_without_npm_one_line_says_what_to_install(tmp_path: Path) -> None:
    put(tmp_path, "java")
    done = run(path=tmp_path, code=f"nu.JAR = Path({str(tmp_path / 'none')!r}); nu.main()")
    assert (done.returncode, done.stderr) == (1, nu.NO_NPM + "\n")


def test_another_checker_than_the_one_that_is_known_is_not_used(tmp_path: Path) -> None:
    put(tmp_path, "java")
    put(tmp_path, "npm", f'echo other >{tmp_path}/vnu.jar; echo "$*" >{tmp_path}/calls')
    code = f"nu.FOLDER = Path({str(tmp_path)!r}); nu.JAR = nu.FOLDER / 'vnu.jar'; nu.main()"
    done = run(path=tmp_path, code=code)
    assert (done.returncode, done.stderr) == (1, nu.NO_CHECKER + "\n")
    assert f"--ignore-scripts --no-audit --no-fund --silent vnu-jar@{nu.VERSION}" in (tmp_path / "calls").read_text()


def test_root_on_debian_gets_the_java_of_debian(tmp_path: Path) -> None:
    put(tmp_path, "apt-get", f'echo "$*" >>{tmp_path}/calls')
    done = run(path=tmp_path, code="chromium.is_root_on_debian = lambda: True; nu.main()")
    assert done.stderr == nu.NO_JAVA + "\n"
    assert f"install {nu.DEBIAN_PACKAGE}" in (tmp_path / "calls").read_text().splitlines()[-1]
