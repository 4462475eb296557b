"""The day that a verb writes into an entry."""

from __future__ import annotations

import argparse
import datetime


def argument(parser: argparse.ArgumentParser, option: str, words: str) -> None:
    """An option for that day, of which `words` say what it is."""
    parser.add_argument(option, dest="day", type=_day, default=None, metavar="DAY", help=f"{words} (default today)")


def of(options: argparse.Namespace) -> datetime.date:
    """The day that was given, or today."""
    return options.day or datetime.date.today()


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is not a day, such as 2024-10-18") from None
