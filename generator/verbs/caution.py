"""The options of verbs that change many files at once."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """To look first, or to do it in spite of what speaks against it."""
    parser.add_argument("--dry-run", action="store_true", help="tell what would change, and write nothing")
    words = "do it although files are not committed, git is not there, or warnings would come of it"
    parser.add_argument("--force", action="store_true", help=words)
