"""The command line in a folder of its own: built twice, killed, at fault, and previewed."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.made_up_site import DEVELOPMENT, make

WATCHED = Path(__file__).parent / "watched_build.py"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make(tmp_path)


def run(root: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program in a folder, with these variables and no published address."""
    unset = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "EDIT_URL", "REPORT_URL")}
    given = unset | {"PYTHONDONTWRITEBYTECODE": "1"} | environment
    return subprocess.run([sys.executable, *command], cwd=root, env=given, capture_output=True, text=True, check=False)


def build(root: Path, moment: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    return run(root, str(WATCHED), str(moment), "build", **environment)


def prints(site: Path) -> dict[str, str]:
    """The fingerprint of every file of a site; none, if there is no site."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def change(root: Path, title: str) -> None:
    path = root / DEVELOPMENT
    path.write_text(re.sub("(?m)^title: .*$", f"title: {title}", path.read_text(encoding="utf-8")), encoding="utf-8")


def test_build_needs_no_network_and_starts_no_process(root: Path) -> None:
    done = build(root)
    assert done.returncode == 0, done.stderr
    assert {"index.html", "developments/bridge-closed.html", "about.html"} <= prints(root / "site").keys()


def test_hook_refuses_the_network(root: Path) -> None:
    serve = run(root, str(WATCHED), "0", "serve")
    assert serve.returncode != 0
    assert "a build may not do this: socket." in serve.stderr


def test_place_time_zone_locale_and_hash_seed_leave_no_trace(tmp_path: Path) -> None:
    here, there = make(tmp_path / "here"), make(tmp_path / "some" / "where else")
    locale = _other_locale()
    told = "import locale, sys; sys.exit(locale.setlocale(locale.LC_ALL, '') == 'C')"
    assert run(here, "-c", told, LC_ALL=locale, LANG=locale).returncode == 0, "the locale took no effect"
    builds = [
        build(here, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="0", SOURCE_DATE_EPOCH="0"),
        build(there, TZ="Asia/Pyongyang", LC_ALL=locale, LANG=locale, PYTHONHASHSEED="1", SITE_URL=""),
    ]
    assert [done.returncode for done in builds] == [0, 0]
    assert prints(here / "site") == prints(there / "site")


def _other_locale() -> str:
    found = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=True).stdout.split()
    wanted = ("ko_KR.utf8", "ko_KR.UTF-8", "de_DE.utf8", "de_DE.UTF-8", "en_US.utf8", "C.utf8")
    return next(name for name in wanted if name in found)


def test_killed_at_ten_moments_it_leaves_the_old_site_or_the_new(root: Path) -> None:
    site, old = root / "site", root / "old"
    change(root, "The old title")
    assert build(root).returncode == 0
    shutil.copytree(site, old)
    change(root, "The new title")
    moments, swapped = map(int, build(root).stdout.split()[-2:])
    new = prints(site)
    left = []
    for moment in sorted({*range(1, moments, moments // 8), swapped - 1, swapped}):
        # What the last one left would be cleared first, and the swap come later than was counted.
        for folder in (site, *root.glob(".site-*")):
            shutil.rmtree(folder)
        shutil.copytree(old, site)
        assert build(root, moment).returncode == -signal.SIGKILL
        left.append(prints(site))
    assert len(left) >= 10
    assert all(found in (prints(old), new) for found in left)
    assert left.count(new) not in (0, len(left))
    assert build(root).returncode == 0
    assert prints(site) == new
    assert not list(root.glob(".site-*"))


def test_faults_are_reported_and_the_site_stays(root: Path) -> None:
    assert build(root).returncode == 0
    before = prints(root / "site")
    (root / DEVELOPMENT).write_text("title: [", encoding="utf-8")
    done = build(root)
    assert done.returncode == 1
    assert f"--> {DEVELOPMENT}:1:" in done.stderr
    assert prints(root / "site") == before
    assert not list(root.glob(".site-*"))


def test_site_is_put_where_a_link_leads(root: Path) -> None:
    (root / "elsewhere").mkdir()
    (root / "site").symlink_to("elsewhere")
    assert build(root).returncode == 0
    assert (root / "site").is_symlink()
    assert (root / "elsewhere" / "index.html").exists()
    assert not list(root.glob(".site-*"))


@pytest.mark.parametrize("address", ["SITE_URL", "EDIT_URL"])
def test_address_that_is_none_is_wrong_usage(root: Path, address: str) -> None:
    done = build(root, 0, **{address: "nowhere"})
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


def test_broken_settings_and_missing_hand_written_pages_are_wrong_usage(root: Path) -> None:
    (root / "docs").rename(root / "away")
    missing = build(root)
    assert missing.returncode == 2
    assert "docs" in missing.stderr
    (root / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    broken = build(root)
    assert (broken.returncode, "Traceback" in broken.stderr) == (2, False)


@pytest.mark.parametrize("port", ["99999", "-1", "taken"])
def test_port_that_cannot_be_had_is_told_in_one_line(root: Path, port: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        given = str(other.getsockname()[1]) if port == "taken" else port
        done = run(root, "-m", "generator", "serve", f"--port={given}")
    assert done.returncode == 2
    assert re.fullmatch(rf"cannot serve at port {given}: .*\n", done.stderr)


def test_full_disk_is_told_without_a_traceback(root: Path) -> None:
    limited = "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); sys.exit(main(['build']))"
    done = run(root, "-B", "-c", f"import resource, sys; from generator.__main__ import main; {limited}")
    assert (done.returncode, "Traceback" in done.stderr) == (3, False)
    assert "cannot write the site: " in done.stderr.splitlines()[-1]
    assert not (root / "site").exists()


def test_entry_that_cannot_be_opened_is_told_in_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "entries" / "themes"
    folder.mkdir(parents=True)
    (folder / "lost.yaml").symlink_to("nowhere")
    done = run(tmp_path, "-m", "generator", "check")
    assert done.returncode == 3
    assert done.stderr == "cannot read or write entries/themes/lost.yaml: No such file or directory\n"


@dataclass
class Preview:
    """A preview that somebody watches in a browser."""

    address: str

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}/{path}", timeout=60) as answer:
            return str(answer.read().decode())

    def after_reload(self, path: str, shown: str) -> str:
        """The page once the browser has been told to load it anew; `shown` is what it shows so far."""
        epoch, request = re.findall(r"livereload\((\d+), (\d+)\);", shown)[0]
        self.page(f"livereload/{epoch}/{request}")  # answered when there is something new
        return self.page(path)


@pytest.fixture
def preview(root: Path) -> Iterator[Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True)
    assert server.stderr
    try:
        assert any("Serving on" in line for line in server.stderr)
        yield Preview(f"http://127.0.0.1:{port}")
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=60)


def test_preview_follows_edits_and_survives_faults(root: Path, preview: Preview) -> None:
    path = "developments/bridge-closed.html"
    shown = preview.page(path)
    assert "the bridge is closed</h1>" in shown
    change(root, "The bridge is open again")
    shown = preview.after_reload(path, shown)
    assert "The bridge is open again</h1>" in shown
    change(root, "[broken")
    shown = preview.after_reload(path, shown)
    assert "The bridge is open again</h1>" in shown
    assert f"--&gt; {DEVELOPMENT}:" in shown
    change(root, "Mended")
    shown = preview.after_reload(path, shown)
    assert "Mended</h1>" in shown
    assert "--&gt;" not in shown


def test_preview_shows_any_other_fault_above_the_last_good_page(root: Path, preview: Preview) -> None:
    path, settings = "developments/bridge-closed.html", root / "mkdocs.yml"
    shown, good = preview.page(path), settings.read_text(encoding="utf-8")
    settings.write_text(good + "site_url: [\n", encoding="utf-8")
    shown = preview.after_reload(path, shown)
    assert "the bridge is closed</h1>" in shown
    assert "This fault keeps the site from being built anew" in shown
    settings.write_text(good, encoding="utf-8")
    shown = preview.after_reload(path, shown)
    assert "This fault" not in shown
    change(root, "Followed")
    assert "Followed</h1>" in preview.after_reload(path, shown)


def test_preview_goes_on_following_entries_that_went_away_and_came_back(root: Path, preview: Preview) -> None:
    path = "developments/bridge-closed.html"
    shown = preview.page(path)
    (root / "entries").rename(root / "away")
    shown = preview.after_reload(path, shown)
    assert "the bridge is closed</h1>" in shown
    assert "there is no folder `entries`" in shown
    (root / "away").rename(root / "entries")
    shown = preview.after_reload(path, shown)
    assert "there is no folder" not in shown
    change(root, "Followed")
    assert "Followed</h1>" in preview.after_reload(path, shown)
