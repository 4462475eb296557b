"""The site as one file: the same bytes wherever it is packed, and the same site once it is unpacked."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.build import build as entries
from tests.built import MADE_UP, Built, build, files, make
from tests.reader import Reader

ELSEWHERE = {"TZ": "Asia/Pyongyang", "PYTHONHASHSEED": "7"}


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up site, packed where no site was built."""
    folder = make(tmp_path_factory.mktemp("packed") / "one")
    done = build(folder, verb="offline")
    assert done.returncode == 0, done.stderr
    assert not (folder / "site").exists()
    return folder / "site.zip"


def test_packing_it_elsewhere_gives_the_same_bytes(packed: Path, tmp_path: Path) -> None:
    folder = make(tmp_path / "a" / "longer" / "way", MADE_UP)
    before = os.umask(0o077)
    try:
        assert build(folder, verb="offline", **ELSEWHERE).returncode == 0
    finally:
        os.umask(before)
    assert (folder / "site.zip").read_bytes() == packed.read_bytes()
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_it_holds_the_site_in_order_as_of_the_newest_revision(packed: Path, built: Built) -> None:
    with zipfile.ZipFile(packed) as archive:
        members = archive.infolist()
        assert archive.testzip() is None
        held = {member.filename.removeprefix("site/"): archive.read(member) for member in members}
    assert held == files(built.plain)
    assert [member.filename for member in members] == sorted(member.filename for member in members)
    corpus = entries(MADE_UP).corpus
    assert corpus
    assert {member.date_time[:3] for member in members} == {corpus.day.timetuple()[:3]}


@pytest.mark.browser
def test_it_is_read_from_a_disk_once_it_is_unpacked(packed: Path, browser: Browser, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path)
    reader = Reader(browser)
    reader.open((tmp_path / "site" / "index.html").as_uri())
    reader.follow("Chronology", "nav.md-nav--primary")
    assert reader.heading == "Chronology"
    assert reader.search("나룻배")
    assert reader.left(tmp_path.as_uri()) == []
    assert reader.troubles == []


def test_faults_in_the_entries_leave_no_file(tmp_path: Path) -> None:
    folder = make(tmp_path / "faulty")
    (folder / "entries").unlink()
    (folder / "entries").symlink_to(MADE_UP.parent / "reports" / "mixed" / "entries")
    assert build(folder, verb="offline").returncode == 1
    assert not list(folder.glob("*site.zip"))
