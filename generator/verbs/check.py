"""`check`: every fault of the entries, each at its line."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from generator.verbs.terminal import tell, write

if TYPE_CHECKING:
    from generator.build import Result
    from generator.diagnostics import Diagnostic

WORDS = "report every fault of the entries"
FORMATS = {
    "terminal": "for people, with the lines at fault",
    "github": "workflow commands, which GitHub shows beside the lines of a pull request",
    "json": "one document for programs",
    "sarif": "SARIF 2.1.0, for code hosts and editors",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Against what the entries are held, and how to report."""
    words = "also report what was changed since this branch left REV and must not be, or not without a revision"
    parser.add_argument("--against", metavar="REV", help=words)
    kinds = "; ".join(f"{name}: {kind}" for name, kind in FORMATS.items())
    parser.add_argument("--format", choices=FORMATS, default="terminal", help=f"how (default terminal). {kinds}")
    words = "append a table of the faults in Markdown to this file (default with `github`: $GITHUB_STEP_SUMMARY)"
    parser.add_argument("--summary", type=Path, metavar="FILE", help=words)


def run(options: argparse.Namespace, root: Path) -> int:
    """Report the faults; 1 where there is an error among them."""
    from generator import build, git
    from generator.diagnostics import has_errors

    gc.disable()  # nothing is garbage until the end, and looking for it is a tenth of the time
    try:
        result = build.build(root)
    finally:
        gc.enable()
    try:
        diagnostics = (*result.diagnostics, *_against(options.against, root, result))
    except git.GitError as error:
        print(error, file=sys.stderr)
        return 2
    _show(diagnostics, result.texts, options.format)
    if not _summarize(diagnostics, len(result.texts), options):
        return 2
    return 1 if has_errors(diagnostics) else 0


def _against(reference: str | None, root: Path, result: Result) -> list[Diagnostic]:
    """What the changes since this branch left a revision must not do. Raises `GitError` where there is none."""
    if reference is None:
        return []
    from generator import git, review
    from generator.verbs import revision

    base = git.merge_base(root, reference)
    return list(review.check(revision.compare(root, base, result.readable)))


def _show(diagnostics: Collection[Diagnostic], texts: dict[str, str], form: str) -> None:
    """Report the faults in one of the forms, or that there are none."""
    from generator import report

    if form == "terminal":
        tell(diagnostics, texts)
    elif form == "json":
        write(sys.stdout, report.json.render(diagnostics))
    elif form == "sarif":
        write(sys.stdout, report.sarif.render(diagnostics, site=os.environ.get("SITE_URL", "")))
    else:
        write(sys.stdout, report.github.render(diagnostics))
    if form in ("terminal", "github") and not diagnostics:
        print(report.nothing_wrong(len(texts)))


def _summarize(diagnostics: tuple[Diagnostic, ...], entries: int, options: argparse.Namespace) -> bool:
    """Append the summary where one is wanted; False where that cannot be."""
    from generator import report

    usual = os.environ.get("GITHUB_STEP_SUMMARY") if options.format == "github" else None
    if not (file := options.summary or usual):
        return True
    try:
        with Path(file).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as summary:
            summary.write(report.summary(diagnostics, entries))
    except OSError as error:
        print(f"cannot write the summary: {error}", file=sys.stderr)
        return False
    return True
