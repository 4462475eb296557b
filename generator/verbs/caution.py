"""The options of verbs that change many files at once."""

from __future__ import annotations

import argparse
import datetime


def arguments(parser: argparse.ArgumentParser) -> None:
    """To look first, or to do it in spite of what speaks against it."""
    parser.add_argument("--dry-run", action="store_true", help="tell what would change, and write nothing")
    words = "do it although files are not committed, git is not there, or warnings would come of it"
    parser.add_argument("--force", action="store_true", help=words)


def day(parser: argparse.ArgumentParser) -> None:
    """The day of the revision that is added."""
    words = "the day of the revision that is added (default today)"
    parser.add_argument("--date", type=_day, default=None, metavar="DAY", help=words)


def day_of(options: argparse.Namespace) -> str:
    """The day that was given, or today."""
    return str(options.date or datetime.date.today())


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is not a day, such as 2024-10-18") from None
