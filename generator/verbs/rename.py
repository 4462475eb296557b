"""`rename`: another id for an entry, a source or a claim, with every link to it."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.verbs import caution

WORDS = "give an entry, a source or a claim another id; every link follows, and the old id leads on"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What, and to what."""
    parser.add_argument("old", metavar="OLD", help="the id of an entry or a source, or `entry#claim`")
    parser.add_argument("new", metavar="NEW", help="the new id; for a claim, `entry#new`")
    caution.arguments(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """Rename it."""
    from generator.editing.rename import rename
    from generator.verbs import moving

    return moving.carry_out(options, root, options.old, lambda corpus: rename(corpus, options.old, options.new))
