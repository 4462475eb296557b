"""What a terminal is, and how verbs write to one and tell faults there."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic

_NARROWEST, _WIDEST = 60, 160


def write(stream: TextIO, text: str) -> None:
    """Write in UTF-8, whatever the machine's own encoding; a name of a file that is no text is shown escaped."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    stream.write(text)


def tell(diagnostics: Collection[Diagnostic], texts: dict[str, str]) -> None:
    """Report faults to whoever runs the command, and on a terminal where more is told of them."""
    from generator import report

    colour, width = wants_colour(sys.stderr, os.environ), width_of_lines(sys.stderr)
    write(sys.stderr, report.render(diagnostics, texts, colour=colour, width=width))
    if diagnostics and sys.stderr.isatty():
        print("`make explain CODE=…` tells why a fault matters and how to mend it", file=sys.stderr)


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write in colours: on a terminal, unless `NO_COLOR` is set; elsewhere too where `FORCE_COLOR` is."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return stream.isatty() and environment.get("TERM") != "dumb"


def width_of_lines(stream: TextIO) -> int:
    """How many columns of a line are shown: what a terminal has left beside the numbers, elsewhere as many as ever."""
    if not stream.isatty():
        return _WIDEST
    return max(_NARROWEST, min(_WIDEST, os.get_terminal_size(stream.fileno()).columns - len("12345 | ......")))
