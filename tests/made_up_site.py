"""A whole site of a few made-up entries, for tests that run the command line in a folder of their own."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent

ENTRIES = {
    "developments/2024/bridge-closed.yaml": """\
title: "Example Times: the bridge is closed"
date: 2024-10-18
summary: The Example Times reported that the bridge at Sample was closed.
text: |
  The report gives no reason. [@times-bridge]
themes: [crossings]
places: [sample]
sources:
  times-bridge:
    publisher: example-times
    url: https://example.org/bridge
    published: 2024-10-18
claims:
  closed:
    text: The bridge at Sample was closed.
    about: [bridge-office]
statements:
  - claim: closed
    by: example-times
    stance: asserts
    source: times-bridge
  - claim: closed
    by: bridge-office
    stance: denies
    quote: 다리는 열려 있다
    language: ko
    translation: The bridge is open.
    translator: editors
    source: times-bridge
revisions:
  - {date: 2026-11-24, kind: added, what: First version}
""",
    "actors/bridge-office.yaml": """\
name: Bridge Office
kind: state
names: {hangul: 다리국}
description: A made-up office.
revisions:
  - {date: 2026-11-24, kind: added, what: First version}
""",
    "publishers/example-times.yaml": """\
name: Example Times
kind: newspaper
language: en
url: https://example.org/
reliability: {grade: C, reason: Made up for a test, date: 2026-11-24}
description: A made-up newspaper.
revisions:
  - {date: 2026-11-24, kind: added, what: First version}
""",
    "places/sample.yaml": """\
name: Sample
description: A made-up place.
revisions:
  - {date: 2026-11-24, kind: added, what: First version}
""",
    "themes/crossings.yaml": """\
name: Crossings
description: A made-up theme.
revisions:
  - {date: 2026-11-24, kind: added, what: First version}
""",
}
DEVELOPMENT = "entries/developments/2024/bridge-closed.yaml"
HAND_WRITTEN = ("method", "data", "about", "contribute/index", "contribute/example", "contribute/architecture")


def make(root: Path) -> Path:
    """Write the site's sources into a new folder; its settings are those of this repository."""
    for path, text in ENTRIES.items():
        _write(root / "entries" / path, text)
    for path in HAND_WRITTEN:
        _write(root / "docs" / f"{path}.md", "# Made up\n\nSee [[bridge-closed]] and [[bridge-closed#closed]].\n")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "generator").mkdir()
    (root / "generator" / "theme").symlink_to(ROOT / "generator" / "theme")
    return root


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
