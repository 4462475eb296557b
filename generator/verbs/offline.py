"""`offline`: build the site into site.zip, one file that opens without a network."""

from __future__ import annotations

import argparse
from pathlib import Path

WORDS = "build the site into site.zip, one file that opens without a network"


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace, root: Path) -> int:
    """Build the site as one file."""
    from generator import publish

    return publish.publish_as_file(root)
