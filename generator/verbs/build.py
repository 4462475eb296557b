"""`build`: build the site into site/."""

from __future__ import annotations

import argparse
from pathlib import Path

WORDS = "build the site into site/"


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace, root: Path) -> int:
    """Build the site."""
    from generator import publish

    return publish.publish(root)
