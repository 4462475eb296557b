"""`schema`: write the schemas by which editors complete and check entries."""

from __future__ import annotations

import argparse
from pathlib import Path

WORDS = "write into schema/ what editors complete and check entries by"


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace, root: Path) -> int:
    """Write those that have changed, and name them."""
    from generator.verbs import desk, known

    changed = known.outdated(root)
    desk.write(root, changed)
    print("\n".join(f"{edit.path} was written" for edit in changed) or "the schemas were up to date")
    return 0
