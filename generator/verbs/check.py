"""`check`: every fault of the entries, each at its line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

WORDS = "report every fault of the entries"


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace, root: Path) -> int:
    """Report the faults; 1 where there is an error among them."""
    from generator import build, report

    result = build.build(root)
    sys.stderr.write(report.render(result.diagnostics, result.texts))
    if not result.diagnostics:
        number = len(result.texts)
        print("1 entry, and nothing wrong with it" if number == 1 else f"{number} entries, and nothing wrong with them")
    return 0 if result.corpus else 1
