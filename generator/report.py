"""Diagnostics as a contributor reads them on a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, Severity, Span

_WIDTH = 160


def render(diagnostics: Iterable[Diagnostic], texts: dict[str, str]) -> str:
    """All diagnostics in the order of their places, each with the line at fault underlined, and a count at the end."""
    ordered = sorted(set(diagnostics), key=lambda diagnostic: diagnostic.order)
    blocks = ["\n".join(_block(diagnostic, texts.get(diagnostic.path, ""))) for diagnostic in ordered]
    return "\n\n".join([*blocks, _count(ordered)]) + "\n" if ordered else ""


def _block(diagnostic: Diagnostic, text: str) -> Iterator[str]:
    span = diagnostic.span
    yield f"{diagnostic.severity}[{diagnostic.code}]: {_visible(diagnostic.message)}"
    number = str(span.line)
    margin = " " * len(number)
    yield f"{margin}--> {_visible(diagnostic.path)}:{span.line}:{span.column}"
    if text:
        line, start, end = _excerpt(text.split("\n")[span.line - 1].rstrip("\r"), span)
        yield f"{margin} |"
        yield f"{number} | {_visible(line)}"
        yield f"{margin} | {_underline(line, start, end)} {diagnostic.label}".rstrip()
    if diagnostic.help:
        yield f"{margin} = help: {_visible(diagnostic.help)}"


def _excerpt(line: str, span: Span) -> tuple[str, int, int]:
    """The part of a line that fits a terminal, and where in it the span begins and ends (offsets from 0)."""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, start - _WIDTH // 2) if len(line) > _WIDTH else 0
    return line[cut : cut + _WIDTH], start - cut, min(end - cut, _WIDTH)


def _underline(line: str, start: int, end: int) -> str:
    return " " * _width(line[:start]) + "^" * max(1, _width(line[start:end]))


def _width(text: str) -> int:
    """How many columns a terminal gives a text: Hangul takes two, what is joined to the letter before it none."""
    return sum(_columns(letter) for letter in _visible(text))


def _columns(letter: str) -> int:
    if unicodedata.category(letter) == "Mn" or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _visible(text: str) -> str:
    return "".join(
        letter if letter.isprintable() else " " if letter == "\t" else f"\\x{ord(letter):02x}" for letter in text
    )


def _count(diagnostics: list[Diagnostic]) -> str:
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    words = [f"{n} {word}{'s' * (n != 1)}" for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return " and ".join(words)
