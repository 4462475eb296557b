"""`check`: every fault of the entries, each at its line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

WORDS = "report every fault of the entries"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Against what the entries are held."""
    words = "also report what was changed since this branch left REV and must not be, or not without a revision"
    parser.add_argument("--against", metavar="REV", help=words)


def run(options: argparse.Namespace, root: Path) -> int:
    """Report the faults; 1 where there is an error among them."""
    from generator import build, git, report
    from generator.diagnostics import has_errors

    result = build.build(root)
    diagnostics = result.diagnostics
    if options.against is not None:
        from generator import review
        from generator.verbs import revision

        try:
            base = git.merge_base(root, options.against)
            diagnostics += tuple(review.check(revision.compare(root, base, result.readable)))
        except git.GitError as error:
            print(error, file=sys.stderr)
            return 2
    sys.stderr.write(report.render(diagnostics, result.texts))
    if not diagnostics:
        number = len(result.texts)
        print("1 entry, and nothing wrong with it" if number == 1 else f"{number} entries, and nothing wrong with them")
    return 1 if has_errors(diagnostics) else 0
