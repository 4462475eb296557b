"""Set-up: which Python is taken, when something is installed, what is locked, which browser is used."""

import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests import chromium

ROOT = Path(__file__).resolve().parent.parent
LOCKS = [ROOT / "requirements" / name for name in ("site.txt", "test.txt")]

# Runs the code it is given on the Python of the tests, after a line that makes this look like another machine's.
PRETENDER = """#!/bin/sh
exec '{python}' -c 'import sys; {pretence}; exec(sys.argv[1])' "$2"
"""
AN_OLD_PYTHON = "sys.version_info = (3, 9, 2)"
WITHOUT_VENV = 'sys.version_info = (3, 12, 1); sys.modules["ensurepip"] = None'

# Notes what it is asked to do, and does no more than put itself into `.venv`.
RECORDER = """#!/bin/sh
case "$*" in
    *print*) echo 3.12 ;;
    *' venv '*) rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python && echo venv >>calls ;;
    *--editable*) echo generator >>calls ;;
    *--requirement*) for last in "$@"; do :; done && echo "$last" >>calls ;;
esac
"""
TOOLS = ("cat", "cmp", "cp", "dirname", "make", "mkdir", "rm", "sh")


class Machine:
    """A clone in a folder of its own, on a machine that has only the commands put into `bin`."""

    def __init__(self, folder: Path) -> None:
        self.clone, self.bin = folder / "a clone", folder / "bin"
        shutil.copytree(ROOT / "requirements", self.clone / "requirements")
        for name in ("Makefile", "pyproject.toml"):
            shutil.copy(ROOT / name, self.clone / name)
        self.bin.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, f"{tool} is needed"
            (self.bin / tool).symlink_to(found)

    def put(self, name: str, script: str) -> None:
        (self.bin / name).write_text(script)
        (self.bin / name).chmod(0o755)

    def run(self, *command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.bin), "HOME": "/nowhere"} | environment
        return subprocess.run(command, cwd=self.clone, env=environment, capture_output=True, text=True, check=False)

    def installs(self, what: str = "site") -> list[str]:
        """Return what a run of the set-up makes and installs, in order."""
        calls = self.clone / "calls"
        calls.write_text("")
        done = self.run("sh", "requirements/install.sh", what)
        assert done.returncode == 0, done.stderr
        return calls.read_text().splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def pretend(what: str) -> str:
    return PRETENDER.format(python=sys.executable, pretence=what)


def test_an_older_python_gets_one_line_that_says_what_to_install(machine: Machine) -> None:
    machine.put("python3", pretend(AN_OLD_PYTHON))
    done = machine.run("make", "site")
    said, stop = done.stderr.splitlines()
    assert said.startswith("Python 3.11 or newer is needed, and only 3.9 was found: install one")
    assert "apt install python3 python3-venv" in said
    assert stop.startswith("make: ***")
    assert done.stdout == ""


def test_a_machine_without_python_gets_one_line_too(machine: Machine) -> None:
    done = machine.run("sh", "requirements/install.sh")
    assert done.returncode == 1
    assert done.stderr.startswith("Python 3.11 or newer is needed, and none was found: install one")
    assert len(done.stderr.splitlines()) == 1


def test_a_python_without_venv_gets_the_name_of_the_package_that_is_missing(machine: Machine) -> None:
    machine.put("python3", pretend(WITHOUT_VENV))
    done = machine.run("sh", "requirements/install.sh")
    assert done.returncode == 1
    assert "apt install python3.12-venv" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_newer_python_beside_an_old_default_is_taken(machine: Machine) -> None:
    machine.put("python3", pretend(AN_OLD_PYTHON))
    machine.put("python3.12", RECORDER)
    assert machine.installs()[0] == "venv"


def test_the_python_that_is_named_comes_first(machine: Machine, tmp_path: Path) -> None:
    machine.put("python3", pretend(AN_OLD_PYTHON))
    machine.put("mine", RECORDER)
    named = tmp_path / "my python"
    (machine.bin / "mine").rename(named)
    assert machine.run("sh", "requirements/install.sh", PYTHON=str(named)).returncode == 0
    assert (machine.clone / "calls").read_text().startswith("venv\n")


def test_a_second_set_up_installs_nothing(machine: Machine) -> None:
    machine.put("python3", RECORDER)
    assert machine.installs() == ["venv", "requirements/site.txt", "generator"]
    for file in (machine.clone / "requirements").iterdir():
        os.utime(file)
    assert machine.installs() == []


def test_the_tests_add_to_what_the_site_installed(machine: Machine) -> None:
    machine.put("python3", RECORDER)
    machine.installs()
    assert machine.installs("test") == ["requirements/test.txt"]
    assert machine.installs("test") == []
    assert machine.installs("site") == []


def test_a_changed_lock_is_installed_afresh(machine: Machine) -> None:
    machine.put("python3", RECORDER)
    machine.installs()
    with (machine.clone / "requirements" / "site.txt").open("a") as lock:
        lock.write("# changed\n")
    assert machine.installs() == ["venv", "requirements/site.txt", "generator"]


def test_a_clone_that_was_moved_is_set_up_afresh(machine: Machine) -> None:
    machine.put("python3", RECORDER)
    machine.installs()
    machine.clone = machine.clone.rename(machine.clone.with_name("moved"))
    assert machine.installs()[0] == "venv"


def test_an_install_that_failed_is_tried_again(machine: Machine) -> None:
    machine.put("python3", RECORDER.replace('echo "$last" >>calls', "exit 1"))
    assert machine.run("sh", "requirements/install.sh").returncode == 1
    machine.put("python3", RECORDER)
    assert machine.installs() == ["venv", "requirements/site.txt", "generator"]


def test_plain_make_lists_the_targets(machine: Machine) -> None:
    (machine.bin / "awk").symlink_to(shutil.which("awk") or "")
    listed = machine.run("make").stdout
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert phony
    for target in phony[1].split():
        assert (f"make {target} " in listed) == (not target.startswith("set-up"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_hashes_and_no_addresses(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    assert "--index" not in text
    requirements = re.split(r"\n(?=\S)", text)
    assert all("--hash=sha256:" in requirement for requirement in requirements if requirement[0].isalpha())


def test_the_tests_run_on_the_packages_of_the_site() -> None:
    site, test = (set(re.findall(r"^[a-z].*==\S+", lock.read_text(), re.MULTILINE)) for lock in LOCKS)
    assert site < test


def test_the_project_file_and_the_requirements_list_the_same_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    needed = {*project["project"]["dependencies"], *project["build-system"]["requires"]}
    assert needed == set(re.findall(r"^[a-z].*$", (ROOT / "requirements" / "site.in").read_text(), re.MULTILINE))


def test_the_notice_names_every_package() -> None:
    notice = set(re.findall(r"[a-z][a-z-]+", (ROOT / "NOTICE").read_text()))
    assert set(re.findall(r"^([a-z-]+)==", LOCKS[0].read_text(), re.MULTILINE)) <= notice


def test_ci_runs_what_the_readme_tells_a_contributor_to_run() -> None:
    assert re.findall(r"exec (.*)$", (ROOT / ".ci" / "run").read_text()) == ["make test"]
    assert "\nmake test" in (ROOT / "README.md").read_text()


def look_for_a_browser(machine: Machine, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the search for a browser on a machine where neither Playwright nor a download can help."""
    playwright = machine.clone / "playwright"
    playwright.mkdir(exist_ok=True)
    (playwright / "__init__.py").touch()
    (playwright / "__main__.py").write_text("raise SystemExit(1)\n")
    environment = {"PYTHONPATH": str(machine.clone), "PLAYWRIGHT_BROWSERS_PATH": str(machine.clone)} | environment
    return machine.run(sys.executable, ROOT / "tests" / "chromium.py", **environment)


def test_an_installed_browser_is_used(machine: Machine) -> None:
    machine.put("google-chrome", "")
    assert look_for_a_browser(machine).stdout == f"Browser tests use {machine.bin / 'google-chrome'}.\n"


def test_the_browser_that_is_named_comes_first(machine: Machine) -> None:
    machine.put("chromium", "")
    machine.put("mine", "")
    assert str(machine.bin / "mine") in look_for_a_browser(machine, CHROMIUM=str(machine.bin / "mine")).stdout


def test_a_named_browser_that_is_not_there_is_not_replaced_in_silence(machine: Machine) -> None:
    machine.put("chromium", "")
    done = look_for_a_browser(machine, CHROMIUM="/nowhere/chromium")
    assert (done.returncode, done.stderr) == (1, chromium.MISSING + "\n")


@pytest.mark.skipif(sys.platform == "darwin", reason="an application of this machine would be found")
def test_no_browser_at_all_gets_one_line_that_says_what_to_install(machine: Machine) -> None:
    done = look_for_a_browser(machine)
    assert (done.returncode, done.stderr) == (1, chromium.MISSING + "\n")


@pytest.mark.skipif(sys.platform == "darwin", reason="an application of this machine would be found")
def test_a_browser_that_playwright_brought_is_used(machine: Machine) -> None:
    brought = machine.clone / "chromium-1234" / "chrome-linux" / "chrome"
    brought.parent.mkdir(parents=True)
    brought.touch()
    assert str(brought) in look_for_a_browser(machine).stdout


@pytest.mark.skipif(not Path("/etc/debian_version").exists() or os.geteuid() != 0, reason="for root on Debian")
def test_root_on_debian_gets_the_browser_of_debian(machine: Machine) -> None:
    if platform.freedesktop_os_release()["ID"] != "debian":
        pytest.skip("for root on Debian")
    machine.put("apt-get", '#!/bin/sh\necho "$*" >>calls\ncase "$*" in *install*) >"${0%/*}/chromium" ;; esac\n')
    look_for_a_browser(machine)
    updates, installs = (machine.clone / "calls").read_text().splitlines()
    assert updates.endswith("update")
    assert "install chromium" in installs


A_TEST = "import pytest\n\n@pytest.mark.{}\ndef test_page(): raise AssertionError\n"


@pytest.mark.parametrize(("mark", "variable"), [("browser", "NO_BROWSER"), ("java", "NO_JAVA"), ("node", "NO_NODE")])
def test_skipped_tests_are_mentioned_at_the_end(tmp_path: Path, mark: str, variable: str) -> None:
    (tmp_path / "test_page.py").write_text(A_TEST.format(mark))
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", ".", "."]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NO_")} | {variable: "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert f"{mark} tests were skipped, because {variable} is set" in done.stdout.splitlines()[-2]
    assert "1 skipped" in done.stdout.splitlines()[-1]
