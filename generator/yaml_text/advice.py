"""What YAML's parser says, as a fault with its place and with advice on what contributors meant."""

from __future__ import annotations

import yaml

from generator.yaml_text.document import Document, Fault


def syntax_fault(document: Document, error: yaml.MarkedYAMLError) -> Fault:
    """The fault for an error of the parser."""
    problem = error.problem or error.context or "it cannot be read"
    end = len(document.text.rstrip())
    offset = max(0, min(_offset(error, end), end - 1))
    span = document.span_between(offset, offset + 1)
    if "maximum nesting depth" in problem:
        return Fault("too-deep", "values are nested too deep", span, "close the brackets")
    return Fault("yaml-syntax", f"this is not YAML: {problem}", span, _advice(error))


def _offset(error: yaml.MarkedYAMLError, end: int) -> int:
    """Where to look: at a bracket or quotation mark that nothing closes, rather than where that was noticed."""
    began, noticed = error.context_mark, error.problem_mark
    is_open = "flow" in (error.context or "") or "quoted" in (error.context or "")
    if began and noticed and is_open and (noticed.line > began.line or noticed.index >= end):
        return began.index
    mark = noticed or began
    return mark.index if mark else 0


def _advice(error: yaml.MarkedYAMLError) -> str:
    problem, context = error.problem or "", error.context or ""
    if "mapping values" in problem:
        return "a text that holds a colon and a space goes into quotation marks"
    if "flow" in context:
        return "a text that begins with [ or { goes into quotation marks; a bracket must be closed"
    if "quoted scalar" in context:
        return "the quotation mark is not closed"
    if "block mapping" in context:
        return "check the indentation; a text that begins with a quotation mark or a bracket goes into quotation marks"
    return "check indentation and quotation marks near this place"
