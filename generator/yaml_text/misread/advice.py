"""What YAML's parser says, as a fault at the place that a contributor has to change, in plain words."""

from __future__ import annotations

import re

import yaml

from generator.yaml_text.document import Document, Fault
from generator.yaml_text.misread import layout, values
from generator.yaml_text.misread.trouble import Misreading, Trouble
from generator.yaml_text.misread.written import in_quotes, line_at, lines

PLAINLY = "write the value plainly, or put a text that begins with `*`, `&` or `!` into quotation marks"
TOO_DEEP = "no entry needs so many brackets: close those that are open, or delete them"
# The first that knows what was meant tells it; what tells most surely comes first.
_READINGS = (*layout.FIRST, *values.READINGS, *layout.READINGS)
_STANDS_ALONE = frozenset([*values.READINGS, values.colon])


def syntax_fault(document: Document, text: str, error: yaml.MarkedYAMLError) -> Fault:
    """The fault for an error of the parser, which read `text`."""
    problem = error.problem or error.context or "it cannot be read"
    end = len(text.rstrip())
    began, noticed = (min(mark.index, end) if mark else None for mark in (error.context_mark, error.problem_mark))
    noticed = noticed if noticed is not None else began or 0
    trouble = Trouble(text, lines(text), problem, error.context or "", noticed if began is None else began, noticed)
    if "maximum nesting depth" in problem:
        return Fault("too-deep", "values are nested too deep", document.span_between(noticed, noticed + 1), TOO_DEEP)
    for reading in _READINGS:
        if misreading := reading(trouble):
            return _fault(document, misreading, stands_alone=reading in _STANDS_ALONE)
    offset = max(0, min(noticed, end - 1))
    help_ = "check indentation and quotation marks near this place"
    return Fault("yaml-syntax", f"this is not YAML: {problem}", document.span_between(offset, offset + 1), help_)


def _fault(document: Document, misreading: Misreading, *, stands_alone: bool) -> Fault:
    span = document.span_between(misreading.start, misreading.end)
    also = tuple((document.span_between(start, end), label) for start, end, label in misreading.also)
    return Fault("yaml-syntax", misreading.message, span, misreading.help, also, stands_alone)


def uncut(text: str, start: int, end: int) -> str:
    """How a value that begins and ends at these offsets keeps the comment that cuts it, as help."""
    line = line_at(lines(text), start)
    is_whole = line.value_at == start or (start == end and line.value.startswith("#"))
    if "\n" in text[start:end] or not is_whole:
        return "put the text into quotation marks, or the comment on a line of its own"
    return f"{line.corrected(in_quotes(line.value))}, or put the comment on a line of its own"


def split_value(text: str, start: int) -> tuple[str, int]:
    """A value within one-line braces, which commas split, as it should be written, and where it ends."""
    match = values.IN_BRACES.match(text, start)
    assert match, "it can be empty"
    number = re.fullmatch(r"\d{1,3}(,\d{3})+", match[1])
    return match[1].replace(",", "") if number else in_quotes(match[1]), match.end()
