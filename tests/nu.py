"""Finds the Nu HTML checker and the Java that it runs on; run as a program, it installs what is missing."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from tests import chromium

ROOT = Path(__file__).resolve().parent.parent
# The package of npm, and what is in it. Java stands there in one file, and nothing of the package is run by npm.
VERSION = "26.9.27"
SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
FOLDER = ROOT / ".vnu"
JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
DEBIAN_PACKAGE = "default-jre-headless"

LEAVE_OUT = "or leave out the tests that need it with NO_JAVA=1."
NO_JAVA = (
    f"No Java was found: install one (Debian: apt install {DEBIAN_PACKAGE}; macOS: brew install openjdk), {LEAVE_OUT}"
)
NO_NPM = (
    "No npm was found, which brings the Nu HTML checker: "
    f"install it (Debian: apt install npm; macOS: brew install node), {LEAVE_OUT}"
)
NO_CHECKER = f"npm did not bring vnu-jar {VERSION}, the Nu HTML checker: mend that, {LEAVE_OUT}"


def java() -> str | None:
    """The command that runs Java; macOS has one that only asks for Java."""
    found = shutil.which("java")
    return (
        found
        if found and subprocess.run([found, "-version"], capture_output=True, check=False).returncode == 0
        else None
    )


def has_checker() -> bool:
    """Whether the checker is here, in the version that is asked for, byte by byte."""
    return JAR.is_file() and hashlib.sha256(JAR.read_bytes()).hexdigest() == SHA256


def install() -> str | None:
    """Install what is missing the way this machine allows; return what is missing afterwards."""
    if java() is None and chromium.is_root_on_debian():
        chromium.install_from_debian(DEBIAN_PACKAGE)
    if java() is None:
        return NO_JAVA
    if has_checker():
        return None
    if (npm := shutil.which("npm")) is None:
        return NO_NPM
    options = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    FOLDER.mkdir(exist_ok=True)
    subprocess.run([npm, "install", "--prefix", str(FOLDER), *options, f"vnu-jar@{VERSION}"], check=False)
    return None if has_checker() else NO_CHECKER


def errors(*folders: Path) -> list[str]:
    """What the checker takes for an error in the HTML of folders: the file, the place, and what is wrong."""
    command = [
        str(java()),
        "-jar",
        str(JAR),
        "--skip-non-html",
        "--errors-only",
        "--format",
        "gnu",
        "--exit-zero-always",
    ]
    done = subprocess.run([*command, *map(str, folders)], capture_output=True, text=True, check=True)
    return done.stderr.splitlines()


def main() -> None:
    """Make sure that the checker is there, or say in one line what to install."""
    if missing := install():
        sys.exit(missing)
    print(f"Tests of HTML use the Nu HTML checker {VERSION}.", flush=True)


if __name__ == "__main__":
    main()
