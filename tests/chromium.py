"""Finds the Chromium or Chrome of the browser tests; run as a program, it installs one where there is none."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
# The fonts give pages a stable width, Hangul included.
DEBIAN_PACKAGES = ("chromium", "fonts-liberation", "fonts-nanum")
# What Playwright calls its executable on Linux and on macOS.
DOWNLOADED_NAMES = ("chrome", "Chromium", "Google Chrome for Testing")

# Chromium calls home at every start unless it is told not to; as root it starts without its sandbox only.
LAUNCH_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
)

MISSING = (
    "No Chromium or Chrome was found: install one (Debian: apt install chromium; macOS: brew install --cask chromium), "
    "name it with CHROMIUM=/path/to/chromium, or leave out the tests that need it with NO_BROWSER=1."
)


def find() -> Path | None:
    """Return the browser that `CHROMIUM` names, else an installed one, else the one that Playwright brought."""
    return next((path for path in _candidates() if path.is_file()), None)


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("CHROMIUM"):
        yield Path(shutil.which(named) or named)
        return
    yield from (Path(found) for name in COMMANDS if (found := shutil.which(name)))
    yield from MAC_APPLICATIONS
    for name in DOWNLOADED_NAMES:
        yield from sorted(_downloads().glob(f"chromium-*/**/{name}"), reverse=True)


def _downloads() -> Path:
    beside_the_tests = Path(__file__).resolve().parent.parent / ".browser"
    return Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or beside_the_tests)


def install() -> None:
    """Install a browser the way this machine allows; a failure shows only in that none is found afterwards."""
    if is_root_on_debian():
        install_from_debian(*DEBIAN_PACKAGES)
    if find() is None:
        environment = os.environ | {"PLAYWRIGHT_BROWSERS_PATH": str(_downloads())}
        command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
        subprocess.run(command, env=environment, check=False)


def is_root_on_debian() -> bool:
    """Whether this may and can install packages of Debian."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def install_from_debian(*packages: str) -> None:
    """Install packages and what they cannot do without."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    options = ["--quiet=2", "--yes", "--no-install-recommends"]
    subprocess.run(["apt-get", "--quiet=2", "update"], env=environment, check=False)
    subprocess.run(["apt-get", *options, "install", *packages], env=environment, check=False)


def main() -> None:
    """Make sure that there is a browser, or say in one line what to install."""
    if find() is None and not os.environ.get("CHROMIUM"):
        print("Installing Chromium for the browser tests.", flush=True)
        install()
    found = find()
    if found is None:
        sys.exit(MISSING)
    print(f"Browser tests use {found}.", flush=True)


if __name__ == "__main__":
    main()
