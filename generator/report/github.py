"""Diagnostics as GitHub Actions shows them beside the lines of a pull request: one workflow command for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, in_order
from generator.report.columns import visible

# What would end a command or one of its properties is escaped, as the runner reads it.
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """A line for each diagnostic: `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=code::message`."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in in_order(diagnostics))


def _command(diagnostic: Diagnostic) -> str:
    properties = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in _properties(diagnostic))
    return f"::{diagnostic.severity} {properties}::{_message(diagnostic).translate(_IN_DATA)}"


def _properties(diagnostic: Diagnostic) -> Iterator[tuple[str, str | int]]:
    span = diagnostic.span
    yield from (("file", diagnostic.path), ("line", span.line), ("endLine", span.end_line))
    # GitHub takes columns only within one line.
    if span.line == span.end_line:
        yield from (("col", span.column), ("endColumn", span.end_column))
    yield "title", diagnostic.code


def _message(diagnostic: Diagnostic) -> str:
    lines = [diagnostic.message]
    lines += [f"{mark.label}: {mark.path}:{mark.span.line}:{mark.span.column}" for mark in diagnostic.also]
    lines += [f"help: {diagnostic.help}"] if diagnostic.help else []
    return "\n".join(visible(line) for line in lines)
