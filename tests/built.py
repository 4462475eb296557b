"""Sites that are built once and shared by all tests: the made-up one in `tests/site`, and that of this repository."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import pytest

from benchmarks import synthetic

ROOT = Path(__file__).parent.parent
MADE_UP = ROOT / "tests" / "site"
WATCHED = ROOT / "tests" / "watched_build.py"

ADDRESSES = {
    "SITE_URL": "https://example.org/site/",
    "EDIT_URL": "https://example.org/edit/{path}?a=1&b=2",
    "REPORT_URL": "https://example.org/report?title={title}&path={path}",
}
NAME = "Example Lake & shores: who says what"
SETTINGS = f"""\
INHERIT: base.yml
site_name: "{NAME}"
site_description: Everything made up about a lake.
nav:
  - Home: index.md
  - Chronology: chronology/index.md
  - Claims: claims/index.md
  - Actors: actors/index.md
  - Places: places/index.md
  - Map: map/index.md
  - Themes: themes/index.md
  - Publishers: publishers/index.md
  - Changes: changes/index.md
  - Fields: contribute/fields.md
  - Faults and fixes: faults/index.md
  - About: about.md
"""


def make(folder: Path, sources: Path = MADE_UP, **options: bool) -> Path:
    """A folder with the sources of a site, and the settings of this repository with other options of its plugin."""
    folder.mkdir(parents=True)
    for name in ("entries", "docs"):
        (folder / name).symlink_to(sources / name)
    changed = "".join(f"\n      {name}: {str(value).lower()}" for name, value in options.items())
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("custom_dir: generator", f"custom_dir: {ROOT / 'generator'}")
    settings = settings.replace("- intelligence-site:", f"- intelligence-site:{changed}")
    (folder / "base.yml").write_text(settings, encoding="utf-8")
    own = "INHERIT: base.yml\n" if sources == ROOT else SETTINGS
    (folder / "mkdocs.yml").write_text(own, encoding="utf-8")
    return folder


def build(folder: Path, *before: str, verb: str = "build", **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site of a folder, without network, by a command that may have words before it."""
    kept = {name: value for name, value in os.environ.items() if name not in ADDRESSES}
    given = kept | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | environment
    command = [*before, sys.executable, str(WATCHED), "0", verb]
    return subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


class Built:
    """Each site is built when a test first asks for it: `published` ones know their addresses, `plain` ones do not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def plain(self) -> Path:
        return self._build("plain")

    @cached_property
    def published(self) -> Path:
        return self._build("published", ADDRESSES)

    @cached_property
    def drafts(self) -> Path:
        return self._build("drafts", drafts=True)

    @cached_property
    def plain_stock(self) -> Path:
        """All pages through MkDocs, one by one."""
        return self._build("plain stock", stamp=False)

    @cached_property
    def published_stock(self) -> Path:
        return self._build("published stock", ADDRESSES, stamp=False)

    @cached_property
    def shipped_plain(self) -> Path:
        return self._build("shipped plain", sources=ROOT)

    @cached_property
    def shipped_published(self) -> Path:
        return self._build("shipped published", ADDRESSES, sources=ROOT)

    @cached_property
    def long(self) -> Path:
        """A site of so many entries that its lists are split into parts."""
        sources = self._folder / "long sources"
        synthetic.write(sources, 310)
        (sources / "docs").mkdir()
        (sources / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
        return self._build("long", sources=sources)

    def _build(
        self, name: str, addresses: Mapping[str, str] = MappingProxyType({}), sources: Path = MADE_UP, **options: bool
    ) -> Path:
        folder = make(Path(tempfile.mkdtemp(dir=self._folder)) / name, sources, **options)
        done = build(folder, **addresses)
        assert done.returncode == 0, done.stderr
        return folder / "site"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(tmp_path_factory.mktemp("built"))
