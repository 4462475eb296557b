"""Diagnostics as a contributor reads them on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple, TypeAlias

from generator.diagnostics import Diagnostic, Span, count, in_order
from generator.report.columns import Line, visible

_WIDTH = 160
_STYLES = {"error": "1;31", "warning": "1;33", "message": "1", "margin": "34", "also": "34", "help": "36"}
# Gives a text the style of that name.
_Paint: TypeAlias = Callable[[str, str], str]


class _Place(NamedTuple):
    """A stretch of a file to be underlined: with `^` where the fault is, with `-` where else to look."""

    path: str
    span: Span
    label: str
    sign: str
    style: str


def render(
    diagnostics: Iterable[Diagnostic], texts: dict[str, str], *, colour: bool = False, width: int = _WIDTH
) -> str:
    """All diagnostics in the order of their places, with the lines at fault underlined, and a count at the end."""
    ordered, paint = in_order(diagnostics), _painted if colour else _plain
    blocks = ["\n".join(_block(diagnostic, texts, width, paint)) for diagnostic in ordered]
    return "\n\n".join([*blocks, count(ordered)]) + "\n" if ordered else ""


def _plain(text: str, style: str) -> str:
    return text


def _painted(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _block(diagnostic: Diagnostic, texts: dict[str, str], width: int, paint: _Paint) -> Iterator[str]:
    style = str(diagnostic.severity)
    places = [_Place(diagnostic.path, diagnostic.span, diagnostic.label, "^", style)]
    places += [_Place(mark.path, mark.span, mark.label, "-", "also") for mark in diagnostic.also]
    margin = " " * max(len(str(place.span.line)) for place in places)
    yield paint(f"{style}[{diagnostic.code}]", style) + paint(f": {visible(diagnostic.message)}", "message")
    for path in dict.fromkeys(place.path for place in places):
        here = [place for place in places if place.path == path]
        arrow = paint("-->" if path == diagnostic.path else ":::", "margin")
        yield f"{margin}{arrow} {visible(path)}:{here[0].span.line}:{here[0].span.column}"
        if texts.get(path):
            yield from _excerpt(here, texts[path].split("\n"), margin, width, paint)
    if diagnostic.help:
        yield f"{margin} {paint('= help:', 'help')} {visible(diagnostic.help)}"


def _excerpt(places: list[_Place], lines: list[str], margin: str, width: int, paint: _Paint) -> Iterator[str]:
    """The lines of one file on which places lie, each with what underlines them; dots where lines are passed over."""
    bar = paint("|", "margin")
    yield f"{margin} {bar}"
    before = 0
    for number, on_line in groupby(sorted(places, key=lambda place: place.span), lambda place: place.span.line):
        if before and number > before + 1:
            yield paint("...", "margin")
        before, line = number, Line(lines[number - 1].rstrip("\r"))
        shown: tuple[int, int] | None = None
        for place in sorted(on_line, key=lambda place: place.sign, reverse=True):
            start, end = _stretch(place.span, len(line.cells))
            window = line.window(start, end, width)
            if window != shown:
                yield f"{paint(str(number).rjust(len(margin)), 'margin')} {bar} {line.shown(*window)}"
            shown = window
            signs = f"{line.underline(*window, start, end, place.sign)} {visible(place.label)}".rstrip()
            yield f"{margin} {bar} " + " " * (len(signs) - len(signs.lstrip())) + paint(signs.lstrip(), place.style)


def _stretch(span: Span, length: int) -> tuple[int, int]:
    """Where on its first line a span begins and ends, as offsets from 0."""
    return span.column - 1, span.end_column - 1 if span.end_line == span.line else length
