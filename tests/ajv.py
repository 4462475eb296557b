"""Finds Ajv, the JSON Schema engine of editors, and Node.js, on which it runs; run as a program, it installs both."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests import chromium

ROOT = Path(__file__).resolve().parent.parent
# Ajv's own bundle of itself for draft 7, in one file; nothing of the package is run by npm.
PACKAGE, VERSION = "ajv-dist", "8.17.1"
SHA256 = "dc1325168ae9730198c20f5ffd55ed2fee9dca67014589ead7c6871e65521439"
FOLDER = ROOT / ".ajv"
BUNDLE = FOLDER / "node_modules" / PACKAGE / "dist" / "ajv7.min.js"
SCRIPT = Path(__file__).with_name("ajv.cjs")

LEAVE_OUT = "or leave out the tests that need it with NO_NODE=1."
NO_NPM = (
    "No Node.js with npm was found, on which Ajv runs: "
    f"install it (Debian: apt install npm; macOS: brew install node), {LEAVE_OUT}"
)
NO_AJV = f"npm did not bring {PACKAGE} {VERSION}, which checks the schemas: mend that, {LEAVE_OUT}"


def has_ajv() -> bool:
    """Whether Ajv is here, in the version that is asked for, byte by byte."""
    return BUNDLE.is_file() and hashlib.sha256(BUNDLE.read_bytes()).hexdigest() == SHA256


def install() -> str | None:
    """Install what is missing the way this machine allows; return what is missing afterwards."""
    if shutil.which("npm") is None and chromium.is_root_on_debian():
        chromium.install_from_debian("npm")
    if (npm := shutil.which("npm")) is None or shutil.which("node") is None:
        return NO_NPM
    if has_ajv():
        return None
    options = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    FOLDER.mkdir(exist_ok=True)
    subprocess.run([npm, "install", "--prefix", str(FOLDER), *options, f"{PACKAGE}@{VERSION}"], check=False)
    return None if has_ajv() else NO_AJV


def verdicts(schemas: dict[str, Any], cases: list[tuple[str, Any]]) -> list[bool]:
    """Whether each case, the name of a schema and data, is valid. Raises where Ajv finds fault with a schema."""
    question = json.dumps({"schemas": schemas, "cases": cases})
    command = ["node", str(SCRIPT), str(BUNDLE)]
    done = subprocess.run(command, input=question, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: list[bool] = json.loads(done.stdout)
    return answer


def main() -> None:
    """Make sure that Ajv is there, or say in one line what to install."""
    if missing := install():
        sys.exit(missing)
    print(f"Tests of schemas use Ajv {VERSION}.", flush=True)


if __name__ == "__main__":
    main()
