"""Explanations as plain text, for a terminal of eighty columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from generator.faults.explanation import Example, Explanation, codes, groups

_WIDTH = 80
_MARGIN = "  "


def page(of: Explanation) -> str:
    """The whole page of a code."""
    blocks = [f"{of.severity}[{of.code}]: {of.title}", *_paragraphs(of.why), "To mend it:", *_paragraphs(of.mend)]
    for heading, examples in (("Before", of.before), ("Bad", of.bad), ("Good", of.good)):
        blocks += [_example(heading, example) for example in examples]
    return "\n\n".join(blocks) + "\n"


def contents() -> str:
    """All codes with their titles, by group."""
    width = max(map(len, codes()))
    blocks = []
    for words, pages in groups().items():
        lines = (f"{_MARGIN}{each.code:{width}}  {each.title}" for each in pages)
        blocks.append("\n".join([words, *lines]))
    return "\n\n".join(blocks) + "\n"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield textwrap.fill(
            " ".join(paragraph.split()),
            _WIDTH,
            initial_indent=_MARGIN,
            subsequent_indent=_MARGIN,
            break_on_hyphens=False,
            break_long_words=False,
        )


def _example(heading: str, example: Example) -> str:
    saved = f", saved as {example.encoding}" if example.encoding != "utf-8" else ""
    lines = (f"{_MARGIN}| {line}".rstrip() for line in example.text.splitlines())
    return "\n".join([f"{heading}, in entries/{example.path}{saved}:", *lines])
