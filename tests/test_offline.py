"""A build opens no socket, and succeeds where there is no network at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built import MADE_UP, ROOT, Built, build, make

# With a user namespace anybody may have one, where that is allowed; without it, root may.
WAYS = (("unshare", "--user", "--map-root-user", "--net"), ("unshare", "--net"))
CALL_OUT = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"
SOURCES = pytest.mark.parametrize("sources", [MADE_UP, ROOT], ids=["made up", "shipped"])


def without_network() -> tuple[str, ...]:
    """Words that run a command in a network namespace of its own; the test is skipped where none is to be had."""
    if not shutil.which("unshare"):
        pytest.skip("there is no `unshare` on this machine")
    refusals = []
    for way in WAYS:
        tried = subprocess.run([*way, "true"], capture_output=True, text=True, check=False)
        if tried.returncode == 0:
            return way
        refusals.append(tried.stderr.strip())
    pytest.skip(f"no network namespace is to be had here: {refusals}")


def test_namespace_has_no_network() -> None:
    command = [*without_network(), sys.executable, "-c", CALL_OUT]
    called = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Network is unreachable" in called.stderr


@SOURCES
def test_build_succeeds_without_a_network(tmp_path: Path, sources: Path) -> None:
    folder = make(tmp_path / "folder", sources)
    done = build(folder, *without_network())
    assert done.returncode == 0, done.stderr
    assert (folder / "site" / "index.html").exists()


def test_build_opens_no_socket(built: Built) -> None:
    """The program that builds the shared sites refuses every socket, and fails even if the refusal was overlooked."""
    for site in (built.plain, built.published, built.shipped_plain, built.shipped_published):
        assert (site / "index.html").exists()


HIDDEN = """
import contextlib, socket

def on_config(config):
    with contextlib.suppress(OSError):
        {attempt}
"""


@pytest.mark.parametrize("attempt", ["socket.socket()", "socket.getaddrinfo('example.org', 80)"])
def test_attempt_that_overlooks_its_refusal_is_told(tmp_path: Path, attempt: str) -> None:
    folder = make(tmp_path / "folder")
    (folder / "call_out.py").write_text(HIDDEN.format(attempt=attempt), encoding="utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [call_out.py]\n")
    done = build(folder)
    assert done.returncode != 0
    assert "a build may not do this: socket." in done.stderr
