"""The same entries give the same bytes, wherever and under whatever settings of the machine they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built import ADDRESSES, MADE_UP, ROOT, Built, build, files, make

# Runs a Python program with all that the locale of the machine decides, and tells first what that comes to.
SETTLED = """
import locale, runpy, sys, time
name = locale.setlocale(locale.LC_ALL, "")
print(name, time.strftime("%B", (2024, 10, 18, 0, 0, 0, 4, 292, 0)), time.tzname[0], hash("a"), sep="|")
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
SETTLE = (sys.executable, "-c", SETTLED)
HERE = {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"}
THERE = {"TZ": "Asia/Pyongyang", "PYTHONHASHSEED": "1"}


def elsewhere(folder: Path, sources: Path) -> Path:
    """The sources of a site in another folder, with files of another age that stand in another order on the disk."""
    copy = folder / "some" / "자료 & more"
    make(copy, sources)
    for name in ("entries", "docs"):
        (copy / name).unlink()
        for path in sorted((sources / name).rglob("*"), reverse=True):
            if path.is_file():
                target = copy / path.relative_to(sources)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                os.utime(target, (0, 0))
    return copy


@pytest.fixture(params=["C.UTF-8", "tr_TR.UTF-8"])
def locale(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The variables that set a locale; one that the machine lacks is made for the test."""
    name: str = request.param
    folder = tmp_path / "locales"
    folder.mkdir()
    if name != "C.UTF-8" and shutil.which("localedef"):
        command = ["localedef", "--inputfile", name.partition(".")[0], "--charmap", "UTF-8", str(folder / name)]
        subprocess.run(command, capture_output=True, check=False)
    made = {"LOCPATH": str(folder)} if any(folder.iterdir()) else {}
    tried = [sys.executable, "-c", "import locale; locale.setlocale(locale.LC_ALL, '')"]
    variables = made | {"LC_ALL": name}
    if subprocess.run(tried, env=os.environ | variables, capture_output=True, check=False).returncode:
        pytest.skip(f"the locale {name} is not to be had on this machine")
    return variables


def test_place_age_time_zone_locale_and_hash_seed_leave_no_trace(tmp_path: Path, locale: dict[str, str]) -> None:
    here, there = make(tmp_path / "here"), elsewhere(tmp_path, MADE_UP)
    one = build(here, *SETTLE, **ADDRESSES, **HERE)
    two = build(there, *SETTLE, **ADDRESSES, **THERE, **locale)
    assert (one.returncode, two.returncode) == (0, 0), one.stderr + two.stderr
    settings = [done.stdout.splitlines()[0].split("|") for done in (one, two)]
    assert settings[0][:3] == ["C", "October", "UTC"]
    assert settings[1][:2] == [locale["LC_ALL"], "Ekim" if "tr_TR" in locale["LC_ALL"] else "October"]
    assert settings[0][2] != settings[1][2]
    assert settings[0][3] != settings[1][3]
    assert files(here / "site") == files(there / "site")


def test_shipped_entries_give_the_same_bytes_elsewhere(built: Built, tmp_path: Path) -> None:
    there = elsewhere(tmp_path, ROOT)
    done = build(there, **ADDRESSES, **THERE)
    assert done.returncode == 0, done.stderr
    assert files(built.shipped_published) == files(there / "site")


def test_files_are_written_the_same_where_the_machine_speaks_ascii(built: Built, tmp_path: Path) -> None:
    folder = make(tmp_path / "folder")
    ascii_only = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = build(folder, **ADDRESSES, **ascii_only)
    assert done.returncode == 0, done.stderr
    assert files(folder / "site") == files(built.published)


def test_no_file_tells_where_it_was_built(built: Built) -> None:
    places = [str(built.published.parent).encode(), str(ROOT).encode()]
    told = [path for path, content in files(built.published).items() if any(place in content for place in places)]
    assert told == []
