"""`explain`: what a code of a report means, and how the fault is mended."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

WORDS = "tell what a code of a report means and how to mend the fault"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which code, if not all."""
    parser.add_argument(
        "code", metavar="CODE", nargs="?", default="", help="as a report gives it; without one, all are listed"
    )


def run(options: argparse.Namespace, root: Path) -> int:
    """Print the page of a code, or the list of all; 2 where there is no such code."""
    from generator import faults
    from generator.faults import plain
    from generator.spelling import likely

    code = options.code
    if code and code not in faults.codes():
        close = likely(code, faults.codes())
        hint = f"did you mean `{close}`?" if close else "`explain` alone lists all"
        print(f"no fault has the code `{code}`: {hint}", file=sys.stderr)
        return 2
    sys.stdout.write(plain.page(faults.explanation(code)) if code else plain.contents())
    return 0
