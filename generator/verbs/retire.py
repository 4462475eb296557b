"""`retire`: a development is withdrawn, and a note with the reason remains at its address."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from generator.verbs import caution, day

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.editing.move import Move

WORDS = "withdraw a development: a note with the reason remains at its address"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which, why, and what becomes of what others said on its claims."""
    parser.add_argument("entry", metavar="ENTRY", help="the id of a development")
    parser.add_argument("--reason", required=True, help="why, in a sentence for readers")
    statements = parser.add_mutually_exclusive_group()
    words = "let statements of other entries on its claims be on this one instead"
    statements.add_argument("--claims-to", metavar="ENTRY#CLAIM", default="", help=words)
    words = "leave out statements of other entries on its claims"
    statements.add_argument("--drop-statements", action="store_true", help=words)
    day.argument(parser, "--date", "the day of the revision that is added")
    caution.arguments(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """Withdraw it."""
    from generator.editing.retire import retire
    from generator.verbs import moving

    def make(corpus: Corpus) -> Move:
        when, drops = day.of(options).isoformat(), options.drop_statements
        return retire(corpus, options.entry, options.reason, when, claims_to=options.claims_to, drop_statements=drops)

    return moving.carry_out(options, root, options.entry, make)
