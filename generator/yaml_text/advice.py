"""What YAML's parser says, as a fault with its place and with advice on what contributors meant."""

from __future__ import annotations

import yaml

from generator.yaml_text.document import Document, Fault


def syntax_fault(document: Document, error: yaml.MarkedYAMLError) -> Fault:
    """The fault for an error of the parser."""
    offset = min(_offset(error), len(document.text))
    message = f"this is not YAML: {error.problem or error.context}"
    return Fault("yaml-syntax", message, document.span_between(offset, offset + 1), _advice(error))


def _offset(error: yaml.MarkedYAMLError) -> int:
    """Where to look: at a bracket or quotation mark that nothing closes, rather than where that was noticed."""
    began, noticed = error.context_mark, error.problem_mark
    if began and noticed and began.line != noticed.line and _is_unclosed(error):
        return began.index
    mark = noticed or began
    return mark.index if mark else 0


def _is_unclosed(error: yaml.MarkedYAMLError) -> bool:
    return "end of stream" in (error.problem or "") or "flow" in (error.context or "")


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
