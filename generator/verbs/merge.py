"""`merge`: two entries, sources or claims that are one become one."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.verbs import caution, day

WORDS = "make two entries, sources or claims that are one into one; the ids of the first lead to the second"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which, and into which."""
    parser.add_argument("one", metavar="FROM", help="the id of an entry or a source, or `entry#claim`")
    parser.add_argument("into", metavar="INTO", help="the id of another of that kind, which stays")
    day.argument(parser, "--date", "the day of the revision that is added")
    caution.arguments(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """Merge them."""
    from generator.editing.merge import merge
    from generator.verbs import moving

    when = day.of(options).isoformat()
    return moving.carry_out(options, root, options.one, lambda corpus: merge(corpus, options.one, options.into, when))
