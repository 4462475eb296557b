"""Diagnostics as one JSON document, for programs.

Its form is stable. `version` is 1 and rises when a key changes its meaning or goes; new keys may come at any time.

    {"version": 1, "errors": 1, "warnings": 0, "faults": [
      {"severity": "error", "code": "duplicate-key", "message": "…", "help": "…", "label": "…",
       "path": "entries/…", "line": 3, "column": 1, "endLine": 3, "endColumn": 5,
       "also": [{"path": "entries/…", "line": 2, "column": 1, "endLine": 2, "endColumn": 5, "label": "…"}]}]}

All keys are always there; what there is nothing to say in is empty. Lines and columns count from 1, in characters
(code points), and the end is exclusive. Faults stand in the order of their places. `also` are further places.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.diagnostics import Diagnostic, Severity, Span, in_order

_VERSION = 1


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """The document, in ASCII, so that no console can spoil it."""
    ordered = in_order(diagnostics)
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in ordered)
    counts = {"version": _VERSION, "errors": errors, "warnings": len(ordered) - errors}
    return json.dumps(counts | {"faults": [_fault(diagnostic) for diagnostic in ordered]}, indent=2) + "\n"


def _fault(diagnostic: Diagnostic) -> dict[str, Any]:
    what = {key: str(getattr(diagnostic, key)) for key in ("severity", "code", "message", "help", "label")}
    also = [_place(mark.path, mark.span) | {"label": mark.label} for mark in diagnostic.also]
    return what | _place(diagnostic.path, diagnostic.span) | {"also": also}


def _place(path: str, span: Span) -> dict[str, Any]:
    end = {"endLine": span.end_line, "endColumn": span.end_column}
    return {"path": path, "line": span.line, "column": span.column} | end
