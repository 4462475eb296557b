"""`sources`: what is told of addresses that can be read, have moved, are gone, or refuse. The server is our own."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.entries_of import write

ROOT = Path(__file__).parent.parent
ENTRY = """\
title: A title
date: 2024-10-18
summary: In short.
text: Read. [@{id}]
sources:
  {id}: {{publisher: Example Gazette, url: "{url}"}}
revisions:
  - {{date: 2026-01-01, kind: added, what: First version}}
"""
CODES = {
    "/ok": 200,
    "/gone": 404,
    "/removed": 410,
    "/forbidden": 403,
    "/broken": 500,
    "/moved": 301,
    "/elsewhere": 302,
    "/page-only": 405,
    "/circle": 302,
}
HANGUL, HANGUL_AS_SENT = "/기사?q=한&x=%20", "/%EA%B8%B0%EC%82%AC?q=%ED%95%9C&x=%20"


class Server(BaseHTTPRequestHandler):
    """Answers as its addresses say; `/page-only` answers only whoever asks for the page, `/circle` nobody."""

    def do_HEAD(self) -> None:
        self._answer(200 if self.path == HANGUL_AS_SENT else CODES[self.path])

    def do_GET(self) -> None:
        self._answer(200 if self.path == "/page-only" else CODES[self.path])

    def _answer(self, code: int) -> None:
        self.send_response(code)
        if code in (301, 302):
            self.send_header("Location", "/circle" if self.path == "/circle" else "/ok")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def ask(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "sources", "--pause", "0", *options]
    environment = {"PYTHONPATH": str(ROOT), "no_proxy": "*", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def entries(addresses: dict[str, str]) -> dict[str, str]:
    return {f"developments/2024/{id_}-cited.yaml": ENTRY.format(id=id_, url=url) for id_, url in addresses.items()}


def test_each_address_is_told_of_by_what_became_of_it(tmp_path: Path, server: str) -> None:
    addresses = {path.strip("/"): server + path for path in CODES}
    addresses |= {"nobody": "http://127.0.0.1:1/", "hangul": server + HANGUL}
    write(tmp_path, entries(addresses))
    done = ask(tmp_path)
    assert done.returncode == 0, done.stderr
    lines = [line.split(" (")[0] for line in done.stdout.splitlines() if not line.startswith("    ")]
    assert lines == [
        "cannot be reached: http://127.0.0.1:1/",
        f"the server fails: {server}/broken",
        f"the server fails: {server}/circle",
        f"refuses programs: {server}/forbidden",
        f"gone: {server}/gone",
        f"moved for good: {server}/moved",
        f"gone: {server}/removed",
        "11 addresses of sources: 4 can be read, 1 moved for good, 2 gone, 1 refuses programs, 2 the server fails, "
        "1 cannot be reached",
    ]
    assert "    entries/developments/2024/gone-cited.yaml: gone\n" in done.stdout
    assert f"{server}/moved ({server}/ok)" in done.stdout


def test_the_table_holds_nothing_that_markdown_would_obey(tmp_path: Path, server: str) -> None:
    write(tmp_path, entries({"gone": f"{server}/gone"}))
    said = ask(tmp_path, "--format", "markdown").stdout
    assert said.startswith("### 1 address of sources: 1 gone\n")
    assert f"| gone | `{server}/gone` | 404 | `entries/developments/2024/gone-cited.yaml: gone` |" in said


def test_faults_are_told_before_anybody_is_asked(tmp_path: Path) -> None:
    write(tmp_path, {"themes/a.yaml": "name: ["})
    done = ask(tmp_path)
    assert done.returncode == 1
    assert "error[yaml-syntax]" in done.stderr


def test_a_collection_without_sources_has_nothing_to_ask(tmp_path: Path) -> None:
    (tmp_path / "entries").mkdir()
    assert ask(tmp_path).stdout == "no addresses of sources\n"
