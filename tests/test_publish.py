"""Publication: whatever happens, the old site or the new one stands there, whole, and the next build clears up."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator import publish
from tests.killed_build import FILES, make, replace

KILLED = Path(__file__).parent / "killed_build.py"
WAYS = pytest.mark.parametrize("in_one_step", [True, False], ids=["in one step", "in two steps"])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def read(site: Path) -> set[str]:
    """What the pages of a site say; one thing, if it is whole."""
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert len(pages) == FILES
    return set(pages)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@WAYS
def test_new_site_takes_the_place_of_the_old(site: Path, *, in_one_step: bool) -> None:
    for words in ("first", "second", "third"):
        replace(site, words, in_one_step=in_one_step)
        assert read(site) == {words}
        assert names(site.parent) == ["site"]


def test_this_system_exchanges_two_folders_in_one_step(site: Path) -> None:
    other = site.with_name("other")
    make(site, "old")
    make(other, "new")
    assert publish.exchange(other, site)
    assert (read(site), read(other)) == ({"new"}, {"old"})


@WAYS
def test_file_in_the_place_of_the_site_is_replaced_and_gone(site: Path, *, in_one_step: bool) -> None:
    site.write_text("in the way")
    replace(site, "new", in_one_step=in_one_step)
    assert read(site) == {"new"}
    assert names(site.parent) == ["site"]


def test_file_that_a_killed_build_left_is_cleared(site: Path) -> None:
    site.with_name(".site-1").write_text("left")
    replace(site, "new")
    assert names(site.parent) == ["site"]


def test_build_that_fails_changes_nothing(site: Path) -> None:
    replace(site, "old")
    with contextlib.suppress(OSError), publish.beside(site) as folder:
        make(folder, "new")
        raise OSError("disk full")
    assert read(site) == {"old"}
    assert names(site.parent) == ["site"]


def test_site_is_as_readable_as_its_neighbours(site: Path) -> None:
    replace(site, "new")
    (site.parent / "other").mkdir()
    assert site.stat().st_mode == (site.parent / "other").stat().st_mode


def test_build_leaves_the_folder_of_another_one_alone(site: Path) -> None:
    with publish.beside(site) as folder:
        make(folder, "slow")
        replace(site, "fast")
        assert read(site) == {"fast"}
        publish.swap(folder, site)
    assert read(site) == {"slow"}
    assert names(site.parent) == ["site"]


@WAYS
@pytest.mark.parametrize("rebuilt", [False, True], ids=["first build", "later build"])
def test_killed_at_any_moment_it_leaves_the_old_site_or_the_new(
    tmp_path: Path, *, rebuilt: bool, in_one_step: bool
) -> None:
    way = () if in_one_step else ("in two steps",)
    moments = int(_run(_start(tmp_path / "counted", rebuilt=rebuilt), "0", *way).stdout)
    assert moments > 10
    seen = set()
    for moment in range(1, moments + 1):
        site = _start(tmp_path / str(moment), rebuilt=rebuilt)
        assert _run(site, str(moment), *way).returncode == -signal.SIGKILL
        with publish.beside(site):
            seen |= read(site) if site.exists() else {"nothing"}
            assert len(names(site.parent)) == 1 + site.exists(), "a killed build's folder was not cleared"
        replace(site, "later")
        assert read(site) == {"later"}
        assert names(site.parent) == ["site"]
    assert seen == {"old" if rebuilt else "nothing", "new"}


def _start(folder: Path, *, rebuilt: bool) -> Path:
    folder.mkdir()
    if rebuilt:
        make(folder / "site", "old")
    return folder / "site"


def _run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(KILLED), str(site), "new", *arguments]
    environment = os.environ | {"PYTHONPATH": str(KILLED.parent.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
