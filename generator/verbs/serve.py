"""`serve`: the site at an address of this machine, made anew at every edit."""

from __future__ import annotations

import argparse
from pathlib import Path

WORDS = "show the site while entries are edited"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which port."""
    parser.add_argument("--port", type=int, default=8000, help="port on this machine (default 8000)")


def run(options: argparse.Namespace, root: Path) -> int:
    """Show it until it is interrupted."""
    from generator import publish

    return publish.serve(root, options.port)
