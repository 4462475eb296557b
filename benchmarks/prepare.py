"""Writes what is measured, as a process of its own: the memory of whoever starts a process counts as that one's peak.

Called with a folder and a number of entries, it makes in the folder `ours`, a project with synthetic entries, and
`stock`, the same pages as Markdown.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks import stock, synthetic
from generator import build

PROJECT = Path(__file__).resolve().parent.parent


def write_project(folder: Path, count: int) -> None:
    """Write a project with synthetic entries."""
    synthetic.write(folder, count)
    shutil.copytree(PROJECT / "docs", folder / "docs")
    # The hand-written pages speak of entries that are not here, and a strict build would stop at that.
    theme = PROJECT / "generator" / "theme"
    settings = f"INHERIT: {PROJECT / 'mkdocs.yml'}\ntheme: {{custom_dir: {theme}}}\nstrict: false\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def prepare(folder: Path, count: int) -> None:
    """Write both projects."""
    ours = folder / "ours"
    write_project(ours, count)
    corpus = build.build(ours).corpus
    assert corpus, "synthetic entries have no faults"
    stock.write(folder / "stock", PROJECT, build.pages(corpus, "A synthetic site"))


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), int(sys.argv[2]))
