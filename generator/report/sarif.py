"""Diagnostics in SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from generator import faults, links
from generator.diagnostics import Diagnostic, Mark, Span, in_order

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(diagnostics: Iterable[Diagnostic], *, site: str = "") -> str:
    """The log of one run. `site` is the address of the site, whose pages explain faults, where it has one."""
    ordered = in_order(diagnostics)
    codes = sorted({diagnostic.code for diagnostic in ordered})
    driver = {"name": "intelligence-site", "rules": [_rule(code, site) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes.index(diagnostic.code)) for diagnostic in ordered],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str, site: str) -> dict[str, Any]:
    if code not in faults.codes():
        return {"id": code}
    page = faults.explanation(code)
    address = {"helpUri": f"{site.rstrip('/')}/{links.fault(code)}"} if site else {}
    return (
        {"id": code}
        | address
        | {
            "shortDescription": {"text": page.title},
            "fullDescription": {"text": _one_line(page.why)},
            "help": {"text": _one_line(page.mend)},
            "defaultConfiguration": {"level": str(page.severity)},
            "properties": {"tags": [page.group]},
        }
    )


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, Any]:
    text = f"{diagnostic.message}\nhelp: {diagnostic.help}" if diagnostic.help else diagnostic.message
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": str(diagnostic.severity),
        "message": _message(text),
        "locations": [{"physicalLocation": _place(diagnostic.path, diagnostic.span)}],
    }
    related = [_related(number, mark) for number, mark in enumerate(diagnostic.also, 1)]
    return result | ({"relatedLocations": related} if related else {})


def _related(number: int, mark: Mark) -> dict[str, Any]:
    return {"id": number, "physicalLocation": _place(mark.path, mark.span), "message": _message(mark.label)}


def _message(text: str) -> dict[str, str]:
    """A message without links: SARIF reads `[words](address)` as one."""
    # Half a letter, which the name of a file can hold, is none for strict readers of JSON.
    whole = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return {"text": whole.replace("](", "\\](")}


def _place(path: str, span: Span) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column}
    region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return {"artifactLocation": {"uri": quote(path.encode("utf-8", "surrogateescape"))}, "region": region}


def _one_line(text: str) -> str:
    return " ".join(text.split())
