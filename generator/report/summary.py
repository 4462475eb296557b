"""Diagnostics as a table in Markdown, for the summary of a job: words alone.

Texts of entries come from strangers. Nothing in them may begin a link, a mention, an image or HTML, or end its cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.diagnostics import Diagnostic, count, in_order
from generator.report.columns import visible

# GitHub cuts off a summary that is longer than a megabyte.
_ROWS = 1000
_WORD = re.compile(r"(?:`[^`]+`|\S)+")
_IN_BACKTICKS = re.compile(r"(\(?)`([^`]+)`([.,;:?!)…]*)")
# What means nothing in Markdown, and is no address, mention or number of an issue.
_PLAIN = re.compile(r"\(?[^\W_]+(?:['’][^\W\d_]+|-[^\W\d_]+)*[.,;:?!)…]*")


def summary(diagnostics: Iterable[Diagnostic], entries: int) -> str:
    """A heading with the count, and a row for each diagnostic; a sentence where there is none."""
    ordered = in_order(diagnostics)
    if not ordered:
        return f"{nothing_wrong(entries)}.\n"
    rows = ["| | where | what | help |", "|---|---|---|---|", *(_row(diagnostic) for diagnostic in ordered[:_ROWS])]
    more = f"\nOf {len(ordered)}, the first {_ROWS} are shown.\n" if len(ordered) > _ROWS else ""
    return f"### {count(ordered)} in entries\n\n" + "".join(f"{row}\n" for row in rows) + more


def nothing_wrong(entries: int) -> str:
    """That there is no fault, in words."""
    return "1 entry, and nothing wrong with it" if entries == 1 else f"{entries} entries, and nothing wrong with them"


def _row(diagnostic: Diagnostic) -> str:
    where = f"{diagnostic.path}:{diagnostic.span.line}:{diagnostic.span.column}"
    kind, place = f"{diagnostic.severity} {code(diagnostic.code)}", code(where)
    return f"| {kind} | {place} | {cell(diagnostic.message)} | {cell(diagnostic.help)} |"


def cell(text: str) -> str:
    """A message as Markdown: what stands in backticks, and every odd word, as code, in which nothing has a meaning."""
    return _WORD.sub(_word, visible(text))


def _word(match: re.Match[str]) -> str:
    if quoted := _IN_BACKTICKS.fullmatch(match[0]):
        return quoted[1] + code(quoted[2]) + quoted[3]
    return match[0] if _PLAIN.fullmatch(match[0]) else code(match[0])


def code(text: str) -> str:
    """A text as code. A bar would end the cell, within code too: it stands between two pieces of code."""
    return "&#124;".join(_code(part) for part in visible(text).split("|"))


def _code(text: str) -> str:
    if not text.strip():
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    blank = " " if len(fence) > 1 else ""
    return f"{fence}{blank}{text}{blank}{fence}"
