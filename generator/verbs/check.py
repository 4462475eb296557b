"""`check`: every fault of the entries, each at its line."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

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
_NARROWEST, _WIDEST = 60, 160


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

    result = build.build(root)
    try:
        diagnostics = (*result.diagnostics, *_against(options.against, root, result))
    except git.GitError as error:
        print(error, file=sys.stderr)
        return 2
    _report(diagnostics, result.texts, options.format)
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


def _report(diagnostics: tuple[Diagnostic, ...], texts: dict[str, str], form: str) -> None:
    from generator import report

    if form == "terminal":
        colour, width = wants_colour(sys.stderr, os.environ), _width(sys.stderr)
        _write(sys.stderr, report.render(diagnostics, texts, colour=colour, width=width))
    elif form == "json":
        _write(sys.stdout, report.json.render(diagnostics))
    elif form == "sarif":
        _write(sys.stdout, report.sarif.render(diagnostics))
    else:
        _write(sys.stdout, report.github.render(diagnostics))
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


def _write(stream: TextIO, text: str) -> None:
    """Write in UTF-8, whatever the machine's own encoding; a name of a file that is no text is shown escaped."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    stream.write(text)


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write in colours: on a terminal, unless `NO_COLOR` is set; elsewhere too where `FORCE_COLOR` is."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return stream.isatty() and environment.get("TERM") != "dumb"


def _width(stream: TextIO) -> int:
    """How many columns of a line are shown: what a terminal has left beside the numbers, elsewhere as many as ever."""
    columns = shutil.get_terminal_size((_WIDEST, 0)).columns - len("12345 | ......") if stream.isatty() else _WIDEST
    return max(_NARROWEST, min(_WIDEST, columns))
